// Numbers of an intervention in the order of interest: its own first, then how much of it, when,
// and what it costs.

import type { Control } from "../studio_api";

const COMMON = [
  "strength",
  "effectiveness",
  "share",
  "start",
  "ramp",
  "duration",
  "half_life",
  "capex",
  "opex",
];

export const lastPart = (key: string): string => key.slice(key.lastIndexOf(".") + 1);

// 0 for its own numbers.
const rank = ({ key }: Control): number => COMMON.indexOf(lastPart(key)) + 1;

export function inOrder(controls: readonly Control[]): Control[] {
  return [...controls].sort((one, other) => rank(one) - rank(other));
}
