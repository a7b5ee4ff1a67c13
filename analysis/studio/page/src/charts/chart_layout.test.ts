import { describe, expect, it } from "vitest";
import { armStyle } from "../base/colours";
import { layOut, type ChartPlan } from "./chart_layout";
import { calendarTicks } from "./ticks";

const line = (label: string, value: number) => {
  return { key: label, label, style: armStyle(0), mean: [1, value, null] };
};
const plan: ChartPlan = {
  lines: [line("Baseline", 5), line("The bot in a customer-centric firm", 5)],
  places: [1, 2, 3],
  xEnd: 3,
  xTicks: (most) => calendarTicks("2026-01-01", 3, most),
  format: { decimals: 0, percent: false },
  mode: "levels",
  marks: [{ at: 1, label: "The bot: begins" }, { at: 9, label: "beyond the end" }],
  includesZero: false,
  extent: undefined,
  compact: false,
  width: 800,
  type: 12,
};

describe("the layout of a chart", () => {
  it("keeps labels at the ends apart and within the picture", () => {
    const { ends, width, height } = layOut(plan);
    expect(ends).toHaveLength(2);
    const [one, other] = ends as [(typeof ends)[0], (typeof ends)[0]];
    expect(Math.abs(one.y - other.y)).toBeGreaterThan(12);
    for (const end of ends) {
      expect(end.x).toBeLessThan(width);
      expect(end.y).toBeLessThan(height);
    }
  });
  it("leaves them out where there is no room", () => {
    expect(layOut({ ...plan, width: 330 }).ends).toEqual([]);
    expect(layOut({ ...plan, compact: true }).ends).toEqual([]);
  });
  it("shows only marks within its time, above the plot", () => {
    const { marks, top } = layOut(plan);
    expect(marks.map((mark) => mark.label)).toEqual(["The bot: begins"]);
    expect(top).toBeGreaterThan(layOut({ ...plan, marks: [] }).top);
  });
  it("takes zero in where it matters", () => {
    expect(layOut(plan).y.invert(layOut(plan).bottom)).toBeCloseTo(1);
    const differences = layOut({ ...plan, mode: "differences" });
    expect(differences.y.invert(differences.bottom)).toBeCloseTo(0);
  });
  it("keeps to a scale that others share", () => {
    const { y, top } = layOut({ ...plan, extent: [0, 100] });
    expect(y.invert(top)).toBeCloseTo(100);
  });
});
