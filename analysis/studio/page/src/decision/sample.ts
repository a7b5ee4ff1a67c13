// Small decisions for the tests of this room.
import type { Content, Decision, ExplainedStep } from "../content";
import type { Swing } from "./reading";

export function decision(arm: number, values: (number | null)[], low: number, high: number) {
  const known = values.filter((value): value is number => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const one: Decision = {
    arm,
    npv: { mean, low, high, values },
    chance_above_zero: { share: null, low: null, high: null },
    payback: { median: null, within_run: 0, months: values.map(() => null) },
    explanation: null,
    people: [],
  };
  return one;
}

export function content(decisions: Decision[]): Content {
  const named = (name: string) => ({ name, title: name.toUpperCase() });
  const arms = ["baseline", "bot", "culture", "both"].map((name) => ({
    ...named(name),
    action_day: null,
    apply: [],
  }));
  return {
    about: { title: "A bet" },
    arms: arms.slice(0, decisions.length + 1),
    decisions,
    days: 1080,
    replications: decisions[0]?.npv.values.length ?? 4,
    currency: "EUR",
    start_date: "2026-01-01",
    touchpoints: [named("chat")],
    journeys: [named("switch")],
    segments: [],
    departments: [],
  } as unknown as Content;
}

export function swing(members: Partial<Swing>): Swing {
  const estimate = (mean: number) => ({ mean, low: mean - 1, high: mean + 1 });
  return {
    key: "money.margin", meaning: "margin", unit: "share", tag: "choice", source: "",
    value: 0.5, low: 0.4, high: 0.6,
    npv_at_low: estimate(-10), npv_at_high: estimate(10), spread: estimate(20),
    flips_at: null, break_even: null,
    ...members,
  };
}

export function step(terms: Record<string, number>, total: number): ExplainedStep {
  const term = (title: string, mean: number) => ({
    title,
    against: null,
    arm: null,
    change: { mean, t_interval: [mean - 1, mean + 1] },
  });
  const all = Object.entries(terms).map(([name, mean]) => [name, term(name, mean)]);
  return {
    title: "NPV",
    unit: "EUR",
    total: term("NPV", total),
    terms: Object.fromEntries(all) as ExplainedStep["terms"],
  };
}
