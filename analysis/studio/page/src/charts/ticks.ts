// Where axes are labelled: round values, and round dates.
import type { Format, Maybe } from "../content";
import { dateOf, daysPerMonth, monthOf, short } from "../base/format";

export interface Tick {
  at: number;
  label: string;
}

export type Extent = [low: number, high: number];

// From the least to the greatest known value; null if nothing is known.
export function extentOf(lists: (readonly Maybe[] | undefined)[]): Extent | null {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (const value of list ?? []) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : null;
}

export function widened(extent: Extent | null, ...values: number[]): Extent | null {
  if (!extent) return null;
  return [Math.min(extent[0], ...values), Math.max(extent[1], ...values)];
}

// A step of 1, 2 or 5 times a power of ten that cuts the span into at most so many parts.
export function roundStep(span: number, most: number): number {
  const raw = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((one) => one * power >= raw * (1 - 1e-9))!;
  return factor * power;
}

// Values between round ends, at most `most` + 1 of them; a flat line gets room around it.
export function valueTicks(extent: Extent | null, most: number, format: Format) {
  let [low, high] = extent ?? [0, 1];
  if (high - low < 1e-12) {
    const least = 10 ** -format.decimals / (format.percent ? 100 : 1);
    const room = Math.max(Math.abs(low) * 0.05, least);
    [low, high] = [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
  }
  let step = roundStep(high - low, most);
  if (partsOf(low, high, step) > most) step = roundStep(step * 1.01, 1);
  const first = Math.floor(low / step + 1e-9);
  const last = first + partsOf(low, high, step);
  const values = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  const clean = values.map((value) => Number(value.toPrecision(12)));
  const labels = distinctLabels(clean, format);
  return {
    domain: [clean[0]!, clean[clean.length - 1]!] as Extent,
    ticks: clean.map((at, place): Tick => ({ at, label: labels[place]! })),
  };
}

// Steps that it takes from the round value below to the one above.
function partsOf(low: number, high: number, step: number): number {
  return Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9);
}

// With as few decimals as tell the ticks apart.
function distinctLabels(values: number[], format: Format): string[] {
  for (let decimals = 0; decimals < 8; ++decimals) {
    const labels = values.map((value) => short(value, { decimals, percent: format.percent }));
    const areTrue = values.every((value) => {
      const shown = (format.percent ? value * 100 : value) * 10 ** decimals;
      return Math.abs(value) >= 1e4 || Math.abs(shown - Math.round(shown)) < 1e-6;
    });
    if (areTrue && new Set(labels).size === labels.length) return labels;
  }
  return values.map((value) => short(value, format));
}

const calendarSteps = [1, 2, 3, 6, 12, 24, 60, 120]; // calendar months between labels

// Beginnings of calendar months within so many months of results, at most `most` of them.
// A place counts months of 30 days since the start.
export function calendarTicks(startDate: string, months: number, most: number): Tick[] {
  const start = dateOf(startDate, 0);
  const end = dateOf(startDate, months * daysPerMonth);
  const calendarMonths = (end.getTime() - start.getTime()) / (30.44 * 86_400_000);
  const step = calendarSteps.find((one) => calendarMonths / one <= most) ?? 240;
  const ticks: Tick[] = [];
  const firstYear = start.getUTCFullYear() - (start.getUTCFullYear() % Math.max(1, step / 12));
  for (let month = 0; ticks.length < 100; month += step) {
    const date = new Date(Date.UTC(firstYear, month, 1));
    if (date > end) break;
    if (date < start) continue;
    const days = (date.getTime() - start.getTime()) / 86_400_000;
    const label = step >= 12 ? String(date.getUTCFullYear()) : monthOf(date);
    ticks.push({ at: days / daysPerMonth, label });
  }
  return ticks;
}

// Round numbers of something counted, such as months since a purchase.
export function countTicks(most: number, highest: number): Tick[] {
  const steps = [1, 2, 3, 6, 12, 24, 60, 120];
  const step = steps.find((one) => highest / one <= most) ?? roundStep(highest, most);
  const ticks: Tick[] = [];
  for (let at = 0; at <= highest; at += step) ticks.push({ at, label: String(at) });
  return ticks;
}
