// The user analysis: files are read in a worker of its own, which is loaded when somebody asks for it.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { closeBrowser, desktop, phone, visit } from './harness.mjs';
import { button, eventually, region, violations } from './seatwise.mjs';
import { manyUsers } from '../bench/many_users.mjs';

test.after(closeBrowser);

const users = (page) => region(page, 'User analysis');
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const export1 = csv('users.csv', [
  '\ufeffBlock credential;Display name;Licenses;Object Id;User principal name',
  'False;"Erika\nMuster";Dynamics 365 Team Members+Microsoft 365 E3;1;Erika@contoso.example',
  'False;Otto;Dynamics 365 Sales Enterprise Edition;2;otto@contoso.example',
  'False;Sven;DYN365_ENTERPRISE_SALES;3;sven@contoso.example',
  'True;Gone;DYN365_ENTERPRISE_SALES;4;gone@contoso.example',
  'False;Cut;x',
].join('\r\n'));
const roles = csv('roles.csv', [
  'systemuserid,domainname,isdisabled,accessmode,roles',
  '1,erika@contoso.example,No,0,Salesperson',
  '2,SVEN@contoso.example,No,0,"Salesperson, System Administrator"',
].join('\n'));

async function choose(page, ...files) {
  await users(page).locator('input[type=file]').setInputFiles(files);
}

async function count(page, ...files) {
  await button(users(page), 'Analyse users').click();
  await choose(page, ...files);
  await button(users(page), 'Count users').click();
  await users(page).getByText(/users?, counted in/).waitFor();
}

/** The counts of an analysis: `{ 'Full licence': '1' }`. */
async function counts(page, analysis) {
  const rows = await region(page, analysis).locator('.class > p').allInnerTexts();
  return Object.fromEntries(rows.map((row) => {
    const [, number, name] = /^(\S+)\s+(.+)$/s.exec(row.trim());
    return [name, number];
  }));
}

test('two files are taken for what they are, joined and counted, and nothing of it is loaded before', async (t) => {
  const { page, record } = await visit(t);
  const requested = [];
  page.on('request', (request) => requested.push(request.url()));
  await button(users(page), 'Analyse users').click();
  assert.deepEqual(requested, []);
  await choose(page, export1, roles);
  await users(page).getByRole('heading', { name: 'users.csv: Microsoft 365 admin centre, exported users' }).waitFor();
  await users(page).getByRole('heading', { name: 'roles.csv: Dataverse user table' }).waitFor();
  assert.ok(requested.every((url) => /\/(seatwise-)?users[^/]*\.(js|wasm)$/.test(url)), requested.join(' '));
  await button(users(page), 'Count users').click();
  await users(page).getByText(/^4 users, counted in/).waitFor();
  assert.deepEqual(await counts(page, 'mscrm-addons'), { 'Full licence': '1', 'Team Members licence': '1', 'No licence': '2' });
  await users(page).getByText('1 record could not be read').click();
  await users(page).getByText('The row has 3 cells, but the heading has 5.').waitFor();
  await users(page).getByText('Where the two counts differ').click();
  assert.deepEqual(record.errors, []);
});

test('a count opens its users, which are searched, sorted and saved', async (t) => {
  const { page } = await visit(t);
  await count(page, export1, roles);
  await button(users(page), 'Show all users').click();
  const list = region(page, 'Users');
  await users(page).getByRole('heading', { name: '4 users: everybody' }).waitFor();
  const names = () => list.locator('tbody th').allInnerTexts();
  assert.deepEqual((await names()).map((name) => name.split('\n')[0]), ['Erika@contoso.example', 'otto@contoso.example', 'sven@contoso.example', 'gone@contoso.example']);
  await list.getByRole('button', { name: 'User', exact: true }).click();
  await list.getByRole('button', { name: 'User', exact: true }).click();
  await eventually(async () => assert.match((await names())[0], /sven/));
  await users(page).getByRole('textbox', { name: 'Search in names' }).fill('OTTO');
  await users(page).getByRole('heading', { name: '1 user: everybody' }).waitFor();
  const download = page.waitForEvent('download');
  await button(users(page), 'Save this list as CSV').click();
  const text = readFileSync(await (await download).path(), 'utf8');
  assert.match(text, /^\ufeffFile,Line,User,/);
  assert.equal(text.trim().split('\r\n').length, 2);
  const register = page.waitForEvent('download');
  await button(users(page), 'Save the register as CSV').click();
  assert.match(readFileSync(await (await register).path(), 'utf8'), /sven@contoso.example/);
});

test('a role counts as the visitor says, and the count becomes groups that undo takes back', async (t) => {
  const { page } = await visit(t);
  await count(page, export1, roles);
  await users(page).getByText('Roles', { exact: true }).first().click();
  await page.getByRole('combobox', { name: 'Salesperson counts as' }).selectOption({ label: 'reads only' });
  await button(users(page), 'Count again').click();
  await eventually(async () => assert.equal((await counts(page, 'mscrm-addons'))['Team Members licence'], undefined));
  const groups = () => region(page, 'Organisation').getByRole('textbox', { name: /^Name of group/ }).count();
  const before = await groups();
  await button(users(page), 'Add as groups of people').click();
  await eventually(async () => assert.ok(await groups() > before));
  await button(page, 'Undo').click();
  await eventually(async () => assert.equal(await groups(), before));
});

test('cancel leaves nothing behind, and the same files can be counted again', async (t) => {
  const { page, record } = await visit(t);
  await button(users(page), 'Analyse users').click();
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'many.csv'), manyUsers(400_000).text);
  await choose(page, join(folder, 'many.csv'));
  await button(users(page), 'Count users').click();
  await button(users(page), 'Cancel').click();
  await button(users(page), 'Count users').waitFor();
  await eventually(() => assert.equal(page.workers().length, 0));
  await button(users(page), 'Count users').click();
  await users(page).getByText(/^400,000 users, counted in/).waitFor();
  await users(page).getByRole('button', { name: 'Close the user analysis' }).click();
  await button(users(page), 'Analyse users').waitFor();
  await eventually(() => assert.equal(page.workers().length, 0));
  assert.deepEqual(record.errors, []);
});

test('a list of many users is scrolled through', async (t) => {
  const { page } = await visit(t);
  await count(page, csv('many.csv', manyUsers(50_000).text));
  await button(users(page), 'Show all users').click();
  const list = page.locator('.virtual');
  await list.locator('tbody tr').first().waitFor();
  await list.evaluate((element) => { element.scrollTop = element.scrollHeight; });
  await list.getByText('user0050000@contoso.example').waitFor();
  await list.evaluate((element) => { element.scrollTop = 52 * 20_000; });
  await list.getByText('user0020001@contoso.example').waitFor();
  const drawn = await list.locator('tbody tr').count();
  assert.ok(drawn <= 200, `${drawn} rows are drawn`);
});

test('a file of no use says what is missing, and can be mended by hand', async (t) => {
  const { page } = await visit(t);
  await button(users(page), 'Analyse users').click();
  await choose(page, csv('odd.csv', 'Wer,Was\nanna,CRMSTANDARD\n'));
  await users(page).getByText(/This file does not name any users/).waitFor();
  assert.ok(await button(users(page), 'Count users').isDisabled());
  await page.getByRole('combobox', { name: 'Wer of odd.csv is taken for' }).selectOption({ label: 'the user’s sign-in name' });
  await page.getByRole('combobox', { name: 'Was of odd.csv is taken for' }).selectOption({ label: 'service plans' });
  await button(users(page), 'Count users').click();
  await users(page).getByText(/^1 user, counted in/).waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [desktop, phone]) {
    test(`axe finds nothing in the user analysis, ${colorScheme}, ${viewport.width} px`, async (t) => {
      const { page, record } = await visit(t, { colorScheme, viewport });
      await button(users(page), 'Analyse users').click();
      assert.deepEqual(await violations(page), [], 'choosing');
      await choose(page, export1, roles);
      await button(users(page), 'Count users').waitFor();
      assert.deepEqual(await violations(page), [], 'columns');
      await button(users(page), 'Count users').click();
      await users(page).getByText(/users?, counted in/).waitFor();
      await button(users(page), 'Show all users').click();
      await page.locator('.virtual tbody tr').first().waitFor();
      for (const summary of await users(page).locator('summary:visible').all()) await summary.click();
      assert.deepEqual(await violations(page), [], 'counted');
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(beyond <= 0, `${beyond} px too wide`);
      assert.deepEqual(record.errors, []);
    });
  }
}

test('reasons are in the language of the page', async (t) => {
  const { page } = await visit(t, { locale: 'de-DE' });
  const view = region(page, 'Nutzeranalyse');
  await button(view, 'Nutzer analysieren').click();
  await view.locator('input[type=file]').setInputFiles([export1, roles]);
  await button(view, 'Nutzer zählen').click();
  await view.getByText(/^4 Nutzer, gezählt in/).waitFor();
  await view.getByText('Eine unabhängige').or(view.getByText(/keine Lizenzregel|nicht Microsofts/)).first().waitFor();
});
