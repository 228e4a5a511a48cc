// What is seen before the program runs: the first example, whole and correct, or nothing where something else will stand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, freshProfile, phone, ready, site, visit } from './harness.mjs';
import { region, total } from './seatwise.mjs';

test('the first example is there before the program, with scripts switched off', async (t) => {
  const context = await freshProfile(t, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site);
  assert.match(await page.locator('output[aria-label=Total]').innerText(), /^146,000\s+USD once$/);
  assert.equal(await page.locator('.lines > .line').count(), 4);
  assert.ok(await page.locator('#app').evaluate((app) => app.inert), 'it cannot be used yet');
});

test('the program draws the same page in its place', async (t) => {
  const context = await freshProfile(t);
  const page = await context.newPage();
  const release = await heldBack(page);
  await page.goto(site, { waitUntil: 'commit' });
  await page.locator('output[aria-label=Total]').waitFor();
  const before = await content(page);
  release();
  await ready(page);
  assert.equal(await content(page), before);
  assert.equal(await page.locator('#app').evaluate((app) => app.inert), false);
  assert.equal(await page.locator('#boot-message').count(), 0);
});

for (const [name, viewport] of Object.entries({ desktop, phone })) {
  test(`nothing jumps when the program takes over, ${name}`, async (t) => {
    const context = await freshProfile(t, { viewport });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.shift += value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const release = await heldBack(page);
    await page.goto(site, { waitUntil: 'commit' });
    await page.locator('output[aria-label=Total]').waitFor();
    await page.waitForTimeout(300);
    release();
    await ready(page);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.shift), 0);
  });
}

test('where a link or saved work will stand, the example is not seen', async (t) => {
  // What a service worker keeps cannot be held back.
  const { page } = await visit(t, { serviceWorkers: 'block' });
  const context = page.context();
  await page.getByRole('textbox', { name: /^Count of/ }).first().fill('4321');
  await page.waitForTimeout(600);
  for (const url of [`${site}#s=1.x`, site]) {
    const other = await context.newPage();
    const release = await heldBack(other);
    await other.goto(url, { waitUntil: 'domcontentloaded' });
    assert.equal(await other.locator('#app').evaluate((app) => getComputedStyle(app).visibility), 'hidden', url);
    release();
    await ready(other);
    await region(other, 'Licences').waitFor();
    assert.notEqual(await total(other).innerText(), '');
  }
});

/** Holds the program back until it is released. */
async function heldBack(page) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** What the page shows, as text, and what its fields hold. */
function content(page) {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('#app input, #app select')].map((field) => field.value);
    return JSON.stringify([document.getElementById('app').textContent, fields]);
  });
}
