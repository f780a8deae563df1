// SPDX-License-Identifier: EPL-2.0
// Bundles the extension into dist/extension.js and says which packages went into it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { notices } from './notices.ts';

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // what VS Code 1.91 runs extensions on
  target: 'node20',
  external: ['vscode'],
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
mkdirSync('dist', { recursive: true });
writeFileSync('dist/ThirdPartyNotices.txt', notices(Object.keys(metafile.inputs)));
