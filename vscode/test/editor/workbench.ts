// SPDX-License-Identifier: EPL-2.0
// A VS Code in a browser with the extension installed, and hands and eyes for it: what is typed
// and clicked goes through the page, what is seen is read off the page.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

const HOST = 'test/editor/host/node_modules/code-server';
const VSIX = 'target/infra.vsix';
/** How long a condition is waited for before the test says what was on screen. */
const PATIENCE = Number(process.env.PATIENCE ?? 60_000);
const LINE_HEIGHT = 20;

const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 0,
  'editor.lineHeight': LINE_HEIGHT,
  'editor.fontFamily': 'DejaVu Sans Mono, monospace',
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'window.menuBarVisibility': 'compact',
};

/** The files of a workspace by name, and settings of the machine that holds them. */
export interface Setup {
  readonly folders?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export class Workbench {
  readonly #root: string;
  readonly #server: ChildProcess;
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(root: string, server: ChildProcess, browser: Browser, page: Page) {
    this.#root = root;
    this.#server = server;
    this.#browser = browser;
    this.page = page;
  }

  static async open(setup: Setup): Promise<Workbench> {
    const root = mkdtempSync(join(tmpdir(), 'infra-editor-'));
    const workspace = join(root, 'workspace');
    for (const folder of setup.folders ?? []) cpSync(folder, workspace, { recursive: true });
    for (const [name, text] of Object.entries(setup.files ?? {})) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      writeFileSync(join(workspace, name), text);
    }
    for (const [whose, settings] of [['User', SETTINGS], ['Machine', setup.settings]] as const) {
      mkdirSync(join(root, 'data', whose), { recursive: true });
      writeFileSync(join(root, 'data', whose, 'settings.json'), JSON.stringify(settings ?? {}));
    }
    const dirs = ['--user-data-dir', join(root, 'data'), '--extensions-dir', join(root, 'extensions')];
    execFileSync('node', [HOST, '--install-extension', VSIX, ...dirs], { stdio: 'ignore' });
    const server = spawn('node', [
      HOST, ...dirs, '--auth', 'none', '--bind-addr', '127.0.0.1:0',
      '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust',
    ]);
    let browser: Browser | undefined;
    try {
      const address = await addressOf(server);
      browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox'],
      });
      const page = await browser.newPage({
        viewport: { ...(setup.viewport ?? { width: 1400, height: 900 }) },
      });
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`${address}?folder=${workspace}`);
      const files = page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row');
      await files.first().waitFor();
      return new Workbench(root, server, browser, page);
    } catch (error) {
      await browser?.close();
      server.kill();
      throw error;
    }
  }

  /** Pulls a side of a part of the workbench by so many pixels, right or down. */
  async drag(part: Locator, side: 'left' | 'top', by: number): Promise<void> {
    const box = await part.first().boundingBox();
    assert.ok(box, 'the part is on screen');
    const [x, y] = side === 'left' ? [box.x, box.y + 200] : [box.x + 300, box.y];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(side === 'left' ? x + by : x, side === 'top' ? y + by : y, { steps: 9 });
    await this.page.mouse.up();
  }

  /** Keeps what is on screen. */
  async picture(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill();
    await ended;
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** The editor that has the focus. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance').first();
  }

  /** A line of the text in front that holds these words; hints between them count as text. */
  line(words: string): Locator {
    return this.editor.locator('.view-line').filter({ hasText: spaced(words) }).first();
  }

  /** Waits until a line of the text in front, from 1, reads so. */
  async lineOf(number: number, text: string): Promise<void> {
    const top = `${(number - 1) * LINE_HEIGHT}px`;
    await this.editor
      .locator(`.view-line[style*="top:${top}"], .view-line[style*="top: ${top}"]`)
      .filter({ hasText: new RegExp(`^${spaced(text).source}$`) })
      .waitFor();
  }

  /** Opens a file by its name in the explorer. */
  async file(name: string): Promise<void> {
    const rows = this.page.locator('.explorer-folders-view .monaco-list-row');
    await rows.filter({ hasText: name }).dblclick();
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Runs a command of the palette. */
  async command(title: string): Promise<void> {
    await this.#ask('F1', `>${title}`);
  }

  /** Puts the caret at a line and column, both from 1. */
  async caret(line: number, column: number): Promise<void> {
    await this.#ask('Control+G', `:${line}:${column}`);
    await this.page.locator('.statusbar-item').filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  async #ask(key: string, words: string): Promise<void> {
    await this.page.keyboard.press(key);
    const box = this.page.locator('.quick-input-widget .quick-input-box input');
    await box.waitFor();
    await box.fill(words);
    const first = this.page.locator('.quick-input-widget .monaco-list-row.focused');
    if (words.startsWith('>')) await first.filter({ hasText: words.slice(1) }).waitFor();
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** The rows of the problems panel, opened where it is not. */
  async problems(): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    return panel.locator('.monaco-list-row');
  }

  /** Gives the editor the whole height again. */
  async closePanel(): Promise<void> {
    await this.page.keyboard.press('Control+J');
    await this.page.locator('.part.panel').waitFor({ state: 'hidden' });
    await this.editor.locator('.view-lines').click();
  }

  /** Asks for proposals at the caret and waits until one is in front. */
  async complete(label: string): Promise<void> {
    await this.page.keyboard.press('Control+Space');
    const front = this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await front.filter({ hasText: label }).waitFor();
  }

  /** Applies the quick fix that comes first at the caret; its title holds these words. */
  async fix(title: string): Promise<void> {
    await this.page.keyboard.press('Control+.');
    const first = this.page.locator('.action-widget .monaco-list-row.focused');
    await first.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.action-widget').waitFor({ state: 'hidden' });
  }

  /** What is shown about what the caret is at. */
  async hover(): Promise<Locator> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    return this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
  }

  /** Takes the last change back. */
  async undo(): Promise<void> {
    await this.editor.locator('.view-lines').click();
    await this.page.keyboard.press('Control+Z');
  }

  /** Renames what the caret is at. */
  async rename(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const box = this.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), from);
    await box.fill(to);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the status bar says that the server runs. */
  async runs(): Promise<void> {
    await this.status('runs on Java');
  }

  /** Waits until the extension's item in the status bar says so. */
  async status(words: string): Promise<void> {
    const item = '[id="araverus.infra.infra.status"]';
    await this.page.locator(`.statusbar-item${item}[aria-label*="${words}"]`).waitFor();
  }

  /** The page inside the panel. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }
}

/** Words as a pattern: blanks on screen may be no-break spaces. */
export function spaced(words: string): RegExp {
  return new RegExp(
    words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s/g, '\\s'),
  );
}

async function addressOf(server: ChildProcess): Promise<string> {
  assert.ok(server.stdout);
  for await (const line of createInterface(server.stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
    if (address !== undefined) {
      server.stdout.resume();
      server.stderr?.resume();
      return address;
    }
  }
  throw new Error('the editor did not start');
}
