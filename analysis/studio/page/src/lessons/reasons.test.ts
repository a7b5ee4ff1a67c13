import { describe, expect, it } from "vitest";
import type { Content } from "../content";
import type { Question } from "./questions";
import { reasonsFor, withTitles } from "./reasons";

const arms = [
  { name: "baseline", title: "Baseline" },
  { name: "bot_alone", title: "The bot" },
  { name: "embed", title: "Embed" },
].map((arm) => ({ ...arm, action_day: null, apply: [] }));

describe("sentences", () => {
  it("call arms by their titles", () => {
    expect(withTitles("bot_alone loses against baseline: NPV -8.", arms)).toBe(
      "“The bot” loses against the baseline: NPV −8.",
    );
    expect(withTitles("embed gains against bot_alone.", arms)).toBe(
      "“Embed” gains against “The bot”.",
    );
  });

  it("leave words alone that are no arm there", () => {
    expect(withTitles("It needs to embed the baseline of bot_alone_2.", arms)).toBe(
      "It needs to embed the baseline of bot_alone_2.",
    );
  });
});

describe("reasons", () => {
  it("are told for the arms that were asked about", () => {
    const explanation = { sentences: ["bot_alone loses.", "Most: bill_shock (-1)."] };
    const content = {
      arms,
      touchpoints: [],
      journeys: [{ name: "bill_shock", title: "A bill higher than expected" }],
      decisions: [
        { arm: 1, explanation },
        { arm: 2, explanation },
        { arm: 1, explanation: null },
      ],
    } as unknown as Content;
    const questions = [{ expected: { arm: "bot_alone" } }] as unknown as Question[];
    expect(reasonsFor(questions, content)).toEqual([
      {
        arm: "The bot",
        sentences: ["“The bot” loses.", "Most: A bill higher than expected (−1)."],
      },
    ]);
  });
});
