// What the explanation of an arm says, with names for its members and nothing left to guess.
import type { ExplainedStep, Explanation, Leaning, Maybe } from "../content";

export interface Estimate {
  mean: Maybe;
  low: Maybe; // 95% interval
  high: Maybe;
}

// One number that an intervention or shock moves, or one of its own.
export interface ActionNumber {
  key: string;
  unit: string;
  meaning: string;
  operation: "add" | "multiply" | "move_to" | "is";
  amount: number;
}

export interface Action {
  name: string;
  title: string;
  nature: "intervention" | "shock";
  start: number; // day of results; the other times are days too
  ramp: number;
  duration: number;
  half_life: number;
  strength: number;
  effectiveness: number;
  capex: number; // at the start
  opex: number; // a day
  numbers: ActionNumber[];
  where: string[];
  share: number; // of people
  journey: string | null; // that it draws anew
}

// NPV of the arm with one number of the model at both ends of its swing.
export interface Swing {
  key: string;
  meaning: string;
  unit: string;
  tag: string;
  source: string;
  value: number;
  low: number;
  high: number;
  npv_at_low: Estimate;
  npv_at_high: Estimate;
  spread: Estimate;
  flips_at: Maybe;
  break_even: Maybe;
}

type Members = Record<string, unknown>;

function known(value: unknown): Maybe {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}
function list(value: unknown): Members[] {
  return Array.isArray(value) ? (value as Members[]) : [];
}

// Of a paired difference as cxsim compare writes it.
export function estimateOf(difference: unknown): Estimate {
  const { mean, t_interval } = (difference ?? {}) as Members;
  const [low, high] = Array.isArray(t_interval) ? t_interval : [null, null];
  return { mean: known(mean), low: known(low), high: known(high) };
}

// Luck leaves no doubt on which side of zero it lies.
export function isClear({ low, high }: Estimate): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

const operations = ["add", "multiply", "move_to", "is"] as const;

function actionNumber(members: Members): ActionNumber {
  const operation = operations.find((one) => one in members) ?? "is";
  return {
    key: words(members.key),
    unit: words(members.unit),
    meaning: words(members.meaning),
    operation,
    amount: tidy(known(members[operation]) ?? 0),
  };
}

// Single precision leaves 0.6000000238 where the scenario says 0.6.
export function tidy(value: number): number {
  return Number(value.toPrecision(6));
}

function action(members: Members): Action {
  const amount = (key: string, otherwise = 0) => tidy(known(members[key]) ?? otherwise);
  return {
    name: words(members.name),
    title: words(members.title) || words(members.name),
    nature: members.nature === "shock" ? "shock" : "intervention",
    start: amount("start"),
    ramp: amount("ramp"),
    duration: amount("duration"),
    half_life: amount("half_life"),
    strength: amount("strength", 1),
    effectiveness: amount("effectiveness", 1),
    capex: amount("capex"),
    opex: amount("opex"),
    numbers: list(members.numbers).map(actionNumber),
    where: Array.isArray(members.where) ? members.where.map(words) : [],
    share: amount("share", 1),
    journey: words(members.journey) || null,
  };
}

export function actionsOf(explanation: Explanation | null): Action[] {
  return list(explanation?.does).map(action);
}

function swing(members: Members): Swing {
  return {
    key: words(members.key),
    meaning: words(members.meaning),
    unit: words(members.unit),
    tag: words(members.tag),
    source: words(members.source),
    value: known(members.value) ?? 0,
    low: known(members.low) ?? 0,
    high: known(members.high) ?? 0,
    npv_at_low: estimateOf(members.npv_at_low),
    npv_at_high: estimateOf(members.npv_at_high),
    spread: estimateOf(members.spread),
    flips_at: known(members.flips_at),
    break_even: known(members.break_even),
  };
}

export function swingsOf(leaning: Leaning | null): Swing[] {
  return list(leaning?.swings).map(swing);
}

export function leftOut(leaning: Leaning): string[] {
  return Array.isArray(leaning.left_out) ? leaning.left_out.map(words) : [];
}

export function moneyStep(explanation: Explanation | null): ExplainedStep | null {
  return explanation?.path.money ?? null;
}

// Replications that would halve the interval of NPV.
export function replicationsToHalve(explanation: Explanation | null): Maybe {
  return known(moneyStep(explanation)?.total?.change.replications_to_halve);
}
