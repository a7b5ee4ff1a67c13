// How much the verdicts of a lesson rest on, in words.

import { number } from "../base/format";
import type { Size } from "../studio/pace";

export function restsInWords({ people, replications }: Size): string {
  const noun = replications === 1 ? "replication" : "replications";
  return `The verdicts rest on ${number(replications)} ${noun} of ${number(people)} people.`;
}

// "" where what is tried is as sure as what was found.
export function tryingInWords(found: Size | null, now: Size): string {
  if (!found || now.replications >= found.replications) return "";
  return (
    `To try things out, it runs with ${now.replications} of the ${found.replications} ` +
    "replications: a change shows sooner, and luck hides more. What was found before the change " +
    "rests on all of them."
  );
}
