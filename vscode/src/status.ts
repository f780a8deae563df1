// SPDX-License-Identifier: EPL-2.0
import { MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Disposable, StatusBarItem } from 'vscode';

/** What the server is doing. */
export type Condition =
  | { readonly is: 'starting' }
  | { readonly is: 'running'; readonly java: string; readonly server: string }
  | { readonly is: 'stopped'; readonly why: string };

/** The item in the status bar; a click on it opens the commands. */
export class Status implements Disposable {
  readonly #item: StatusBarItem;

  constructor() {
    this.#item = window.createStatusBarItem('infra.status', StatusBarAlignment.Right, 90);
    this.#item.name = 'Infra';
    this.#item.command = 'infra.showCommands';
    this.show({ is: 'starting' });
    this.#item.show();
  }

  show(condition: Condition): void {
    const { icon, words } = faces(condition);
    this.#item.text = `$(${icon}) Infra`;
    this.#item.accessibilityInformation = { label: `Infra: ${words}`, role: 'button' };
    this.#item.backgroundColor =
      condition.is === 'stopped' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    const tooltip = new MarkdownString(
      `${words}\n\n[Show log](command:infra.showLog) · ` +
        '[Restart](command:infra.restartServer) · [Report](command:infra.showReport)',
    );
    tooltip.isTrusted = true;
    this.#item.tooltip = tooltip;
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function faces(condition: Condition): { icon: string; words: string } {
  switch (condition.is) {
    case 'starting':
      return { icon: 'loading~spin', words: 'The language server is starting' };
    case 'running':
      return { icon: 'check', words: `${condition.server} runs on ${condition.java}` };
    case 'stopped':
      return { icon: 'error', words: condition.why };
  }
}
