// SPDX-License-Identifier: EPL-2.0
/// <reference lib="dom" />
// What people see of a design in VS Code. The steps are of one sitting and in order.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { spaced, Workbench } from './workbench.ts';

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

let stopped = false;

/** A step; when it fails, a picture is left in target/editor, and those behind it are left out. */
function step(name: string, work: () => Promise<void>): void {
  test(name, async (context) => {
    if (stopped) {
      context.skip('a step before it failed');
      return;
    }
    try {
      await work();
    } catch (error) {
      stopped = true;
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
});

step('the status bar says that the server runs', async () => {
  await bench.runs();
});

step('a quick fix takes a finding away', async () => {
  await bench.caret(11, 22);
  await bench.fix('budget: ');
  const over = (await bench.problems()).filter({ hasText: 'rack-power-over-budget' });
  await over.waitFor({ state: 'detached' });
  await bench.closePanel();
  await bench.undo();
  await bench.line('power   { budget: 34 kW').waitFor();
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

step('hints stand behind limits and layouts', async () => {
  await bench.file('first-rack.infra');
  await bench.line('budget: 44 kW 42.5 kW used').waitFor();
  await bench.line('parallel { tp: 8   pp: 4 } dp 1').waitFor();
});

step('a hover shows computed values against their limits', async () => {
  await bench.caret(8, 8);
  const hover = await bench.hover();
  await hover.filter({ hasText: spaced('42.5 kW') }).filter({ hasText: spaced('of 44 kW') }).waitFor();
  await bench.page.keyboard.press('Escape');
});

step('formatting gives a text its one layout', async () => {
  await bench.caret(9, 3);
  await bench.page.keyboard.type('    ');
  await bench.lineOf(9, '      nodes: 4 x DGX_H100');
  await bench.command('Format Document');
  await bench.lineOf(9, '  nodes: 4 x DGX_H100');
});

step('the lens above an evaluate opens its report, with the same numbers', async () => {
  const lens = bench.editor.locator('.codelens-decoration a').first();
  const said = (await lens.textContent()) ?? '';
  const [, step] = /^step (\S+\ss) · MFU \S+\s% · bound by compute · 3 of 3 met$/u.exec(said) ?? [];
  assert.ok(step !== undefined, said);
  await lens.click();
  const report = bench.panel;
  await report.getByRole('heading', { name: 'first-rack' }).waitFor();
  await report.getByText(spaced(`a step takes ${step}`)).first().waitFor();
  await report.getByText('fits', { exact: true }).waitFor();
});

step('the report follows the text', async () => {
  await bench.caret(34, 35);
  await bench.page.keyboard.type('0.');
  await bench.line('require FineTune.step_time   <= 0.45 s').waitFor();
  await bench.panel.getByText('does not fit', { exact: true }).waitFor();
  await bench.panel.getByRole('heading', { name: 'first-rack' }).waitFor();
  await bench.undo();
});

step('a server that is restarted speaks again', async () => {
  await bench.file('broken.infra');
  await Promise.all([
    bench.status('is starting'),
    bench.command('Infra: Restart Language Server'),
  ]);
  await bench.runs();
  await bench.editor.locator('.squiggly-error').first().waitFor();
});
