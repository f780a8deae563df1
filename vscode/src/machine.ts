// SPDX-License-Identifier: EPL-2.0
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Machine } from './java.ts';

/** The machine that the editor's extensions run on. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isFile: (path) => attempt(() => statSync(path).isFile()) ?? false,
  list: (folder) => attempt(() => readdirSync(folder)) ?? [],
  read: (path) => attempt(() => readFileSync(path, 'utf8')),
  follow: (path) => attempt(() => realpathSync(path)) ?? path,
  version: (executable) =>
    new Promise((resolve) => {
      execFile(executable, ['-version'], (error, stdout, stderr) => {
        resolve(error === null ? stderr + stdout : undefined);
      });
    }),
};

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
