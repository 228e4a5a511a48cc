// Reads lines of {"name", "lp", "money"}, solves each program with HiGHS, and prints those whose optimum is another.
// `money` is null where the solver says that there is no cover.
import { createInterface } from 'node:readline';
import loadHighs from 'highs';

const highs = await loadHighs();
const options = { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false };
let count = 0;
let differ = 0;
const start = performance.now();

for await (const line of createInterface({ input: process.stdin })) {
  const { name, lp, money } = JSON.parse(line);
  const { Status, ObjectiveValue } = highs.solve(lp, options);
  const found = Status === 'Optimal' ? Math.round(ObjectiveValue) : Status;
  count += 1;
  if (found !== (money ?? 'Infeasible')) {
    differ += 1;
    console.log(`${name}: HiGHS says ${found}, we say ${money}`);
  }
}

console.log(`${count} programs, ${differ} with another optimum, HiGHS took ${Math.round(performance.now() - start)} ms`);
process.exitCode = differ === 0 && count > 0 ? 0 : 1;
