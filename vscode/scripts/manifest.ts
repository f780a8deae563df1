// SPDX-License-Identifier: EPL-2.0
import { readFileSync } from 'node:fs';

/** What only the build needs; the bundle is no ES module. */
const OURS = new Set(['devDependencies', 'scripts', 'private', 'type']);

/** package.json as it ships. */
export function manifest(): Record<string, unknown> {
  const all = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !OURS.has(name)));
}
