// How numbers, money, shares and days are written on the page.
import type { Format, Maybe } from "../content";

export const unknown = "–";
export const daysPerMonth = 30; // of results and of payments
const millisecondsPerDay = 86_400_000;
const plainFormat: Format = { decimals: 0, percent: false };
const writers = new Map<string, Intl.NumberFormat>();

function digits(value: number, decimals: number): string {
  let writer = writers.get(`${decimals}`);
  if (!writer) {
    writer = new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    writers.set(`${decimals}`, writer);
  }
  return writer.format(value);
}

function isKnown(value: Maybe | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

// The value with its sign apart: nothing that rounds to zero is called negative.
function signed(value: number, format: Format): { sign: -1 | 0 | 1; text: string } {
  const scaled = format.percent ? value * 100 : value;
  const text = digits(Math.abs(scaled), format.decimals) + (format.percent ? "%" : "");
  const isZero = !/[1-9]/.test(text);
  return { sign: isZero ? 0 : scaled < 0 ? -1 : 1, text };
}

function withUnit(text: string, unit: string, format: Format): string {
  return unit === "" || format.percent ? text : `${text} ${unit}`;
}

// "1,234.5", "2.3%", with a unit "1,234 EUR"; a share has no unit but percent.
export function number(value: Maybe | undefined, format: Format = plainFormat, unit = ""): string {
  if (!isKnown(value)) return unknown;
  const { sign, text } = signed(value, format);
  return withUnit(sign < 0 ? `−${text}` : text, unit, format);
}

// A difference with its sign, unless it is none; that of shares is told in percentage points.
export function change(value: Maybe | undefined, format: Format = plainFormat, unit = ""): string {
  if (!isKnown(value)) return unknown;
  const { sign, text } = signed(value, format);
  const shown = (sign < 0 ? "−" : sign > 0 ? "+" : "") + text.replace("%", " pp");
  return withUnit(shown, unit, format);
}

// "2.0 to 2.6", for bands and intervals.
export function interval(
  low: Maybe | undefined,
  high: Maybe | undefined,
  format: Format = plainFormat,
  unit = "",
  write: typeof number = number,
): string {
  if (!isKnown(low) || !isKnown(high)) return unknown;
  return `${write(low, format).replace(/ pp$/, "")} to ${write(high, format, unit)}`;
}

export function percent(share: Maybe | undefined, decimals = 0): string {
  return number(share, { decimals, percent: true });
}

// Large sums lose their small change: "−8,340 EUR", "1.2 million EUR".
export function money(value: Maybe | undefined, currency: string, write = number): string {
  if (!isKnown(value)) return unknown;
  const size = Math.abs(value);
  if (size >= 9_999_500) {
    return write(value / 1e6, { decimals: 1, percent: false }, `million ${currency}`);
  }
  return write(value, { decimals: size < 100 ? 2 : 0, percent: false }, currency);
}

// For axes, where space is short: "1.2M", "35k", "0.4".
export function short(value: number, format: Format): string {
  const size = Math.abs(value);
  if (!format.percent && size >= 1e6) return number(value / 1e6, oneAtMost(value / 1e6)) + "M";
  if (!format.percent && size >= 1e4) return number(value / 1e3, oneAtMost(value / 1e3)) + "k";
  return number(value, format);
}
function oneAtMost(value: number): Format {
  return { decimals: Number.isInteger(Number(value.toFixed(6))) ? 0 : 1, percent: false };
}

// Calendar date of a day of results; day 0 is start_date.
export function dateOf(startDate: string, day: number): Date {
  return new Date(Date.parse(`${startDate}T00:00:00Z`) + Math.floor(day) * millisecondsPerDay);
}

export const monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

export function monthOf(date: Date): string {
  return `${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

// "28 Dec 2025"
export function dayLabel(startDate: string, day: number): string {
  const date = dateOf(startDate, day);
  return `${date.getUTCDate()} ${monthOf(date)}`;
}

// "Dec 2025": the calendar month in which most of a month of results (30 days each) lies.
export function monthLabel(startDate: string, month: number): string {
  return monthOf(dateOf(startDate, month * daysPerMonth + daysPerMonth / 2));
}

// "3 years", "2 years and 4 months", "5 months", "12 days".
export function duration(days: number): string {
  if (days < 2 * daysPerMonth) return plural(Math.round(days), "day");
  const months = Math.round(days / daysPerMonth);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (years === 0) return plural(months, "month");
  const whole = plural(years, "year");
  return rest === 0 ? whole : `${whole} and ${plural(rest, "month")}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
