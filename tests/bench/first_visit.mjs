// A first visit on a slow connection and a slow processor: when something is seen, when it can be typed into, and
// whether anything jumps in between.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ready } from '../e2e/harness.mjs';
import { serve } from '../serve.mjs';
import { inProfile } from './profile.mjs';
import { quantile } from './quantile.mjs';

const dist = new URL('../../dist', import.meta.url).pathname;
/** 1.6 Mbit/s with a round trip of 150 ms, and a processor four times slower than this one. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

let measured;

/** `{ paint, ready, shift }`: medians of five visits, in milliseconds, and the most that the layout shifted. */
export function firstVisit() {
  measured ??= visits();
  return measured;
}

async function visits() {
  const folder = await compressed();
  const { server, url } = await serve(folder);
  const samples = [];
  for (let n = 0; n < 5; n += 1) samples.push(await inProfile((context) => visit(context, url)));
  server.close();
  await rm(folder, { recursive: true });
  const middle = (part) => quantile(samples.map((sample) => sample[part]), 0.5);
  return { paint: middle('paint'), ready: middle('ready'), shift: Math.max(...samples.map(({ shift }) => shift)) };
}

/** The page as hosts keep it, each file compressed once. */
async function compressed() {
  const folder = await mkdtemp(join(tmpdir(), 'seatwise-'));
  await cp(dist, folder, { recursive: true });
  // What partners load stands in a folder of its own, which a visit does not ask for.
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { name } of files) {
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(await readFile(join(folder, name))));
  }
  return folder;
}

async function visit(context, url) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.visit = { shift: 0 };
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.visit.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') window.visit.paint = startTime;
    }).observe({ type: 'paint', buffered: true });
    new MutationObserver(() => {
      if (document.documentElement.hasAttribute('data-seatwise-ready')) window.visit.ready ??= performance.now();
    }).observe(document, { attributes: true, subtree: true });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await ready(page);
  await page.waitForTimeout(300);
  return page.evaluate(() => window.visit);
}
