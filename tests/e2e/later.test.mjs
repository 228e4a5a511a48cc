// The later module: what a first visit can do before it is there, and what is told where it never comes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshProfile, ready, site, usable, visit } from './harness.mjs';
import { button, countOf, region, total } from './seatwise.mjs';

const module = '**/seatwise-later-*.wasm';

test('a first visit counts before the later module is there; what was asked for in the meantime follows', async (t) => {
  const { page, release } = await heldBack(t);
  await page.goto(site);
  await usable(page);
  assert.ok(await region(page, 'Comparison').isVisible(), 'the cards below stand as they came');
  await countOf(page, 'Executives').fill('30');
  await assert.doesNotReject(total(page).filter({ hasText: '149,000' }).waitFor());
  await button(page, 'Share').click();
  await page.getByText('This part of the page is still being loaded.').waitFor();
  // The address would follow the work by now, and nothing can write a link yet.
  await page.waitForTimeout(1_300);
  await release();
  await page.getByRole('dialog', { name: 'Share' }).waitFor();
  await page.keyboard.press('Escape');
  assert.match(await region(page, 'Comparison').innerText(), /149,000/);
  await page.waitForFunction(() => location.hash.startsWith('#s='), undefined, { timeout: 3_000 });
});

test('a file that is dropped before the later module is there is opened once it is', async (t) => {
  const { page, release } = await heldBack(t);
  await page.goto(site);
  await usable(page);
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File(['Name,Count\nDrivers,25\n'], 'people.csv', { type: 'text/csv' }));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await page.getByText('This part of the page is still being loaded.').waitFor();
  await release();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Drivers/);
});

test('where the later module never comes, the page says so after some tries, and counts', async (t) => {
  const context = await freshProfile(t, { serviceWorkers: 'block' });
  const page = await context.newPage();
  let tries = 0;
  await page.route(module, (route) => {
    tries += 1;
    return route.abort();
  });
  await page.clock.install();
  await page.goto(site);
  await usable(page);
  const told = page.getByRole('alert').filter({ hasText: 'A part of the page could not be loaded' });
  while (!(await told.isVisible())) {
    assert.ok(tries < 10, `${tries} tries and no word`);
    await page.clock.runFor(5_000);
  }
  assert.ok(tries > 1, 'it was tried once more');
  await countOf(page, 'Executives').fill('30');
  await total(page).filter({ hasText: '149,000' }).waitFor();
});

test('who comes back to saved work waits for it, and is told where it does not come', async (t) => {
  const { page } = await visit(t, { serviceWorkers: 'block' });
  await countOf(page, 'Executives').fill('30');
  await page.waitForTimeout(600);
  await page.route(module, (route) => route.abort());
  await page.reload();
  const told = page.getByRole('alert').filter({ hasText: 'Seatwise could not start: a part of it did not arrive.' });
  await told.waitFor();
  await page.unroute(module);
  await page.reload();
  await ready(page);
  assert.match(await total(page).innerText(), /149,000/);
});

/** A page whose later module is held back until it is released; `release` returns once that was asked for. */
async function heldBack(t) {
  // What a service worker keeps would not come this way.
  const context = await freshProfile(t, { serviceWorkers: 'block' });
  const page = await context.newPage();
  let pass;
  const passed = new Promise((resolve) => { pass = resolve; });
  let ask;
  const asked = new Promise((resolve) => { ask = resolve; });
  await page.route(module, async (route) => {
    ask();
    await passed;
    await route.continue();
  });
  const release = async () => {
    await asked;
    pass();
  };
  return { page, release };
}
