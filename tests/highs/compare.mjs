// Reads lines of {"name", "lps", "money"}, solves the programs with HiGHS, and prints those whose least optimum is not
// where `money` says: from the first amount to the second. `money` is null where the solver says that there is no cover.
import { createInterface } from 'node:readline';
import loadHighs from 'highs';

const highs = await loadHighs();
const options = { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false };
let count = 0;
let programs = 0;
let differ = 0;
const start = performance.now();

for await (const line of createInterface({ input: process.stdin })) {
  const { name, lps, money } = JSON.parse(line);
  const optimum = Math.min(...lps.map(optimumOf));
  const [least, most] = money ?? [Infinity, Infinity];
  count += 1;
  programs += lps.length;
  if (!(least <= optimum && optimum <= most)) {
    differ += 1;
    console.log(`${name}: HiGHS says ${optimum}, we say ${least} to ${most}`);
  }
}

const took = Math.round(performance.now() - start);
console.log(`${count} optima of ${programs} programs, ${differ} not as we say, HiGHS took ${took} ms`);
process.exitCode = differ === 0 && count > 0 ? 0 : 1;

/** In minor units; without end where there is no cover. */
function optimumOf(lp) {
  const { Status, ObjectiveValue } = highs.solve(lp, options);
  if (Status === 'Optimal') return Math.round(ObjectiveValue);
  if (Status === 'Infeasible') return Infinity;
  throw new Error(`HiGHS does not solve it: ${Status}`);
}
