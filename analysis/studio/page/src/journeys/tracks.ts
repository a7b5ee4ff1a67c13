// What each person of the sample lived through in one arm, unpacked so that any day is found fast.
import { int8Of, uint16Of } from "../base/decode";
import type { Customers, JourneyMap } from "../content";

export const enum Standing {
  prospect,
  customer,
  left,
}
export const nowhere = -1;
export const standsBefore = -9999; // day of what happened before the results begin

// A visit is what one person does on one day: steps visitStep[v] up to visitStep[v + 1].
export interface Tracks {
  people: number;
  personVisit: Uint32Array; // first visit of a person; one more at the end
  visitStep: Uint32Array; // first step of a visit; one more at the end
  visitDay: Int16Array;
  step: Uint16Array; // code of each step, as in Customers
  mood: Int8Array; // after each step, -100 to 100
  place: Int16Array; // of the map, where each step ends; nowhere for somebody who left
  standing: Uint8Array; // after each step
  before: Uint8Array; // standing of each person before their first step
}

export interface Codes {
  links: number;
  bought: number;
  left: number;
}
export function codesOf({ links, touchpoints }: Customers): Codes {
  return { links, bought: links + touchpoints, left: links + touchpoints + 1 };
}

export function unpack(customers: Customers, arm: number, map: JourneyMap): Tracks {
  const packed = customers.arms[arm]!;
  const counts = uint16Of(packed.counts);
  const step = uint16Of(packed.steps);
  const day = daysOf(customers, counts, uint16Of(packed.days), step);
  return {
    people: counts.length,
    step,
    mood: int8Of(packed.valence),
    place: placesOf(customers, map, counts, step),
    ...visitsOf(counts, day),
    ...standingsOf(customers, map, counts, step),
  };
}

// Days of results. Who is a customer on the first day begins with "bought", and the place they
// stand at: both happened before.
function daysOf(customers: Customers, counts: Uint16Array, gaps: Uint16Array, step: Uint16Array) {
  const { bought } = codesOf(customers);
  const days = new Int16Array(gaps.length);
  let at = 0;
  for (const count of counts) {
    let today = customers.first_day;
    const wasCustomer = count > 0 && step[at] === bought && gaps[at] === 0;
    for (let i = 0; i < count; ++i, ++at) {
      today += gaps[at]!;
      const isOld = wasCustomer && i < 2 && today === customers.first_day;
      days[at] = isOld ? standsBefore : today;
    }
  }
  return days;
}

function visitsOf(counts: Uint16Array, day: Int16Array) {
  const personVisit = new Uint32Array(counts.length + 1);
  const starts: number[] = [];
  let at = 0;
  counts.forEach((count, person) => {
    personVisit[person] = starts.length;
    for (const end = at + count; at < end; ++at) {
      const isFirst = starts.length === personVisit[person];
      if (isFirst || day[at] !== day[at - 1]) starts.push(at);
    }
  });
  personVisit[counts.length] = starts.length;
  const visitDay = Int16Array.from(starts, (start) => day[start]!);
  starts.push(at);
  return { personVisit, visitStep: Uint32Array.from(starts), visitDay };
}

function placesOf(customers: Customers, map: JourneyMap, counts: Uint16Array, step: Uint16Array) {
  const { links, bought, left } = codesOf(customers);
  const purchase = map.places.findIndex((place) => place.kind === "purchase");
  const ofTouchpoint = new Int16Array(customers.touchpoints).fill(nowhere);
  map.places.forEach((place, at) => {
    if (place.touchpoint !== null) ofTouchpoint[place.touchpoint] = at;
  });
  const places = new Int16Array(step.length);
  let at = 0;
  for (const count of counts) {
    let here = nowhere;
    for (const end = at + count; at < end; ++at) {
      const code = step[at]!;
      if (code < links) here = map.links[code]?.to ?? here;
      else if (code < bought) here = ofTouchpoint[code - links]!;
      else if (code === left) here = nowhere;
      else if (purchase !== nowhere) here = purchase;
      places[at] = here;
    }
  }
  return places;
}

// Journeys on which people become customers.
export function buyingJourneys(map: JourneyMap): Set<number> {
  const buying = map.links.filter((link) => map.places[link.to]?.kind === "purchase");
  return new Set(buying.map((link) => link.journey));
}

function standingsOf(
  customers: Customers, map: JourneyMap, counts: Uint16Array, step: Uint16Array,
) {
  const { links, bought, left } = codesOf(customers);
  const buying = buyingJourneys(map);
  const standing = new Uint8Array(step.length);
  const before = new Uint8Array(counts.length);
  let at = 0;
  counts.forEach((count, person) => {
    const own = step.subarray(at, at + count);
    const turn = own.find((code) => code === bought || code === left);
    const isBuying = own.every((code) => code < links && buying.has(map.links[code]!.journey));
    let now = Standing.prospect;
    if (turn === left || (turn === undefined && !isBuying)) now = Standing.customer;
    before[person] = now;
    for (const end = at + count; at < end; ++at) {
      if (step[at] === bought) now = Standing.customer;
      else if (step[at] === left) now = Standing.left;
      standing[at] = now;
    }
  });
  return { standing, before };
}

// The last visit of a person on or before a day: its place, or one before their first.
export function visitOn(tracks: Tracks, person: number, day: number): number {
  let low = tracks.personVisit[person]!;
  let high = tracks.personVisit[person + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tracks.visitDay[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface Headcount {
  customers: number;
  pleased: number; // of the customers
  displeased: number;
  prospects: number;
  left: number;
}
const noticed = 5; // hundredths of valence from which a mood counts as good or bad

// Who is what at the end of a day; prospects only those who are on their way.
export function headcount(tracks: Tracks, day: number, patience: number): Headcount {
  const found = { customers: 0, pleased: 0, displeased: 0, prospects: 0, left: 0 };
  for (let person = 0; person < tracks.people; ++person) {
    const visit = visitOn(tracks, person, day);
    const hasBegun = visit >= tracks.personVisit[person]!;
    const last = hasBegun ? tracks.visitStep[visit + 1]! - 1 : tracks.visitStep[visit + 1]!;
    const now = hasBegun ? tracks.standing[last]! : tracks.before[person]!;
    if (now === Standing.left) ++found.left;
    if (now === Standing.prospect && hasBegun) {
      if (day - tracks.visitDay[visit]! <= patience) ++found.prospects;
    }
    if (now !== Standing.customer) continue;
    ++found.customers;
    if (tracks.mood[last]! >= noticed) ++found.pleased;
    if (tracks.mood[last]! <= -noticed) ++found.displeased;
  }
  return found;
}
