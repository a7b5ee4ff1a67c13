// What an arm does, in words: what moves, where, when and at what cost.
import type { Content } from "../content";
import { change, dayLabel, daysPerMonth, duration, money, number, percent } from "../base/format";
import type { Action, ActionNumber } from "./reading";

export interface ActionWords {
  title: string;
  nature: "intervention" | "shock";
  moves: { what: string; how: string }[]; // "share of human contacts …", "to 60%"
  facts: { term: string; words: string }[]; // where, start, strength, cost
}

const shares = new Set(["share", "probability"]);
const unitless = new Set(["", "factor", "quality", "share", "probability", "stage"]);

// Three digits are enough for a number of the model.
export function significant(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  const text = rounded.toString();
  const decimals = text.includes(".") ? text.split(".")[1]!.length : 0;
  return number(rounded, { decimals, percent: false });
}

// A difference in money, in whole units: small change says nothing here.
export function sumWords(value: number | null, currency: string): string {
  if (value === null || Math.abs(value) >= 100) return money(value, currency, change);
  return change(value, { decimals: 0, percent: false }, currency);
}

// A number of the model without the words of its unit: "35%", "×1.5", "730".
export function bareValue(value: number, unit: string): string {
  if (shares.has(unit)) return `${significant(100 * value)}%`;
  return unit === "factor" ? `×${significant(value)}` : significant(value);
}

// A number of the model with its unit: "35%", "0.8 quality", "×1.5", "730 days".
export function valueWords(value: number, unit: string): string {
  const bare = bareValue(value, unit);
  return unitless.has(unit) ? bare : `${bare} ${unit}`;
}

// The model's units speak of the currency without its name.
export function unitIn(unit: string, currency: string): string {
  return unit.replace(/\bcurrency\b/g, currency);
}

function changeWords({ operation, amount, unit }: ActionNumber): string {
  switch (operation) {
    case "add": {
      const sign = amount < 0 ? "−" : "+";
      const size = Math.abs(amount);
      if (shares.has(unit)) return `${sign}${significant(100 * size)} percentage points`;
      return `${sign}${valueWords(size, unit)}`;
    }
    case "multiply":
      return `×${significant(amount)}`;
    case "move_to":
      return `to ${valueWords(amount, unit)}`;
    case "is":
      return valueWords(amount, unit);
  }
}

type Names = Pick<Content, "touchpoints" | "journeys" | "segments" | "departments">;

export function titleOf(name: string, content: Names): string {
  const all = [content.touchpoints, content.journeys, content.segments, content.departments];
  for (const list of all) {
    const found = list.find((one) => one.name === name);
    if (found) return found.title;
  }
  return name;
}

function whenWords(action: Action, startDate: string): string {
  const month = Math.floor(action.start / daysPerMonth) + 1;
  const date = dayLabel(startDate, action.start);
  const until = action.duration > 0 ? `, for ${duration(action.duration)}` : "";
  const ramp = action.ramp > 0 ? `, in full after ${duration(action.ramp)}` : "";
  const fades = action.duration > 0 && action.half_life > 0;
  const fading = fades ? `, then halving every ${duration(action.half_life)}` : "";
  return `${date} (month ${month})${until}${ramp}${fading}`;
}

function costWords({ capex, opex }: Action, currency: string): string {
  const parts: string[] = [];
  if (capex > 0) parts.push(`${money(capex, currency)} at the start`);
  if (opex > 0) parts.push(`${significant(opex, 4)} ${currency} a day`);
  return parts.join(", then ");
}

// How strongly it acts, and how well it works, against what the scenario's numbers say.
function strengthWords({ strength, effectiveness }: Action): string {
  const works = effectiveness === 1 ? "" : `, working at ${percent(effectiveness)}`;
  return (strength === 1 ? "in full" : percent(strength)) + works;
}

export function actionWords(action: Action, content: Content): ActionWords {
  const moves = action.numbers.map((one) => {
    const unit = unitIn(one.unit, content.currency);
    return { what: one.meaning, how: changeWords({ ...one, unit }) };
  });
  if (action.journey) moves.unshift({ what: titleOf(action.journey, content), how: "drawn anew" });
  const facts = [{ term: "Start", words: whenWords(action, content.start_date) }];
  if (action.where.length > 0) {
    const where = action.where.map((name) => titleOf(name, content)).join(", ");
    facts.push({ term: "Where", words: where });
  }
  if (action.share < 1) facts.push({ term: "Who", words: `${percent(action.share)} of people` });
  facts.push({ term: "Strength", words: strengthWords(action) });
  const cost = costWords(action, content.currency);
  const isFree = action.nature === "shock" ? "" : "none in this scenario";
  if (cost || isFree) facts.push({ term: "Cost", words: cost || isFree });
  return { title: action.title, nature: action.nature, moves, facts };
}
