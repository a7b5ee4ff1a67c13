import { describe, expect, it } from "vitest";
import type { Arm, Series } from "../content";
import { actionMarks, bandText, formatOf, lineTable, linesOf, summary } from "./lines";

const arm = (name: string, action_day: number | null): Arm => {
  return { name, title: name.toUpperCase(), action_day, apply: [] };
};
const arms = [arm("baseline", null), arm("bot", 360), arm("culture", 360)];
const band = (values: (number | null)[]) => ({
  mean: values,
  low: values.map((value) => (value === null ? null : value - 1)),
  high: values.map((value) => (value === null ? null : value + 1)),
});
const format = { decimals: 0, percent: false };
const series: Series = {
  name: "profit",
  title: "Profit",
  unit: "EUR a month",
  format,
  meaning: "",
  arms: [band([10, 12]), band([20, null]), band([null, null])],
  differences: [null, band([10, 8]), band([null, null])],
};

describe("lines of a series", () => {
  const look = { mode: "levels" as const, isShown: () => true };
  it("leave out arms of which nothing is known", () => {
    expect(linesOf(series, arms, look).map((line) => line.key)).toEqual(["baseline", "bot"]);
  });
  it("leave out the baseline from differences, and hidden arms", () => {
    const differences = linesOf(series, arms, { ...look, mode: "differences" });
    expect(differences.map((line) => line.key)).toEqual(["bot"]);
    expect(linesOf(series, arms, { ...look, isShown: (one) => one === 1 })).toHaveLength(1);
  });
});

it("tells arms that begin on one day once", () => {
  expect(actionMarks(arms)).toEqual([{ at: 12, label: "the arms begin" }]);
  const later = [...arms.slice(0, 2), arm("culture", 720)];
  expect(actionMarks(later).map((mark) => mark.label)).toEqual(["BOT: begins", "CULTURE: begins"]);
  expect(actionMarks(arms.slice(0, 1))).toEqual([]);
});

it("tells small differences of whole things apart from none", () => {
  expect(formatOf(format, "differences", [0.4, null, -3]).decimals).toBe(1);
  expect(formatOf(format, "differences", [0.4, 40]).decimals).toBe(0);
  expect(formatOf(format, "levels", [0.4]).decimals).toBe(0);
});

it("says in words what it draws", () => {
  const lines = linesOf(series, arms, { mode: "levels", isShown: () => true });
  expect(summary("Profit", lines, ["Jan", "Feb"], format, "levels")).toBe(
    "Line chart: Profit. BASELINE: from 10 in Jan to 12 in Feb. BOT: from 20 in Jan to 20 in Jan.",
  );
  expect(bandText(lines[0]!, 0, format, "differences")).toBe("+9 to +11");
});

it("makes a row a month, with the band of every line", () => {
  const lines = linesOf(series, arms, { mode: "levels", isShown: () => true });
  const heads = { heading: "Month", rows: ["1: Jan", "2: Feb"] };
  const table = lineTable("Profit", "EUR a month", lines, heads, format, "levels");
  expect(table.columns.map((column) => column.title)).toEqual([
    "Month", "BASELINE", "BASELINE, P5", "BASELINE, P95", "BOT", "BOT, P5", "BOT, P95",
  ]);
  expect(table.rows[1]!.cells).toEqual([12, 11, 13, null, null, null]);
});
