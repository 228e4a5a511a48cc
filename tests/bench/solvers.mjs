// The solver alone, and beside HiGHS: both in WebAssembly, in the same page, on the same problems. The engine alone, too.

import { inProfile } from './profile.mjs';

const site = process.env.SEATWISE_SOLVERS_URL;

/** Two problems at each of the four price lists of crates/cover/src/generate.rs. */
const cases = [0, 1, 2, 3].flatMap((market) => [0, 1].map((seed) => ({ seed, market })));

let raced;

/**
 * Each solver's time on each of the largest problems. HiGHS gets the problem as short as it can be said, is warm, and is
 * timed without reading the text; ours begins with the problem as a caller hands it over.
 */
export async function largest() {
  raced ??= inPage(async ([solver, highs, problems]) => {
    const { default: init, Case } = await import(solver);
    const { default: loadHighs } = await import(highs);
    await init();
    const other = await loadHighs();
    const byHighs = (data) => other.withModel({ format: 'lp', data }, (model) => {
      model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false });
      const start = performance.now();
      model.run();
      return { time: performance.now() - start, optimum: Math.round(model.getObjectiveValue()) };
    });
    const byUs = (problem) => {
      const start = performance.now();
      const optimum = problem.solve();
      return { time: performance.now() - start, optimum: Number(optimum) };
    };
    const warm = Case.large(9, 0);
    byHighs(warm.program());
    for (let n = 0; n < 20; n += 1) warm.solve();
    return problems.map(({ seed, market }) => {
      const problem = Case.large(seed, market);
      const theirs = byHighs(problem.program());
      const runs = Array.from({ length: 11 }, () => byUs(problem));
      if (runs.some(({ optimum }) => optimum !== theirs.optimum)) {
        throw new Error(`HiGHS says ${theirs.optimum}, we say ${runs[0].optimum}`);
      }
      const times = runs.map(({ time }) => time).sort((a, b) => a - b);
      return { ours: times[5], highs: theirs.time };
    });
  }, [`${site}solver.js`, `${site}highs.mjs`, cases]);
  const times = await raced;
  return { times, ours: Math.max(...times.map(({ ours }) => ours)) };
}

/** How HiGHS does at its best, and by how much it is slower: where that is least, and in the middle. */
export async function race() {
  const { times } = await largest();
  const sorted = (of) => times.map(of).sort((a, b) => a - b);
  const ratios = sorted(({ ours, highs }) => highs / ours);
  return {
    typical: sorted(({ ours }) => ours)[times.length >> 1],
    highs: sorted(({ highs }) => highs)[0],
    ratio: ratios[0],
    typicalRatio: ratios[times.length >> 1],
  };
}

/** The solver's time for so many groups in all: the median of each problem, of the slowest. */
export function growth(groups) {
  return inPage(async ([solver, many]) => {
    const { default: init, Case } = await import(solver);
    await init();
    const timed = (problem, batch) => {
      const start = performance.now();
      for (let n = 0; n < batch; n += 1) problem.solve();
      return (performance.now() - start) / batch;
    };
    const warm = Case.of(1000, 9);
    const end = performance.now() + 500;
    while (performance.now() < end) warm.solve();
    const medians = Array.from({ length: 8 }, (_, seed) => {
      const problem = Case.of(many, seed);
      // Long enough for the browser's coarse clock.
      const batch = Math.max(1, Math.ceil(5 / Math.max(0.01, timed(problem, 1))));
      const times = Array.from({ length: 9 }, () => timed(problem, batch));
      return times.sort((a, b) => a - b)[4];
    });
    return Math.max(...medians);
  }, [`${site}solver.js`, groups]);
}

/** The median of whole assessments as the page asks for them: from a scenario that is read, to an answer that stays. */
export function engine(scenario, batch = 20, times = 51) {
  return inPage(async ([solver, text, batch, times]) => {
    const { default: init, Engine } = await import(solver);
    await init();
    const engine = Engine.of(text);
    const run = () => {
      const start = performance.now();
      for (let n = 0; n < batch; n += 1) {
        if (!engine.assess()) throw new Error('not assessed');
      }
      return (performance.now() - start) / batch;
    };
    const end = performance.now() + 500;
    while (performance.now() < end) run();
    return Array.from({ length: times }, run).sort((a, b) => a - b)[Math.floor(times / 2)];
  }, [`${site}solver.js`, JSON.stringify(scenario), batch, times]);
}

function inPage(work, args) {
  return inProfile(async (context) => {
    const page = await context.newPage();
    await page.goto(`${site}solver.js`);
    return page.evaluate(work, args);
  });
}
