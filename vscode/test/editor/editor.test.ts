// SPDX-License-Identifier: EPL-2.0
/// <reference lib="dom" />
// What people see of a design in VS Code. The steps are of one sitting and in order.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

const PARTS = `package site.parts

import araverus.nvidia.*

rack AirRack {
  nodes: 4 x DGX_H100
  power   { budget: 44 kW   feeds: 2   redundancy: N+1   feed { limit: 60 kW } }
  cooling { air: 44 kW   inlet: 24 degC }
}
`;
const HALL = `package site.hall

import site.parts.*

cluster Hall {
  racks: 2 x AirRack
}
`;

let bench: Workbench;

before(async () => {
  bench = await Workbench.open({
    folders: ['../examples/first-rack'],
    files: { 'parts.infra': PARTS, 'hall.infra': HALL },
  });
});

after(() => bench.close());

/** A step; when it fails, a picture of the screen is left in target/editor. */
function step(name: string, work: () => Promise<void>): void {
  test(name, async () => {
    try {
      await work();
    } catch (error) {
      await bench.picture(`target/editor/${name}.png`);
      throw error;
    }
  });
}

step('the planted mistakes are marked, and listed with their rules', async () => {
  await bench.file('broken.infra');
  const problems = await bench.problems();
  const over = problems.filter({ hasText: 'rack AirRack draws 42.5 kW, 8.52 kW above its budget' });
  await over.filter({ hasText: 'rack-power-over-budget' }).filter({ hasText: 'Ln 11, Col 21' }).waitFor();
  await bench.editor.locator('.squiggly-error').first().waitFor();
  await bench.closePanel();
});

step('the status bar says that the server runs', async () => {
  const said = await bench.status.getAttribute('aria-label');
  assert.match(said ?? '', /runs on Java \d+/);
});

step('words have the colours of what they are', async () => {
  const colour = (word: string): Promise<string> =>
    bench.line('rack AirRack {').locator('span span').filter({ hasText: word }).first()
      .evaluate((span) => getComputedStyle(span).color);
  assert.notEqual(await colour('rack'), await colour('AirRack'));
});

step('completion offers what fits the place', async () => {
  await bench.file('hall.infra');
  await bench.caret(6, 21);
  await bench.page.keyboard.press('Enter');
  await bench.page.keyboard.type('net');
  await bench.complete('network');
  await bench.page.keyboard.press('Enter');
  await bench.lineOf(7, '  network: ');
  await bench.page.keyboard.press('Escape');
  await bench.command('Revert File');
  await bench.lineOf(7, '}');
});

step('a rename reaches the other file', async () => {
  await bench.caret(6, 16);
  await bench.rename('AirRack', 'ColdRack');
  await bench.lineOf(6, '  racks: 2 x ColdRack');
  await bench.file('parts.infra');
  await bench.line('rack ColdRack {').waitFor();
});

step('a definition in the catalog opens', async () => {
  await bench.caret(6, 15);
  await bench.page.keyboard.press('F12');
  await bench.page.locator('.tab.active').filter({ hasText: 'nodes.infra' }).waitFor();
  await bench.line('node DGX_H100').waitFor();
});

step('formatting gives a text its one layout', async () => {
  await bench.file('first-rack.infra');
  await bench.caret(9, 3);
  await bench.page.keyboard.type('    ');
  await bench.lineOf(9, '      nodes: 4 x DGX_H100');
  await bench.command('Format Document');
  await bench.lineOf(9, '  nodes: 4 x DGX_H100');
});
