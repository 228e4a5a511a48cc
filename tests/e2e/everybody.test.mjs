// Everybody can use the page: bars, fields, movement and long lists. Every view by itself is looked at by `faults.mjs`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone, site, visit } from './harness.mjs';
import { billLines, button, eventually, importScenario } from './seatwise.mjs';
import { sixtyGroups, views, words } from './views.mjs';

test('the bar at the top has at most three rows on a phone, and shows whole names on a screen', async (t) => {
  for (const lang of ['en', 'de']) {
    const { page } = await visit(t, { url: `${site}?lang=${lang}`, viewport: phone });
    const { height } = await page.locator('.bar-top').boundingBox();
    assert.ok(height <= 140, `${lang}: ${height} px`);
    await page.setViewportSize(desktop);
    const cut = await page.locator('#title').evaluate((title) => title.scrollWidth - title.clientWidth);
    assert.ok(cut <= 0, `${lang}: ${cut} px of the title are cut`);
    const room = await page.locator('.bar-top .rules select').evaluate((select) => {
      const shown = select.getBoundingClientRect().width;
      select.style.flex = 'none';
      select.style.maxInlineSize = 'none';
      return shown - select.getBoundingClientRect().width;
    });
    assert.ok(room >= 0, `${lang}: ${-room} px of the rulebook's name are cut`);
  }
});

test('fields are large enough for fingers: a phone does not zoom in', async (t) => {
  const { page } = await visit(t, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  for (const { reach } of [views['owned-licences'], views.prices]) {
    await reach(page, words('en'));
    const small = await page.evaluate(() => {
      const fields = [...document.querySelectorAll('input:not([type=checkbox], [type=file]), select, textarea')];
      const seen = fields.filter((it) => it.checkVisibility());
      return seen.filter((it) => Number.parseFloat(getComputedStyle(it).fontSize) < 16).map((it) => it.outerHTML.slice(0, 120));
    });
    assert.deepEqual(small, []);
  }
});

test('a name that is one long word breaks: nothing is wider than a phone', async (t) => {
  const { page } = await visit(t, { viewport: phone });
  const name = page.getByRole('textbox', { name: 'Name of group 1', exact: true });
  await name.fill('Donaudampfschifffahrtsgesellschaftskapitänsmützenabteilungsleiterinnen');
  await name.press('Tab');
  await page.locator('.use .tok', { hasText: 'Donaudampf' }).waitFor();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${beyond} px too wide`);
});

test('nothing moves for who asked for that', async (t) => {
  const { page } = await visit(t, { reducedMotion: 'reduce' });
  await page.getByRole('textbox', { name: 'Count of Field technicians', exact: true }).fill('900');
  const longest = await page.evaluate(() => {
    const times = document.getAnimations().map((it) => Number(it.effect.getComputedTiming().activeDuration));
    return Math.max(0, ...times);
  });
  assert.ok(longest <= 10, `an animation of ${longest} ms`);
});

test('sixty groups keep the order of the visitor; the list of a new use is in sight and is narrowed down', async (t) => {
  const { page, record } = await visit(t, { viewport: desktop });
  await importScenario(page, sixtyGroups);
  const line = billLines(page).first();
  await line.getByText('Department 1 (10), Department 2 (10), Department 3 (10) and 56 more').waitFor();

  await button(page, 'Add use').click();
  const list = page.getByRole('dialog', { name: 'Who uses it?' });
  await list.waitFor();
  const box = await list.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= desktop.height, 'the list of the new use is in sight');
  const sentence = await page.locator('.use').last().boundingBox();
  assert.ok(sentence.y >= 0 && sentence.y + sentence.height <= desktop.height, `its sentence is in sight, at ${sentence.y} px`);
  await list.getByRole('textbox', { name: 'Find in this list' }).fill('ment 59');
  await eventually(async () => {
    assert.deepEqual(await list.locator('.choice span').allTextContents(), ['Department 59']);
  });
  assert.deepEqual(record.errors, []);
});
