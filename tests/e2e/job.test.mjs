// The main job, end to end: an example, a changed count, the bill, its reason, the link, a fresh profile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootSite, site, visit } from './harness.mjs';
import {
  bill, billLine, button, countOf, entry, examples, loadExample, openReason, region, rulebook, share, total, totalReads,
} from './seatwise.mjs';

test('from an example to a link that a fresh profile opens', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.fieldService);
  await totalReads(page, /146,000/);

  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).waitFor();
  await totalReads(page, /156,000/);

  const reason = await openReason(page, billLine(page, /^900 .*ESS/));
  await reason.waitFor();
  assert.ok((await reason.innerText()).length > 40, 'the reason is a sentence at least');
  assert.ok(await reason.locator('cite').count() > 0, 'the reason cites a source');

  const { dialog, link } = await share(page);
  assert.ok(link.startsWith(`${site}#s=1.`), `${link} is a link of version 1 to this page`);
  assert.ok(link.length < 2_000, `${link.length} characters`);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);

  const elsewhere = await visit(t, { url: link });
  await billLine(elsewhere.page, /^900 .*ESS/).waitFor();
  assert.deepEqual(await bill(elsewhere.page), await bill(page));
  assert.deepEqual([...record.errors, ...elsewhere.record.errors], []);
});

test('the bill follows every keystroke', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').press('Control+a');
  for (const [key, quantity] of [['7', '7'], ['5', '75'], ['0', '750']]) {
    await page.keyboard.press(key);
    await billLine(page, new RegExp(`^${quantity} .*ESS`)).waitFor();
  }
});

test('every example gives a bill', async (t) => {
  const { page } = await visit(t);
  for (const name of Object.values(examples)) {
    await loadExample(page, name);
    assert.match(await total(page).innerText(), /\d/, name);
    assert.ok(await region(page, 'Organisation').isVisible());
  }
});

test('shifts share device licences', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.callCentre);
  await billLine(page, /Device CAL/).waitFor();
  const { lines } = await bill(page);
  assert.equal(quantity(lines, /Device CAL/), 50, lines.join('; '));
  assert.equal(quantity(lines, /User CAL/), 30, lines.join('; '));
});

/** How many licences of a kind a bill counts. */
function quantity(lines, kind) {
  const counts = lines.filter((line) => kind.test(line)).map((line) => Number(/^[\d,]+/.exec(line)[0].replace(',', '')));
  return counts.reduce((sum, count) => sum + count, 0);
}

test('undo takes a change back and redo brings it again', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await totalReads(page, /156,000/);
  await button(page, 'Undo').click();
  await totalReads(page, /146,000/);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '800');
  await button(page, 'Redo').click();
  await totalReads(page, /156,000/);
  assert.equal(await countOf(page, 'Field technicians').inputValue(), '900');
});

test('after loading, the page asks nobody anything and logs no error', async (t) => {
  const { page, record } = await visit(t);
  await page.waitForLoadState('networkidle');
  const loaded = record.requests.length;
  const own = new URL(site).origin;
  assert.deepEqual(record.requests.filter((url) => new URL(url).origin !== own), [], 'only its own host is asked');

  await loadExample(page, examples.mixedOffice);
  await loadExample(page, examples.fieldService);
  await countOf(page, 'Field technicians').fill('900');
  await billLine(page, /^900 .*ESS/).click();
  const { dialog } = await share(page);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await page.keyboard.press('Escape');
  await button(page, 'Undo').click();
  await page.waitForLoadState('networkidle');

  assert.deepEqual(record.requests.slice(loaded), []);
  assert.deepEqual(record.errors, []);
});

test('the page works at the root of a host as well', { skip: !rootSite }, async (t) => {
  const { page, record } = await visit(t, { url: rootSite });
  await loadExample(page, examples.fieldService);
  await totalReads(page, /146,000/);
  assert.deepEqual(record.errors, []);
});

test('a number that cannot be read says what can, and stays until it is mended', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  const field = countOf(page, 'Field technicians');
  for (const wrong of ['-5', 'abc', '12.5', '4294967296', '100000001']) {
    await field.fill(wrong);
    await page.getByRole('alert').getByText('A whole number from 0 to 100,000,000. 800 is used until this is corrected.').waitFor();
    await field.blur();
    assert.equal(await field.inputValue(), wrong);
    await totalReads(page, /146,000/);
  }
  await field.fill('900');
  await totalReads(page, /156,000/);
  assert.equal(await page.getByRole('alert').count(), 0);
});

test('a product of another kind asks before it takes the place of what is described', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.mixedOffice);
  const before = await bill(page);
  const windows = async () => {
    const name = await rulebook(page).evaluate((list) => [...list.options].find((it) => it.text.startsWith('Windows Server 2008')).text);
    await rulebook(page).selectOption({ label: name });
  };
  const chosen = () => rulebook(page).evaluate((list) => list.selectedOptions[0].text);
  const dialog = page.getByRole('dialog', { name: 'Another kind of product' });
  await windows();
  await dialog.waitFor();
  assert.deepEqual(await bill(page), before, 'nothing has changed yet');
  await dialog.getByRole('button', { name: 'Stay with the present product' }).click();
  assert.match(await chosen(), /^Dynamics CRM 2011/);

  await windows();
  await dialog.getByRole('button', { name: 'Keep the groups, with ordinary uses' }).click();
  await billLine(page, /Windows Server/).first().waitFor();
  assert.match(await chosen(), /^Windows Server 2008/);
  assert.doesNotMatch(await region(page, 'Organisation').innerText(), /do everything|records\.read/);
  await totalReads(page, /[1-9]/);
  await button(page, 'Undo').click();
  assert.deepEqual(await bill(page), before);
  assert.match(await chosen(), /^Dynamics CRM 2011/);
  assert.deepEqual(record.errors, []);
});

test('there is no total before somebody uses something, and none is told as whole that leaves people out', async (t) => {
  const { page } = await visit(t);
  await button(page, 'Examples').click();
  await entry(page, /^Blank/).click();
  await countOf(page, 'Group 1').fill('830');
  await region(page, 'Licences').getByText('Say what the 830 people use.').waitFor();
  assert.equal(await region(page, 'Licences').getByText('proved').count(), 0);
  assert.match(await total(page).innerText(), /^\s*–\s*$/);

  // From the group, the list begins with how they use it and what they do; what is offered is taken.
  await button(page, 'State what they use').click();
  await page.getByRole('dialog', { name: 'To do what?' }).getByRole('combobox', { name: 'Through' }).waitFor();
  await page.getByRole('dialog', { name: 'To do what?' }).getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Escape');
  await totalReads(page, /USD once/);

  await loadExample(page, examples.mixedOffice);
  await totalReads(page, /at least\s+52,900\s+USD once/);
  await region(page, 'Licences').getByText('35 people not counted').waitFor();
  assert.equal(await region(page, 'Licences').getByText('proved').count(), 0);
  await page.setViewportSize({ width: 360, height: 740 });
  assert.match(await page.locator('footer').innerText(), /35 people not counted\s+at least 52,900 USD once/);
});

test('what is taken away can be had back', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  const before = await bill(page);
  await button(page, 'More for Field technicians').click();
  await entry(page, 'Remove').click();
  const notice = page.getByRole('status').filter({ hasText: 'Field technicians and 1 use removed.' });
  await notice.waitFor();
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  assert.deepEqual(await bill(page), before);
  assert.equal(await notice.count(), 0);
});

test('a link that leaves own prices out says so to both sides', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.fieldService);
  await region(page, 'Licences').getByRole('button', { name: /assumption/ }).click();
  await page.getByRole('textbox', { name: 'Discount on every price (%)' }).fill('10');
  await page.keyboard.press('Escape');
  await totalReads(page, /131,400/);
  await region(page, 'Licences').getByText('less 10 %').waitFor();
  const { dialog, link } = await share(page);
  await dialog.getByText('the reader sees 146,000 USD once, by the price book, where you see 131,400 USD once').waitFor();
  const reader = await visit(t, { url: link });
  await totalReads(reader.page, /146,000/);
  await reader.page.getByText('The sender of this link left own prices out').waitFor();
  await dialog.getByRole('checkbox').check();
  await dialog.getByText('The reader sees the same total: 131,400 USD once.').waitFor();
  const whole = await visit(t, { url: await dialog.getByRole('textbox', { name: 'Link' }).inputValue() });
  await totalReads(whole.page, /131,400/);
  assert.equal(await whole.page.getByText('left own prices out').count(), 0);
});
