import { describe, expect, it } from "vitest";
import type { CatalogueKind } from "../studio_api";
import {
  interventionText,
  isAdded,
  nameFor,
  tablesIn,
  withArm,
  withIntervention,
  withoutTable,
  type Changes,
  type Draft,
} from "./additions";

const kind = { name: "training", title: "Training", nature: "intervention" } as CatalogueKind;
const draft = (name: string, more: Partial<Draft> = {}): Draft => ({
  kind,
  name,
  title: name.toUpperCase(),
  start: 360,
  numbers: {},
  places: {},
  journey: "",
  remove: [],
  ...more,
});
const nothing: Changes = { toml: "", overrides: new Map() };
const mine = { name: "mine", title: "Your choice" };

describe("what is added", () => {
  it("is a table of TOML", () => {
    const text = interventionText(
      draft("calm", {
        title: 'Say "sorry"',
        numbers: { skill: 0.1 },
        places: { departments: ["service"], segments: [] },
      }),
    );
    expect(text).toBe(
      '[[intervention]]\nname = "calm"\nkind = "training"\ntitle = "Say \\"sorry\\""\n' +
        'start = 360\nskill = 0.1\ndepartments = ["service"]\n',
    );
  });

  it("names the journey that it redesigns, and what leaves it", () => {
    const text = interventionText(draft("swift", { journey: "help", remove: ["chat"] }));
    expect(text).toContain('journey = "help"\nremove = ["chat"]\n');
  });

  it("stands before the arms, and in the arm that applies it", () => {
    const one = withIntervention(withArm(nothing, mine, []), draft("calm"), "mine", []);
    const two = withIntervention(one, draft("swift"), "mine", ["calm"]);
    expect(tablesIn(two.toml).map(({ list, name }) => [list, name])).toEqual([
      ["intervention", "calm"],
      ["intervention", "swift"],
      ["arm", "mine"],
    ]);
    expect(two.toml).toContain('apply = ["calm", "swift"]');
    expect([...two.overrides]).toEqual([]);
  });

  it("joins an arm of the scenario by an override", () => {
    const { overrides } = withIntervention(nothing, draft("calm"), "bot", ["first"]);
    expect([...overrides]).toEqual([["arm.bot.apply", '["first", "calm"]']]);
  });

  it("joins an arm of its own that was switched by an override too", () => {
    const overrides = new Map([["arm.mine.apply", "[]"]]);
    const now = { ...withArm(nothing, mine, ["x"]), overrides };
    const after = withIntervention(now, draft("calm"), "mine", []);
    expect([...after.overrides]).toEqual([["arm.mine.apply", '["calm"]']]);
  });
});

describe("what is taken away", () => {
  const full = withIntervention(withArm(nothing, mine, ["old"]), draft("calm"), "mine", ["old"]);

  it("goes with its settings and from every arm", () => {
    const overrides = new Map([
      ["intervention.calm.skill", "0.2"],
      ["intervention.calmer.skill", "0.3"],
      ["arm.bot.apply", '["old", "calm"]'],
    ]);
    const left = withoutTable({ ...full, overrides }, "intervention", "calm");
    expect(isAdded(left.toml, "intervention", "calm")).toBe(false);
    expect(left.toml).toContain('apply = ["old"]');
    expect([...left.overrides]).toEqual([
      ["intervention.calmer.skill", "0.3"],
      ["arm.bot.apply", '["old"]'],
    ]);
  });

  it("may be an arm: what it did stays", () => {
    const overrides = new Map([["arm.mine.apply", "[]"]]);
    const left = withoutTable({ ...full, overrides }, "arm", "mine");
    expect(tablesIn(left.toml).map(({ name }) => name)).toEqual(["calm"]);
    expect(left.overrides.size).toBe(0);
  });

  it("leaves everything else of a text as it was", () => {
    const text =
      "# a note\n[simulation]\npeople = 100\n\n" +
      "[[arm]]\nname = 'b'\napply = [\n'x',\n'y']\n";
    expect(tablesIn(text).map(({ list, name }) => [list, name])).toEqual([
      ["", ""],
      ["arm", "b"],
    ]);
    const left = withoutTable({ toml: text, overrides: new Map() }, "intervention", "x");
    expect(left.toml).toContain("people = 100");
    expect(left.toml).toContain('apply = ["y"]');
  });
});

describe("a name", () => {
  it("is made of the title, and nobody else's", () => {
    expect(nameFor("Bots answer first", [])).toBe("bots_answer_first");
    expect(nameFor("Überraschung: jetzt!", [])).toBe("uberraschung_jetzt");
    expect(nameFor("Care", ["care", "care_2"])).toBe("care_3");
    expect(nameFor("…", [])).toBe("choice");
  });
});
