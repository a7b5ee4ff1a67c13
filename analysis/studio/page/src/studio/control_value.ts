// A control's number as text: for --set, for the screen, as a date.

import { dateOf, dayLabel } from "../base/format";
import type { Control } from "../studio_api";

export const isFlag = (control: Control): boolean => control.unit === "flag";

// A day of results that begins something is shown as a date.
export const isDate = (control: Control): boolean =>
  control.unit === "days" && control.key.endsWith(".start");

// Without the noise of binary fractions: 0.1 + 0.2 is 0.3 here.
const plain = (value: number): number => Number(value.toPrecision(12));

export function overrideText(control: Control, value: number): string {
  if (isFlag(control)) return value >= 0.5 ? "true" : "false";
  return String(control.whole ? Math.round(value) : plain(value));
}

export function valueOfText(text: string): number {
  if (text === "true") return 1;
  if (text === "false") return 0;
  return text.trim() === "" ? NaN : Number(text);
}

export function sameValue(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1e-9, Math.abs(one), Math.abs(other));
}

// A slider can only stand where its steps are; the value may lie between or beyond.
export function onSlider(control: Control, value: number): number {
  const steps = Math.round((value - control.low) / control.step);
  return plain(Math.min(control.high, Math.max(control.low, control.low + steps * control.step)));
}

const DAY = 86_400_000;

// ISO, as a date field takes it.
export function dateOfDay(start_date: string, day: number): string {
  return dateOf(start_date, Math.round(day)).toISOString().slice(0, 10);
}

export function dayOfDate(start_date: string, date: string): number {
  return Math.round((dateOf(date, 0).getTime() - dateOf(start_date, 0).getTime()) / DAY);
}

const STAGES = ["Ignore", "Explore", "Mobilise", "Operationalise", "Align", "Embed"];

// The maturity stages have names; between two it interpolates.
export function stageName(value: number): string {
  const whole = Math.floor(value);
  const name = STAGES[whole - 1] ?? "";
  const next = STAGES[whole];
  return value > whole && next ? `between ${name} and ${next}` : name;
}

export const isStage = (control: Control): boolean => control.unit === "stage";

export function valueInWords(control: Control, value: number, start_date: string): string {
  if (isFlag(control)) return value >= 0.5 ? "on" : "off";
  if (isDate(control)) return dayLabel(start_date, value);
  const number = value.toLocaleString("en-GB", { maximumSignificantDigits: 6, useGrouping: true });
  if (isStage(control)) return `${number}, ${stageName(value)}`;
  return control.unit && control.unit !== "number" ? `${number} ${control.unit}` : number;
}
