// The library in the order in which somebody new would read it.

import type { LibraryEntry } from "../studio_api";

export interface LibraryGroup {
  title: string;
  about: string;
  entries: LibraryEntry[];
}

const GROUPS: { title: string; about: string; holds: (entry: LibraryEntry) => boolean }[] = [
  {
    title: "Lessons",
    about: "Each asks for a prediction before it shows what comes of it.",
    holds: (entry) => entry.is_lesson,
  },
  {
    title: "The six stages",
    about: "The same firm at each stage of customer experience maturity.",
    holds: ({ name }) => /(^|\/)stage_\d/.test(name),
  },
  {
    title: "Behind the lessons",
    about: "Long, narrow runs that show how large an effect is.",
    holds: ({ name }) => /(^|\/)reference\/|_sizes(\.toml)?$|every_kind/.test(name),
  },
  { title: "First steps", about: "From one firm to what a decision is worth.", holds: () => true },
];
const ORDER = ["First steps", "Lessons", "The six stages", "Behind the lessons"];

export function groupsOf(library: readonly LibraryEntry[]): LibraryGroup[] {
  const groups = GROUPS.map(({ title, about }): LibraryGroup => ({ title, about, entries: [] }));
  for (const entry of library) {
    const place = GROUPS.findIndex((group) => group.holds(entry));
    groups[place]?.entries.push(entry);
  }
  return groups
    .filter(({ entries }) => entries.length > 0)
    .sort((one, other) => ORDER.indexOf(one.title) - ORDER.indexOf(other.title));
}
