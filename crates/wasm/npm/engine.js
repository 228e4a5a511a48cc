// The module in memory, and a new instance of it whenever one has stopped.

import init, * as glue from './seatwise.js';

/** The most bytes that an instance keeps from one call to the next; a module cannot give memory back, its end does. */
const MOST_KEPT = 256 * 1024 * 1024;

/**
 * Loads the module and returns the way to call it: the name of a function and its arguments, its result out.
 *
 * That throws where the instance stops, by a trap or for want of memory; the next call has a new instance.
 */
export async function load(module) {
  await init({ module_or_path: module });
  let ended = false;
  const replace = () => {
    glue.__wbg_reset_state();
    ended = false;
  };
  return (name, ...values) => {
    if (ended) replace();
    ended = true;
    try {
      const result = glue[name](...values);
      ended = glue.linear_memory().buffer.byteLength > MOST_KEPT;
      return result;
    } finally {
      if (ended) attempt(replace);
    }
  };
}

/** Where there is no memory for a new instance yet, the next call tries again. */
function attempt(action) {
  try {
    action();
  } catch { /* Told by the next call, if it still fails. */ }
}
