import { describe, expect, it } from "vitest";
import type { Content, Explanation } from "../content";
import { content, decision, step } from "./sample";
import { drivers, way, withPlaces } from "./way";

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
  it("calls a name that is a touchpoint and a journey what the sentence is about", () => {
    const both = {
      touchpoints: [{ name: "watch", title: "Watching" }],
      journeys: [{ name: "watch", title: "An evening" }],
    } as unknown as Content;
    const said = "are remembered better: watch (+1), trust (+2).";
    expect(withPlaces(`Journeys ${said}`, both)).toBe(
      "Journeys are remembered better: An evening (+1), trust (+2).",
    );
    expect(withPlaces("Contacts: live (+1) and watch (+1).", both)).toBe(
      "Contacts: live (+1) and Watching (+1).",
    );
  });
  it("has no way without an explanation", () => {
    expect(way(null, "EUR")).toEqual([]);
    expect(drivers(null, three)).toEqual([]);
  });
});

describe("what weighs most", () => {
  it("leaves out what rounds to nothing", () => {
    const said = (sentence: string) => {
      const explanation = { sentences: ["", sentence] } as unknown as Explanation;
      const nothing = { arms: [], touchpoints: [], journeys: [] } as unknown as Content;
      return drivers(explanation, nothing)[0];
    };
    expect(said("It rises; what weighs most: Bed and bill (+0.2), B (+0.1) and C (0.0).")).toBe(
      "It rises; what weighs most: Bed and bill (+0.2) and B (+0.1).",
    );
    expect(said("It rises; what weighs most: A (+0.2) and B (0.0).")).toBe(
      "It rises; what weighs most: A (+0.2).",
    );
    expect(said("It rises (+0.0).")).toBe("It rises (+0.0).");
  });
});
