import { describe, expect, it } from "vitest";
import type { Explanation } from "../content";
import { content, decision, step } from "./sample";
import { drivers, way } from "./way";

const explanation: Explanation = {
  arm: "bot",
  sentences: ["bot loses: NPV -8,340 EUR.", "both loses most by: switch (-23,675)."],
  does: [],
  path: {
    memory: { ...step({ satisfaction: 8, trust: 2 }, 0), unit: "a customer", total: null },
    churn: { ...step({}, -3), unit: "share" },
    money: { ...step({}, -0.7), unit: "EUR at the decision" },
  },
  leans_on: null,
};

const three = content([1, 2, 3].map((arm) => decision(arm, [1, 2], 0, 1)));

describe("the way to money", () => {
  it("tells each step with its unit, and whether that is good for the firm", () => {
    expect(way(explanation, "EUR")).toMatchObject([
      {
        name: "memory", title: "Satisfaction carried along", figure: "+8",
        isClear: true, isGood: true,
      },
      { name: "churn", title: "Churn", figure: "−300.00 pp", isClear: true, isGood: true },
      { name: "money", title: "NPV", figure: "−1 EUR", isClear: false, isGood: false },
    ]);
  });
  it("says in sentences what the figures do not", () => {
    expect(drivers(explanation, three)).toEqual(["“BOTH” loses most by: SWITCH (−23,675)."]);
  });
  it("has no way without an explanation", () => {
    expect(way(null, "EUR")).toEqual([]);
    expect(drivers(null, three)).toEqual([]);
  });
});
