// In browsers and bundlers: the module is fetched from beside this file.
import init, { assess } from './seatwise.js';

await init({ module_or_path: new URL('./seatwise_bg.wasm', import.meta.url) });

export { assess };
