import { describe, expect, it } from "vitest";
import type { PeopleGroup } from "../content";
import { peopleRows, widestShare } from "./people";

function group(name: string, low: number, high: number): PeopleGroup {
  return {
    name, title: name, people: 1000, customers_at_start: 400, kept: 12, lost: 8, won: 3, missed: 2,
    net_kept: { mean: (low + high) / 2, low, high }, profit: { mean: 0, low: null, high: null },
  };
}

describe("who is helped and who is harmed", () => {
  const rows = peopleRows([
    group("everybody", 0.01, 0.02), group("segment prepaid", -0.03, -0.01),
    group("value top", -0.01, 0.01),
  ]);
  it("is told as a share of the group", () => {
    expect(rows[0]).toMatchObject({ helped: 15, harmed: 10, net: 0.005 });
    expect(widestShare(rows)).toBeCloseTo(0.015);
  });
  it("says helped or harmed only where luck leaves no doubt", () => {
    expect(rows.map((row) => row.word)).toEqual(["helped", "harmed", "open"]);
  });
  it("knows segments from tiers of value", () => {
    expect(rows.map((row) => row.section)).toEqual([
      "Everybody", "By segment", "By what customers are worth",
    ]);
  });
});
