import { describe, expect, it } from "vitest";
import type { Reason } from "../content";
import { causesOf } from "./causes";
import { figures, figuresTable, monthsOf, valueOf } from "./figures";
import { flowsOf, sampleFlows, widest, widthOf } from "./flows";
import { lessonOf } from "./lesson";
import { content, customersOf, lives, map } from "./sample";
import { fills, overall, placeShares, weighted } from "./satisfaction";

const flows = flowsOf(content, customersOf(lives), 0);

describe("flows", () => {
  it("are moves a month", () => expect(flows).toEqual([2, 2, 10, 0, 8]));
  it("follow the chances where nobody was followed", () => {
    expect(flowsOf(content, null, 0)).toEqual([8, 8, 24, 24, 24]);
  });
  it("make lines wider, up to the widest", () => {
    expect(widthOf(10, 10)).toBe(widest);
    expect(widthOf(2, 10)).toBeLessThan(widthOf(5, 10));
    expect(widthOf(0, 10)).toBeGreaterThan(0);
    expect(widthOf(1, 0)).toBeGreaterThan(0);
  });
  it("are shown by round numbers", () => {
    expect(sampleFlows(2190)).toEqual([20, 200, 2000]);
    expect(sampleFlows(0)).toEqual([]);
  });
});

describe("satisfaction", () => {
  it("weighs, and does not know what nobody told", () => {
    expect(weighted([0.5, 1, null], [1, 3, 9])).toBe(0.875);
    expect(weighted([null, 0.4], [1, 0])).toBeNull();
  });
  it("gives a place the journeys that run through it", () => {
    const shares = placeShares(map, [0.8, 0.4], flows);
    expect(shares).toEqual([0.8, 0.4, 0.8, 0.4, 0.8, 0.4]);
    const mixed = { ...map, links: [...map.links, { ...map.links[0]!, to: 3 }] };
    expect(placeShares(mixed, [0.8, 0.4], [...flows, 10])[3]).toBeCloseTo(0.6);
  });
  it("fills touchpoints by answers, or all that journeys touch", () => {
    expect(fills(content, 0, 0, flows, "touchpoints")).toEqual([null, null, 0.9, 0.95, null, null]);
    expect(fills(content, 0, 0, flows, "journeys")).toEqual([0.8, 0.4, 0.8, 0.4, 0.8, null]);
    expect(fills(content, 0, 0, flows, "feelings").every((share) => share === null)).toBe(true);
  });
  it("teaches the difference in a sentence", () => {
    expect(overall(content, 0, 0)).toEqual({ contacts: 0.9375, journeys: 0.5 });
    expect(lessonOf(content, 0, 0, flows)).toContain(
      "94% of contacts satisfy, but only 50% of journeys do",
    );
  });
  it("names the journey that falls short where the whole does not", () => {
    const months = { journey_satisfied: [0.97], touchpoint_satisfied: [0.92] };
    const series = Object.fromEntries(
      Object.entries(months).map(([name, mean]) => [name, { arms: [{ mean }] }]),
    ) as unknown as typeof content.series;
    expect(lessonOf({ ...content, series }, 0, 0, flows)).toContain("“Ask” satisfies 95% at its touchpoints, but only 40%");
  });
});

describe("figures", () => {
  const failures = figures.find((figure) => figure.measure === "touchpoint_failures")!;
  it("are shares of contacts where they should be", () => {
    expect(monthsOf(content, failures, 0, 1)).toEqual([0.2, 0.1, 0]);
    expect(valueOf(content, failures, 0, 1, "month", 1)).toBeCloseTo(0.1);
    expect(valueOf(content, failures, 0, 1, "year", 0)).toBeCloseTo(0.1);
  });
  it("stand in a table, a touchpoint a row", () => {
    const table = figuresTable(content, 0, 0);
    expect(table.rows.map((row) => row.header)).toEqual(["Shop", "Desk"]);
    expect(table.rows[0]!.cells.length).toBe(table.columns.length - 1);
  });
});

describe("causesOf", () => {
  const reason = (kind: Reason["kind"], share: number, upstream: string) => ({
    arm: 0, touchpoint: 1, kind, share, upstream, contacts: 100 * share,
  });
  it("names causes, the largest first", () => {
    const reasons = [reason("touchpoint", 0.1, "Bill"), reason("own_need", 0.9, "none")];
    expect(causesOf(reasons, 0, 1).map((cause) => cause.title)).toEqual([
      "Their own need", "After a failure at Bill",
    ]);
    expect(causesOf(reasons, 1, 1)).toEqual([]);
  });
  it("gathers the many small ones", () => {
    const many = Array.from({ length: 10 }, (_, i) => {
      return reason("root_cause", 0.01 * (i + 1), `${i}`);
    });
    const causes = causesOf(many, 0, 1);
    expect(causes.at(-1)!.title).toBe("4 further causes");
    expect(causes.reduce((sum, cause) => sum + cause.share, 0)).toBeCloseTo(0.55);
  });
});
