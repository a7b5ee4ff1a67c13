import { describe, expect, it } from "vitest";
import type { Content, Decision, Format, Retention, SegmentSeries, Series } from "../content";
import {
  axisLabel,
  pairPanels,
  paybackMarks,
  paybackSentence,
  segmentPanels,
  seriesLines,
  survivalFigure,
} from "./figures";
import { groupsOf } from "./groups";
import { differenceFormat, outcomeTable } from "./outcome_table";

const format = { decimals: 1, percent: false };
const band = (value: number) => ({ mean: [value], low: [value - 1], high: [value + 1] });
const decision = (median: number | null, within_run: number): Decision => {
  return { arm: 1, payback: { median, within_run, months: [] } } as unknown as Decision;
};
const content = {
  about: { title: "The bet" },
  arms: [
    { name: "baseline", title: "Baseline", action_day: null, apply: [] },
    { name: "bot", title: "The bot", action_day: 30, apply: ["bot"] },
  ],
  segments: [{ name: "young", title: "Young" }],
  decision_month: 12,
  decisions: [decision(14, 0.75)],
  outcomes: [
    {
      name: "churn_rate",
      title: "churn",
      unit: "% a month",
      format: { decimals: 2, percent: true },
      arms: [
        { mean: 0.02, p5: 0.01, p50: 0.02, p95: 0.03 },
        { mean: 0.03, p5: 0.02, p50: 0.03, p95: 0.04 },
      ],
      differences: [null, { mean: 0.01, low: 0, high: 0.02, relative: 0.5 }],
    },
  ],
} as unknown as Content;
const series = (name: string, value: number): Series => ({
  name,
  title: name,
  unit: "points",
  format,
  meaning: "",
  arms: [band(value), band(value + 2)],
  differences: [null, band(2)],
});

describe("axes", () => {
  it("tell differences of shares in percentage points", () => {
    expect(axisLabel("% a month", "levels")).toBe("% a month");
    expect(axisLabel("% a month", "differences")).toBe(
      "difference to the baseline, percentage points a month",
    );
    expect(axisLabel("% of customers", "differences")).toBe(
      "difference to the baseline, percentage points",
    );
    expect(axisLabel("", "differences")).toBe("difference to the baseline");
    expect(axisLabel("from 0 to 1", "differences")).toBe("difference to the baseline");
  });
});

it("does not draw the baseline's NPV against itself", () => {
  const keys = (name: string) =>
    seriesLines(content, series(name, 1), "levels").map((one) => one.key);
  expect(keys("cumulative_npv")).toEqual(["bot"]);
  expect(keys("nps_true")).toEqual(["baseline", "bot"]);
});

it("draws two series in a panel for each arm, told apart by their dash", () => {
  const pair: [Series, Series] = [series("a", 1), series("b", 5)];
  const panels = pairPanels(content, pair, ["true", "measured"], "levels");
  expect(panels.map((panel) => panel.title)).toEqual(["Baseline", "The bot"]);
  const [first, second] = panels[1]!.lines;
  expect(first!.mean).toEqual([3]);
  expect(second!.mean).toEqual([7]);
  expect(first!.style.dash).not.toBe(second!.style.dash);
  expect(pairPanels(content, pair, ["x", "y"], "differences")).toHaveLength(1);
});

it("takes segments from the baseline's where differences are wanted", () => {
  const values = [[[5, null], [7, 3]]];
  const segments = { ...series("x", 0), segments: values } as unknown as SegmentSeries;
  const [panel] = segmentPanels(content, segments, "differences");
  expect(panel!.lines.map((line) => line.mean)).toEqual([[2, null]]);
});

describe("payback", () => {
  it("is marked where the middle replication has it", () => {
    expect(paybackMarks(content)).toEqual([{ at: 26, label: "The bot pays back" }]);
    expect(paybackMarks({ ...content, decisions: [decision(null, 0)] })).toEqual([]);
  });
  it("is told in words, whether it came or not", () => {
    expect(paybackSentence(content, decision(14, 0.75))).toBe(
      "The bot: pays back in 75% of replications, typically after 14 months.",
    );
    expect(paybackSentence(content, decision(null, 0))).toContain("has not paid back");
  });
});

it("puts curves of different steps on common ages", () => {
  const step = (day: number, share: number) => ({ day, share, low: share, high: share });
  const retention = {
    arms: [
      { survival: [step(0, 1), step(30, 0.8), step(90, 0.5)] },
      { survival: [step(0, 1), step(60, 0.7)] },
    ],
  } as unknown as Retention;
  const { lines, places } = survivalFigure(content, retention);
  expect(places).toEqual([0, 1, 2, 3]);
  expect(lines[0]!.mean).toEqual([1, 0.8, 0.8, 0.5]);
  expect(lines[1]!.mean).toEqual([1, 1, 0.7, null]);
});

it("lays all outcomes into one table of numbers", () => {
  const table = outcomeTable(content);
  expect(table.columns).toHaveLength(1 + 3 + 6);
  expect(table.rows[0]).toMatchObject({
    header: "Churn",
    unit: "% a month",
    cells: [0.02, 0.01, 0.03, 0.03, 0.02, 0.04, 0.01, 0, 0.02],
  });
});

describe("the groups of figures", () => {
  it("hold what is known, and what no group names in a last one", () => {
    const found = groupsOf({ active_customers: {}, nps_true: {}, parking: {} });
    expect(found.map(({ title }) => title)).toEqual(["Customers", "Further outcomes"]);
    expect(found[1]!.figures).toMatchObject([{ kind: "single", series: "parking" }]);
  });
});

describe("the table of outcomes", () => {
  it("writes a difference so finely that its interval is seen", () => {
    const decimals = (format: Format, low: number, high: number) =>
      differenceFormat(format, { mean: (low + high) / 2, low, high, relative: null }).decimals;
    expect(decimals({ decimals: 1, percent: true }, 0.00014, 0.00022)).toBe(3);
    expect(decimals({ decimals: 1, percent: true }, 0.01, 0.02)).toBe(1);
    expect(decimals({ decimals: 0, percent: false }, -1.2, 1.7)).toBe(1);
    expect(decimals({ decimals: 0, percent: false }, 16, 32)).toBe(0);
    expect(decimals({ decimals: 2, percent: false }, 0, 0)).toBe(2);
  });
});
