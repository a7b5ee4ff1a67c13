// A life along its days: marks of what happens, and the entries' names where there is room.
import type { Diary, LifeContact, LifeEntry } from "../content";
import { dateOf } from "../base/format";
import type { Tick } from "../charts/ticks";

export interface LifeMark {
  day: number;
  kind: "bought" | "left" | "looked";
  label: string;
}

export function marksOf(diary: Diary): LifeMark[] {
  const marks: LifeMark[] = [];
  for (const { day, again } of diary.purchases ?? []) {
    marks.push({ day, kind: "bought", label: again ? "comes back" : "buys" });
  }
  for (const { day, left } of diary.looks) {
    const label = left ? "leaves" : "looks elsewhere";
    marks.push({ day, kind: left ? "left" : "looked", label });
  }
  return marks.sort((a, b) => a.day - b.day);
}

// From the first to the last day of all these lives, with a little room.
export function daysOf(diaries: readonly Diary[], lastDay: number): [number, number] {
  const days = diaries.flatMap(({ entries, contacts }) => [
    ...entries.flatMap((entry) => [entry.first_day, entry.last_day]),
    ...contacts.map((contact) => contact.day),
  ]);
  return [Math.min(0, ...days), Math.max(lastDay, ...days)];
}

// "14 June to 4 July 2025: Switch and bring the number along" without its days.
export function nameOf({ heading }: LifeEntry): string {
  const at = heading.indexOf(": ");
  return at < 0 ? heading : heading.slice(at + 2);
}

// Entries that something happens in; the quiet times between them stand in the story only.
export function toldEntries(diary: Diary): LifeEntry[] {
  return diary.entries.filter((entry) => entry.kind !== "quiet" && /: /.test(entry.heading));
}

export interface Label {
  x: number;
  text: string;
  width: number;
  weight: number; // the heaviest are placed first
}
export interface PlacedLabel extends Label {
  row: number;
  left: number; // where its text begins
}

// Each label into the first row in which it fits; those that fit nowhere are left out.
export function placeLabels(labels: readonly Label[], rows: number, from: number, to: number) {
  const placed: PlacedLabel[] = [];
  const gap = 8;
  const fitting = labels.filter((label) => label.width <= to - from);
  for (const label of [...fitting].sort((a, b) => b.weight - a.weight)) {
    const left = Math.max(from, Math.min(label.x - 2, to - label.width));
    for (let row = 0; row < rows; ++row) {
      const collides = placed.some(
        (other) =>
          other.row === row &&
          left < other.left + other.width + gap &&
          other.left < left + label.width + gap,
      );
      if (collides) continue;
      placed.push({ ...label, row, left });
      break;
    }
  }
  return placed;
}

// Beginnings of calendar years or half-years or quarters between two days, at most so many.
export function dateTicks(startDate: string, [from, to]: [number, number], most: number): Tick[] {
  const years = (to - from) / 365.25;
  const step = [1, 3, 6, 12, 24, 60].find((months) => (12 * years) / months <= most) ?? 120;
  const zero = dateOf(startDate, 0).getTime();
  const year = dateOf(startDate, from).getUTCFullYear();
  const ticks: Tick[] = [];
  for (let month = 0; ticks.length <= most; month += step) {
    const date = new Date(Date.UTC(year, month, 1));
    const at = Math.round((date.getTime() - zero) / 86_400_000);
    if (at > to) break;
    if (at < from) continue;
    const isYear = step % 12 === 0;
    const name = date.toLocaleDateString("en-GB", {
      timeZone: "UTC",
      year: "numeric",
      ...(isYear ? {} : { month: "short" }),
    });
    ticks.push({ at, label: name });
  }
  return ticks;
}

// The contact nearest to a day.
export function nearestContact(contacts: readonly LifeContact[], day: number): number | null {
  let nearest: number | null = null;
  contacts.forEach((contact, at) => {
    const isNearer =
      nearest === null || Math.abs(contact.day - day) < Math.abs(contacts[nearest]!.day - day);
    if (isNearer) nearest = at;
  });
  return nearest;
}

export interface Point {
  x: number;
  y: number;
}

// What is known of somebody stays as it is until the next contact changes it.
export function steps(points: readonly Point[], end: number): string {
  const [first] = points;
  if (!first) return "";
  const path = points.slice(1).map(({ x, y }) => `H${x.toFixed(1)}V${y.toFixed(1)}`);
  return `M${first.x.toFixed(1)} ${first.y.toFixed(1)}${path.join("")}H${end.toFixed(1)}`;
}
