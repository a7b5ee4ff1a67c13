import { describe, expect, it } from "vitest";
import type { LibraryEntry } from "../studio_api";
import { groupsOf } from "./library_groups";

const entry = (name: string, is_lesson = false): LibraryEntry => ({
  name,
  title: name,
  question: "",
  concept: "",
  look_for: "",
  weakness: "",
  firm: "",
  is_lesson,
});

describe("the library", () => {
  it("is grouped, first steps first, with or without folders", () => {
    const groups = groupsOf([
      entry("library/03_chatbot_bet.toml", true),
      entry("library/reference/every_kind.toml"),
      entry("03_chatbot_sizes"),
      entry("stages/stage_1_ignore.toml"),
      entry("01_first_run.toml"),
    ]);
    expect(groups.map(({ title, entries }) => [title, entries.length])).toEqual([
      ["First steps", 1],
      ["Lessons", 1],
      ["The six stages", 1],
      ["Behind the lessons", 2],
    ]);
  });

  it("has no empty groups", () => {
    const groups = groupsOf([entry("01_first_run.toml")]);
    expect(groups.map(({ title }) => title)).toEqual(["First steps"]);
    expect(groupsOf([])).toEqual([]);
  });
});
