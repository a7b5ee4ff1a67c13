// The way through a lesson on a projector: each step in parts of few words.

import type { Content } from "../content";
import type { ScenarioControls } from "../studio_api";
import { STEPS, type Step } from "./lesson_progress.svelte";
import type { Question } from "./questions";
import { reasonsFor } from "./reasons";
import { suggestionsFor } from "./suggestions";

export interface Place {
  step: Step;
  slide: number;
}
export type Parts = Record<Step, number[]>;

const firstOf = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

// Which parts of each step there are: those without words are left out.
export function partsOf(
  questions: readonly Question[],
  written: ScenarioControls | null,
  content: Content | null,
): Parts {
  const about = written?.about;
  const hasReasons = content !== null && reasonsFor(questions, content).length > 0;
  return {
    question: about?.concept ? [0, 1, 2] : [0, 2],
    prediction: firstOf(questions.length),
    reveal: firstOf(questions.length + 1), // the last one counts
    explanation: hasReasons ? [0, 1, 2] : [0, 2],
    try: firstOf(Math.max(1, written ? suggestionsFor(written).length : 0)),
  };
}

export function wayOf(parts: Parts): Place[] {
  return STEPS.flatMap((step) => parts[step].map((_, slide) => ({ step, slide })));
}

export function followed(way: readonly Place[], here: Place, by: 1 | -1): Place | null {
  const at = way.findIndex(({ step, slide }) => step === here.step && slide === here.slide);
  return way[at + by] ?? null;
}
