import { describe, expect, it } from "vitest";
import { linear } from "./linear";
import { placeMarks } from "./marks_layout";
import { labelLines, spreadLabels } from "./spread_labels";

describe("labels at the ends of lines", () => {
  const heights = (places: number[]) => places.map((at) => ({ at, height: 10 }));

  it("stay where they are when they are apart", () => {
    expect(spreadLabels(heights([20, 60, 90]), 0, 100)).toEqual([20, 60, 90]);
  });
  it("never overlap, keep their order, and stay within", () => {
    for (const places of [[50, 50, 50], [0, 1, 2, 3], [99, 98, 97], [50, 52, 10, 51, 12]]) {
      const middles = spreadLabels(heights(places), 0, 100);
      const order = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]! || a - b);
      order.slice(1).forEach((at, before) => {
        expect(middles[at]! - middles[order[before]!]!).toBeGreaterThanOrEqual(10 - 1e-9);
      });
      expect(Math.min(...middles)).toBeGreaterThanOrEqual(5 - 1e-9);
      expect(Math.max(...middles)).toBeLessThanOrEqual(95 + 1e-9);
    }
  });
  it("share the way around a common place", () => {
    expect(spreadLabels(heights([50, 50]), 0, 100)).toEqual([45, 55]);
  });
  it("are cut into lines at words", () => {
    expect(labelLines("The bot", 20)).toEqual(["The bot"]);
    expect(labelLines("The bot in a customer-centric firm", 20)).toEqual([
      "The bot in a", "customer-centric", "firm",
    ]);
    expect(labelLines("one two three four five six", 5)).toEqual(["one", "two", "three…"]);
    expect(labelLines("incomprehensibility", 10)).toEqual(["incomprehe…"]);
  });
});

describe("labels of marks", () => {
  it("stand in rows where they would meet", () => {
    const placed = placeMarks(
      [{ x: 100, label: "a", width: 50 }, { x: 120, label: "b", width: 50 }],
      0,
      400,
    );
    expect(placed.map((mark) => mark.row)).toEqual([0, 1]);
  });
  it("turn to the left at the right end", () => {
    const [mark] = placeMarks([{ x: 380, label: "a", width: 50 }], 0, 400);
    expect(mark!.anchor).toBe("end");
  });
});

it("a scale goes there and back", () => {
  const scale = linear([0, 10], [100, 0]);
  expect(scale(5)).toBe(50);
  expect(scale.invert(25)).toBe(7.5);
  expect(linear([3, 3], [0, 10])(3)).toBe(0);
});
