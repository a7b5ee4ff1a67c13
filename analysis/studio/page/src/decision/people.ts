// Who is helped and who is harmed: the same people, with and without the arm.
import type { PeopleGroup } from "../content";

// A group's people as a share of it, so that small groups and large ones can be held side by side.
export interface PeopleRow {
  group: PeopleGroup;
  title: string;
  section: string;
  helped: number; // people: kept and won
  harmed: number; // people: lost and missed
  shares: { kept: number; won: number; lost: number; missed: number }; // of the group's people
  net: number; // share of the group's people
  word: "helped" | "harmed" | "open" | "untouched";
}

// What the page can see from the group's name as cxsim compare --people writes it.
function sectionOf(name: string): string {
  if (name === "everybody") return "Everybody";
  if (name.startsWith("segment ")) return "By segment";
  return name.includes("value") ? "By what customers are worth" : "By segment";
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wordOf(group: PeopleGroup): PeopleRow["word"] {
  if (group.kept + group.lost + group.won + group.missed === 0) return "untouched";
  const { low, high } = group.net_kept;
  if (low !== null && low > 0) return "helped";
  return high !== null && high < 0 ? "harmed" : "open";
}

export function peopleRows(groups: readonly PeopleGroup[]): PeopleRow[] {
  return groups.map((group) => {
    const share = (people: number) => (group.people > 0 ? people / group.people : 0);
    const helped = group.kept + group.won;
    const harmed = group.lost + group.missed;
    return {
      group,
      title: sentenceCase(group.title),
      section: sectionOf(group.name),
      helped,
      harmed,
      shares: {
        kept: share(group.kept),
        won: share(group.won),
        lost: share(group.lost),
        missed: share(group.missed),
      },
      net: share(helped - harmed),
      word: wordOf(group),
    };
  });
}

// The longest bar to either side.
export function widestShare(rows: readonly PeopleRow[]): number {
  const sides = rows.flatMap(({ shares }) => [
    shares.kept + shares.won,
    shares.lost + shares.missed,
  ]);
  return Math.max(0, ...sides);
}
