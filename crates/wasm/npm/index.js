// In browsers and bundlers: the module is fetched from beside this file.
import { answerOf } from './answer.js';
import init, { assess as written } from './seatwise.js';

await init({ module_or_path: new URL('./seatwise_bg.wasm', import.meta.url) });

export const assess = (scenario) => answerOf(written(scenario));
