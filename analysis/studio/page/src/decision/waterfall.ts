// How NPV comes about: each term of the money step as a bar that starts where the last one ended.
import type { ExplainedStep } from "../content";
import { estimateOf, isClear, type Estimate } from "./reading";

export interface WaterfallBar extends Estimate {
  name: string;
  title: string;
  from: number;
  to: number;
  isTotal: boolean;
  isClear: boolean;
}

const small = 0.02; // of the largest term

interface Part {
  name: string;
  title: string;
  estimate: Estimate;
}

// Terms that change nothing are left out; two and more that are tiny are told together.
export function waterfall(step: ExplainedStep | null): WaterfallBar[] {
  if (!step?.total) return [];
  const total = estimateOf(step.total.change);
  if (total.mean === null) return [];
  const parts = partsOf(step);
  const largest = Math.max(0, ...parts.map((part) => Math.abs(part.estimate.mean!)));
  const isSmall = (part: Part) => Math.abs(part.estimate.mean!) < small * largest;
  const together = parts.filter(isSmall).length > 1;
  const shown = together ? parts.filter((part) => !isSmall(part)) : parts;

  const bars: WaterfallBar[] = [];
  let reached = 0;
  for (const { name, title, estimate } of shown) {
    const to = reached + estimate.mean!;
    bars.push({
      ...estimate, name, title, from: reached, to, isTotal: false, isClear: isClear(estimate),
    });
    reached = to;
  }
  const rest = total.mean - reached;
  if (Math.abs(rest) > 1e-6 * Math.max(1, largest)) bars.push(restBar(reached, total.mean));
  const title = "NPV against the baseline";
  bars.push({
    ...total, name: "npv", title, from: 0, to: total.mean, isTotal: true, isClear: isClear(total),
  });
  return bars;
}

function partsOf(step: ExplainedStep): Part[] {
  return Object.entries(step.terms)
    .map(([name, term]) => ({ name, title: term.title, estimate: estimateOf(term.change) }))
    .filter(({ estimate }) => estimate.mean !== null && estimate.mean !== 0);
}

function restBar(from: number, to: number): WaterfallBar {
  return {
    name: "rest", title: "all the rest", mean: to - from, low: null, high: null,
    from, to, isTotal: false, isClear: false,
  };
}
