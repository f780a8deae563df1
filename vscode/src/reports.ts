// SPDX-License-Identifier: EPL-2.0
import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposable, WebviewPanel } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import { forWebview, isReport, notice } from './reportPage.ts';

/** A panel and what it shows. */
interface Shown {
  readonly panel: WebviewPanel;
  readonly uri: string;
  readonly evaluate: string | undefined;
  /** Counts the requests, so that a late answer is dropped. */
  asked: number;
}

/** Reports of the server in panels, one for each evaluate asked for; they follow the text. */
export class Reports implements Disposable {
  readonly #shown = new Map<string, Shown>();
  readonly #listeners: Disposable[];
  #waiting: NodeJS.Timeout | undefined;

  constructor(private readonly client: () => LanguageClient | undefined) {
    this.#listeners = [
      // any text may be what an evaluate reaches; a pause in typing is waited for
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === 'infra') this.#later();
      }),
    ];
  }

  /**
   * Opens a report, or brings its panel to the front.
   *
   * @param uri of the text; that of the editor in front if there is none
   * @param evaluate its name; all of the text if there is none
   */
  async show(uri: unknown, evaluate: unknown): Promise<void> {
    const of = typeof uri === 'string' ? uri : inFront();
    if (of === undefined) {
      void window.showInformationMessage('Open an .infra text to see its report.');
      return;
    }
    const name = typeof evaluate === 'string' ? evaluate : undefined;
    const key = `${of}#${name ?? ''}`;
    let shown = this.#shown.get(key);
    if (shown === undefined) {
      const panel = window.createWebviewPanel(
        'infra.report',
        `Report ${name ?? Uri.parse(of).path.replace(/^.*\//, '')}`,
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
      );
      shown = { panel, uri: of, evaluate: name, asked: 0 };
      this.#shown.set(key, shown);
      panel.onDidDispose(() => this.#shown.delete(key));
    } else {
      shown.panel.reveal(undefined, true);
    }
    await this.#fill(shown);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const { panel } of this.#shown.values()) panel.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #later(): void {
    if (this.#shown.size === 0) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      for (const shown of this.#shown.values()) void this.#fill(shown);
    }, 400);
  }

  async #fill(shown: Shown): Promise<void> {
    const turn = ++shown.asked;
    const html = await this.#page(shown);
    if (turn !== shown.asked || this.#shown.size === 0) return;
    if (shown.panel.webview.html !== html) shown.panel.webview.html = html;
  }

  async #page(shown: Shown): Promise<string> {
    const client = this.client();
    if (client === undefined) return notice('The language server is not running.');
    const { uri, evaluate } = shown;
    try {
      const answer: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
        command: 'infra.report',
        arguments: evaluate === undefined ? [uri] : [uri, evaluate],
      });
      return isReport(answer) ? forWebview(answer.html) : notice(messageOf(answer));
    } catch (error) {
      return notice(error instanceof Error ? error.message : String(error));
    }
  }
}

function inFront(): string | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((e) => e?.document.languageId === 'infra')?.document.uri.toString();
}

function messageOf(answer: unknown): string {
  const message = (answer as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : 'This text has no evaluate to report on.';
}
