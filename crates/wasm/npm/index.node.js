// In Node: the module is read from beside this file.
import { readFile } from 'node:fs/promises';
import { assessWith } from './assess.js';

export const assess = await assessWith(await readFile(new URL('./seatwise_bg.wasm', import.meta.url)));
