// The page in German: by the browser, by the address, by the switch; numbers as the visitor writes them.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { desktop, freshProfile, open, phone, ready, site, visit } from './harness.mjs';
import { examples, violations } from './seatwise.mjs';

const sum = (page) => page.getByRole('status', { name: 'Summe', exact: true });
const named = (page, name) => page.getByRole('button', { name, exact: true });

test('a German browser reads German, with its own numbers, and asks for nothing afterwards', async (t) => {
  const { page, record } = await visit(t, { locale: 'de-DE' });
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  assert.match(await sum(page).innerText(), /^146\.000\s+USD einmalig$/);
  assert.equal(await page.getByRole('textbox', { name: 'Anzahl: Personal der Kunden' }).inputValue(), '5.000');
  await page.getByRole('button', { name: /^800 ESS-Nutzer-CAL/ }).click();
  await page.getByRole('region', { name: 'Begründung' }).waitFor();
  assert.deepEqual(record.errors, []);
  const loaded = record.requests.length;
  const count = page.getByRole('textbox', { name: 'Anzahl: Außendiensttechniker', exact: true });
  await count.fill('1.000');
  await sum(page).getByText('166.000').waitFor();
  assert.equal(record.requests.length, loaded, 'the language came before the program started');
});

test('the scripts that speak before and after the program have every language', () => {
  const web = new URL('../../web/', import.meta.url);
  const languages = readdirSync(new URL('words', web)).sort();
  for (const script of ['boot.js', 'crash.js']) {
    const source = readFileSync(new URL(`static/${script}`, web), 'utf8');
    const literal = /const texts = (\{.*?\n  \});/s.exec(source)?.[1];
    assert.ok(literal, `${script} has texts`);
    const texts = new Function(`return ${literal}`)();
    assert.deepEqual(Object.keys(texts).sort(), languages, script);
    for (const language of languages) {
      assert.deepEqual(Object.keys(texts[language]), Object.keys(texts.en), `${script}: ${language}`);
      assert.ok(Object.values(texts[language]).every((text) => text.trim()), `${script}: ${language}`);
    }
  }
});

test('an English browser loads no other language', async (t) => {
  const { page, record } = await visit(t);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.ok(record.requests.every((url) => !url.endsWith('.bin')), record.requests.join('\n'));
});

test('the address says which language, and a region writes its own numbers', async (t) => {
  const { page } = await visit(t, { url: `${site}?lang=de` });
  assert.match(await sum(page).innerText(), /^146\.000\s+USD einmalig$/);
  const { page: swiss } = await visit(t, { locale: 'de-CH' });
  assert.match(await sum(swiss).innerText(), /^146['’]000\s+USD einmalig$/);
  const { page: english } = await visit(t, { url: `${site}?lang=en`, locale: 'de-DE' });
  assert.match(await english.getByRole('status', { name: 'Total' }).innerText(), /^146,000\s+USD once$/);
});

test('the switch is remembered, and keeps the work', async (t) => {
  const context = await freshProfile(t);
  const { page } = await open(context);
  await page.getByRole('textbox', { name: 'Count of Field technicians', exact: true }).fill('900');
  await page.getByRole('status', { name: 'Total' }).getByText('156,000').waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
  await sum(page).getByText('156.000').waitFor();
  const { page: again } = await open(context);
  await sum(again).getByText('156.000').waitFor();
  await again.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
  await again.getByRole('status', { name: 'Total' }).getByText('156,000').waitFor();
});

test('without its texts the page is English and says so', async (t) => {
  const context = await freshProfile(t, { locale: 'de-DE' });
  const page = await context.newPage();
  await page.route('**/*.bin', (route) => route.abort());
  await page.goto(site);
  await ready(page);
  await page.getByText('The texts in your language could not be loaded').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

test('a browser of a language that there is not reads English', async (t) => {
  const { page } = await visit(t, { locale: 'fr-FR' });
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('button', { name: examples.fieldService }).or(named(page, 'Share')).first().waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [desktop, phone]) {
    test(`axe finds nothing in German, ${colorScheme}, ${viewport.width} px`, async (t) => {
      const { page } = await visit(t, { locale: 'de-DE', colorScheme, viewport });
      assert.deepEqual(await violations(page), [], 'as it starts');
      await page.getByRole('button', { name: /^800 ESS-Nutzer-CAL/ }).click();
      await page.getByRole('region', { name: 'Begründung' }).waitFor();
      assert.deepEqual(await violations(page), [], 'with a reason open');
      await named(page, 'Teilen').click();
      await page.getByRole('dialog', { name: 'Teilen' }).waitFor();
      assert.deepEqual(await violations(page), [], 'with the share dialog open');
    });
  }
}

test('no German screen from 320 to 1600 px scrolls sideways', async (t) => {
  const { page } = await visit(t, { locale: 'de-DE' });
  await page.getByRole('button', { name: /^800 ESS-Nutzer-CAL/ }).click();
  for (const width of [320, 360, 480, 768, 1024, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(beyond <= 0, `${beyond} px too wide at ${width} px`);
    assert.ok(await sum(page).isVisible(), `the total is shown at ${width} px`);
  }
});
