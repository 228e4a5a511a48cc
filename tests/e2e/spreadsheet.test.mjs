// The spreadsheet: loaded when it is asked for, and opened by LibreOffice, which works its sums out anew.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeBrowser, visit } from './harness.mjs';
import { button } from './seatwise.mjs';

after(closeBrowser);

const office = spawnSync('soffice', ['--version']).status === 0;
// `cargo xtask test` brings LibreOffice; a test that nobody could run must not pass in silence.
const skip = office || process.env.CI ? false : 'LibreOffice (soffice) is not installed';

async function spreadsheet(page) {
  const saved = page.waitForEvent('download');
  await button(page, 'Export').click();
  await page.getByText('Spreadsheet', { exact: true }).click();
  return (await saved).path();
}

test('the module that writes spreadsheets is loaded when it is asked for', async (t) => {
  const { page } = await visit(t);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
  const bytes = readFileSync(await spreadsheet(page));
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  const later = asked.filter((name) => name.startsWith('later-xlsx-'));
  assert.deepEqual(later.map((name) => name.split('.').pop()).sort(), ['js', 'wasm']);
});

test('LibreOffice opens it, with the right sums', { skip }, async (t) => {
  const { page } = await visit(t);
  const file = await spreadsheet(page);
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-xlsx-'));
  // -1: every sheet, each into a file of its own. Formulas are worked out anew.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const done = spawnSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, file,
  ], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const rows = (name) => readFileSync(join(folder, sheets.find((sheet) => sheet.includes(name))), 'utf8')
    .split('\n').filter(Boolean).map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '').replaceAll('"', '')));
  const number = (text) => Math.round(Number(text.replaceAll(',', '')) * 100);
  const [, ...bill] = rows('Licences');
  const total = bill.findIndex((row) => row[0] === 'Total');
  const lines = bill.slice(0, total).map((row) => number(row[6]));
  assert.equal(lines.length, 4);
  assert.equal(number(bill[total][6]), 14_600_000);
  assert.equal(lines.reduce((sum, amount) => sum + amount, 0), number(bill[total][6]));
  // Every way: the cash of its years adds up to its sum.
  const ways = rows('Years').slice(1).filter((row) => row[10] !== '' && row[10] !== undefined);
  let sum = 0;
  let sums = 0;
  for (const row of ways) {
    if (row[4] === 'Sum') {
      assert.equal(number(row[10]), sum, row.join());
      [sum, sums] = [0, sums + 1];
    } else {
      sum += number(row[10]);
    }
  }
  assert.ok(sums > 2, `${sums} ways`);
});
