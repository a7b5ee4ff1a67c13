// Which arm pays, which does not, and where luck leaves that open.
import type { Decision, Maybe } from "../content";

// "same": it changes no money; "single": one run cannot tell effect from luck.
export type Luck = "pays" | "loses" | "open" | "single" | "same" | "unknown";

export function luckOf({ npv }: Decision): Luck {
  if (npv.mean === null) return "unknown";
  const values = known(npv.values);
  if (npv.mean === 0 && values.every((value) => value === 0)) return "same";
  if (values.length < 2 || npv.low === null || npv.high === null) return "single";
  if (npv.low > 0) return "pays";
  return npv.high < 0 ? "loses" : "open";
}

export function known(values: readonly Maybe[]): number[] {
  return values.filter((value): value is number => value !== null);
}

// In how many runs an arm was ahead of another; the runs share their luck, so they pair up.
export interface Lead {
  ahead: number;
  of: number;
  isClear: boolean; // luck leaves no doubt which of them is better
}

export function leadOf(one: Decision, other: Decision): Lead {
  const differences: number[] = [];
  one.npv.values.forEach((value, run) => {
    const against = other.npv.values[run] ?? null;
    if (value !== null && against !== null) differences.push(value - against);
  });
  const ahead = differences.filter((difference) => difference > 0).length;
  return { ahead, of: differences.length, isClear: Math.abs(tOf(differences)) > 1 };
}

// Mean of paired differences in half-widths of its 95% interval; beyond 1 it leaves zero out.
function tOf(differences: number[]): number {
  const count = differences.length;
  if (count < 2) return 0;
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  if (error === 0) return mean === 0 ? 0 : Infinity;
  return mean / (error * studentQuantile(count - 1));
}

// 97.5% quantile of Student's t for 1 to 10 degrees of freedom; beyond them a series in 1/degrees.
const quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
export function studentQuantile(degrees: number): number {
  return quantiles[degrees - 1] ?? 1.96 + 2.372 / degrees + 2.823 / degrees ** 2;
}

export interface Ranking {
  best: Decision | null; // of those that pay; else of those luck leaves open; else of all
  luck: Luck;
  runnerUp: Decision | null; // the best of the others
  lead: Lead | null; // of the best before the runner-up
  larger: Decision[]; // open ones whose mean is above that of a best one that pays
}

const order: Luck[] = ["pays", "open", "same", "single", "loses", "unknown"];

export function rank(decisions: readonly Decision[]): Ranking {
  const sorted = [...decisions].sort((a, b) => {
    const byLuck = order.indexOf(luckOf(a)) - order.indexOf(luckOf(b));
    return byLuck || (b.npv.mean ?? -Infinity) - (a.npv.mean ?? -Infinity);
  });
  const best = sorted[0] ?? null;
  if (!best) return { best, luck: "unknown", runnerUp: null, lead: null, larger: [] };
  const luck = luckOf(best);
  const runnerUp = sorted[1] ?? null;
  return {
    best,
    luck,
    runnerUp,
    lead: runnerUp && leadOf(best, runnerUp),
    larger: luck === "pays" ? sorted.filter((one) => isLargerButOpen(one, best)) : [],
  };
}

function isLargerButOpen(one: Decision, best: Decision): boolean {
  return luckOf(one) === "open" && (one.npv.mean ?? 0) > (best.npv.mean ?? 0);
}

// Runs of an arm that ended above zero.
export function runsAbove({ npv }: Decision): { above: number; of: number } {
  const values = known(npv.values);
  return { above: values.filter((value) => value > 0).length, of: values.length };
}

// The word that stands on an arm's badge.
export const luckWord: Record<Luck, string> = {
  pays: "pays",
  loses: "does not pay",
  open: "luck leaves it open",
  single: "one run only",
  same: "changes no money",
  unknown: "not known",
};
