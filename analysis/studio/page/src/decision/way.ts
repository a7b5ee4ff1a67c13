// The way from what customers live through to money: each step with what the arm changes there.
import type { Content, Explanation, ExplainedStep } from "../content";
import { change } from "../base/format";
import { significant, sumWords } from "./actions";
import { estimateOf, isClear, type Estimate } from "./reading";

export interface WayStep {
  name: string;
  title: string; // what is looked at
  meaning: string; // and in which unit
  figure: string; // the change, with unit
  isClear: boolean; // luck leaves no doubt of it
  isGood: boolean | null; // for the firm; null where nothing changes
}

const titles: Record<string, string> = {
  touchpoints: "Gap at touchpoints",
  journeys: "Journeys as remembered",
  memory: "Satisfaction carried along",
  preference: "Preference over rivals",
  looking: "Looking elsewhere",
  churn: "Churn",
  customers: "Customers at the end",
  money: "NPV",
};
const meanings: Record<string, string> = {
  touchpoints: "Perceived quality less what was expected, at a contact.",
  journeys: "How a closed journey is remembered: by its strongest moment and its end.",
  memory: "Remembered satisfaction that customers carry with them.",
  preference: "What speaks for the firm less what speaks for its rivals.",
  looking: "Share of customers who look elsewhere in a month.",
  churn: "Share of customers who leave in a month.",
  customers: "Customers when the run ends.",
  money: "All later profit in money of the day of the decision.",
};
const lessIsGood = new Set(["looking", "churn"]);

function figureOf(step: ExplainedStep, { mean }: Estimate, currency: string): string {
  if (mean === null) return "not known";
  if (mean === 0) return "no change";
  if (step.unit === "share") return change(mean, { decimals: 2, percent: true });
  if (step.unit === "people") return change(mean, { decimals: 0, percent: false }, "people");
  if (step.unit.startsWith(currency)) return sumWords(mean, currency);
  return (mean > 0 ? "+" : "") + significant(mean, 2);
}

export function way(explanation: Explanation | null, currency: string): WayStep[] {
  return Object.entries(explanation?.path ?? {}).flatMap(([name, step]) => {
    const term = step.total ?? Object.values(step.terms)[0];
    if (!term) return [];
    const estimate = estimateOf(term.change);
    const mean = estimate.mean ?? 0;
    return {
      name,
      title: titles[name] ?? step.title,
      meaning: meaningOf(name, step),
      figure: figureOf(step, estimate, currency),
      isClear: isClear(estimate),
      isGood: mean === 0 ? null : lessIsGood.has(name) ? mean < 0 : mean > 0,
    };
  });
}

function meaningOf(name: string, step: ExplainedStep): string {
  const [first, last] = Array.isArray(step.months) ? (step.months as number[]) : [];
  const when = first === undefined ? "" : `, months ${first} to ${last}`;
  const what = meanings[name] ?? step.title;
  return `${what} Difference to the baseline, in ${step.unit}${when}.`;
}

// The sentences of the explanation for people: titles for names, true minus signs. The first says
// what the figures of the card say already.
export function drivers(explanation: Explanation | null, content: Content): string[] {
  const sentences = explanation?.sentences ?? [];
  return (sentences.length > 1 ? sentences.slice(1) : sentences).map((sentence) =>
    withoutNothing(withTitles(sentence, content)).replace(/(?<=[( ])-(?=[\d.])/g, "−"),
  );
}

// "A (+0.0003), B (+0.0001) and C (0.0000)": what rounds to nothing does not weigh most.
function withoutNothing(sentence: string): string {
  const [said, list = "", rest = ""] = sentence.split(/(?<=what weighs most: )(.*\))(?=\.?$)/);
  const items = list.match(/(?:^|, | and ).+?\([^)]*\)/g) ?? [];
  const some = items
    .map((item) => item.replace(/^(, | and )/, ""))
    .filter((item) => /[1-9]/.test(item.slice(item.lastIndexOf("("))));
  if (some.length === 0 || some.length === items.length) return sentence;
  const last = some.pop()!;
  return said + (some.length > 0 ? `${some.join(", ")} and ${last}` : last) + rest;
}

// Names of arms stand anywhere.
function withTitles(sentence: string, content: Content): string {
  let told = sentence;
  for (const { name, title } of content.arms.slice(1)) {
    told = told.replace(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "g"), `“${title}”`);
  }
  return withPlaces(told, content);
}

// Names of touchpoints and journeys stand before their figure; some are both.
export function withPlaces(
  sentence: string,
  { touchpoints, journeys }: Pick<Content, "touchpoints" | "journeys">,
): string {
  const isOfJourneys = sentence.startsWith("Journeys");
  const titles = new Map(
    (isOfJourneys ? [...touchpoints, ...journeys] : [...journeys, ...touchpoints]).map(
      ({ name, title }) => [name, title],
    ),
  );
  return sentence.replace(
    /(?<=: |, | and )([\w-]+)(?= \()/g,
    (name: string) => titles.get(name) ?? name,
  );
}
