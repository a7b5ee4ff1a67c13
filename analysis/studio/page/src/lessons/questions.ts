// What a lesson asks, in words that give no answer away.

import { change, interval, number } from "../base/format";
import type { Content, Format, Maybe } from "../content";
import type { Expected, ScenarioControls } from "../studio_api";
import type { Answer } from "./judging";

export interface Question {
  name: string;
  expected: Expected;
  what: string; // is predicted: "NPS: how many would recommend the firm"
  unit: string;
  is_share: boolean;
  is_level: boolean; // a number is predicted, not a change
  is_gain: boolean; // against the same customers before
  format: Format | null; // of the outcome, once there are results
  arm: string; // title
  against: string; // title; "" for a level
  when: string; // "in year 5" where the promise names months
  against_when: string;
}

// Outcomes of the table in everyday words; others keep the table's.
const WORDS: Record<string, string> = {
  nps_true: "NPS: how many would recommend the firm",
  nps_measured: "NPS as a survey finds it",
  churn_rate: "churn: the share of customers who leave each month",
  active_customers: "the number of customers at the end",
  acquired: "the number of people who become customers each month",
  cost_to_serve_per_customer: "the cost of serving a customer, each month",
  revenue_per_customer: "what a customer pays, each month",
  npv: "NPV: what it earns in the end, its own costs taken off",
  npv_before_costs: "NPV before costs: what it earns before its own costs are taken off",
  hostile_share: "the share of customers who have turned against the firm",
  touchpoint_satisfied_share: "the share satisfied with the single contact",
  "measure.profit": "profit, each month",
  "measure.recovery_first_gain": "satisfaction after the first apology",
  "measure.recovery_repeat_gain": "satisfaction after the second apology for the same",
  "measure.recovery_failed_gain": "satisfaction after an apology that fails",
};

const titleOf = (list: readonly { name: string; title: string }[] | undefined, name: string) =>
  list?.find((one) => one.name === name)?.title;

// Of one journey or touchpoint: "journey_satisfied_share.join".
function placeWords(name: string, content: Content | null): string | null {
  const [measure, place] = name.split(".", 2) as [string, string?];
  if (!place) return null;
  const called = titleOf(content?.journeys, place) ?? titleOf(content?.touchpoints, place) ?? place;
  const of: Record<string, string> = {
    journey_satisfied_share: `the share satisfied with the whole journey “${called}”`,
    touchpoint_satisfied_share: `the share satisfied with the contact “${called}”`,
    touchpoint_contacts: `the number of contacts at “${called}”`,
  };
  return of[measure] ?? null;
}

function words(expected: Expected, content: Content | null): string {
  const { name, title } = expected.outcome;
  const known = WORDS[name];
  if (known) return known;
  return placeWords(name.replace(/^measure\./, ""), content) ?? title.trim();
}

export function whenOf(months: [number, number] | null | undefined): string {
  if (!months) return "";
  const [from, to] = months;
  const years = from % 12 === 1 && to % 12 === 0;
  if (!years) return from === to ? `in month ${from}` : `in months ${from} to ${to}`;
  const [first, last] = [(from + 11) / 12, to / 12];
  if (first === last) return first === 1 ? "in the first year" : `in year ${first}`;
  return `in years ${first} to ${last}`;
}

export function questionsOf(controls: ScenarioControls, content: Content | null): Question[] {
  const arms = [...(content?.arms ?? []), ...controls.arms];
  const armTitle = (name: string) =>
    name === "baseline" ? "the firm as it is" : (titleOf(arms, name) ?? name);
  return controls.expectations.map((expected) => {
    const { name, unit } = expected.outcome;
    const is_gain = name.endsWith("_gain"); // a level that is a change in itself
    const is_level = expected.change === "" && !is_gain;
    return {
      name: expected.name,
      expected,
      what: words(expected, content),
      unit,
      is_share: unit.startsWith("%") || /_share(\.|$)/.test(name),
      is_level,
      is_gain,
      format: formatOf(name, content),
      arm: armTitle(expected.arm),
      against: is_level ? "" : armTitle(expected.against),
      when: whenOf(expected.months),
      against_when: whenOf(expected.against_months),
    };
  });
}

const quoted = (title: string) => (title === "the firm as it is" ? title : `“${title}”`);

// "Under “The bot”, against the firm as it is"
export function comparison(question: Question): string {
  const { arm, against, when, against_when, is_level, is_gain, expected } = question;
  const late = when ? `, ${when}` : "";
  const here = arm === "the firm as it is" ? "For the firm as it is" : `Under “${arm}”`;
  if (is_level) return `${here}${late}`;
  if (is_gain) return `${here}${late}, against before the journey that went wrong`;
  if (expected.arm === expected.against) return `${here}${late}, against the same ${against_when}`;
  return `${here}${late}, against ${quoted(against)}`;
}

export const ANSWERS: { value: Answer; title: string; sign: string }[] = [
  { value: "up", title: "It goes up", sign: "▲" },
  { value: "same", title: "About the same", sign: "=" },
  { value: "down", title: "It goes down", sign: "▼" },
];
export const answerTitle = (answer: Answer): string =>
  ANSWERS.find(({ value }) => value === answer)!.title.toLowerCase();

// Whether today's value may be told: a level that another question asks for would be given away.
export function tellsToday(question: Question, questions: readonly Question[]): boolean {
  const { name } = question.expected.outcome;
  const isAsked = questions.some((one) => one.is_level && one.expected.outcome.name === name);
  return !isAsked && !name.startsWith("npv");
}

// What the baseline has today; not where that would give the answer away.
export function todayOf(question: Question, content: Content | null): Maybe {
  const { expected, is_level, is_gain } = question;
  if (!content || is_level || is_gain || expected.arm === expected.against) return null;
  const row = content.outcomes.find(({ name }) => name === expected.outcome.name);
  return row?.arms[0]?.mean ?? null;
}

function formatOf(outcome: string, content: Content | null): Format | null {
  const row = content?.outcomes.find(({ name }) => name === outcome);
  const promise = content?.promises.find((one) => one.outcome.name === outcome);
  return (row ?? promise?.outcome)?.format ?? null;
}

// Without a format: shares in percent with a decimal, the rest with as many as its size asks for.
export function formatFor(question: Question, value: Maybe): Format {
  if (question.format?.percent === question.is_share) return question.format;
  if (question.is_share) return { decimals: 1, percent: true };
  const size = Math.abs(value ?? 0);
  return { decimals: size >= 100 ? 0 : size >= 10 ? 1 : 2, percent: false };
}

export function levelText(question: Question, value: Maybe): string {
  return number(value, formatFor(question, value), question.unit);
}

export function changeText(question: Question, value: Maybe): string {
  return change(value, formatFor(question, value), question.unit);
}

export function foundText(question: Question, value: Maybe): string {
  return question.is_level ? levelText(question, value) : changeText(question, value);
}

// "95% interval −0.79 to −0.63 EUR"; "" where there is none, as of a single replication.
export function intervalText(question: Question, low: Maybe, high: Maybe): string {
  if (low === null || high === null) return "";
  const write = question.is_level ? number : change;
  const format = formatFor(question, Math.max(Math.abs(low), Math.abs(high)));
  return `95% interval ${interval(low, high, format, question.unit, write)}`;
}
