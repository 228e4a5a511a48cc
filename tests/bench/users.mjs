// The user analysis on a million users, beside DuckDB-WASM on the same file in the same run of the browser.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from '../e2e/harness.mjs';
import { button, region } from '../e2e/seatwise.mjs';
import { manyUsers } from './many_users.mjs';
import { inProfile } from './profile.mjs';

const measured = new Map();

/** `{ worker, whole, longest, memory, counts, wanted }` of so many users; times in milliseconds, memory in MB. */
export function userAnalysis(users) {
  if (!measured.has(users)) measured.set(users, withFile(users, count));
  return measured.get(users);
}

let database;

/** How long DuckDB takes for a million users, in milliseconds. */
export function duckdb() {
  database ??= withFile(1_000_000, async (file, wanted) => inProfile(async (context) => {
    const page = await context.newPage();
    await page.goto(process.env.SEATWISE_DUCKDB_URL);
    await page.waitForFunction(() => window.isReady);
    await page.locator('input').setInputFiles(file);
    const sql = readFileSync(new URL('users.sql', import.meta.url), 'utf8');
    const { milliseconds, counts } = await page.evaluate(
      (query) => window.classify(document.querySelector('input').files[0], query), sql,
    );
    same(counts, wanted, 'DuckDB');
    return milliseconds;
  }));
  return database;
}

async function withFile(users, work) {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-'));
  try {
    const { text, counts } = manyUsers(users);
    const file = join(folder, 'users.csv');
    writeFileSync(file, text);
    return await work(file, counts);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const names = { 'Full licence': 'full', 'Team Members licence': 'team-member', 'No licence': 'none' };

async function count(file, wanted) {
  return inProfile(async (context) => {
    const { page } = await open(context);
    const view = region(page, 'User analysis');
    await button(view, 'Analyse users').click();
    await view.locator('input[type=file]').setInputFiles(file);
    await button(view, 'Count users').waitFor();
    await page.evaluate(() => {
      // Tasks of the main thread that take longer than 50 ms are the browser's to tell; the longest gap between two
      // turns of the event loop says it of all.
      window.longest = 0;
      window.longTasks = [];
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ entryTypes: ['longtask'] });
      const { port1, port2 } = new MessageChannel();
      let last = performance.now();
      port1.onmessage = () => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
        if (!window.done) setTimeout(() => port2.postMessage(null), 1);
      };
      port2.postMessage(null);
    });
    const start = Date.now();
    await button(view, 'Count users').click();
    await view.getByText(/users, counted in/).waitFor();
    const whole = Date.now() - start;
    const { longTasks, memory } = await page.evaluate(() => {
      window.done = true;
      return { longTasks: window.longTasks, memory: Number(document.querySelector('[data-worker-bytes]')?.dataset.workerBytes) };
    });
    const said = await view.getByText(/users, counted in/).innerText();
    const worker = 1000 * Number(/in ([\d.,]+) s/.exec(said)[1].replace(',', '.'));
    const rows = await region(page, 'mscrm-addons').locator('.class > p').allInnerTexts();
    const counts = Object.fromEntries(rows.map((row) => {
      const [, number, name] = /^(\S+)\s+(.+)$/s.exec(row.trim());
      return [names[name] ?? name, Number(number.replaceAll(',', ''))];
    }));
    same(counts, wanted, 'the page');
    return { worker, whole, longest: Math.max(0, ...longTasks), memory: memory / 1e6 };
  });
}

function same(counts, wanted, who) {
  for (const [kind, users] of Object.entries(wanted)) {
    if (counts[kind] !== users) throw new Error(`${who} counts ${counts[kind]} ${kind}, and there are ${users}`);
  }
}
