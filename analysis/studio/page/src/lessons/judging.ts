// Holds a prediction against what was found: in which direction, how far off, how sure.

import type { Maybe, Promise_ } from "../content";

export type Answer = "up" | "same" | "down";
export type Sureness = "guess" | "fairly" | "very";

// What was found: unclear where chance hides the direction, unknown where there is no number.
export type Found = Answer | "unclear" | "unknown";
export type Judgement = "right" | "otherwise" | "open";

type Interval = Pick<Promise_, "change" | "mean" | "low" | "high" | "verdict">;

export function foundOf({ change, mean, low, high, verdict }: Interval): Found {
  if (mean === null) return "unknown";
  if (change === "none" && verdict === "holds") return "same";
  if (low === null || high === null) return mean === 0 ? "same" : mean > 0 ? "up" : "down";
  if (low > 0) return "up";
  if (high < 0) return "down";
  return low === 0 && high === 0 ? "same" : "unclear";
}

// Where chance hides the direction, who said "about the same" is right and nobody is wrong.
export function judge(answer: Answer | null, found: Found): Judgement {
  if (answer === null || found === "unknown") return "open";
  if (found === "unclear") return answer === "same" ? "right" : "open";
  return answer === found ? "right" : "otherwise";
}

export type Nearness = "within" | "close" | "far";

// A guessed number: within the interval, within half as much again, or further off.
export function nearness(guess: number, { mean, low, high }: Interval): Nearness | null {
  if (mean === null) return null;
  if (low !== null && high !== null && guess >= low && guess <= high) return "within";
  const reach = Math.max(Math.abs(mean) * 0.5, ((high ?? mean) - (low ?? mean)) / 2);
  return Math.abs(guess - mean) <= reach ? "close" : "far";
}

// A level is guessed as a number: right if it is near.
export function judgeLevel(guess: number | null, promise: Interval): Judgement {
  const near = guess === null ? null : nearness(guess, promise);
  if (guess === null || near === null) return "open";
  if (near === "within") return "right";
  const { low, high, mean } = promise;
  const width = low === null || high === null ? 0 : high - low;
  const reach = Math.max(2 * width, 0.15 * Math.abs(mean ?? 0));
  return Math.abs(guess - (mean ?? 0)) <= reach ? "right" : "otherwise";
}

export interface Tally {
  right: number;
  judged: number; // right or otherwise
  open: number;
  very_sure: number; // judged ones that somebody was very sure of
  very_sure_right: number;
}

export function tallyOf(judged: { judgement: Judgement; sure: Sureness | null }[]): Tally {
  const told = judged.filter(({ judgement }) => judgement !== "open");
  const right = told.filter(({ judgement }) => judgement === "right");
  const isVery = ({ sure }: { sure: Sureness | null }) => sure === "very";
  return {
    right: right.length,
    judged: told.length,
    open: judged.length - told.length,
    very_sure: told.filter(isVery).length,
    very_sure_right: right.filter(isVery).length,
  };
}

// Kind words; no grades.
export function tallyInWords({ right, judged, very_sure, very_sure_right }: Tally): string {
  if (judged === 0) return "Nothing was predicted this time. What was found is below.";
  const count = judged === 1 ? "your one prediction" : `your ${judged} predictions`;
  const first =
    right === judged
      ? `The model agrees with ${judged === 1 ? "" : "all of "}${count}.`
      : right === 0
        ? `The model came out otherwise than ${count}. That is where there is most to learn.`
        : `The model agrees with ${right} of ${count}. From the others there is most to learn.`;
  if (very_sure === 0) return first;
  const sure = very_sure === 1 ? "the one" : `the ${very_sure}`;
  return `${first} Of ${sure} you were very sure of, ${very_sure_right} came out that way.`;
}

// End of a scale for a guess that is no hint of the answer: half of what there is today.
export function guessReach(outcome: string, unit: string, today: Maybe): number | null {
  if (outcome.startsWith("nps")) return 40;
  if (unit === "%" || unit.startsWith("% ")) {
    const share = Math.abs(today ?? 0.5);
    return roundUp(share < 0.1 ? share : Math.min(0.5, Math.max(0.2, share / 2)));
  }
  return today === null || today === 0 ? null : roundUp(Math.abs(today) / 2);
}

// The next of 1, 2, 5, 10, 20, 50 ...
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}
