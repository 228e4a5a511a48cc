// In browsers and bundlers: the module is fetched from beside this file.
import { assessWith } from './assess.js';

export const assess = await assessWith(new URL('./seatwise_bg.wasm', import.meta.url));
