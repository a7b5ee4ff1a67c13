// Where people rest around a place of the map: a ring about its box, evenly filled.
import type { JourneyMap, MapPlace } from "../content";
import { nowhere, visitOn, type Tracks } from "./tracks";

export const seatsOfPlace = 8192;
const gapToBox = 3;
const areaOfPerson = 15; // square units of the map
const [least, most] = [9, 58]; // units that a ring is wide

export interface Seats {
  points: Float32Array; // x, y of seatsOfPlace points for each place
  widths: Float32Array; // of the rings
}

// A person keeps the same seat at a place in every arm and on every day.
export function seatOf(person: number, place: number): number {
  return place * seatsOfPlace + ((person * 2531 + place * 977) & (seatsOfPlace - 1));
}

export function seatsAround(map: JourneyMap, crowds: readonly number[]): Seats {
  const points = new Float32Array(map.places.length * seatsOfPlace * 2);
  const widths = Float32Array.from(map.places, (place, at) => {
    return Math.min(ringWidth(place, crowds[at] ?? 0), roomAround(map, at));
  });
  map.places.forEach((place, at) => {
    fillRing(place, widths[at]!, points.subarray(at * seatsOfPlace * 2));
  });
  return { points, widths };
}

// So wide that everybody of the crowd finds room: perimeter * w + pi * w^2 = area.
export function ringWidth({ width, height }: MapPlace, crowd: number): number {
  const perimeter = 2 * (width + height);
  const area = crowd * areaOfPerson;
  const wide = (Math.sqrt(perimeter * perimeter + 4 * Math.PI * area) - perimeter) / (2 * Math.PI);
  return Math.min(most, Math.max(least, wide));
}

// Half the way to the nearest other box.
function roomAround(map: JourneyMap, at: number): number {
  const own = map.places[at]!;
  const distances = map.places.map((other) => {
    if (other === own) return Infinity;
    const across = Math.max(other.x - own.x - own.width, own.x - other.x - other.width, 0);
    const down = Math.max(other.y - own.y - own.height, own.y - other.y - other.height, 0);
    return Math.hypot(across, down);
  });
  return Math.max(least, Math.min(...distances) / 2);
}

// Points of the R2 sequence, which fills evenly however many are taken.
function fillRing(box: MapPlace, wide: number, into: Float32Array) {
  const [alpha, beta] = [0.7548776662466927, 0.5698402909980532];
  for (let seat = 0; seat < seatsOfPlace; ++seat) {
    const around = (0.5 + alpha * (seat + 1)) % 1;
    const share = (0.5 + beta * (seat + 1)) % 1;
    const out = gapToBox + wide * share ** 1.25; // thinner outwards
    const [x, y] = onOutline(box, out, around);
    into[2 * seat] = x;
    into[2 * seat + 1] = y;
  }
}

// The point at a share of the way around a box's outline `out` units outside it.
function onOutline(box: MapPlace, out: number, share: number): [number, number] {
  const { x, y, width, height } = box;
  const corner = (Math.PI / 2) * out;
  let left = share * (2 * (width + height) + 4 * corner);
  if (left < width) return [x + left, y - out];
  if ((left -= width) < corner) return onArc(x + width, y, out, left / out - Math.PI / 2);
  if ((left -= corner) < height) return [x + width + out, y + left];
  if ((left -= height) < corner) return onArc(x + width, y + height, out, left / out);
  if ((left -= corner) < width) return [x + width - left, y + height + out];
  if ((left -= width) < corner) return onArc(x, y + height, out, left / out + Math.PI / 2);
  if ((left -= corner) < height) return [x - out, y + height - left];
  return onArc(x, y, out, (left - height) / out + Math.PI);
}
function onArc(x: number, y: number, out: number, angle: number): [number, number] {
  return [x + out * Math.cos(angle), y + out * Math.sin(angle)];
}

// How many rest at each place, at most, on a few days spread over the run.
export function crowdsOf(map: JourneyMap, arms: readonly Tracks[], days: number): number[] {
  const most = map.places.map(() => 0);
  for (const tracks of arms) {
    for (let look = 0; look < 6; ++look) {
      const here = map.places.map(() => 0);
      for (let person = 0; person < tracks.people; ++person) {
        const visit = visitOn(tracks, person, (days * (look + 0.5)) / 6);
        if (visit < tracks.personVisit[person]!) continue;
        const place = tracks.place[tracks.visitStep[visit + 1]! - 1]!;
        if (place !== nowhere) ++here[place]!;
      }
      here.forEach((count, place) => (most[place] = Math.max(most[place]!, count)));
    }
  }
  return most;
}
