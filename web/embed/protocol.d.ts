// The messages between a page and the calculator in a frame on it; docs/embedding.md tells of them.

/** Around every message. */
export interface Envelope {
  namespace: 'seatwise';
  version: 1;
  /** The frame's `instance`, as its address names it; empty without one. */
  instance: string;
}

/** What the frame says. */
export type FromFrame = Envelope & (Ready | Resize | State | Result | Failed);

/** It listens. */
export interface Ready {
  type: 'ready';
  /** The versions of the protocol that it understands. */
  versions: number[];
  /** What can be started with. */
  products: Product[];
}

export interface Product {
  /** `crm-2011`. */
  id: string;
  name: string;
}

export interface Resize {
  type: 'resize';
  /** In pixels. */
  height: number;
}

/** Something was entered; only where `init` asked for it. */
export interface State {
  type: 'state';
  /** What follows the `#` of its link; without own prices. */
  link: string;
}

/** The visitor sent the result; only where `init` asked for it. */
export interface Result {
  type: 'result';
  /** What follows the `#` of the link to what was entered; without own prices. */
  link: string;
  /** `crm-2011@2012-12`. */
  rulebook: string;
  bill: ResultLine[];
  /** Where `complete` is false, at least so much: `146000.00`. */
  total: string;
  /** A currency's three letters. */
  currency: string;
  /** The time that the total pays for; null where there is nothing to pay. */
  period: { kind: 'once' } | { kind: 'recurring' | 'mixed'; years: number } | null;
  /** Whether everything is counted. */
  complete: boolean;
  /** Whether nothing cheaper would do. */
  proved: boolean;
}

export interface ResultLine {
  /** `crm-2011/cal-ess-user`. */
  licence: string;
  name: string;
  /** How many are needed. */
  quantity: number;
  /** How many are left to buy. */
  buy: number;
  /** Null: no price is known. */
  unitPrice: string | null;
  amount: string;
}

/** A message could not be followed. */
export interface Failed {
  type: 'error';
  diagnostics: { code: string; severity: 'error' | 'warning' | 'info'; message: string; place: string; hints?: string[]; clauses?: string[] }[];
}

/** What the page around the frame says. */
export type ToFrame = Envelope & (Init | Load | Prices | Theme | Locale | Viewport);

/** The first message, in answer to `ready`. */
export interface Init {
  type: 'init';
  /** Whether the frame is made as high as its content. */
  fitted?: boolean;
  /** Whether `state` is wanted. */
  state?: boolean;
  /** Whether `result` is wanted. */
  result?: boolean;
}

/** Another scenario takes the place of this one: a link, or a scenario as the npm package takes it. */
export type Load = { type: 'load' } & ({ link: string } | { scenario: object });

/** Prices of yours; without any, they are taken back. */
export interface Prices {
  type: 'prices';
  /** Whose they are; left out, the `partner` of the address. */
  partner?: string;
  /** A currency's three letters; left out, that of the price book. */
  currency?: string;
  /** By licence: `{ 'crm-2011/ec': '19500.00' }`. */
  set?: Record<string, string>;
}

export interface Theme {
  type: 'theme';
  theme?: 'auto' | 'light' | 'dark';
  /** `#a2003c`. */
  accent?: string;
}

export interface Locale {
  type: 'locale';
  /** `de`. */
  lang: string;
}

/** The part of the frame that is in sight, in pixels. */
export interface Viewport {
  type: 'viewport';
  top: number;
  height: number;
}
