// A call in, a tagged answer out, never an exception.

import { load } from './engine.js';
import { plain } from './plain.js';

/** The package's `assess` over a module: its address or its bytes. */
export async function assessWith(module) {
  const run = await load(module);
  return (scenario, { language } = {}) => {
    const { data, fault } = plain(scenario);
    if (fault) {
      return failure('scenario-shape', fault.message, fault.place, 'see the types of the package for the shape of a scenario');
    }
    try {
      return run(data, typeof language === 'string' ? language : undefined);
    } catch (error) {
      const message = `the calculation stopped: ${error?.message ?? error}`;
      return failure('calculation-stopped', message, '', 'the next call works again; make this scenario smaller');
    }
  };
}

/** An answer to what could not be assessed. */
function failure(code, message, place, hint) {
  return { type: 'failure', diagnostics: [{ code, severity: 'error', message, place, hints: [hint] }] };
}
