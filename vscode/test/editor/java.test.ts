// SPDX-License-Identifier: EPL-2.0
// Without a Java the extension says so, and what is set then is taken up.
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench.ts';

let bench: Workbench;

before(async () => {
  bench = await Workbench.open({
    folders: ['../examples/first-rack'],
    settings: { 'infra.java.home': '/nowhere' },
  });
});

after(() => bench.close());

test('a Java that is not there is asked for, with buttons', async () => {
  await bench.file('broken.infra');
  const said = bench.page.locator('.notification-toast');
  const asked = said.filter({ hasText: 'The setting infra.java.home names /nowhere, where there is no Java.' });
  await asked.getByRole('button', { name: 'Choose Java…' }).waitFor();
  await asked.getByRole('button', { name: 'Get Java' }).waitFor();
  await bench.status('where there is no Java');
  await asked.getByRole('button', { name: 'Open Setting' }).click();
  await setting().waitFor();
});

test('the server starts once the setting is right', async () => {
  await setting().locator('input').fill('');
  await bench.runs();
});

function setting(): Locator {
  const items = bench.page.locator('.settings-editor .setting-item-contents');
  return items.filter({ hasText: 'Java: Home' });
}
