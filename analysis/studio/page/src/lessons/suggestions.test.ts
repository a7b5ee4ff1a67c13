import { describe, expect, it } from "vitest";
import type { Control, ScenarioControls } from "../studio_api";
import { suggestionsFor } from "./suggestions";

const control = (key: string, value: number, low: number, high: number, step: number): Control => ({
  key,
  label: key.split(".").at(-1)!,
  meaning: "",
  unit: "",
  tag: "choice",
  source: "",
  value,
  low,
  high,
  step,
  whole: false,
});

const written = {
  simulation: [
    control("simulation.days", 1800, 1, 3650, 1),
    control("simulation.seed", 1, 0, 99, 1),
  ],
  company: [control("company.maturity_stage", 2, 1, 6, 0.5)],
  interventions: [
    {
      title: "A bot",
      controls: [
        control("intervention.bot.start", 360, 0, 1800, 1),
        control("intervention.bot.technology", 0.6, 0, 1, 0.05),
      ],
    },
  ],
} as unknown as ScenarioControls;

describe("suggestions", () => {
  const suggestions = suggestionsFor(written);
  const to = Object.fromEntries(suggestions.map((one) => [one.control.key, one.to]));

  it("move an intervention's own number, the stage, the start and the luck", () => {
    expect(to).toEqual({
      "intervention.bot.technology": 0.3,
      "company.maturity_stage": 4,
      "intervention.bot.start": 720,
      "simulation.seed": 2,
    });
  });

  it("ask in words", () => {
    expect(suggestions[0]!.ask).toContain("“A bot” did half as much");
    expect(suggestions[1]!.ask).toContain("2 (Explore) to 4 (Operationalise)");
  });

  it("double what an intervention does, from where it does nothing", () => {
    const of = (own: Control) => {
      const interventions = [{ title: "It", controls: [own] }];
      return suggestionsFor({ ...written, company: [], interventions } as never)[0]!.to;
    };
    const factor = (value: number) => {
      return { ...control("x.p_fail", value, 0, 2, 0.01), unit: "factor" };
    };
    expect(of(control("x.skill", 0.15, 0, 1, 0.01))).toBe(0.3);
    expect(of(factor(0.8))).toBe(0.6);
    expect(of(factor(0.4))).toBe(0.7);
    expect(of(factor(1.5))).toBe(2);
    expect(of({ ...control("x.stage", 3, 1, 6, 0.5), unit: "stage" })).toBe(4);
  });

  it("do without interventions", () => {
    const bare = { ...written, interventions: [] };
    expect(suggestionsFor(bare)).toHaveLength(2);
  });
});
