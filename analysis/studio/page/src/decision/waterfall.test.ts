import { describe, expect, it } from "vitest";
import { step } from "./sample";
import { waterfall } from "./waterfall";

describe("the waterfall", () => {
  it("lets each bar start where the last one ended, and ends at NPV", () => {
    const bars = waterfall(step({ revenue: 100, contacts: 40, interventions: -90 }, 50));
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 100], [100, 140], [140, 50], [0, 50],
    ]);
    expect(bars.at(-1)!.isTotal).toBe(true);
  });
  it("leaves out what changes nothing and tells small change together", () => {
    const bars = waterfall(step({ revenue: 1000, care: 0, recovery: 3, programme: -1 }, 1002));
    expect(bars.map((bar) => bar.name)).toEqual(["revenue", "rest", "npv"]);
    expect(bars[1]!.mean).toBeCloseTo(2);
  });
  it("keeps a lone small term under its own name", () => {
    const bars = waterfall(step({ revenue: 1000, recovery: 3 }, 1003));
    expect(bars.map((bar) => bar.name)).toEqual(["revenue", "recovery", "npv"]);
  });
  it("is empty where there is no NPV", () => {
    expect(waterfall(null)).toEqual([]);
    expect(waterfall({ ...step({}, 0), total: null })).toEqual([]);
  });
});
