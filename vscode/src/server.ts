// SPDX-License-Identifier: EPL-2.0
import { mkdirSync } from 'node:fs';
import { commands, env, Uri, window, workspace } from 'vscode';
import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/node';
import { findJava } from './java.ts';
import type { Java, NoJava } from './java.ts';
import { serverCommand, settings } from './launch.ts';
import type { Settings } from './launch.ts';
import { thisMachine } from './machine.ts';
import type { Status } from './status.ts';

const JAVA_PAGE = 'https://adoptium.net/temurin/releases/';

/** The language server: found, started, restarted, stopped. */
export class Server implements Disposable {
  #client: LanguageClient | undefined;
  /** Starts and stops follow one another. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
    private readonly status: Status,
  ) {}

  /** The running client; undefined while there is none. */
  get client(): LanguageClient | undefined {
    return this.#client?.isRunning() === true ? this.#client : undefined;
  }

  /** Starts it, or stops it and starts it anew. */
  restart(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      await this.#stop();
      await this.#start();
    });
    return this.#turn;
  }

  stop(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#stop());
    return this.#turn;
  }

  dispose(): void {
    void this.stop();
  }

  async #start(): Promise<void> {
    this.status.show({ is: 'starting' });
    const given = settings((name) => workspace.getConfiguration('infra').get(name));
    const java = await findJava(thisMachine, given.javaHome);
    if ('problem' in java) { this.#askForJava(java); return; }
    const jar = this.context.asAbsolutePath('server/infra.jar');
    const missing = given.serverJar === '' ? jar : given.serverJar;
    if (!thisMachine.isFile(missing)) { this.#askForJar(missing); return; }
    const client = this.#make(java, given, jar);
    this.#client = client;
    try {
      await client.start();
    } catch (error) {
      this.#failed(error instanceof Error ? error.message : String(error));
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined || client.state === State.Stopped) return;
    await client.dispose().catch((error: unknown) => {
      this.log.warn(`The server did not stop in time: ${String(error)}`);
    });
  }

  #make(java: Java, given: Settings, jar: string): LanguageClient {
    const folder = this.context.globalStorageUri.fsPath;
    mkdirSync(folder, { recursive: true });
    const version = (this.context.extension.packageJSON as { version: string }).version;
    const { command, args } = serverCommand(java, given, jar, folder, version);
    this.log.info([command, ...args].join(' '));
    const client = new LanguageClient(
      'infra',
      'Infra',
      // no transport is named: standard streams, without an argument that says so
      { command, args: [...args] },
      {
        documentSelector: [{ language: 'infra' }],
        outputChannel: this.log,
        // the rules of a project's jars are code
        initializationOptions: { ruleJars: workspace.isTrusted },
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      if (newState === State.Starting) this.status.show({ is: 'starting' });
      if (newState === State.Running) {
        const info = client.initializeResult?.serverInfo;
        this.status.show({
          is: 'running',
          java: `Java ${java.level}`,
          server: [info?.name ?? 'The language server', info?.version ?? ''].join(' ').trim(),
        });
      }
      if (newState === State.Stopped) {
        this.status.show({ is: 'stopped', why: 'The language server has stopped' });
      }
    });
    return client;
  }

  #failed(why: string): void {
    this.log.error(why);
    this.status.show({ is: 'stopped', why: 'The language server did not start' });
    const actions = ['Show Log', 'Try Again'] as const;
    void window
      .showErrorMessage('The Infra language server did not start.', ...actions)
      .then((chosen) => {
        if (chosen === 'Show Log') this.log.show();
        if (chosen === 'Try Again') void this.restart();
      });
  }

  #askForJava(none: NoJava): void {
    this.log.error(none.problem);
    this.status.show({ is: 'stopped', why: none.problem });
    const actions = ['Choose Java…', 'Get Java', 'Open Setting'] as const;
    void window.showErrorMessage(none.problem, ...actions).then((chosen) => {
      if (chosen === 'Choose Java…') void commands.executeCommand('infra.chooseJava');
      if (chosen === 'Get Java') void env.openExternal(Uri.parse(JAVA_PAGE));
      if (chosen === 'Open Setting') openSetting('infra.java.home');
    });
  }

  #askForJar(path: string): void {
    const problem = `There is no file ${path}, which the setting infra.server.jar names.`;
    this.log.error(problem);
    this.status.show({ is: 'stopped', why: problem });
    void window.showErrorMessage(problem, 'Open Setting').then((chosen) => {
      if (chosen === 'Open Setting') openSetting('infra.server.jar');
    });
  }
}

/** These settings are a machine's: where the editor works on another one, they are that one's. */
function openSetting(name: string): void {
  const remote = env.remoteName !== undefined;
  const command = `workbench.action.open${remote ? 'Remote' : ''}Settings`;
  void commands.executeCommand(command, { query: name });
}

/** Lets the user point at a Java home and keeps it as the setting; a change of it restarts. */
export async function chooseJava(): Promise<void> {
  const chosen = await window.showOpenDialog({
    title: 'The folder of a Java 21 or newer',
    openLabel: 'Use This Java',
    canSelectFiles: false,
    canSelectFolders: true,
  });
  const folder = chosen?.[0];
  if (folder === undefined) return;
  await workspace.getConfiguration('infra').update('java.home', folder.fsPath, true);
}
