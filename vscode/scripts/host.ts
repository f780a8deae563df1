// SPDX-License-Identifier: EPL-2.0
// Installs VS Code for a browser into test/editor/host, once for each state of its lock file.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const HOST = 'test/editor/host';
const SERVER = `${HOST}/node_modules/code-server`;
const EDITOR = `${SERVER}/lib/vscode`;
const DONE = `${HOST}/node_modules/.installed`;
const lock = readFileSync(`${HOST}/package-lock.json`, 'utf8');

const npm = (cwd: string, ...args: readonly string[]): void => {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
};

if (!existsSync(DONE) || readFileSync(DONE, 'utf8') !== lock) {
  // of the many packages with something to build two are needed: the log and the password's hash
  npm(HOST, 'ci', '--ignore-scripts', '--loglevel=error');
  npm(EDITOR, 'install', '--omit=dev', '--ignore-scripts', '--loglevel=error');
  npm(EDITOR, 'rebuild', '@vscode/spdlog', '--loglevel=error');
  npm(HOST, 'rebuild', 'argon2', '--loglevel=error');
  writeFileSync(DONE, lock);
}
