// In Node: the module is read from beside this file.
import { readFile } from 'node:fs/promises';
import { callsOf } from './calls.js';

export const { assess, rulebooks, encodeLink, decodeLink, verify } = await callsOf(await readFile(new URL('./seatwise_bg.wasm', import.meta.url)));
