// A real Chromium, and pages that remember what they asked for and what went wrong.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

/** Where the page is served: under a sub-path, and at the root of a host. */
export const site = served('SEATWISE_URL');
export const rootSite = process.env.SEATWISE_ROOT_URL;

/** The two ends of the range of screens. */
export const desktop = { width: 1440, height: 900 };
export const phone = { width: 360, height: 740 };

let running;

/** The browser of this test file, started when the first page is opened. */
export function browser(extraArgs = []) {
  running ??= chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...extraArgs,
    ],
  });
  return running;
}

export async function closeBrowser() {
  await (await running)?.close();
  running = undefined;
}

/** Opens a fresh profile that ends with the test `t`. */
export async function freshProfile(t, options = {}) {
  const context = await (await browser()).newContext({
    viewport: desktop,
    locale: 'en-US',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  context.setDefaultTimeout(10_000);
  t.after(() => context.close());
  return context;
}

/** Opens the page in a profile, waits until its first result is painted, and returns it with its record. */
export async function open(context, url = site) {
  const page = await context.newPage();
  const record = recordOf(page);
  await page.goto(url);
  await ready(page);
  return { page, record };
}

/** Opens the page in a fresh profile. */
export async function visit(t, { url = site, ...options } = {}) {
  return open(await freshProfile(t, options), url);
}

/** Waits until the first result is painted and all of the page is there. */
export async function ready(page) {
  await usable(page);
  await page.locator('[data-seatwise-whole]').waitFor({ state: 'attached' });
}

/** Waits until the first result is painted: the page can be used, and its later module may be on its way. */
export function usable(page) {
  return page.locator('[data-seatwise-ready]').waitFor({ state: 'attached' });
}

/** What a page has asked for and complained about, kept up to date. */
export function recordOf(page) {
  const record = { requests: [], errors: [] };
  page.on('request', (request) => record.requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') record.errors.push(message.text());
  });
  page.on('pageerror', (error) => record.errors.push(String(error)));
  return record;
}

if (process.env.NODE_TEST_CONTEXT) after(closeBrowser);

function served(name) {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set; run \`cargo xtask test e2e\`, or serve the page and set it`);
  return url;
}

function chromiumPath() {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.map((folder) => join(folder, 'chromium')).find((file) => existsSync(file));
  if (!found) throw new Error('no chromium on PATH; set CHROMIUM to one');
  return found;
}
