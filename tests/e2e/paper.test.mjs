// The page on paper: a document with the answer first, of few pages, and nothing of the screen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { site, visit } from './harness.mjs';
import { button, countOf, entry, examples, importScenario, loadExample, openRules, region, stepUps, total } from './seatwise.mjs';

/** The part of a sheet of A4 within the margins of the document, in CSS pixels. */
const sheet = { width: Math.floor((210 - 2 * 16) * 96 / 25.4), height: Math.floor((297 - 15 - 16) * 96 / 25.4) };

/** How many sheets a PDF has. */
const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const paper = (page) => page.locator('article.paper');

/** Shows on the screen what is printed, on a window of a sheet's width. */
async function onPaper(page) {
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await paper(page).waitFor();
}

/** Where the first place of a text in the document ends, from its top. */
const endOf = (page, text) => paper(page).getByText(text).first().evaluate((found) => {
  const document = found.closest('.paper').getBoundingClientRect();
  return found.getBoundingClientRect().bottom - document.top;
});

test('the first example fills one to three sheets, and the answer stands on the first', async (t) => {
  const { page, record } = await visit(t);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  assert.ok(pages(pdf) >= 1 && pages(pdf) <= 3, `${pages(pdf)} sheets`);

  await onPaper(page);
  for (const text of ['146,000 USD once', '80,000 USD once', '100 USD once', 'External Connector', 'Field technicians']) {
    const end = await endOf(page, text);
    assert.ok(end > 0 && end < sheet.height, `${text} ends at ${end} of ${sheet.height}`);
  }
  const headings = await paper(page).locator('h2').allInnerTexts();
  assert.deepEqual(headings.slice(0, 2), ['The cheapest lawful mix', 'Organisation']);
  for (const heading of ['Reasons', 'Prices', 'Sources', 'Open it again']) assert.ok(headings.includes(heading), headings.join());
  assert.deepEqual(record.errors, []);
});

test('what is printed is the document alone, and the screen never shows it', async (t) => {
  const { page } = await visit(t);
  await onPaper(page);
  for (const part of ['.bar-top', '.organisation', '.answer', '.insights .card', '.pinned']) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  const { title, whole } = await paper(page).locator('h1').evaluate((found) => ({
    title: found.textContent, whole: found.scrollWidth <= found.clientWidth,
  }));
  assert.equal(title, 'Field service with a customer portal');
  assert.ok(whole, 'the title is not cut');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing stands beyond the sheet');

  await page.emulateMedia({ media: 'screen' });
  assert.equal(await paper(page).isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await paper(page).waitFor({ state: 'detached' });
});

test('the link on paper opens what was printed', async (t) => {
  const { page } = await visit(t);
  await countOf(page, 'Field technicians').fill('900');
  await onPaper(page);
  const link = await paper(page).locator('.address a').getAttribute('href');
  assert.ok(link.startsWith(`${site}#s=1.`), link);
  const reader = await visit(t, { url: link });
  assert.match(await total(reader.page).innerText(), /156,000/);
});

test('a larger organisation with questions, owned licences and a very long name prints whole', async (t) => {
  const { page } = await visit(t);
  const long = 'Aussendienst'.repeat(12);
  const people = Array.from({ length: 30 }, (_, place) => ({
    id: `group-${place}`, name: place === 7 ? long : `Department ${place + 1}`, count: 10 + place, relationship: 'employee',
  }));
  const uses = people.map(({ id }, place) => ({
    people: id, access: 'client', activities: [place % 2 ? 'opportunity.write' : 'case.write'],
  }));
  const organisation = { people, servers: stepUps.organisation.servers, uses };
  await importScenario(page, { ...stepUps, title: 'Thirty departments', organisation });
  await region(page, 'Owned against needed').waitFor();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  assert.ok(pages(pdf) >= 2 && pages(pdf) <= 6, `${pages(pdf)} sheets`);
  await onPaper(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing stands beyond the sheet');
  const answer = await paper(page).locator('.paper-total').boundingBox();
  assert.ok(answer.y + answer.height < sheet.height, 'the total stands on the first sheet');
  const headings = await paper(page).locator('h2, h3').allInnerTexts();
  for (const heading of ['Already owned', 'Owned against needed', 'Open questions and remarks']) {
    assert.ok(headings.includes(heading), headings.join());
  }
});

test('who is not counted stands beside the total, and what the rulebook has open is printed behind', async (t) => {
  const { page } = await visit(t);
  await loadExample(page, examples.mixedOffice);
  const rules = await openRules(page);
  await rules.locator('details details summary').first().click();
  await onPaper(page);
  assert.match(await paper(page).innerText(), /at least 52,900 USD once\s[^]*35 people not counted/);
  assert.ok(await rules.locator('.entry').first().isVisible());
  const [end, begin] = await page.evaluate(() => [
    document.querySelector('.paper').getBoundingClientRect().bottom, document.querySelector('.rulebook').getBoundingClientRect().top,
  ]);
  assert.ok(begin >= end, 'the rulebook comes after the document');
});

test('Print under Export draws the document before it prints', async (t) => {
  const { page } = await visit(t);
  await page.evaluate(() => {
    window.print = () => { window.printed = document.querySelector('.paper .paper-total')?.textContent; };
  });
  await button(page, 'Export').click();
  await entry(page, /^Print/).click();
  await page.waitForFunction(() => 'printed' in window);
  assert.equal(await page.evaluate(() => window.printed), '146,000 USD once');
});
