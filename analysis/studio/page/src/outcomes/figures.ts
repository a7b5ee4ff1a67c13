// From results to the figures of the outcomes: lines, tables, tick functions.
import { plural } from "../base/format";
import { capital } from "../base/words";
import { armStyle } from "../base/colours";
import { isArmShown } from "../base/arms.svelte";
import { hasValues, linesOf, type Line, type Mark, type Mode } from "../charts/lines";
import type { Content, Decision, Maybe, Retention, Series, SegmentSeries } from "../content";

export interface Panel {
  title: string;
  lines: Line[];
}

export function axisLabel(unit: string, mode: Mode): string {
  if (mode === "levels") return unit;
  return `difference to the baseline, ${pointsFor(unit)}`.replace(/, $/, "");
}
// Differences of shares are told in percentage points.
function pointsFor(unit: string): string {
  return unit.startsWith("from ") ? "" : unit.replace(/^%( of \w[\w ]*)?/, "percentage points");
}

export function seriesLines(content: Content, series: Series, mode: Mode): Line[] {
  // The baseline's NPV against itself is none, whatever happens.
  const isShown = (arm: number) =>
    isArmShown(arm) && !(arm === 0 && series.name === "cumulative_npv");
  return linesOf(series, content.arms, { mode, isShown });
}

// An arm a panel: the first series solid, the second dashed.
export function pairPanels(
  content: Content,
  pair: [Series, Series],
  labels: [string, string],
  mode: Mode,
): Panel[] {
  return content.arms.flatMap((arm, place) => {
    if (!isArmShown(place)) return [];
    const { colour } = armStyle(place);
    const lines = pair.flatMap((series, which): Line[] => {
      const band = mode === "levels" ? series.arms[place] : series.differences[place];
      if (!band || !hasValues(band)) return [];
      const style = which === 0
        ? { colour, dash: "", mark: "none" as const }
        : { colour, dash: "6 3", mark: "ring" as const };
      return [{ key: labels[which]!, label: capital(labels[which]!), style, ...band }];
    });
    return lines.length > 0 ? [{ title: arm.title, lines }] : [];
  });
}

// The panels' lines side by side, for their table.
export function allLines(panels: Panel[]): Line[] {
  return panels.flatMap(({ title, lines }) =>
    lines.map((line) => ({ ...line, label: `${title}, ${line.label.toLowerCase()}` })),
  );
}

export function segmentPanels(content: Content, series: SegmentSeries, mode: Mode): Panel[] {
  return content.segments.flatMap((segment, which) => {
    const baseline = series.segments[which]?.[0];
    const lines = content.arms.flatMap((arm, place): Line[] => {
      const values = series.segments[which]?.[place];
      if (!values || !isArmShown(place) || (mode === "differences" && place === 0)) return [];
      const mean = mode === "levels" ? values : less(values, baseline ?? []);
      if (mean.every((value) => value === null)) return [];
      return [{ key: arm.name, label: arm.title, style: armStyle(place), mean }];
    });
    return lines.length > 0 ? [{ title: segment.title, lines }] : [];
  });
}
function less(values: Maybe[], others: Maybe[]): Maybe[] {
  return values.map((value, at) => {
    const other = others[at];
    return value === null || other == null ? null : value - other;
  });
}

// Where cumulative NPV crosses zero for good, in the middle one of the replications that do.
export function paybackMarks(content: Content): Mark[] {
  return content.decisions.flatMap(({ arm, payback }) => {
    if (payback.median === null || !isArmShown(arm)) return [];
    const title = content.arms[arm]?.title ?? "";
    return [{ at: content.decision_month + payback.median, label: `${title} pays back` }];
  });
}

export function paybackSentence(content: Content, decision: Decision): string {
  const title = content.arms[decision.arm]?.title ?? "";
  const { median, within_run: share } = decision.payback;
  if (median === null || !share) return `${title}: has not paid back within the run.`;
  const months = Math.round(median);
  const often = share >= 1 ? "all" : `${Math.round(share * 100)}% of`;
  const time = plural(months, "month");
  return `${title}: pays back in ${often} replications, typically after ${time}.`;
}

export interface SurvivalFigure {
  lines: Line[];
  places: number[]; // months of 30 days since the purchase
}

// The arms' curves on common ages: between its own steps a curve stays where it was.
export function survivalFigure(content: Content, retention: Retention): SurvivalFigure {
  const days = [
    ...new Set(retention.arms.flatMap((arm) => arm.survival.map((step) => step.day))),
  ].sort((a, b) => a - b);
  const lines = retention.arms.flatMap(({ survival }, place): Line[] => {
    const arm = content.arms[place];
    if (!arm || !isArmShown(place) || survival.length === 0) return [];
    let next = 0;
    const steps = days.map((day) => {
      while (next < survival.length && survival[next]!.day <= day) ++next;
      return day > survival[survival.length - 1]!.day ? null : (survival[next - 1] ?? null);
    });
    return [
      {
        key: arm.name,
        label: arm.title,
        style: armStyle(place),
        mean: steps.map((step) => step?.share ?? null),
        low: steps.map((step) => step?.low ?? null),
        high: steps.map((step) => step?.high ?? null),
      },
    ];
  });
  return { lines, places: days.map((day) => day / 30) };
}
