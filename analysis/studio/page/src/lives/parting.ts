// Where two lives of the same customer part: what both share, and the day of the first difference.
import type { Diary, LifeEntry } from "../content";

export interface Parting {
  shared: LifeEntry[]; // entries with which both begin
  rests: [LifeEntry[], LifeEntry[]]; // and how each goes on
  day: number | null; // of the first difference; null: both are the same to the end
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function sharedCount(a: readonly unknown[], b: readonly unknown[]): number {
  let count = 0;
  while (count < a.length && count < b.length && same(a[count], b[count])) ++count;
  return count;
}

interface Dated {
  day: number;
}

// Of two lists in order of their days: the day on which the first of them has what the other lacks.
function firstDifference(a: readonly Dated[] = [], b: readonly Dated[] = []): number {
  const at = sharedCount(a, b);
  return Math.min(a[at]?.day ?? Infinity, b[at]?.day ?? Infinity);
}

function eventDifference(a: Diary, b: Diary): number {
  return Math.min(
    firstDifference(a.contacts, b.contacts),
    firstDifference(a.looks, b.looks),
    firstDifference(a.purchases, b.purchases),
  );
}

// What the first differing entries tell: they begin on different days, or, where they begin alike,
// something within them differs, no sooner than on their first day.
function entryDifference(a: LifeEntry | undefined, b: LifeEntry | undefined): [number, number] {
  const first = Math.min(a?.first_day ?? Infinity, b?.first_day ?? Infinity);
  const isAlike = a !== undefined && b !== undefined && a.first_day === b.first_day;
  return [first, isAlike ? Math.max(a.last_day, b.last_day) : first];
}

export function partingOf(a: Diary, b: Diary): Parting {
  const count = sharedCount(a.entries, b.entries);
  const shared = a.entries.slice(0, count);
  const rests: Parting["rests"] = [a.entries.slice(count), b.entries.slice(count)];
  const event = eventDifference(a, b);
  const [from, to] = entryDifference(rests[0][0], rests[1][0]);
  const day = event <= to ? event : from;
  return { shared, rests, day: Number.isFinite(day) ? day : null };
}

// The arm to hold beside another: the first in which this life goes another way.
export function otherArm(arms: readonly Diary[], arm: number): number | null {
  const found = arms.findIndex((one, at) => at !== arm && partingOf(arms[arm]!, one).day !== null);
  return found < 0 ? null : found;
}
