import { describe, expect, it } from "vitest";
import type { Content, Maybe } from "../content";
import { armMostMoved, isOtherLuck, movedOf } from "./key_outcomes";
import { overridesOf } from "./overrides";

type Row = [name: string, means: Maybe[], percent?: boolean];

function contentOf(arms: string[], rows: Row[]): Content {
  const outcomes = rows.map(([name, means, percent = false]) => ({
    name,
    title: name,
    unit: "",
    format: { decimals: 1, percent },
    arms: means.map((mean) => ({ mean: name === "npv" ? 1e6 : mean })),
    differences: means.map((mean) => (mean === null ? null : { mean })),
  }));
  return { arms: arms.map((name) => ({ name, title: name })), outcomes } as unknown as Content;
}

const before = contentOf(
  ["baseline", "bot"],
  [
    ["nps_true", [10, 4]],
    ["churn_rate", [0.02, 0.023], true],
    ["npv", [null, -4000]],
  ],
);
const after = contentOf(
  ["baseline", "bot"],
  [
    ["nps_true", [10.01, 6]],
    ["churn_rate", [0.02, 0.022], true],
    ["npv", [null, 500]],
  ],
);

describe("what a change did", () => {
  it("goes up or down, and is better or worse", () => {
    const [nps, churn, npv] = movedOf(before, after, "bot");
    expect([nps!.direction, nps!.is_better]).toEqual(["up", true]);
    expect([churn!.direction, churn!.is_better]).toEqual(["down", true]);
    expect(npv!.change).toBe(4500);
    expect(movedOf(after, before, "bot")[0]!.is_better).toBe(false);
  });

  it("is nothing where no shown decimal moves, and unknown where a number is", () => {
    const [nps, churn, npv] = movedOf(before, after, "baseline");
    expect([nps!.direction, nps!.is_better]).toEqual(["same", null]);
    expect(churn!.direction).toBe("same");
    expect(npv!.direction).toBe("unknown");
    expect(movedOf(null, after, "bot")[0]!.direction).toBe("unknown");
  });

  it("shows on one arm most", () => {
    expect(armMostMoved(before, after)).toBe("bot");
    expect(armMostMoved(after, after)).toBe("bot");
    expect(armMostMoved(null, contentOf(["only"], [["nps_true", [1]]]))).toBe("only");
  });

  it("shows on an arm that is new", () => {
    const more = contentOf(["baseline", "bot", "mine"], [["nps_true", [10.01, 6, 6]]]);
    expect(armMostMoved(before, more)).toBe("mine");
    expect(movedOf(before, more, "mine")[0]).toMatchObject({ before: null, after: 6 });
  });

  it("finds arms by name where their order differs", () => {
    const turned = contentOf(["bot", "baseline"], [["nps_true", [6, 10]]]);
    expect(movedOf(before, turned, "bot")[0]!.change).toBe(2);
  });
});

describe("luck", () => {
  it("is other where people, days, replications or seed are", () => {
    const stage = overridesOf(["company.maturity_stage=3"]);
    expect(isOtherLuck(overridesOf([]), stage)).toBe(false);
    expect(isOtherLuck(stage, overridesOf(["simulation.seed=2"]))).toBe(true);
  });
});
