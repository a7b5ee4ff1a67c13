import { describe, expect, it } from "vitest";
import { actionWords, significant, valueWords } from "./actions";
import { actionsOf } from "./reading";
import { content } from "./sample";

const does = [
  {
    name: "bot", title: "A bot answers first", nature: "intervention", start: 360, ramp: 90,
    duration: 0, half_life: 0, strength: 0.5, effectiveness: 1, capex: 8000, opex: 8,
    numbers: [
      { key: "technology", unit: "share", meaning: "share answered", move_to: 0.6000000238 },
    ],
    where: ["chat"], share: 1, journey: null,
  },
];

describe("what an arm does", () => {
  const action = actionsOf({ does } as never)[0]!;
  it("is read without the dust of single precision", () => {
    expect(action.numbers[0]).toMatchObject({ operation: "move_to", amount: 0.6 });
  });
  it("is told with place, start, strength and cost", () => {
    const told = actionWords(action, content([]));
    expect(told.moves).toEqual([{ what: "share answered", how: "to 60%" }]);
    expect(told.facts).toEqual([
      { term: "Start", words: "27 Dec 2026 (month 13), in full after 3 months" },
      { term: "Where", words: "CHAT" },
      { term: "Strength", words: "50%" },
      { term: "Cost", words: "8,000 EUR at the start, then 8 EUR a day" },
    ]);
  });
});

describe("numbers of the model", () => {
  it("have three digits and a unit", () => {
    expect(significant(0.31913)).toBe("0.319");
    expect(significant(-0.366975)).toBe("−0.367");
    expect(significant(695.98)).toBe("696");
    expect(valueWords(0.4375, "probability")).toBe("43.8%");
    expect(valueWords(2, "factor")).toBe("×2");
    expect(valueWords(30, "days")).toBe("30 days");
  });
});
