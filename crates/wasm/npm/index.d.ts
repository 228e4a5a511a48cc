/**
 * Which licences this organisation needs, at what price, and why, from a scenario or its JSON text. Never throws:
 * problems are told in the answer.
 */
export function assess(scenario: Scenario | string, options?: Options): Answer;

/** How an answer is told. */
export interface Options {
  /** The language of its texts: `en`, which is usual, or `de`. English for one that there is not. */
  language?: string;
}

/** Every rulebook with its price books and licences. Never throws. */
export function rulebooks(): Rulebooks | Failure;

/**
 * A scenario as a link: what follows the `#` of the page's address. It pins the edition of the rulebook and tells the
 * reader what was counted; own prices and the discount go along only with `prices`. Never throws.
 */
export function encodeLink(scenario: Scenario | string, options?: { prices?: boolean }): EncodedLink | Failure;

/** The scenario of a link: an address, or what follows its `#`. Links of every version are read. Never throws. */
export function decodeLink(link: string): DecodedLink | Failure;

/**
 * Checks an answer against its scenario, without the solver: whether the bill meets every need and costs what it says, and
 * what the charges of its certificate prove. Never throws.
 */
export function verify(scenario: Scenario | string, answer: Answer | string): Verified | Failure;

export interface Rulebooks {
  type: 'success';
  rulebooks: ListedRulebook[];
}

/** One product generation at one date. */
export interface ListedRulebook {
  id: Rulebook;
  /** The date whose rules it holds: `2012-12`. */
  edition: string;
  family: 'crm' | 'server';
  name: string;
  /** Its own first. */
  prices: { id: string; name: string; currency: string }[];
  /** What is for sale. */
  licences: { id: Licence; name: string; holder: 'user' | 'device' | 'server'; audiences: ('internal' | 'external' | 'outside' | 'unknown')[] }[];
}

export interface EncodedLink {
  type: 'success';
  link: string;
}

export interface DecodedLink {
  type: 'success';
  scenario: Scenario;
  /** Whether the sender left own prices or a discount out. */
  pricesLeftOut: boolean;
  /** What the sender said that the reader will see; null in links that say nothing of it. */
  then: Then | null;
}

/** A result of the day when a link was made. */
export interface Then {
  total: Money;
  currency: string;
  period: Period | null;
  complete: boolean;
  /** The day of the latest review in the rulebook of that time. */
  reviewed: string;
  bill: {
    /** Null where today's rulebook does not have it. */
    licence: Licence | null;
    quantity: number;
    buy: number;
    unitPrice: Money | null;
  }[];
}

/** The bill meets every need and costs what it says. */
export interface Verified {
  type: 'success';
  verified: {
    total: Money;
    /** The charges prove that nothing costs less than this. */
    bound: Money;
    /** Whether that is the total. Where a search closed the rest, or tiers of environments were compared, it may not be. */
    cheapest: boolean;
  };
}

/** An organisation, what it owns, and what licences cost. */
export interface Scenario {
  /** The version of this format. */
  format: 1;
  title?: string;
  /** A rulebook, such as `crm-2011`, or one edition of it, such as `crm-2011@2012-12`. */
  rulebook: Rulebook | `${Rulebook}@${string}`;
  organisation: Organisation;
  owned?: Owned[];
  prices?: Prices;
  plan?: Plan;
}

export type Rulebook =
  | 'crm-4.0' | 'crm-2011' | 'crm-2013' | 'crm-2015' | 'crm-2016'
  | 'd365-onprem-2018' | 'd365-online-2019' | 'd365-online-2024' | 'd365-online-2026'
  | 'windows-server-2008' | 'exchange-2007' | 'sharepoint-2007' | 'ocs-2007';

/** Groups, never individuals. */
export interface Organisation {
  people?: PeopleGroup[];
  devices?: DeviceGroup[];
  servers?: ServerGroup[];
  uses?: Use[];
}

export interface PeopleGroup {
  id: string;
  name?: string;
  count: number;
  relationship: Relationship;
  /** A remark of the user's own; nothing is counted by it. */
  note?: string;
}

export type Relationship =
  | 'employee' | 'affiliate-employee' | 'onsite-contractor'
  /** Onsite or not: not known yet. */
  | 'contractor'
  | 'offsite-vendor' | 'outsourcer' | 'customer' | 'partner' | 'hosted-customer' | 'anonymous' | 'parent';

/** Devices that people share. */
export interface DeviceGroup {
  id: string;
  name?: string;
  count: number;
  /** A remark of the user's own; nothing is counted by it. */
  note?: string;
}

export interface ServerGroup {
  id: string;
  name?: string;
  /** Physical servers. */
  count: number;
  /** One of the rulebook's `server-...` licences without the prefix; left out, the usual one. */
  edition?: string;
  /** One of the rulebook's versions of the server software; left out, its own. */
  version?: string;
  /** A remark of the user's own; nothing is counted by it. */
  note?: string;
}

/** Any of these people may do this from any of these devices on any of these servers. */
export interface Use {
  /** The id of a people group. */
  people: string;
  access: Access;
  activities: Activity[];
  /** Left out, one own device each. */
  from?: { own: number } | { devices: string | string[] };
  /** The ids of server groups; left out, all of them. */
  servers?: string[];
}

export type Access = 'client' | 'portal' | 'pooled' | 'rekey' | 'web-form';

export type Activity = CrmActivity | ServerActivity;

export type CrmActivity =
  | 'records.read' | 'reports.run' | 'account.write' | 'contact.write' | 'lead.write' | 'case.write'
  | 'activity.write' | 'custom.write' | 'opportunity.write' | 'quote.write' | 'catalogue.manage'
  | 'salesgroup.manage' | 'campaign.write' | 'case.own' | 'sla.manage' | 'servicehub.use' | 'knowledge.write'
  | 'goal.write' | 'workorder.write' | 'schedule.dispatch' | 'inventory.manage' | 'time.record'
  | 'expense.record' | 'personal.manage' | 'approve' | 'requisition.create' | 'records.share-own'
  | 'records.share' | 'report.author' | 'customise' | 'administer' | 'time.record-others'
  | 'expense.record-others' | 'personal.manage-others' | 'hr.manage-reports' | 'operations.light'
  | 'workorder.own';

export type ServerActivity =
  | 'server.use' | 'server.enterprise' | 'administer' | 'server.sessions' | 'server.rights';

/** A rulebook, a slash, and what is for sale: `crm-2011/cal-ess-user`. */
export type Licence = `${string}/${string}`;

/** Money is text with a decimal point: `'1000.00'`. */
export type Money = string;

export interface Owned {
  licence: Licence;
  quantity: number;
  softwareAssurance?: boolean;
  /** The programme of the rulebook through which they were bought; decides which step-ups are sold for them. */
  programme?: string;
  /** The last day of the subscription, or of Software Assurance: `2027-06-30`. */
  until?: string;
}

export interface Prices {
  /** A currency's three letters. */
  currency?: string;
  /** A price book that is shipped; left out, the rulebook's own. */
  book?: string;
  /** Own prices, in place of the book's. */
  set?: Record<Licence, Money>;
  discountPercent?: string;
  /** Discounts on single prices, in the place of that one. */
  discounts?: Record<Licence, string>;
}

export interface Plan {
  /** 1 to 10. */
  years: number;
  /** The day that is looked at; what ended before it counts no more. */
  from?: string;
  /** The day on which a trial of the product began. */
  trialFrom?: string;
  /** How the groups grow, in per cent a year by their ids: `'5'`, or `'-2.5'` for what shrinks. */
  growth?: { people?: Record<string, string>; devices?: Record<string, string>; servers?: Record<string, string> };
  /** The rate at which later payments count less, in per cent a year; left out, they count in full. */
  discountRatePercent?: string;
  /** Whether licences that are bought anew come with Software Assurance. */
  softwareAssurance?: boolean;
  /** What Software Assurance costs a year, in per cent of the licence price; left out, the price book's figure. */
  softwareAssurancePercent?: string;
  /** The programme through which licences are bought, and were where an owned row names none. */
  programme?: string;
  /** How subscriptions are paid; left out, yearly. */
  billing?: 'yearly' | 'monthly';
}

export type Answer = Success | Failure;

export interface Success {
  type: 'success';
  assessment: Assessment;
}

/** What a price rests on. */
export type Basis = 'list' | 'reseller' | 'derived' | 'assumption' | 'own';

/** The last day of something. */
export interface Deadline {
  /** `2027-06-30`. */
  on: string;
  what: 'trial' | 'subscription' | 'software-assurance';
  /** The owned licence that it is about; left out for a trial. */
  licence?: string;
  /** Where the day stands in the scenario, or the day that it follows from. */
  place: string;
  says: string;
  clauses: string[];
}

/** The licences of the server software; they are in no total of the bill. */
export interface ServerLicences {
  lines: ServerLine[];
  /** What is left to pay for them; where `complete` is false, at least so much. */
  total: Money;
  period: Period | null;
  /** Whether every licence that is left to buy has a price. */
  complete: boolean;
}

export interface ServerLine {
  /** `crm-2011/server`. */
  licence: string;
  name: string;
  /** How many servers take one. */
  quantity: number;
  owned: number;
  /** None where the licence comes with the licences for access. */
  buy: number;
  /** Whether it comes with the licences for access. */
  included: boolean;
  /** Null: no price is known. */
  unitPrice: Money | null;
  /** The time that `amount` and `unitPrice` pay for; null without a price. */
  period: Period | null;
  basis: Basis | null;
  amount: Money;
  /** Identifiers of the server groups; empty where none is described and one is assumed. */
  servers: string[];
  says: string;
  clauses: string[];
}

/** The scenario could not be read; the diagnostics say where and why. */
export interface Failure {
  type: 'failure';
  diagnostics: Diagnostic[];
}

export interface Assessment {
  /** The edition that was applied, such as `crm-2011@2012-12`. */
  rulebook: string;
  /** In the order of the rulebook. */
  bill: BillLine[];
  /** What is left to pay; where `complete` is false, at least so much. */
  total: Money;
  /** The time that the total pays for; null where there is nothing to pay. */
  period: Period | null;
  /** Whether the needs of all people are counted, every licence has a price and no doubt is left open. */
  complete: boolean;
  /** Whose needs are not counted, and why. */
  uncounted: Uncounted[];
  /** Whether the total is the least possible: it is complete, and the certificate closes. */
  proved: boolean;
  /** How much of the total rests on prices that are assumptions. */
  assumed: Money;
  /** How many licences of the bill are counted at own prices. */
  ownPrices: number;
  /** Taken off every price, as it was written; null without one. */
  discountPercent: string | null;
  /** A currency's three letters; empty where only own prices without one are counted. */
  currency: string;
  /** The price book that was used. */
  priceBook: string;
  /** The licences of the server software, beside the bill. */
  servers: ServerLicences;
  verdicts: VerdictLine[];
  /** Licences that are not on the bill, and why. */
  notNeeded: NotNeeded[];
  certificate: Certificate;
  alternatives: Alternative[];
  /** Which tier each environment of an online service takes; left out for other products. */
  environments?: Environments;
  /** Days on which something ends that the count rests on, the nearest first. */
  deadlines: Deadline[];
  /** What to ask the visitor, and what each answer would cost. */
  questions: OpenQuestion[];
  /** Causes before what follows from them. */
  trace: Step[];
  diagnostics: Diagnostic[];
}

/** The time that an amount pays for; amounts of unlike periods are not comparable. */
export type Period = { kind: 'once' } | { kind: 'recurring' | 'mixed'; years: number };

/** A people group whose needs are not counted, or not all of them. */
export interface Uncounted {
  people: string;
  count: number;
  because: 'no-use' | 'not-understood' | 'not-known-yet' | 'impossible';
  /** The positions of its uses in the scenario. */
  uses: number[];
}

export interface Environments {
  /** Every environment with its tier. */
  chosen: EnvironmentTier[];
  /** The least total of every way to give tiers that was solved. */
  considered: ConsideredTiers[];
  /** Whether no way is cheaper. */
  proved: boolean;
  /** What everything would cost if whoever needs less could work apart, in environments of other tiers. */
  apart: Money;
  clauses: string[];
}

export interface EnvironmentTier {
  /** The id of a server group; empty where none is described. */
  server: string;
  tier: string;
}

export interface ConsideredTiers {
  /** Names of the tiers, in the order of the environments. */
  tiers: string[];
  /** Null where it cannot meet every requirement. */
  total: Money | null;
  period: Period | null;
  /** Licences and how many of each. */
  bill: [Licence, number][];
}

export interface BillLine {
  licence: Licence;
  name: string;
  /** How many are needed. */
  quantity: number;
  owned: number;
  /** What is left after what is owned. */
  buy: number;
  /** Of one, discount taken; of a subscription over the years of the plan. Null: no price is known. */
  unitPrice: Money | null;
  /** Of one for the time that `per` names, discount taken: 65.00 a month. Null: no price is known. */
  listPrice: Money | null;
  /** What the price book's figure buys. */
  per: 'once' | 'month';
  /** The time that `amount` and `unitPrice` pay for. */
  period: Period;
  /** What the price rests on. */
  basis: Basis;
  amount: Money;
  /** The ids of the groups that hold the licences. */
  holders: string[];
  /** Who holds how many. */
  lots: Lot[];
  /** Where in `trace` the reason begins. */
  reason: number;
}

export interface Lot {
  holder: Holder;
  units: number;
}

/** What or who holds licences: a group, by its id. */
export interface Holder {
  kind: 'people' | 'devices' | 'ownDevices' | 'servers';
  id: string;
}

export interface VerdictLine {
  people: string;
  /** The position of the use in the scenario. */
  use: number;
  verdict: Verdict;
  /** What of the use it is about. */
  activities: string[];
  /** The rule that decided; a version's, an edition's or an allowance's name where that did. */
  rule: string;
  /** What the rule says. */
  says: string;
  clauses: string[];
}

export type Verdict = 'needs' | 'included' | 'exempt' | 'impossible' | 'disputed' | 'unknown';

export interface NotNeeded {
  /** The same licence whatever holds it, without the rulebook; `device` where nobody shares one. */
  line: string;
  name: string;
  why: WhyNot;
}

export interface WhyNot {
  because:
    | 'nothingNeeded' | 'noSuchAudience' | 'noSuchHolder' | 'allowsNothingNeeded' | 'unpriced'
    /** It would do for `holder`, but what it is needed for is covered by licences on somebody or something else. */
    | 'coveredOtherwise'
    /** It would do for `holder`, for `more`. */
    | 'dearer'
    /** It would do for `holder`, at the same price. */
    | 'tie';
  holder?: Holder;
  /** Names of the other licences that it takes with it. */
  with?: string[];
  more?: Money;
}

/**
 * What shows that no cheaper choice exists: charges on requirements that no holder's price exceeds and that, less what
 * the owned licences are worth, add up to `sum`.
 */
export interface Certificate {
  /** `charges`: `sum` is the total. `search`: bounds, counts and `nodes` tried choices closed the rest. `gap`: the total may be `gap` above the least. */
  kind: 'charges' | 'search' | 'gap';
  charges: Charge[];
  rents: Rent[];
  sum?: Money;
  /** How many choices were tried either way; 0 where bounds and an exact count of units left none to try. */
  nodes?: number;
  gap?: Money;
}

export interface Charge {
  /** The step of `trace` that states the requirement. */
  requirement: number;
  amount: Money;
}

/** What one more owned licence would save. */
export interface Rent {
  /** What was bought. */
  licence: Licence;
  /** What is sold only to who owns these, step-ups for example; left out where they open nothing. */
  opens?: Licence[];
  owned: number;
  each: Money;
}

/** The same requirements met in another way. */
export interface Alternative {
  /** The last: every environment of an online service in one tier, such as `all-professional`. */
  name: 'cheapest' | 'all-user' | 'all-device' | 'all-connector' | 'no-connector' | `all-${string}`;
  /** Null where it cannot meet every requirement. */
  total: Money | null;
  /** The time that the total pays for; null where there is nothing to pay. */
  period: Period | null;
  /** Licences and how many of each. */
  bill: [Licence, number][];
}

export interface OpenQuestion {
  /** A people group by its id, or an owned row by its position in the scenario. */
  about: { kind: 'people'; id: string } | { kind: 'owned'; id: number };
  asks: string;
  answers: PossibleAnswer[];
}

export interface PossibleAnswer {
  label: string;
  /** What to write into the scenario. */
  says: { kind: 'relationship'; value: Relationship } | { kind: 'programme'; value: string };
  /** The total with that answer. */
  total: Money;
  /** The time that this total pays for; null where there is nothing to pay. */
  period: Period | null;
}

/** A step of the reasons; `because` has the positions in `trace` of those that it rests on. */
export type Step = { because: number[] } & (
  | { step: 'group'; people: string; count: number; relationship: Relationship }
  | { step: 'use'; index: number; access: Access }
  | { step: 'standing'; people: string; audience: string; clauses: string[] }
  | { step: 'ruled'; index: number; rule: string; verdict: Verdict; activities: string[]; clauses: string[] }
  | { step: 'allowed'; allowance: string; people: string; units: number; clauses: string[] }
  | { step: 'required'; activities: string[]; access: Access; tier?: string; alternatives: Holder[] }
  | { step: 'chosen'; holder: Holder; licences: string[]; units: number; others: { licences: string[]; more: Money }[] }
  | { step: 'line'; licence: string; quantity: number; clauses: string[] }
);

export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning' | 'info';
  /** One sentence without a full stop. */
  message: string;
  /** The path into the scenario, such as `organisation.people[2].count`; empty for the whole. */
  place: string;
  hints?: string[];
  clauses?: string[];
}
