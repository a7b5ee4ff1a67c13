// What a change did to the outcomes that matter most: before and after, arm by arm.

import type { Content, Maybe, Outcome } from "../content";
import type { Overrides } from "./overrides";

export const KEY_OUTCOMES: readonly { name: string; better: "up" | "down" }[] = [
  { name: "nps_true", better: "up" },
  { name: "churn_rate", better: "down" },
  { name: "revenue", better: "up" },
  { name: "npv", better: "up" },
];

export interface Moved {
  outcome: Outcome;
  before: Maybe;
  after: Maybe;
  change: Maybe;
  direction: "up" | "down" | "same" | "unknown";
  is_better: boolean | null; // null where it is neither
}

// What is smaller than the last decimal shown is no change that anybody can see.
function directionOf(change: Maybe, outcome: Outcome): Moved["direction"] {
  if (change === null) return "unknown";
  const shown = Math.abs(change) * (outcome.format.percent ? 100 : 1);
  if (shown < 0.5 * 10 ** -outcome.format.decimals) return "same";
  return change > 0 ? "up" : "down";
}

// Worth is told against the baseline; everything else as it is.
function valueIn(content: Content, outcome: string, arm: string): Maybe {
  const place = content.arms.findIndex(({ name }) => name === arm);
  const row = content.outcomes.find(({ name }) => name === outcome);
  const values = outcome === "npv" ? row?.differences : row?.arms;
  return values?.[place]?.mean ?? null;
}

export function movedOf(before: Content | null, after: Content, arm: string): Moved[] {
  return KEY_OUTCOMES.flatMap(({ name, better }) => {
    const outcome = after.outcomes.find((row) => row.name === name);
    if (!outcome) return [];
    const was = before ? valueIn(before, name, arm) : null;
    const is = valueIn(after, name, arm);
    const change = was === null || is === null ? null : is - was;
    const direction = directionOf(change, outcome);
    const moves = direction === "up" || direction === "down";
    const is_better = moves ? direction === better : null;
    return [{ outcome, before: was, after: is, change, direction, is_better }];
  });
}

// Relative to the number itself; scores that may be near zero relative to their whole scale.
function sizeOf({ outcome, before, after, change, direction }: Moved): number {
  if (change === null || direction === "same") return 0;
  const whole = outcome.name.startsWith("nps") ? 100 : 0;
  return Math.abs(change) / Math.max(whole, Math.abs(before ?? 0), Math.abs(after ?? 0));
}

// The arm on which the change shows most: one that is new, or else the baseline only where no
// other moves.
export function armMostMoved(before: Content | null, after: Content): string {
  const [baseline, ...others] = after.arms;
  const added = others.filter(({ name }) => before?.arms.every((arm) => arm.name !== name));
  if (added.length > 0) return added.at(-1)!.name;
  const moves = ({ name }: { name: string }) =>
    movedOf(before, after, name).reduce((sum, one) => sum + sizeOf(one), 0);
  const most = others.reduce(
    (best, arm) => (best === undefined || moves(arm) > moves(best) ? arm : best),
    others[0],
  );
  if (most === undefined || (moves(most) === 0 && baseline && moves(baseline) > 0))
    return baseline?.name ?? "";
  return most.name;
}

const LUCK = ["simulation.people", "simulation.days", "simulation.replications", "simulation.seed"];

// Whether other people, other days or other luck are a part of the difference.
export function isOtherLuck(before: Overrides, after: Overrides): boolean {
  return LUCK.some((key) => before.get(key) !== after.get(key));
}
