// Rows of a spreadsheet: pasted into the people, or imported as CSV; looked at before they are taken in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './harness.mjs';
import { billLine, button, countOf, entry, eventually, importScenario, totalReads } from './seatwise.mjs';

const preview = (page) => page.getByRole('dialog', { name: 'Rows from a table' });

async function blank(page) {
  await button(page, 'New').click();
  await page.getByRole('dialog', { name: 'Which product is it about?' }).getByRole('button', { name: /^Dynamics CRM 2011/ }).click();
  const first = page.getByRole('textbox', { name: 'Name of group 1' });
  await eventually(async () => assert.ok(await first.evaluate((it) => it === document.activeElement)));
}

test('cells that are pasted into a name become groups, after a look at them', async (t) => {
  const { page, record } = await visit(t);
  await blank(page);
  await page.evaluate(() => navigator.clipboard.writeText('Warehouse\t40\r\nDrivers\t1,250\tpartners\r\nInterns\tabout 8\r\n'));
  await page.keyboard.press('Control+v');
  await preview(page).getByText('Line 3: “about 8” is no whole number').waitFor();
  await preview(page).getByRole('button', { name: 'Add 2 groups' }).click();
  assert.equal(await countOf(page, 'Warehouse').inputValue(), '40');
  assert.equal(await countOf(page, 'Drivers').inputValue(), '1,250');
  await button(page, 'Undo').click();
  await eventually(async () => assert.equal(await countOf(page, 'Warehouse').count(), 0));
  // One name with a comma is a name.
  await page.evaluate(() => navigator.clipboard.writeText('Sales, north'));
  await page.getByRole('textbox', { name: 'Name of group 1' }).focus();
  await page.keyboard.press('Control+v');
  await countOf(page, 'Sales, north').waitFor();
  assert.deepEqual(record.errors, []);
});

test('a CSV file of groups or of owned licences is taken in; what is neither is told to people', async (t) => {
  const { page } = await visit(t);
  await blank(page);
  await importScenario(page, 'Name;Anzahl\nAgents;1.200\n');
  await preview(page).getByRole('button', { name: 'Add 1 group' }).click();
  assert.equal(await countOf(page, 'Agents').inputValue(), '1,200');
  await button(page, 'State what they use').click();
  await page.getByRole('dialog', { name: 'To do what?' }).getByRole('button', { name: 'Done' }).click();
  await billLine(page, /^1,200 Limited User CAL/).waitFor();
  await importScenario(page, 'Licence,Count,Software Assurance\nLimited User CAL,"1,000",yes\n');
  await preview(page).getByRole('button', { name: 'Add 1 row' }).click();
  await totalReads(page, /60,000\s+USD once/);
  const dialog = await importScenario(page, 'just a text');
  await dialog.getByRole('alert').getByText(/neither a scenario, nor a link, nor rows of names and counts/).waitFor();
});

test('rows are copied, moved by keys, and noted', async (t) => {
  const { page } = await visit(t);
  const names = () => page.locator('.row .name').evaluateAll((fields) => fields.map((field) => field.value));
  await button(page, 'More for Executives').click();
  await entry(page, 'Duplicate').click();
  await eventually(async () => assert.equal((await names())[4], 'Executives (copy)'));
  await page.keyboard.press('Alt+ArrowUp');
  await eventually(async () => assert.equal((await names())[3], 'Executives (copy)'));
  await button(page, 'More for Executives (copy)').click();
  await entry(page, 'Note').click();
  await page.getByRole('textbox', { name: 'Note on Executives (copy)' }).fill('from May on');
  await page.reload();
  await page.getByRole('textbox', { name: 'Note on Executives (copy)' }).waitFor();
});
