// The words of licensing are explained where they stand, and all of them in the glossary.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone, visit } from './harness.mjs';
import { billLines, button, eventually, examples, loadExample, openReason, region, violations } from './seatwise.mjs';

/** A word that is explained, by the part of the page in which it stands. */
const word = (part, name) => part.locator('.term').filter({ hasText: name }).first();

/** The explanation of a word, by the full name of the word. */
const explanation = (page, name) => page.getByRole('dialog', { name, exact: true });

const isFocused = (element) => element.evaluate((it) => it === document.activeElement);

test('CAL is spelt out beside the bill, and a word opens its meaning with its clause and gives the focus back', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.fieldService);
  const bill = region(page, 'Licences');
  await bill.getByText('client access licence (CAL)').waitFor();
  const external = word(bill, 'External Connector');
  for (const key of ['Enter', 'Space']) {
    await external.focus();
    await page.keyboard.press(key);
    const opened = explanation(page, 'External Connector');
    await opened.waitFor();
    assert.ok(await isFocused(opened), 'the explanation is read first');
    assert.match(await opened.innerText(), /any number of external people, in place of a CAL for each\./);
    assert.match(await opened.locator('cite').first().innerText(), /Licensing Guide.*page 12/s);
    await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'hidden' });
    assert.ok(await isFocused(external), 'the focus returns to the word');
  }
  assert.deepEqual(record.errors, []);
});

test('words are explained in a reason, in the list of a sentence, and under another rulebook by its own clauses', async (t) => {
  const { page, record } = await visit(t);
  await loadExample(page, examples.fieldService);
  const reason = await openReason(page, billLines(page).filter({ hasText: 'External Connector' }));
  const text = await reason.locator('.headline').first().innerText();
  await word(reason, /connector/i).click();
  await explanation(page, 'External Connector').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await reason.locator('.headline').first().innerText(), text, 'the text stays as it was');

  await page.getByRole('button', { name: /^Through what: a portal/ }).first().click();
  const list = page.getByRole('dialog', { name: 'Through what?' });
  await word(list, 'pooled').click();
  const pooled = explanation(page, 'pooled access (multiplexing)');
  await pooled.waitFor();
  await page.keyboard.press('Escape');
  await pooled.waitFor({ state: 'hidden' });
  assert.ok(await list.isVisible(), 'only the explanation was closed');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  assert.deepEqual(record.errors, []);
});

test('the glossary is reached from the header, from a word and from the rulebook, and is narrowed down', async (t) => {
  const { page, record } = await visit(t);
  const glossary = page.getByRole('dialog', { name: 'Glossary' });
  await button(page, 'Help').click();
  await page.getByRole('button', { name: /^Glossary/ }).first().click();
  await glossary.waitFor();
  const all = await glossary.getByRole('term').count();
  assert.ok(all >= 30, `${all} words`);
  await glossary.getByRole('textbox', { name: 'Find a word' }).fill('attach');
  await eventually(async () => assert.ok(await glossary.getByRole('term').count() < all));
  await glossary.getByText('base and attach licence').waitFor();
  await page.keyboard.press('Escape');
  await glossary.waitFor({ state: 'hidden' });

  await word(region(page, 'Licences'), /^ESS/).click();
  await explanation(page, 'ESS (Employee Self Service)').getByRole('button', { name: 'Glossary' }).click();
  await glossary.waitFor();
  await page.keyboard.press('Escape');
  await glossary.waitFor({ state: 'hidden' });

  await region(page, 'Rules and sources').getByRole('button', { name: 'Glossary' }).click();
  await glossary.getByText('ESS (Employee Self Service)').waitFor();
  await glossary.locator('div').filter({ hasText: /^ESS/ }).getByText('1 clause').first().click();
  await glossary.locator('cite').filter({ visible: true }).first().waitFor();
  assert.deepEqual(record.errors, []);
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [desktop, phone]) {
    test(`axe finds nothing in explanations and the glossary, ${colorScheme}, ${viewport.width} px`, async (t) => {
      const { page } = await visit(t, { colorScheme, viewport });
      await loadExample(page, examples.fieldService);
      await word(region(page, 'Licences'), 'External Connector').click();
      await explanation(page, 'External Connector').waitFor();
      assert.deepEqual(await violations(page), [], 'with an explanation open');
      await explanation(page, 'External Connector').getByRole('button', { name: 'Glossary' }).click();
      const glossary = page.getByRole('dialog', { name: 'Glossary' });
      await glossary.waitFor();
      assert.deepEqual(await violations(page), [], 'with the glossary open');
      for (const width of [320, 360]) {
        await page.setViewportSize({ width, height: 740 });
        const beyond = await glossary.evaluate((it) => it.scrollWidth - it.clientWidth);
        assert.ok(beyond <= 0, `${beyond} px too wide at ${width} px`);
      }
    });
  }
}
