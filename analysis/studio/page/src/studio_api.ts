// What the studio's server understands. All of it is under /api/, wants the session's cookie, and
// answers JSON; a scenario that is not in order is answered with { problems }, a
// question that is none with 400 and { problems }. docs/studio.md lists it for people.

import type { Content, Customers, Leaning, Life, Named } from "./content";

// GET /api/library
export interface LibraryEntry extends Named {
  question: string;
  concept: string;
  look_for: string;
  weakness: string;
  firm: string; // title of the base, or ""
  is_lesson: boolean; // one of the fourteen: it promises something that can be predicted
}

// A number that a slider, or a flag that a switch, can change: --set key=value.
export interface Control {
  key: string; // as --set takes it: "company.maturity_stage", "intervention.bot.technology"
  label: string;
  meaning: string;
  unit: string;
  tag: "published" | "derived" | "assumption" | "choice";
  source: string;
  value: number;
  low: number; // of the slider: within the setting's range, and wide enough to matter
  high: number;
  step: number;
  whole: boolean; // integers only
}
export interface InterventionControls extends Named {
  kind: string;
  nature: "intervention" | "shock";
  meaning: string; // of its kind
  controls: Control[]; // start, duration, ramp, effectiveness, costs, and the numbers of its kind
}
export interface ArmControls extends Named {
  apply: string[];
}
export interface Expected {
  name: string;
  says: string;
  outcome: Named & { unit: string };
  arm: string;
  against: string;
  change: "up" | "down" | "none" | "";
  months: [number, number] | null; // first and last of results, from 1; null: as the outcome does
  against_months: [number, number] | null;
}
// GET /api/scenario?name=NAME&set=...&set=...&toml=...   without a name: what the studio was
// started with. The same by POST { scenario, set, toml }, for what is too long for an address.
// Values are those after the overrides; 400 with { problems } where an override is wrong.
export interface ScenarioControls {
  name: string;
  start_date: string; // ISO, first day of results
  currency: string;
  about: Content["about"];
  set: string[]; // the overrides applied so far
  toml: string; // text laid over the scenario: interventions, shocks and arms of its own; or ""
  simulation: Control[]; // people, days, replications, seed
  company: Control[]; // maturity_stage first, then the levers
  interventions: InterventionControls[];
  arms: ArmControls[];
  expectations: Expected[];
  command: string;
}

// GET /api/catalogue, with the parameters of /api/scenario: what can be added by `toml`.
export interface Catalogue {
  kinds: CatalogueKind[];
  places: Record<
    "departments" | "touchpoints" | "journeys" | "root_causes" | "segments" | "value_tiers",
    Named[]
  >;
}
export interface CatalogueKind extends Named {
  nature: "intervention" | "shock";
  meaning: string;
  scopes: string[]; // keys by which it can be confined: those of places, and "share"
  needs: string; // what it lacks with name and kind alone; "" if nothing
  // Keys within its table: "start", "skill". The value is null where the kind leaves it alone.
  controls: (Omit<Control, "value"> & { value: number | null })[];
}

export interface Problem {
  file: string;
  line: number;
  key: string;
  what: string;
  why: string;
  cure: string;
}

// POST /api/runs { scenario, set: ["key=value", ...], toml? }; a run that is under way is stopped.
export interface RunStarted {
  run: number;
  people: number;
  person_days: number; // how much there is to do
}
// POST /api/stop {}                      stops whatever is under way: { stopped: N | null }
// GET  /api/runs/N                       Content, without customers and lives
// GET  /api/runs/N/customers?people=P    Customers
// GET  /api/runs/N/life?person=P         Life
// GET  /api/runs/N/lives                 Life[]: a few that differ, as in a report
// POST /api/runs/N/leaning { arm }       begins the runs of the assumption ledger, answers
//                                        { run, arm, person_days }; then an event
// GET  /api/runs/N/leaning?arm=NAME      Leaning
// GET  /api/runs/N/scenario.toml         the scenario, whole, to save
// GET  /api/runs/N/results.h5            the result file
// GET  /api/runs/N/report.html           the report, as cxsim report writes it; with ?quick=1
//                                        without assumption ledgers that were not asked for before
// 409: not done yet, 410: stopped, or no longer kept (the last four are), 404: there never was one.
//
// GET  /api/events   server-sent events, each with an id; Last-Event-ID resumes
export type StudioEvent =
  | { event: "progress"; run: number; task: "run" | "leaning"; done: number; of: number }
  | { event: "done"; run: number; seconds: number }
  | { event: "leaning"; run: number; arm: string }
  | { event: "stopped"; run: number } // the run, or a ledger of it
  | { event: "failed"; run: number; problems: Problem[] };

export interface StudioAnswers {
  library: LibraryEntry[];
  scenario: ScenarioControls;
  catalogue: Catalogue;
  started: RunStarted;
  content: Content;
  customers: Customers;
  life: Life;
  leaning: Leaning;
}
