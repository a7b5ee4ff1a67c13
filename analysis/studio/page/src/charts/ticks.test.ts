import { describe, expect, it } from "vitest";
import { calendarTicks, countTicks, extentOf, roundStep, valueTicks, widened } from "./ticks";

const whole = { decimals: 0, percent: false };
const share = { decimals: 2, percent: true };
const labels = (extent: [number, number] | null, most: number, format = whole) =>
  valueTicks(extent, most, format).ticks.map((tick) => tick.label);

it("finds the extent of what is known", () => {
  expect(extentOf([[null, 3, -1], undefined, [7]])).toEqual([-1, 7]);
  expect(extentOf([[null], []])).toBeNull();
  expect(widened([2, 3], 0)).toEqual([0, 3]);
  expect(widened(null, 0)).toBeNull();
});

it("steps by 1, 2 or 5", () => {
  expect(roundStep(10, 5)).toBe(2);
  expect(roundStep(0.04, 5)).toBeCloseTo(0.01);
  expect(roundStep(70, 5)).toBe(20);
  expect(roundStep(1e6, 4)).toBe(500_000);
});

describe("ticks of values", () => {
  it("surround the values with round ends", () => {
    expect(labels([803, 911], 5)).toEqual(["800", "850", "900", "950"]);
    expect(labels([0.0149, 0.0394], 5, share)).toEqual(["1%", "2%", "3%", "4%"]);
    expect(labels([-12_000, 3_000], 5)).toEqual(["−15k", "−10k", "−5,000", "0", "5,000"]);
  });
  it("have as many decimals as tell them apart", () => {
    const fine = ["2.15%", "2.20%", "2.25%", "2.30%", "2.35%"];
    expect(labels([0.0215, 0.0235], 5, share)).toEqual(fine);
  });
  it("give a flat line room, and never less than nothing where there is none", () => {
    const flat = valueTicks([5, 5], 5, whole).domain;
    expect(flat[0]).toBeLessThan(5);
    expect(flat[1]).toBeGreaterThan(5);
    expect(valueTicks([0, 0], 5, whole).domain[0]).toBe(0);
  });
  it("exist even when nothing is known", () => {
    expect(labels(null, 5).length).toBeGreaterThan(1);
  });
  it("never repeat a label", () => {
    for (let power = -9; power < 9; ++power) {
      for (const low of [1, -3.3, 7.77]) {
        const extent: [number, number] = [low * 10 ** power, (low + 4.1) * 10 ** power];
        const found = labels(extent, 5, power < 0 ? share : whole);
        expect(new Set(found).size, found.join()).toBe(found.length);
      }
    }
  });
});

describe("ticks of the calendar", () => {
  it("stand at the beginnings of years where space is short", () => {
    const ticks = calendarTicks("2026-01-01", 36, 4);
    expect(ticks.map((tick) => tick.label)).toEqual(["2026", "2027", "2028"]);
    expect(ticks[1]!.at).toBeCloseTo(365 / 30);
  });
  it("name months where there is space", () => {
    const ticks = calendarTicks("2026-01-01", 12, 6);
    expect(ticks.map((tick) => tick.label)).toEqual([
      "Jan 2026", "Mar 2026", "May 2026", "Jul 2026", "Sep 2026", "Nov 2026",
    ]);
  });
  it("begin after a start within a month", () => {
    expect(calendarTicks("2026-03-15", 3, 6)[0]!.label).toBe("Apr 2026");
  });
});

it("counts months in round numbers", () => {
  expect(countTicks(6, 36).map((tick) => tick.at)).toEqual([0, 6, 12, 18, 24, 30, 36]);
  expect(countTicks(4, 36).map((tick) => tick.label)).toEqual(["0", "12", "24", "36"]);
});
