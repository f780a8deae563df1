// SPDX-License-Identifier: EPL-2.0
import { commands, window, workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { Reports } from './reports.ts';
import { chooseJava, Server } from './server.ts';
import { Status } from './status.ts';

let server: Server | undefined;

/** Called by the editor when the first `.infra` text opens. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Infra', { log: true });
  const status = new Status();
  const running = new Server(context, log, status);
  server = running;
  const reports = new Reports(() => running.client);
  context.subscriptions.push(
    log,
    status,
    running,
    reports,
    commands.registerCommand('infra.restartServer', () => running.restart()),
    commands.registerCommand('infra.showLog', () => {
      log.show();
    }),
    commands.registerCommand('infra.chooseJava', chooseJava),
    commands.registerCommand('infra.showCommands', showCommands),
    commands.registerCommand('infra.showReport', (uri?: unknown, evaluate?: unknown) =>
      reports.show(uri, evaluate),
    ),
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
    workspace.onDidChangeConfiguration((change) => {
      if (['infra.java', 'infra.server'].some((name) => change.affectsConfiguration(name))) {
        void running.restart();
      }
    }),
  );
  await running.restart();
}

/** Called by the editor before it ends. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

async function showCommands(): Promise<void> {
  const entries = [
    { label: '$(graph) Show Report', command: 'infra.showReport' },
    { label: '$(output) Show Log', command: 'infra.showLog' },
    { label: '$(debug-restart) Restart Language Server', command: 'infra.restartServer' },
    { label: '$(coffee) Choose Java…', command: 'infra.chooseJava' },
  ];
  const chosen = await window.showQuickPick(entries, { placeHolder: 'Infra' });
  if (chosen !== undefined) await commands.executeCommand(chosen.command);
}
