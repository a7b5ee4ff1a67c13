// Why it came so: the sentences of the comparison, with arms, touchpoints and journeys called as
// people call them.

import type { Content } from "../content";
import { withPlaces } from "../decision/way";
import type { Question } from "./questions";

export interface Reasons {
  arm: string; // title
  sentences: string[];
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// Only names that cannot be a word of the sentence: those with an underscore, or the whole arm at
// the beginning and after "against".
export function withTitles(sentence: string, arms: Content["arms"]): string {
  let told = sentence;
  for (const { name, title } of arms) {
    const shown = name === "baseline" ? "the baseline" : `“${title}”`;
    const before = name.includes("_") ? "(?<![\\w“])" : "(?<=^|against )";
    told = told.replace(new RegExp(`${before}${quoted(name)}(?!\\w)`, "g"), shown);
  }
  return told.replace(/(^|[\s(])-(?=\d)/g, "$1−");
}

// Of the arms that the lesson asked about, each once.
export function reasonsFor(questions: readonly Question[], content: Content): Reasons[] {
  const asked = new Set(questions.map(({ expected }) => expected.arm));
  return content.decisions.flatMap(({ arm, explanation }) => {
    const { name, title } = content.arms[arm] ?? { name: "", title: "" };
    if (!asked.has(name) || !explanation) return [];
    const sentences = explanation.sentences.map((sentence) =>
      withPlaces(withTitles(sentence, content.arms), content),
    );
    return [{ arm: title, sentences }];
  });
}
