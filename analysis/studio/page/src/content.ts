// What a page shows: the JSON that the simulator writes into a report and serves in the studio.
// analysis/page/ writes it. Arms, segments, touchpoints, journeys and departments are told apart by
// their place in the lists here; months count from 0; null stands for a number that is not known.

export type Maybe = number | null;

export interface Named {
  name: string; // as the scenario writes it
  title: string; // as people read it
}

export interface Arm extends Named {
  action_day: number | null; // day of results on which its first intervention or shock begins
  apply: string[]; // interventions and shocks, by name
}

export interface Format {
  decimals: number;
  percent: boolean; // the value is a share, shown as percent
}

// A number a month: the mean over replications, and the band that 90% of replications lie in.
export interface Band {
  mean: Maybe[];
  low: Maybe[];
  high: Maybe[];
}

// A difference to the baseline a month: mean and 95% interval over pairs of replications.
export type Difference = Band;

export interface Series extends Named {
  unit: string;
  format: Format;
  meaning: string; // for whoever hovers over it
  arms: Band[];
  differences: (Difference | null)[]; // by arm; null for the baseline
}

export interface SegmentSeries extends Named {
  unit: string;
  format: Format;
  meaning: string;
  segments: Maybe[][][]; // [segment][arm][month]: means over replications
}

export interface Spread {
  mean: Maybe;
  p5: Maybe;
  p50: Maybe;
  p95: Maybe;
}

// One row of the table of outcomes: what cxsim summary prints.
export interface Outcome extends Named {
  unit: string;
  format: Format;
  arms: Spread[];
  differences: ({ mean: Maybe; low: Maybe; high: Maybe; relative: Maybe } | null)[]; // 95% interval
}

// What cxsim compare says of an arm beyond its outcomes.
export interface Decision {
  arm: number;
  npv: { mean: Maybe; low: Maybe; high: Maybe; values: Maybe[] }; // by replication, against baseline
  chance_above_zero: { share: Maybe; low: Maybe; high: Maybe }; // of replications, 95% interval
  payback: { median: Maybe; within_run: Maybe; months: Maybe[] }; // months from the decision on
  explanation: Explanation | null;
  people: PeopleGroup[]; // who is helped and who is harmed; empty where no people were recorded
}

// cxsim compare --explain ARM --json, word for word.
export interface Explanation {
  sentences: string[];
  does: Record<string, unknown>[];
  path: Record<string, ExplainedStep>;
  leans_on: Leaning | null;
  [more: string]: unknown;
}
export interface ExplainedStep {
  title: string;
  unit: string;
  total: ExplainedTerm | null;
  terms: Record<string, ExplainedTerm>;
  [more: string]: unknown;
}
export interface ExplainedTerm {
  title: string;
  against: Maybe;
  arm: Maybe;
  change: Record<string, unknown>;
}
// The assumption ledger: see the same JSON of cxsim compare --explain for its members.
export interface Leaning {
  people: number;
  replications: number;
  as_is: Maybe;
  [more: string]: unknown;
}

// Customers who would have left and stay (helped), or would have stayed and leave (harmed); means
// over replications, of the recorded people.
export interface PeopleGroup extends Named {
  people: number;
  customers_at_start: number;
  kept: number;
  lost: number;
  won: number;
  missed: number;
  net_kept: { mean: Maybe; low: Maybe; high: Maybe }; // share of the customers at the start
  profit: { mean: Maybe; low: Maybe; high: Maybe }; // currency a person
}

// What the scenario promises to show, and whether it does: cxsim compare --expect.
export interface Promise_ extends Named {
  says: string;
  outcome: Named & { unit: string; format: Format };
  arm: string;
  against: string;
  change: "up" | "down" | "none" | ""; // "" : a level lies within low and high
  months: [number, number] | null; // first and last of results, from 1; null: as the outcome does
  against_months: [number, number] | null;
  mean: Maybe;
  low: Maybe; // 95% interval of what was found
  high: Maybe;
  verdict: "holds" | "fails" | "unknown";
}

export interface MapColumn {
  kind: "entry" | "stage" | "purchase" | "ending";
  heading: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface MapPlace extends Named {
  kind: "touchpoint" | "entry" | "purchase" | "ending";
  channel: string;
  owner: string; // title of the department
  contact: "direct" | "indirect";
  touchpoint: number | null; // place in Content.touchpoints
  journey: number | null; // that starts here
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface MapLink {
  from: number; // places
  to: number;
  journey: number;
  on: string; // the outcome that leads this way
  chance: number;
  sentence: string;
  shape: "across" | "down" | "around" | "loop";
  path: string; // SVG path data, in the map's coordinates
}
export interface JourneyMap {
  width: number;
  height: number;
  columns: MapColumn[];
  places: MapPlace[];
  links: MapLink[];
}

// Contacts of a sample of people in one replication, for the moving map: all but those that hardly
// move anybody (the same link again within 30 days, the mood within a tenth).
// Contacts of one person follow each other; person k has counts[arm][k] of them. Who is a customer
// at first_day begins with `bought`, then the place they stand at, both on that day.
export interface Customers {
  replication: number;
  population: number;
  persons: number[]; // numbers of the people in the sample who ever had a contact in any arm
  sampled: number; // how many were looked at
  first_day: number; // days below count from it
  arms: CustomersOfArm[];
  // What a step means: below links: along that link of the map; then a touchpoint reached in no
  // such way: links + touchpoint; then bought: links + touchpoints; left: links + touchpoints + 1.
  links: number;
  touchpoints: number;
}
export interface CustomersOfArm {
  counts: string; // base64 of little-endian uint16, a person each
  days: string; // base64 uint16, a step each: days since the person's step before (or first_day)
  steps: string; // base64 uint16, a step each
  valence: string; // base64 int8, a step each: mood afterwards * 100, to the nearest 5
  flows: number[]; // moves along each link from day 0 on, into the purchase and the endings too
}

export interface LifeEntry {
  first_day: number;
  last_day: number;
  heading: string;
  paragraphs: string[];
  kind?: "quiet" | "journey" | "consideration" | "recovery" | "look" | "departure";
}
export interface LifeContact {
  day: number;
  journey: string;
  touchpoint: string;
  answered_by: string;
  failed: boolean;
  wait: number;
  expected: number;
  perceived: number;
  gap: number;
  reaction: number;
  valence: number;
  trust: number;
  satisfaction: number;
}
// cxsim diary --json, word for word (more members than are named here).
export interface Diary {
  title: string;
  portrait: string[];
  entries: LifeEntry[];
  epilogue: string[];
  contacts: LifeContact[];
  looks: { day: number; left: boolean; [more: string]: unknown }[];
  purchases?: { day: number; again: boolean }[]; // again: they had left before
}
export interface Life {
  person: number;
  why: string; // why this life was chosen, in words; "" if it was asked for
  arms: Diary[]; // by arm
}

export interface RetentionCohort {
  number: number;
  customers: number;
  retained: Maybe[]; // by age
}
export interface Retention {
  ages: number[]; // payments of 30 days
  cohort_months: number;
  arms: {
    customers: number;
    left: number;
    survival: { day: number; share: Maybe; low: Maybe; high: Maybe }[];
    cohorts: RetentionCohort[];
  }[];
}

// [arm][place][month], means over replications; weighted where they are means themselves.
export type ByPlace = Maybe[][][];

export interface Content {
  schema: 1;
  about: { title: string; question: string; concept: string; look_for: string; weakness: string };
  command: string; // that makes these results again
  version: string;
  currency: string;
  start_date: string; // ISO, first day of results
  people: number;
  days: number;
  burn_in: number;
  months: number;
  replications: number; // that ended in some arm
  seed: number | string;
  discount_rate: number;
  decision_month: number;
  arms: Arm[];
  segments: Named[];
  touchpoints: (Named & { stage: string; channel: string; owner: number })[];
  journeys: Named[];
  departments: Named[];
  outcomes: Outcome[];
  series: Record<string, Series>; // active_customers, churn_rate, nps_true, nps_measured, promoters,
  // detractors, wom_positive, wom_negative, review_stars, revenue, cost, profit, cumulative_npv,
  // cost_to_serve, hostile_customers, mean_valence, mean_trust, csat, journey_satisfied,
  // touchpoint_satisfied, acquired, churned ... in the order of interest
  segment_series: Record<string, SegmentSeries>; // active_customers, churn_rate, nps_true, revenue...
  retention: Retention | null;
  decisions: Decision[]; // one an arm but the baseline
  promises: Promise_[];
  measured: { text: string } | null; // the firm's own figures beside the model's
  map: JourneyMap;
  touchpoint_months: Record<
    | "touchpoint_contacts"
    | "touchpoint_failures"
    | "touchpoint_satisfied_share"
    | "touchpoint_csat"
    | "touchpoint_gap"
    | "touchpoint_gap_seen"
    | "touchpoint_wait"
    | "failure_demand",
    ByPlace
  >;
  journey_months: Record<"journey_closed" | "journey_abandoned" | "journey_satisfied_share", ByPlace>;
  department_months: Record<"department_load" | "department_morale" | "department_wait", ByPlace>;
  reasons: Reason[]; // of contacts over the last year
  customers: Customers | null; // null in the studio, which asks for them apart
  lives: Life[]; // none in the studio, which asks for them apart
}

// Why people came to a touchpoint: the failure or root cause upstream of its contacts.
export interface Reason {
  arm: number;
  touchpoint: number;
  upstream: string; // title of a touchpoint or of a root cause
  kind: "touchpoint" | "root_cause" | "own_need";
  share: number; // of the touchpoint's contacts
  contacts: number; // a month
}
