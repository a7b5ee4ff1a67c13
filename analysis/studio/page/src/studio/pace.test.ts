import { describe, expect, it } from "vitest";
import { chosenBySelf, differOnlyInSize, swifter, withSize } from "./pace";

const own = { people: 5000, replications: 10 };

describe("a swifter size", () => {
  it("is not wanted where a run is swift", () => {
    expect(swifter(own, 0.9)).toBeNull();
  });
  it("has fewer replications first, and three at the least", () => {
    expect(swifter(own, 2)).toEqual({ people: 5000, replications: 5 });
    expect(swifter(own, 4)).toEqual({ people: 5000, replications: 3 });
  });
  it("has fewer people where replications do not do", () => {
    expect(swifter(own, 10)).toEqual({ people: 1600, replications: 3 });
    expect(swifter({ people: 20000, replications: 3 }, 8)).toEqual({
      people: 2500,
      replications: 3,
    });
  });
  it("ends at a thousand people", () => {
    expect(swifter({ people: 1000, replications: 3 }, 9)).toBeNull();
    expect(swifter(own, 1000)).toEqual({ people: 1000, replications: 3 });
  });
});

describe("the size as overrides", () => {
  it("says what differs from the scenario's own", () => {
    const before = new Map([["simulation.seed", "2"]]);
    const small = withSize(before, { people: 5000, replications: 3 }, own);
    expect([...small]).toEqual([
      ["simulation.seed", "2"],
      ["simulation.replications", "3"],
    ]);
    expect([...withSize(small, own, own)]).toEqual([["simulation.seed", "2"]]);
  });
  it("can be all that differs", () => {
    const link = (set: [string, string][], toml = "") => {
      return { scenario: "a", overrides: new Map(set), toml };
    };
    const one = link([["a.b", "1"], ["simulation.people", "9"]]);
    expect(differOnlyInSize(one, link([["a.b", "1"]]))).toBe(true);
    expect(differOnlyInSize(one, link([]))).toBe(false);
    expect(differOnlyInSize(one, link([["a.b", "1"]], "x"))).toBe(false);
  });
});

describe("by itself", () => {
  const usual = { is_projected: false, is_lesson: false, is_revealed: false, is_tried: false };
  it("is swifter in projector mode", () => {
    expect(chosenBySelf(usual)).toBe(false);
    expect(chosenBySelf({ ...usual, is_projected: true })).toBe(true);
  });
  it("leaves a lesson's verdicts at full size", () => {
    const lesson = { ...usual, is_projected: true, is_lesson: true };
    expect(chosenBySelf(lesson)).toBe(false);
    expect(chosenBySelf({ ...lesson, is_tried: true })).toBe(false);
    expect(chosenBySelf({ ...lesson, is_revealed: true, is_tried: true })).toBe(true);
  });
});
