import { describe, expect, it } from "vitest";
import type { ScenarioControls } from "../studio_api";
import type { Step } from "./lesson_progress.svelte";
import type { Question } from "./questions";
import { followed, partsOf, wayOf } from "./way";

const written = {
  about: { concept: "An idea." },
  simulation: [],
  company: [],
  interventions: [],
} as unknown as ScenarioControls;
const questions = [{}, {}] as unknown as Question[];

describe("the way through a lesson", () => {
  const way = wayOf(partsOf(questions, written, null));

  it("has a place for each prediction and each reveal, and one to count", () => {
    const count = (step: string) => way.filter((place) => place.step === step).length;
    expect(["question", "prediction", "reveal", "explanation", "try"].map(count)).toEqual([
      3, 2, 3, 2, 1,
    ]);
  });

  it("goes on from step to step and back, and ends", () => {
    const at = (step: Step, slide: number) => ({ step, slide });
    expect(followed(way, at("question", 2), 1)).toEqual(at("prediction", 0));
    expect(followed(way, at("reveal", 0), -1)).toEqual(at("prediction", 1));
    expect(followed(way, at("question", 0), -1)).toBeNull();
    expect(followed(way, at("try", 0), 1)).toBeNull();
  });
});
