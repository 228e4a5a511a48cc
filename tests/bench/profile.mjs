// Work in a fresh profile of the browser, which ends with it.

import { freshProfile } from '../e2e/harness.mjs';

export async function inProfile(work) {
  const end = [];
  const context = await freshProfile({ after: (later) => end.push(later) });
  try {
    return await work(context);
  } finally {
    for (const later of end) await later();
  }
}
