// SPDX-License-Identifier: EPL-2.0
// The snippets as they come, one below the other: a text that the command takes as it is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findJava } from '../../src/java.ts';
import { thisMachine } from '../../src/machine.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'infra-snippets-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const java = await findJava(thisMachine, '');
const used = new Set<string>();
const all = JSON.parse(readFileSync('snippets/infra.json', 'utf8')) as Record<string, Snippet>;

/** With the first choice everywhere, and nothing at the last stop. */
function expanded(prefix: string): string {
  const snippet = Object.values(all).find((s) => s.prefix === prefix);
  assert.ok(snippet, `there is no snippet ${prefix}`);
  used.add(prefix);
  return snippet.body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\n*\$0/, '');
}

function infra(...args: string[]): { status: number | null; stdout: string } {
  assert.ok('executable' in java, 'the tests need a Java');
  const jar = '../org.araverus.infra.cli/target/infra.jar';
  return spawnSync(java.executable, ['-Xss8m', '-jar', jar, ...args], { encoding: 'utf8' });
}

test('elements from snippets make a design without an error, in the one layout', () => {
  const elements = ['accelerator', 'node', 'rack', 'topology', 'site', 'cluster'];
  const work = ['workload trains', 'workload serves'];
  const inside = ['run', 'require', 'let'].map((prefix) => `  ${expanded(prefix)}`);
  const text = [
    ...['package', ...elements, ...work, 'evaluate'].map(expanded),
    `topology Clos is clos {\n  link: 400 Gbit/s\n  ${expanded('tier')}\n}`,
    `evaluate Members {\n${inside.join('\n')}\n}`,
  ].join('\n\n');
  const file = join(folder, 'snippets.infra');
  writeFileSync(file, `${text}\n`);
  const check = infra('check', '--format', 'json', file);
  const { findings } = JSON.parse(check.stdout) as {
    findings: readonly { severity: string; message: string }[];
  };
  assert.deepEqual(findings.filter((f) => f.severity.toLowerCase() === 'error'), []);
  assert.equal(check.status, 0);
  assert.deepEqual([...used].sort(), Object.values(all).map((s) => s.prefix).sort());
  infra('fmt', file);
  assert.equal(readFileSync(file, 'utf8'), `${text}\n`);
});
