import { describe, expect, it } from "vitest";
import type { Promise_ } from "../content";
import {
  foundOf,
  guessReach,
  judge,
  judgeLevel,
  nearness,
  roundUp,
  tallyInWords,
  tallyOf,
} from "./judging";

type Interval = Pick<Promise_, "change" | "mean" | "low" | "high" | "verdict">;
type Known = number | null;
const found = (mean: Known, low: Known, high: Known, more = {}): Interval => ({
  change: "up",
  verdict: "holds",
  mean,
  low,
  high,
  ...more,
});

describe("what was found", () => {
  it("is a direction where the interval lies on one side of zero", () => {
    expect(foundOf(found(2, 1, 3))).toBe("up");
    expect(foundOf(found(-2, -3, -1))).toBe("down");
  });

  it("is unclear where chance may explain it, and the same where that is shown", () => {
    expect(foundOf(found(1, -1, 3))).toBe("unclear");
    expect(foundOf(found(0.1, -0.2, 0.4, { change: "none" }))).toBe("same");
    expect(foundOf(found(1, -1, 3, { change: "none", verdict: "fails" }))).toBe("unclear");
    expect(foundOf(found(0.2, 0.1, 0.3, { change: "none" }))).toBe("same");
    expect(foundOf(found(0, 0, 0))).toBe("same");
  });

  it("is the opposite of the promise where the model says so", () => {
    expect(foundOf(found(-2, -3, -1, { verdict: "fails" }))).toBe("down");
  });

  it("makes do with a single run", () => {
    expect(foundOf(found(2, null, null))).toBe("up");
    expect(foundOf(found(null, null, null))).toBe("unknown");
  });
});

describe("a prediction", () => {
  it("is right or otherwise", () => {
    expect(judge("up", "up")).toBe("right");
    expect(judge("same", "up")).toBe("otherwise");
    expect(judge("down", "same")).toBe("otherwise");
  });

  it("is not wrong where nobody can tell", () => {
    expect(judge("up", "unclear")).toBe("open");
    expect(judge("same", "unclear")).toBe("right");
    expect(judge("up", "unknown")).toBe("open");
    expect(judge(null, "up")).toBe("open");
  });

  it("of a size is within, close or far", () => {
    const nps = found(-6, -7, -5);
    expect(nearness(-6.5, nps)).toBe("within");
    expect(nearness(-8.5, nps)).toBe("close");
    expect(nearness(6, nps)).toBe("far");
    expect(nearness(1, found(null, null, null))).toBeNull();
  });

  it("of a level is right when near", () => {
    const level = found(0.875, 0.87, 0.88, { change: "" });
    expect(judgeLevel(0.8, level)).toBe("right");
    expect(judgeLevel(0.4, level)).toBe("otherwise");
    expect(judgeLevel(null, level)).toBe("open");
  });
});

describe("the tally", () => {
  it("counts what could be judged, and how sure they were", () => {
    const tally = tallyOf([
      { judgement: "right", sure: "very" },
      { judgement: "otherwise", sure: "very" },
      { judgement: "right", sure: "guess" },
      { judgement: "open", sure: "very" },
    ]);
    expect(tally).toEqual({ right: 2, judged: 3, open: 1, very_sure: 2, very_sure_right: 1 });
    expect(tallyInWords(tally)).toContain("2 of your 3 predictions");
    expect(tallyInWords(tally)).toContain("very sure of, 1 came");
  });

  it("is kind at either end", () => {
    const of = (right: number, judged: number) =>
      tallyInWords({ right, judged, open: 0, very_sure: 0, very_sure_right: 0 });
    expect(of(3, 3)).toBe("The model agrees with all of your 3 predictions.");
    expect(of(1, 1)).toBe("The model agrees with your one prediction.");
    expect(of(0, 2)).toContain("most to learn");
    expect(of(0, 0)).toContain("Nothing was predicted");
  });
});

describe("the scale of a guess", () => {
  it("comes from what there is today, not from the answer", () => {
    expect(guessReach("nps_true", "points", -12)).toBe(40);
    expect(guessReach("churn_rate", "%", 0.018)).toBe(0.02);
    expect(guessReach("journey_satisfied_share.join", "%", 0.6)).toBe(0.5);
    expect(guessReach("cost_to_serve_per_customer", "EUR", 4.1)).toBe(5);
    expect(guessReach("npv", "EUR at the decision", null)).toBeNull();
  });

  it("ends on a round number", () => {
    expect([0.003, 0.02, 3, 11, 700].map(roundUp)).toEqual([0.005, 0.02, 5, 20, 1000]);
  });
});
