// Random organisations under every rulebook: the npm package with every field of the answer read, beside HiGHS.

import { inProfile } from './profile.mjs';

const site = process.env.SEATWISE_SOLVERS_URL;

/** Seed of the organisations, new at every run; `SEATWISE_SEED` repeats one. */
export const seed = Number(process.env.SEATWISE_SEED ?? Math.floor(Math.random() * 1_000_000));

const known = new Map();

/**
 * Times in milliseconds on organisations of a size, `each` of them under every rulebook: median and worst of ours, the
 * median of HiGHS, and how many times slower HiGHS is, at the median and where that is least. Two optima that differ
 * end the run.
 */
export function families(size, each) {
  if (!known.has(size)) known.set(size, race(size, each));
  return known.get(size);
}

async function race(size, each) {
  const rows = await inProfile(async (context) => {
    const page = await context.newPage();
    await page.goto(`${site}solver.js`);
    return page.evaluate(rowsOf, [site, size, each, seed]);
  });
  const sorted = (of) => rows.map(of).sort((a, b) => a - b);
  const ours = sorted((row) => row.ours);
  const highs = sorted((row) => row.highs);
  const ratios = sorted((row) => row.highs / row.ours);
  if (process.env.SEATWISE_EACH) rows.forEach((row) => console.log(JSON.stringify(row)));
  return {
    median: ours[ours.length >> 1],
    worst: ours.at(-1),
    highs: highs[highs.length >> 1],
    ratio: ratios[ratios.length >> 1],
    leastRatio: ratios[0],
    unproved: rows.filter((row) => !row.proved).length,
  };
}

/** Runs in the page. */
async function rowsOf([site, size, each, seed]) {
  const { default: init, Families } = await import(`${site}solver.js`);
  const { default: loadHighs } = await import(`${site}highs.mjs`);
  const { assess } = await import(`${site}npm/index.js`);
  await init();
  const highs = await loadHighs();
  const optimumOf = (data) => highs.withModel({ format: 'lp', data }, (model) => {
    model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false });
    const start = performance.now();
    model.run();
    return { time: performance.now() - start, optimum: Math.round(model.getObjectiveValue()) };
  });
  const rows = [];
  for (let book = 0; book < Families.books(); book += 1) {
    for (let number = 0; number < each; number += 1) {
      const text = Families.scenario(book, size, seed + number);
      const scenario = JSON.parse(text);
      const theirs = Families.programs(text).map(optimumOf);
      const highs = theirs.reduce((sum, { time }) => sum + time, 0);
      const optimum = Math.min(...theirs.map(({ optimum }) => optimum));
      // Once to warm up: what is timed is a keystroke, not the first call.
      const answer = assess(scenario);
      if (answer.type !== 'success') throw new Error(`not assessed: ${JSON.stringify(answer.diagnostics)}`);
      const { total, certificate } = answer.assessment;
      const proved = certificate.kind !== 'gap';
      if (proved && Math.round(Number(total) * 100) !== optimum) {
        throw new Error(`${scenario.rulebook}, seed ${seed + number}: HiGHS says ${optimum}, we say ${total}`);
      }
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        JSON.stringify(assess(scenario));
        return performance.now() - start;
      });
      rows.push({ rulebook: scenario.rulebook, seed: seed + number, ours: times.sort((a, b) => a - b)[2], highs, proved });
    }
  }
  return rows;
}
