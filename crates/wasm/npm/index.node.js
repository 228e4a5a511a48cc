// In Node: the module is read from beside this file.
import { readFile } from 'node:fs/promises';
import { answerOf } from './answer.js';
import init, { assess as written } from './seatwise.js';

await init({ module_or_path: await readFile(new URL('./seatwise_bg.wasm', import.meta.url)) });

export const assess = (scenario) => answerOf(written(scenario));
