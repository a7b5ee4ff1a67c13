import { describe, expect, it } from "vitest";
import {
  fromAddress,
  inAddress,
  listText,
  namesIn,
  overridesOf,
  sameOverrides,
  setOf,
  withOverride,
} from "./overrides";

describe("overrides", () => {
  it("are what --set takes, there and back", () => {
    const set = ["company.maturity_stage=4", 'arm.bot.apply=["bot", "x"]', "simulation.seed=7"];
    expect(setOf(overridesOf(set))).toEqual(set);
  });

  it("part at the first equals sign outside quotes", () => {
    const set = ['arm."a=b".apply=["x=y"]', "nothing", "=4", " company.price = 1.1"];
    const overrides = overridesOf(set);
    expect([...overrides]).toEqual([
      ['arm."a=b".apply', '["x=y"]'],
      ["company.price", "1.1"],
    ]);
  });

  it("take and give back one key without touching the map before", () => {
    const before = overridesOf(["a=1"]);
    const after = withOverride(before, "b", "2");
    expect(setOf(after)).toEqual(["a=1", "b=2"]);
    expect(setOf(before)).toEqual(["a=1"]);
    expect(sameOverrides(withOverride(after, "b", null), before)).toBe(true);
    expect(sameOverrides(after, before)).toBe(false);
    expect(sameOverrides(overridesOf(["a=2"]), before)).toBe(false);
  });
});

describe("a link", () => {
  const link = {
    scenario: "library/03_chatbot_bet.toml",
    overrides: overridesOf(["company.maturity_stage=4", 'arm.bot_alone.apply=["bot & co", "a+b"]']),
    toml: '[[arm]]\nname = "mine"\ntitle = "A & B = C+D"\napply = []\n',
  };

  it("carries scenario, overrides and what was added through an address", () => {
    const { scenario, set, toml } = inAddress(link);
    const written = new URLSearchParams({ scenario, toml: toml ?? "" });
    for (const assignment of set) written.append("set", assignment);
    const read = fromAddress(new URLSearchParams(written.toString()));
    expect(read.scenario).toBe(link.scenario);
    expect(setOf(read.overrides)).toEqual(setOf(link.overrides));
    expect(read.toml).toBe(link.toml);
  });

  it("may be empty", () => {
    expect(fromAddress(new URLSearchParams(""))).toEqual({
      scenario: "",
      overrides: new Map(),
      toml: "",
    });
  });
});

describe("a list of names", () => {
  it("is read as it is written", () => {
    expect(listText(["bot", 'a "b"'])).toBe('["bot", "a \\"b\\""]');
    expect(namesIn(listText(["bot", 'a "b"']))).toEqual(["bot", 'a "b"']);
    expect(namesIn("['x', \"y\"]")).toEqual(["x", "y"]);
    expect(namesIn("[]")).toEqual([]);
  });
});
