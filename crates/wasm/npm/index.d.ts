/** Which licences this organisation needs, at what price, and why. Never throws: problems are told in the answer. */
export function assess(scenario: Scenario): Answer;

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
  | 'd365-onprem-2018' | 'd365-online-2019' | 'd365-online-2024'
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
  name: string;
  count: number;
  relationship: Relationship;
}

export type Relationship =
  | 'employee' | 'affiliate-employee' | 'onsite-contractor'
  /** Onsite or not: not known yet. */
  | 'contractor'
  | 'offsite-vendor' | 'outsourcer' | 'customer' | 'partner' | 'hosted-customer' | 'anonymous';

/** Devices that people share. */
export interface DeviceGroup {
  id: string;
  name: string;
  count: number;
}

export interface ServerGroup {
  id: string;
  name: string;
  /** Physical servers. */
  count: number;
  /** One of the rulebook's `server-...` licences without the prefix; left out, the usual one. */
  edition?: string;
  version?: string;
}

/** Any of these people may do this from any of these devices on any of these servers. */
export interface Use {
  /** The id of a people group. */
  people: string;
  access: Access;
  activities: Activity[];
  /** Left out, one own device each. */
  from?: { own: number } | { devices: string };
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
  | 'records.share' | 'report.author' | 'customise' | 'administer';

export type ServerActivity = 'server.use' | 'server.enterprise' | 'administer';

/** A rulebook, a slash, and what is for sale: `crm-2011/cal-ess-user`. */
export type Licence = `${string}/${string}`;

/** Money is text with a decimal point: `'1000.00'`. */
export type Money = string;

export interface Owned {
  licence: Licence;
  quantity: number;
  softwareAssurance?: boolean;
  programme?: string;
}

export interface Prices {
  /** A currency's three letters. */
  currency?: string;
  /** A price book that is shipped; left out, the rulebook's own. */
  book?: string;
  /** Own prices, in place of the book's. */
  set?: Record<Licence, Money>;
  discountPercent?: string;
}

export interface Plan {
  /** 1 to 10. */
  years: number;
}

export type Answer = Success | Failure;

export interface Success {
  type: 'success';
  assessment: Assessment;
}

/** The scenario could not be read; the diagnostics say where and why. */
export interface Failure {
  type: 'failure';
  diagnostics: Diagnostic[];
}

export interface Assessment {
  /** The edition that was applied, such as `crm-2011@2012-12`. */
  rulebook: string;
  bill: BillLine[];
  total: Money;
  currency: string;
  verdicts: VerdictLine[];
  certificate: Certificate;
  alternatives: Alternative[];
  trace: unknown[];
  diagnostics: Diagnostic[];
}

export interface BillLine {
  licence: Licence;
  /** How many are needed. */
  quantity: number;
  owned: number;
  /** What is left after what is owned. */
  buy: number;
  unitPrice: Money;
  amount: Money;
  /** The ids of the groups that hold the licences. */
  holders: string[];
  /** Where in `trace` the reason begins. */
  reason: number;
}

export interface VerdictLine {
  people: string;
  /** The position of the use in the scenario. */
  use: number;
  verdict: Verdict;
  clauses: string[];
}

export type Verdict = 'needs' | 'included' | 'exempt' | 'impossible' | 'disputed' | 'unknown';

/** What shows that no cheaper choice exists. */
export interface Certificate {
  kind: string;
  [detail: string]: unknown;
}

export interface Alternative {
  name: string;
  total: Money;
  [detail: string]: unknown;
}

export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  place?: string;
  hints?: string[];
}
