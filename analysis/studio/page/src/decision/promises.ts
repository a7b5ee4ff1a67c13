// The scenario's promises in words: what was said, what was found, and whether it holds.
import type { Content, Promise_ } from "../content";
import { change, interval, number } from "../base/format";
import { outcomeTitle } from "../base/outcome_title";

export interface PromiseRow {
  says: string;
  expected: string;
  found: string;
  verdict: Promise_["verdict"];
}

const ways = { up: "rises", down: "falls", none: "stays as it is" };

function months(range: [number, number] | null | undefined): string {
  if (!range) return "";
  const [first, last] = range;
  return first === last ? ` in month ${first}` : ` in months ${first} to ${last}`;
}

function expectedWords(promise: Promise_, content: Content): string {
  const titleOf = (name: string) => content.arms.find((arm) => arm.name === name)?.title ?? name;
  const outcome = outcomeTitle(promise.outcome, content);
  const where = `in “${titleOf(promise.arm)}”${months(promise.months)}`;
  if (promise.change === "") return `${outcome} ${where} lies in a named range`;
  const against = `“${titleOf(promise.against)}”${months(promise.against_months)}`;
  return `${outcome} ${where} ${ways[promise.change]} against ${against}`;
}

function foundWords({ outcome, mean, low, high, change: way }: Promise_): string {
  const write = way === "" ? number : change;
  const unit = outcome.format.percent ? "" : outcome.unit;
  const value = write(mean, outcome.format, unit);
  if (low === null || high === null) return `${value}, from one run only`;
  return `${value} (95% interval ${interval(low, high, outcome.format, "", write)})`;
}

export function promiseRows(content: Content): PromiseRow[] {
  return content.promises.map((promise) => ({
    says: promise.says,
    expected: expectedWords(promise, content),
    found: foundWords(promise),
    verdict: promise.verdict,
  }));
}
