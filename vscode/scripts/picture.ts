// SPDX-License-Identifier: EPL-2.0
// Takes docs/pictures/vscode.png: findings, hints, a lens and the report of a design.
import { readFileSync } from 'node:fs';
import { Workbench } from '../test/editor/workbench.ts';

// two warnings, which leave an answer: an error stands in its way
const text = readFileSync('../examples/first-rack/first-rack.infra', 'utf8')
  .replace('tiers: 1 }', 'tiers: 1   rails: 4 }')
  .replace(/(\n {2}cooling .*\n)/, '$1  size: 42 U   price: 900_000 USD\n');
const bench = await Workbench.open({
  files: { 'first-rack.infra': text },
  viewport: { width: 1400, height: 940 },
});
try {
  await bench.file('first-rack.infra');
  await bench.line('budget: 44 kW 42.5 kW used').waitFor();
  await bench.editor.locator('.codelens-decoration a').first().click();
  await bench.panel.getByRole('heading', { name: 'first-rack' }).waitFor();
  // room for both
  await bench.page.keyboard.press('Control+B');
  await bench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  await bench.drag(bench.page.locator('.editor-group-container:not(.active)'), 'left', 200);
  await bench.problems();
  await bench.drag(bench.page.locator('.part.panel'), 'top', 120);
  await bench.page.mouse.move(700, 10);
  await bench.caret(25, 1);
  await bench.picture('../docs/pictures/vscode.png');
} finally {
  await bench.close();
}
