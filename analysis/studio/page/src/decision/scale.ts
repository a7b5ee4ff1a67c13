// A scale across a figure whose width nobody needs to know: places in percent.
import { linear } from "../charts/linear";
import { roundStep } from "../charts/ticks";

export interface Scale {
  at: (value: number) => number; // percent of the width
  ticks: number[];
}

// Holds every value and zero, with a little room at both ends.
export function scaleOver(values: readonly (number | null)[], most = 5): Scale {
  const known = values.filter((value): value is number => value !== null && isFinite(value));
  let low = Math.min(0, ...known);
  let high = Math.max(0, ...known);
  if (low === high) [low, high] = [low - 1, high + 1];
  const room = 0.04 * (high - low);
  if (low < 0) low -= room;
  if (high > 0) high += room;
  const step = roundStep(high - low, most);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  const ticks = Array.from({ length: count }, (_, i) => (first + i) * step);
  return { at: linear([low, high], [0, 100]), ticks };
}

export function inPercent(place: number): string {
  return `${place.toFixed(3)}%`;
}
