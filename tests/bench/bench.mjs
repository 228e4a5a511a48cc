// Measures the rows and prints the table: `cargo xtask bench [GROUP]`.

import { cpus } from 'node:os';
import { browser, closeBrowser } from '../e2e/harness.mjs';
import { seed } from './families.mjs';
import { rows } from './rows.mjs';

const chromium = await browser(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
console.log(
  `\n${cpus().length} x ${cpus()[0].model.trim()}, Chromium ${chromium.version()}, headless; `
  + `random families from seed ${seed} (SEATWISE_SEED repeats them)\n`,
);
console.log('| what | figure to reach | measured | |\n|---|---|---|---|');
/** The group named on the command line; all groups if none is. */
const [only] = process.argv.slice(2).filter(Boolean);
let broken = 0;
for (const { what, figure, least, unit, measure } of rows.filter(({ group }) => !only || group === only)) {
  const line = (...cells) => console.log(`| ${[what, wanted(figure, least, unit), ...cells].join(' | ')} |`);
  try {
    const measured = await measure();
    line(`${shown(measured)} ${unit}`.trim(), verdict(measured, figure, least));
  } catch (error) {
    broken += 1;
    line('not measured', String(error.message ?? error).split('\n')[0]);
  }
}
await closeBrowser();
process.exitCode = broken > 0 ? 1 : 0;

function wanted(figure, least, unit) {
  if (least !== undefined) return `at least ${least} ${unit}`;
  if (figure === undefined) return '';
  return figure === 0 ? '0' : `under ${figure} ${unit}`;
}

function verdict(measured, figure, least) {
  if (figure === undefined && least === undefined) return '';
  const reached = least === undefined ? measured < figure || (figure === 0 && measured === 0) : measured >= least;
  return reached ? 'reached' : 'MISSED';
}

function shown(value) {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}
