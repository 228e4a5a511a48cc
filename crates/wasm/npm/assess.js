// A call in, a tagged answer out, never an exception.

import { answerOf, failure } from './answer.js';
import { load } from './engine.js';
import { written } from './scenario.js';

/** The package's `assess` over a module: its address or its bytes. */
export async function assessWith(module) {
  const run = await load(module);
  return (scenario) => {
    const { text, fault } = written(scenario);
    if (fault) {
      return failure('scenario-shape', fault.message, fault.place, 'see the types of the package for the shape of a scenario');
    }
    try {
      return answerOf(run(text));
    } catch (error) {
      const message = `the calculation stopped: ${error?.message ?? error}`;
      return failure('calculation-stopped', message, '', 'the next call works again; make this scenario smaller');
    }
  };
}
