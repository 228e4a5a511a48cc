// In browsers and bundlers: the module is fetched from beside this file.
import { callsOf } from './calls.js';

export const { assess, rulebooks, encodeLink, decodeLink, verify } = await callsOf(new URL('./seatwise_bg.wasm', import.meta.url));
