import { describe, expect, it } from "vitest";
import type { CatalogueKind, ScenarioControls } from "../studio_api";
import type { Draft } from "./additions";
import {
  armNamed,
  askedNumbers,
  askedPlaces,
  changesWith,
  freeTitle,
  lackOf,
  usualStart,
} from "./draft";

const control = (key: string, value: number | null = 0) => ({ key, value });
const kind = (name: string, more: object = {}) =>
  ({
    name,
    nature: "intervention",
    scopes: ["touchpoints", "share", "segments"],
    needs: "",
    controls: ["start", "strength", "capex", "skill"].map((key) => control(key)),
    ...more,
  }) as unknown as CatalogueKind;
const draft = (of: CatalogueKind, more: Partial<Draft> = {}): Draft => ({
  kind: of,
  name: "one",
  title: "One",
  start: 0,
  numbers: {},
  places: {},
  journey: "",
  remove: [],
  ...more,
});
const controls = {
  interventions: [
    { name: "bot", controls: [{ key: "intervention.bot.start", value: 360 }] },
    { name: "calm", controls: [{ key: "intervention.calm.start", value: 90 }] },
  ],
  arms: [
    { name: "baseline", title: "Baseline", apply: [] },
    { name: "alone", title: "Alone", apply: ["bot"] },
  ],
} as unknown as ScenarioControls;

describe("what is asked for", () => {
  it("are its own numbers and its costs", () => {
    const { own, costs } = askedNumbers(kind("training"));
    expect([own, costs].map((list) => list.map(({ key }) => key))).toEqual([["skill"], ["capex"]]);
  });
  it("is where it may be confined", () => {
    expect(askedPlaces(kind("training")).map(({ key }) => key)).toEqual([
      "touchpoints",
      "segments",
    ]);
  });
  it("begins as the first of the others does", () => {
    expect(usualStart(controls)).toBe(90);
    expect(usualStart(null)).toBe(0);
  });
});

describe("what is missing", () => {
  it("is told", () => {
    expect(lackOf(draft(kind("training")))).toBe("");
    expect(lackOf(draft(kind("training"), { title: " " }))).toContain("title");
    expect(lackOf(draft(kind("journey_redesign")))).toContain("journey");
    expect(lackOf(draft(kind("journey_redesign"), { journey: "help" }))).toContain("touchpoint");
    const shorter = { journey: "help", remove: ["chat"] };
    expect(lackOf(draft(kind("journey_redesign"), shorter))).toBe("");
    const owner = kind("cx_owner");
    expect(lackOf(draft(owner, { places: { departments: ["a", "b"] } }))).toContain("department");
    expect(lackOf(draft(owner, { places: { departments: ["a"] } }))).toBe("");
    const bundle = kind("levers", { needs: "one of its own numbers" });
    expect(lackOf(draft(bundle))).toContain("number");
    expect(lackOf(draft(bundle, { numbers: { skill: 0.1 } }))).toBe("");
  });
});

describe("the arm", () => {
  it("is one that is there, or a new one under a free name", () => {
    expect(armNamed("alone", "", controls).title).toBe("Alone");
    expect(armNamed("", "Alone", controls)).toEqual({ name: "alone_2", title: "Alone" });
    expect(armNamed("", "", controls)).toEqual({ name: "your_choice", title: "Your choice" });
  });
  it("has a title of its own", () => {
    const arms = [...controls.arms, { name: "your_choice", title: "Your choice", apply: [] }];
    expect(freeTitle(controls)).toBe("Your choice");
    expect(freeTitle({ ...controls, arms })).toBe("Your choice 2");
  });
  it("does what it did, and the new intervention", () => {
    const now = { toml: "", overrides: new Map<string, string>() };
    const one = draft(kind("training"));
    const alone = changesWith(now, one, { name: "alone", title: "Alone" }, controls, ["bot"]);
    expect(alone.overrides.get("arm.alone.apply")).toBe('["bot", "one"]');
    const fresh = changesWith(now, one, { name: "mine", title: "Mine" }, controls, []);
    expect(fresh.toml).toContain('name = "mine"\ntitle = "Mine"\napply = ["one"]');
  });
});
