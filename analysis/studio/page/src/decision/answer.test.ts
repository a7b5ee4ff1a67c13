import { describe, expect, it } from "vitest";
import { answer, chanceWords, paybackWords } from "./answer";
import { content, decision } from "./sample";

describe("the answer", () => {
  it("names the arm that pays best, and by how much it leads", () => {
    const told = answer(content([decision(1, [5, 6], 4, 7), decision(2, [55, 66], 40, 70)]));
    expect(told.tone).toBe("good");
    expect(told.headline).toBe("“CULTURE” pays best.");
    expect(told.sentences[0]).toContain("above zero in all 2 runs with different luck");
    expect(told.sentences[1]).toContain("“BOT”");
  });
  it("says that nothing pays", () => {
    const told = answer(content([decision(1, [-5, -6], -7, -4), decision(2, [-1, -2], -3, -1)]));
    expect(told.tone).toBe("bad");
    expect(told.headline).toContain("Nothing pays");
    expect(told.sentences[0]).toContain("“CULTURE” loses least");
  });
  it("admits that luck leaves it open", () => {
    const told = answer(content([decision(1, [-5, 6], -7, 8), decision(2, [-5, -6], -7, -4)]));
    expect(told.tone).toBe("open");
    expect(told.sentences.join(" ")).toContain("chance alone may explain");
    expect(told.sentences.join(" ")).toContain("what does not pay: “CULTURE”");
  });
  it("has nothing to decide with one arm", () => {
    expect(answer(content([])).headline).toContain("nothing to decide");
  });
  it("says that one run proves nothing", () => {
    const one = decision(1, [5], 0, 0);
    one.npv.low = one.npv.high = null;
    expect(answer(content([one])).headline).toContain("One run");
  });
});

describe("words", () => {
  it("tell how often an arm paid", () => {
    expect(chanceWords(decision(1, [1, -1, 1], 0, 1))).toBe(
      "above zero in 2 of 3 runs with different luck",
    );
  });
  it("tell when the spending is earned back, and when it is not", () => {
    const one = decision(1, [1, -1, 1, 1], 0, 1);
    expect(paybackWords(one)).toEqual({
      figure: "not within the run",
      words: "the spending is not earned back before the run ends",
    });
    one.payback.within_run = 0.25;
    expect(paybackWords(one).words).toContain("in 1 of 4 runs only");
    one.payback = { median: 22, within_run: 0.75, months: [22, null, 20, 24] };
    expect(paybackWords(one)).toEqual({
      figure: "22 months",
      words: "after the decision the spending is earned back, in 3 of 4 runs",
    });
  });
});
