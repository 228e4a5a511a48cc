// Pictures of every view in every width, light and dark: `cargo xtask screenshots [FOLDER]`. `SEATWISE_LANG=de` takes them
// in German; `SEATWISE_VIEWS` takes only the views whose names match it.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, desktop, freshProfile, phone } from './harness.mjs';
import { reachView, views } from './views.mjs';

const folder = process.argv[2] ?? 'target/screenshots';
const lang = process.env.SEATWISE_LANG ?? 'en';
const wanted = new RegExp(process.env.SEATWISE_VIEWS ?? '');
const windows = [desktop, { width: 768, height: 1024 }, phone];
/** A sheet of A4 without its margins. */
const sheet = { width: 672, height: 1005 };

/** A picture is at most as many windows long. */
const LONGEST = 3;
/** Room around a part for the bars at the top and at the bottom. */
const BARS = 200;

mkdirSync(folder, { recursive: true });
let failed = 0;
for (const [name, view] of Object.entries(views).filter(([name]) => wanted.test(name))) {
  for (const window of view.printed ? [sheet] : windows) await take(name, view, window);
}
await closeBrowser();
process.exitCode = failed > 0 ? 1 : 0;

/** Takes a view in both themes. A view that cannot be reached shows how far it got, and is named. */
async function take(name, view, window) {
  const end = [];
  const context = await freshProfile({ after: (work) => end.push(work) }, { viewport: window });
  context.setDefaultTimeout(4_000);
  try {
    await reachView(context, view, lang).catch((error) => {
      failed += 1;
      console.error(`${name} at ${window.width} px shows how far it got: ${error.message.split('\n')[0]}`);
    });
    const [page] = context.pages();
    // What the pointer happens to lie on would look chosen.
    await page.mouse.move(0, 0);
    const part = view.framed ? 'iframe' : view.part;
    if (part) await makeRoom(page, part, window);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const file = join(folder, `${name}-${window.width}-${colorScheme}.png`);
      await page.screenshot({ path: file });
      console.log(file);
    }
  } finally {
    for (const work of end) await work();
  }
}

/** Scrolls to a part of the page, in a window that is long enough for it. */
async function makeRoom(page, part, window) {
  const target = page.locator(part).first();
  if (!await target.isVisible()) return;
  const { height } = await target.boundingBox();
  const needed = Math.min(Math.ceil(height) + BARS, LONGEST * window.height);
  await page.setViewportSize({ width: window.width, height: Math.max(window.height, needed) });
  const block = needed > window.height ? 'start' : 'center';
  await target.evaluate((it, at) => it.scrollIntoView({ block: at }), block);
}
