import { describe, expect, it } from "vitest";
import type { ScenarioControls } from "../studio_api";
import { withArm, type Changes } from "./additions";
import { changeInWords, changesBetween } from "./changes";

const control = (key: string, label: string, value: number, unit: string) => ({
  key, label, value, unit, meaning: "", tag: "choice", source: "",
  low: 0, high: 10, step: 1, whole: false,
});
const controls = {
  start_date: "2026-01-01",
  simulation: [],
  company: [    control("company.maturity_stage", "Maturity stage", 2, "stage"),
    control("company.skill", "Skill", 0.5, "share"),
  ],
  interventions: [
    {
      name: "bot",
      title: "A bot",
      controls: [control("intervention.bot.start", "Start", 0, "days")],
    },
    { name: "calm", title: "Calm", controls: [] },
  ],
  arms: [{ name: "alone", title: "Alone", apply: ["bot"] }],
} as unknown as ScenarioControls;
const told = { written: controls, now: controls };

const set = (...pairs: [string, string][]): Changes => ({ toml: "", overrides: new Map(pairs) });
const words = (before: Changes, after: Changes) =>
  changesBetween(before, after, told).map(changeInWords);

describe("changes in words", () => {
  it("name the control, what it was, and what it is", () => {
    expect(words(set(), set(["company.maturity_stage", "3"]))).toEqual([
      "Maturity stage 2, Explore → 3, Mobilise",
    ]);
    expect(words(set(["company.maturity_stage", "3"]), set())).toEqual([
      "Maturity stage 3, Mobilise → 2, Explore",
    ]);
    expect(words(set(), set(["intervention.bot.start", "31"]))).toEqual([
      "A bot: Start 1 Jan 2026 → 1 Feb 2026",
    ]);
  });

  it("say a unit once", () => {
    expect(words(set(), set(["company.skill", "0.6"]))).toEqual(["Skill 0.5 → 0.6 share"]);
    expect(words(set(), set(["company.skill", "0.5"]))).toEqual([]);
  });

  it("say what an arm begins and ends to do", () => {
    expect(words(set(), set(["arm.alone.apply", '["calm"]']))).toEqual([
      "Alone does “Calm”, no longer does “A bot”",
    ]);
  });

  it("say what was added and taken away, and not what went with it", () => {
    const mine = withArm(set(), { name: "mine", title: "Your choice" }, []);
    const switched = { ...mine, overrides: new Map([["arm.mine.apply", '["bot"]']]) };
    expect(words(set(), mine)).toEqual(["Arm “Your choice” added"]);
    expect(words(switched, set())).toEqual(["Arm “Your choice” taken away"]);
  });

  it("fall back to the key", () => {
    expect(words(set(), set(["money.margin", "0.3"]))).toEqual([
      "money.margin as the scenario says → 0.3",
    ]);
  });

  it("are none where only the order of settings differs", () => {
    const one: [string, string] = ["a.b", "1"];
    const other: [string, string] = ["company.maturity_stage", "3"];
    expect(words(set(one, other), set(other, one))).toEqual([]);
  });
});
