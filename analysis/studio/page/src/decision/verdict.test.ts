import { describe, expect, it } from "vitest";
import { decision } from "./sample";
import { leadOf, luckOf, rank, runsAbove, studentQuantile } from "./verdict";

describe("luck", () => {
  it("pays or loses only where the interval leaves zero out", () => {
    expect(luckOf(decision(1, [5, 6, 7], 3, 9))).toBe("pays");
    expect(luckOf(decision(1, [-5, -6, -7], -9, -3))).toBe("loses");
    expect(luckOf(decision(1, [-5, 6, 7], -3, 9))).toBe("open");
  });
  it("says nothing of one run", () => {
    const one = decision(1, [5], 0, 0);
    one.npv.low = one.npv.high = null;
    expect(luckOf(one)).toBe("single");
    expect(luckOf(decision(1, [5, null], 3, 9))).toBe("single");
  });
  it("knows an arm that changes no money", () => {
    expect(luckOf(decision(1, [0, 0, 0], 0, 0))).toBe("same");
  });
  it("counts the runs above zero among those that ended", () => {
    expect(runsAbove(decision(1, [5, -1, null, 2], 0, 0))).toEqual({ above: 2, of: 3 });
  });
});

describe("who is ahead", () => {
  it("pairs runs of the same luck", () => {
    const one = decision(1, [100, 210, 305, 400], 0, 1);
    const other = decision(2, [90, 200, 300, 390], 0, 1);
    expect(leadOf(one, other)).toEqual({ ahead: 4, of: 4, isClear: true });
  });
  it("admits where luck hides it", () => {
    const one = decision(1, [100, 0, 300], 0, 1);
    const other = decision(2, [0, 100, 250], 0, 1);
    expect(leadOf(one, other)).toEqual({ ahead: 2, of: 3, isClear: false });
  });
  it("says nothing of a single pair", () => {
    expect(leadOf(decision(1, [9], 0, 1), decision(2, [1], 0, 1)).isClear).toBe(false);
  });
  it("knows Student's t", () => {
    expect(studentQuantile(3)).toBe(3.182);
    expect(studentQuantile(20)).toBeCloseTo(2.086, 2);
    expect(studentQuantile(1000)).toBeCloseTo(1.962, 2);
  });
});

describe("the best arm", () => {
  it("is one that pays for certain, though an open one is larger on average", () => {
    const sure = decision(1, [5, 6, 7], 3, 9);
    const wild = decision(2, [-90, 60, 90], -40, 80);
    const ranking = rank([wild, sure]);
    expect(ranking.best).toBe(sure);
    expect(ranking.larger).toEqual([wild]);
    expect(ranking.runnerUp).toBe(wild);
  });
  it("is the least loss where all lose", () => {
    const [a, b] = [decision(1, [-9, -8], -10, -7), decision(2, [-3, -2], -4, -1)];
    expect(rank([a, b]).best).toBe(b);
    expect(rank([a, b]).luck).toBe("loses");
  });
  it("is nobody where there is no arm", () => {
    expect(rank([]).best).toBeNull();
  });
});
