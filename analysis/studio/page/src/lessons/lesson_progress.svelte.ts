// How far a lesson has come and what was predicted; kept in memory alone.

import type { Promise_ } from "../content";
import type { Size } from "../studio/pace";
import type { Answer, Sureness } from "./judging";

export interface Prediction {
  answer: Answer | null;
  size: number | null; // a guess of how much, in the outcome's own unit
  sure: Sureness | null;
}
export type Votes = Record<Answer, number>;

export const STEPS = ["question", "prediction", "reveal", "explanation", "try"] as const;
export type Step = (typeof STEPS)[number];

const noPrediction: Prediction = { answer: null, size: null, sure: null };
const noVotes: Votes = { up: 0, same: 0, down: 0 };

function mostOf(votes: Votes): Answer | null {
  const [first, second] = (["up", "same", "down"] as const)
    .map((answer) => ({ answer, hands: votes[answer] }))
    .sort((one, other) => other.hands - one.hands);
  return first!.hands > second!.hands ? first!.answer : null;
}

export class LessonProgress {
  scenario = $state(""); // "" : no lesson is under way
  step = $state<Step>("question");
  slide = $state(0); // within the step, in projector mode
  is_revealed = $state(false);
  predictions = $state<Record<string, Prediction>>({});
  votes = $state<Record<string, Votes>>({});
  found = $state.raw<Promise_[] | null>(null); // at the reveal, whatever is tried later
  rests_on = $state.raw<Size | null>(null); // the runs behind it

  // What is found at the reveal stays, whatever is tried afterwards.
  find({ promises, people, replications }: Size & { promises: Promise_[] }): void {
    if (!this.is_revealed || this.found) return;
    this.found = promises;
    this.rests_on = { people, replications };
  }

  // From the prediction to the reveal no number may be seen.
  hides(scenario: string): boolean {
    return this.scenario !== "" && this.scenario === scenario && !this.is_revealed;
  }

  begin(scenario: string): void {
    if (this.scenario === scenario) return;
    this.leave();
    this.scenario = scenario;
  }

  leave(): void {
    this.scenario = "";
    this.step = "question";
    this.slide = 0;
    this.is_revealed = false;
    this.predictions = {};
    this.votes = {};
    this.found = this.rests_on = null;
  }

  go(step: Step, slide = 0): void {
    this.step = step;
    this.slide = slide;
    if (STEPS.indexOf(step) >= STEPS.indexOf("reveal")) this.is_revealed = true;
  }

  // Where nothing was chosen, what most hands were for.
  predictionOf(name: string): Prediction {
    const mine = this.predictions[name] ?? noPrediction;
    return mine.answer === null ? { ...mine, answer: mostOf(this.votesOn(name)) } : mine;
  }

  predict(name: string, changes: Partial<Prediction>): void {
    this.predictions[name] = { ...(this.predictions[name] ?? noPrediction), ...changes };
  }

  votesOn(name: string): Votes {
    return this.votes[name] ?? noVotes;
  }

  vote(name: string, answer: Answer, hands: number): void {
    const votes = this.votesOn(name);
    this.votes[name] = { ...votes, [answer]: Math.max(0, votes[answer] + hands) };
  }
}
