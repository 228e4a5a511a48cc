// Work that something else takes the place of is set aside; tabs do not overwrite each other; dropped files are taken in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshProfile, open, ready, visit } from './harness.mjs';
import { billLine, button, countOf, entry, eventually, examples, importScenario, loadExample, share, totalReads } from './seatwise.mjs';

const scenario = (title, count) => ({
  format: 1,
  title,
  rulebook: 'crm-2011',
  organisation: {
    people: [{ id: 'a', name: 'Agents', count, relationship: 'employee' }],
    uses: [{ people: 'a', access: 'client', activities: ['case.write'] }],
  },
});

const title = (page) => page.getByRole('textbox', { name: 'Title', exact: true });
const titleReads = (page, expected) => eventually(async () => assert.equal(await title(page).inputValue(), expected));
const shelf = (page) => page.getByRole('dialog', { name: 'Saved scenarios' });
const shelvedRows = (page) => shelf(page).getByRole('button', { name: /^Open “/ });
const work = (page) => page.evaluate(() => localStorage.getItem('seatwise.1.work'));
const saved = (page, text) => eventually(async () => assert.match(await work(page) ?? '', text));

/** Changes an example into work of the visitor's own. */
async function ownWork(page) {
  await loadExample(page, examples.mixedOffice);
  await title(page).fill('Mine');
  await countOf(page, 'Dealers').fill('77');
  await saved(page, /"Mine"/);
}

/** Opens the list and returns the row of what is set aside under this title. */
async function shelved(page, name) {
  await button(page, 'Saved').click();
  return shelf(page).getByRole('row').filter({ has: page.getByRole('button', { name: `Open “${name}”` }) });
}

const openRow = (row) => row.getByRole('button', { name: /^Open/ }).click();

const replacing = {
  'an example': async (page) => loadExample(page, examples.callCentre),
  Blank: async (page) => {
    await button(page, 'Examples').click();
    await entry(page, /^Blank/).click();
  },
  'a file': async (page) => { await importScenario(page, scenario('Other', 5)); },
  'a link': async (page) => {
    await importScenario(page, scenario('Other', 5));
    const { link } = await share(page);
    await page.keyboard.press('Escape');
    await ownWork(page);
    await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
  },
};

for (const [what, replace] of Object.entries(replacing)) {
  test(`own work that ${what} takes the place of is set aside, and a reload keeps it`, async (t) => {
    const { page, record } = await visit(t);
    await ownWork(page);
    await replace(page);
    await page.getByText('“Mine” is set aside on this device').waitFor();
    await eventually(async () => assert.doesNotMatch(await work(page), /"Mine"/));
    await page.goto(page.url().replace(/#.*/, ''));
    await page.reload();
    await ready(page);
    const mine = await shelved(page, 'Mine');
    assert.match(await mine.innerText(), /Dynamics CRM 2011 · \d{1,2} \w{3} \d{4} \d\d:\d\d · set aside/);
    await openRow(mine);
    await titleReads(page, 'Mine');
    assert.equal(await countOf(page, 'Dealers').inputValue(), '77');
    assert.deepEqual(record.errors, []);
  });
}

test('what is set aside can be deleted, and put back', async (t) => {
  const { page } = await visit(t);
  await ownWork(page);
  await loadExample(page, examples.callCentre);
  await (await shelved(page, 'Mine')).waitFor();
  await shelf(page).getByRole('button', { name: 'Delete “Mine”' }).click();
  await shelf(page).getByText('“Mine” is deleted from this device.').waitFor();
  assert.equal(await shelvedRows(page).count(), 0);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.aside.')).length);
  await eventually(async () => assert.equal(await kept(), 0));
  // In the list, and above the page once the list is closed.
  await page.keyboard.press('Escape');
  await button(page, 'Put it back').click();
  await eventually(async () => assert.equal(await kept(), 1));
  await (await shelved(page, 'Mine')).waitFor();
});

test('two tabs do not overwrite each other, and each keeps its own through a reload', async (t) => {
  const context = await freshProfile(t);
  const { page: one } = await open(context);
  const { page: other } = await open(context);
  await importScenario(one, scenario('A', 5));
  await saved(one, /"A"/);
  await importScenario(other, scenario('B', 6));
  await saved(other, /"B"/);
  // The other tab set aside what the first one had saved.
  await other.getByText('Another tab of this page works on “A”').waitFor();

  await countOf(one, 'Agents').fill('55');
  await saved(one, /"A"/);
  await one.getByText('Another tab of this page works on “B”').waitFor();
  await countOf(other, 'Agents').fill('66');
  await saved(other, /"B"/);

  for (const [page, name, count, foreign] of [[one, 'A', '55', 'B'], [other, 'B', '66', 'A']]) {
    await page.reload();
    await ready(page);
    await titleReads(page, name);
    assert.equal(await countOf(page, 'Agents').inputValue(), count);
    await (await shelved(page, foreign)).first().waitFor();
    await page.keyboard.press('Escape');
  }
  // Turn and turn about, a tab has one entry on the list, not one for every turn.
  for (const count of ['1', '2', '3']) {
    await countOf(one, 'Agents').fill(count);
    await saved(one, /"A"/);
    await countOf(other, 'Agents').fill(`${count}0`);
    await saved(other, /"B"/);
  }
  await button(one, 'Saved').click();
  const entries = await shelvedRows(one).count();
  assert.ok(entries <= 4, `${entries} entries`);
});

test('a file that is dropped on the page is taken in, and the work before is set aside', async (t) => {
  const { page } = await visit(t);
  await ownWork(page);
  const drop = (text) => page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'scenario.json', { type: 'application/json' }));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    return ['dragover', 'drop'].map((kind) => document.body.dispatchEvent(new DragEvent(kind, options)));
  }, text);
  assert.deepEqual(await drop(JSON.stringify(scenario('Dropped', 12))), [false, false], 'the browser does not leave the page');
  await titleReads(page, 'Dropped');
  await billLine(page, /^12 /).waitFor();
  await page.getByText('“Mine” is set aside').waitFor();
  await drop('{"format": 1, "rule');
  await page.getByRole('dialog', { name: 'Import' }).getByRole('alert').getByText(/Not imported/).waitFor();
  await page.keyboard.press('Escape');
  await titleReads(page, 'Dropped');
});

test('work that the device does not take in is told, and stays while the page is open', async (t) => {
  const context = await freshProfile(t);
  await context.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) {
      if (key.includes('.aside.')) throw new DOMException('full', 'QuotaExceededError');
      return set.call(this, key, value);
    };
  });
  const { page } = await open(context);
  await ownWork(page);
  await loadExample(page, examples.callCentre);
  await page.getByText('Not everything under Saved could be saved on this device').waitFor();
  await openRow(await shelved(page, 'Mine'));
  await titleReads(page, 'Mine');
  await totalReads(page, /\d/);
});
