// SPDX-License-Identifier: EPL-2.0
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The notices of all packages that files of a bundle come from. A package without a licence text
 * stops the build.
 */
export function notices(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
  );
  const entries = [...folders].sort().map(entry);
  return [
    'This extension holds the following packages, each under its own licence.',
    'The libraries inside server/infra.jar are named in its META-INF/THIRD-PARTY.txt.',
    ...entries,
  ].join('\n\n');
}

function entry(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  ) as { name: string; version: string; license?: string };
  const file = readdirSync(folder).find((f) => /^(licen[cs]e|copying)(\.|$)/i.test(f));
  if (file === undefined) throw new Error(`${name} ${version} brings no licence text along`);
  const text = readFileSync(`${folder}/${file}`, 'utf8').trim();
  const rule = '-'.repeat(72);
  return `${rule}\n${name} ${version} (${license ?? 'see below'})\n${rule}\n\n${text}\n`;
}
