// SPDX-License-Identifier: EPL-2.0
// Lays out what ships in target/extension and packs it: target/infra.vsix.
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import { manifest } from './manifest.ts';

/** The market place takes more, but nobody likes to wait. */
const MOST_BYTES = 25e6;
const STAGE = 'target/extension';
const PACKED = 'target/infra.vsix';

rmSync(STAGE, { recursive: true, force: true });
mkdirSync(STAGE, { recursive: true });
const parts: readonly (readonly [string, string])[] = [
  ['dist/extension.js', 'dist/extension.js'],
  ['dist/ThirdPartyNotices.txt', 'ThirdPartyNotices.txt'],
  ['../org.araverus.infra.cli/target/infra.jar', 'server/infra.jar'],
  ['../LICENSE.md', 'LICENSE.md'],
  ['../docs/pictures/vscode.png', 'images/vscode.png'],
  ['images/icon.png', 'images/icon.png'],
  ['images/file.svg', 'images/file.svg'],
  ['syntaxes', 'syntaxes'],
  ['snippets', 'snippets'],
  ['language-configuration.json', 'language-configuration.json'],
  ['CHANGELOG.md', 'CHANGELOG.md'],
];
for (const [from, to] of parts) cpSync(from, `${STAGE}/${to}`, { recursive: true });
const readme = readFileSync('README.md', 'utf8');
writeFileSync(`${STAGE}/README.md`, readme.replace('../docs/pictures/', 'images/'));
// all that is laid out ships
writeFileSync(`${STAGE}/.vscodeignore`, '');
writeFileSync(`${STAGE}/package.json`, JSON.stringify(manifest(), undefined, 2));

await createVSIX({
  cwd: STAGE,
  packagePath: PACKED,
  dependencies: false,
  allowMissingRepository: true,
  // links of the README stay as they are: there is no address of a repository to put before them
  rewriteRelativeLinks: false,
});
const { size } = statSync(PACKED);
if (size > MOST_BYTES) throw new Error(`${PACKED} has ${size} bytes, more than ${MOST_BYTES}`);
console.log(`${PACKED}: ${(size / 1e6).toFixed(1)} MB`);
