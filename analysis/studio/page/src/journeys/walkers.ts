// Where everybody is at a moment, and how their dot looks. Nothing is allocated while it plays.
import { seatOf } from "./crowd";
import { stepsOnPath } from "./paths";
import type { Scene } from "./scene";
import { nowhere, Standing, visitOn, type Tracks } from "./tracks";

export const moods = 9; // colours from upset to delighted
export const enum Look {
  faint, // on a journey that is not asked for
  resting,
  prospect,
  fading1,
  fading2,
  fading3,
  moving,
  hidden,
}
export const looks = Look.hidden;
export const patience = 12; // days after which a prospect who does nothing is gone
const farAway = 1e6; // days
const arrival = 0.88; // share of the way from which they settle into their seat

export interface Wish {
  time: number; // days of results, with a fraction
  travel: number; // days a dot takes along a line; 0: at once
  journey: number | null; // only this one in full colour
}

export class Walkers {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly look: Uint8Array;
  readonly mood: Uint8Array;
  readonly #visit: Int32Array; // of each person at the moment of before
  readonly #mood: Uint8Array; // by step
  readonly #stillUntil: Float64Array; // nothing changes for a person before
  #last: Wish = { time: Infinity, travel: 0, journey: null };
  #place: [number, number] = [0, 0];

  constructor(
    readonly tracks: Tracks,
    readonly scene: Scene,
  ) {
    this.x = new Float32Array(tracks.people);
    this.y = new Float32Array(tracks.people);
    this.look = new Uint8Array(tracks.people);
    this.mood = new Uint8Array(tracks.people);
    this.#visit = Int32Array.from({ length: tracks.people }, (_, k) => tracks.personVisit[k]! - 1);
    this.#mood = Uint8Array.from(tracks.mood, moodOf);
    this.#stillUntil = new Float64Array(tracks.people);
  }

  move(wish: Wish) {
    const { time, travel, journey } = this.#last;
    const isOther = wish.travel !== travel || wish.journey !== journey;
    if (wish.time < time || isOther) this.#stillUntil.fill(-Infinity);
    Object.assign(this.#last, wish);
    for (let person = 0; person < this.tracks.people; ++person) {
      if (wish.time >= this.#stillUntil[person]!) this.#movePerson(person, wish);
    }
  }

  #movePerson(person: number, wish: Wish) {
    const { tracks } = this;
    const hour = wish.travel > 0 ? hourOf(person) : 0;
    const time = wish.time - hour;
    const visit = this.#find(person, time);
    const end = tracks.personVisit[person + 1]!;
    const next = visit + 1 < end ? tracks.visitDay[visit + 1]! : farAway;
    this.#stillUntil[person] = next + hour;
    if (visit < tracks.personVisit[person]!) return this.#await(person);
    const start = tracks.visitStep[visit]!;
    const steps = tracks.visitStep[visit + 1]! - start;
    const day = tracks.visitDay[visit]!;
    const stride = Math.min(wish.travel, (next - day) / steps);
    const done = stride > 0 ? (time - day) / stride : steps;
    const at = Math.min(steps - 1, Math.floor(done));
    this.#take(person, start + at, Math.min(1, done - at), wish, time - day);
    if (done < steps) this.#stillUntil[person] = -Infinity;
    else if (this.look[person] === Look.prospect) {
      this.#stillUntil[person] = Math.min(next, day + patience) + hour;
    }
  }

  // Moves on from the visit of the moment before; after a jump it searches.
  #find(person: number, time: number): number {
    const { personVisit, visitDay } = this.tracks;
    const end = personVisit[person + 1]!;
    let visit = this.#visit[person]!;
    const isBehind = visit >= personVisit[person]! && visitDay[visit]! > time;
    const isFarAhead = visit + 4 < end && visitDay[visit + 4]! <= time;
    if (isBehind || isFarAhead) visit = visitOn(this.tracks, person, time);
    else while (visit + 1 < end && visitDay[visit + 1]! <= time) ++visit;
    this.#visit[person] = visit;
    return visit;
  }

  // Before their first step: customers wait where their first journey begins.
  #await(person: number) {
    const { tracks, scene } = this;
    const first = tracks.visitStep[tracks.personVisit[person]!]!;
    const hasSteps = tracks.personVisit[person]! < tracks.personVisit[person + 1]!;
    if (!hasSteps || tracks.before[person] !== Standing.customer) {
      this.look[person] = Look.hidden;
      return;
    }
    const code = tracks.step[first]!;
    const place = code < scene.from.length ? scene.from[code]! : tracks.place[first]!;
    this.#sit(person, place, first);
    this.look[person] = place === nowhere ? Look.hidden : Look.resting;
  }

  // A share of the way of one step.
  #take(person: number, step: number, share: number, wish: Wish, since: number) {
    const { tracks, scene } = this;
    const isFirst = step === tracks.visitStep[tracks.personVisit[person]!]!;
    const before = isFirst ? tracks.before[person]! : tracks.standing[step - 1]!;
    const standing = tracks.standing[step]!;
    const code = tracks.step[step]!;
    const isOnLine = code < scene.from.length;
    const origin = isFirst ? nowhere : tracks.place[step - 1]!;
    const felt = share >= arrival || isFirst ? step : step - 1;
    this.mood[person] = this.#mood[felt]!;
    if (standing === Standing.left) {
      const isLeaving = before !== Standing.left && share < 1 && origin !== nowhere;
      if (isLeaving) this.#leave(person, origin, share);
      else this.look[person] = Look.hidden;
      return;
    }
    if (share >= 1) this.#sit(person, tracks.place[step]!, step);
    else if (isOnLine) this.#walk(person, code, origin, share);
    else this.#sit(person, share < 0.5 && origin !== nowhere ? origin : tracks.place[step]!, felt);
    const isGone = standing === Standing.prospect && since > patience;
    const isOther = wish.journey !== null && !(isOnLine && scene.journey[code] === wish.journey);
    if (isGone || tracks.place[step] === nowhere) this.look[person] = Look.hidden;
    else if (isOther) this.look[person] = Look.faint;
    else if (standing === Standing.prospect) this.look[person] = Look.prospect;
    else this.look[person] = share < 1 && isOnLine ? Look.moving : Look.resting;
  }

  #sit(person: number, place: number, step: number) {
    this.mood[person] = this.#mood[step]!;
    if (place === nowhere) return;
    const seat = 2 * seatOf(person, place);
    this.x[person] = this.scene.seats.points[seat]!;
    this.y[person] = this.scene.seats.points[seat + 1]!;
  }

  // Along a line, a little beside its middle so that a stream has breadth; out of the seat they
  // come from and into the one they go to.
  #walk(person: number, link: number, origin: number, share: number) {
    const { scene } = this;
    this.#along(link, share * share * (3 - 2 * share), laneOf(person));
    let [x, y] = this.#place;
    const { points } = scene.seats;
    if (share < 1 - arrival && scene.from[link] === origin) {
      const seat = 2 * seatOf(person, origin);
      const out = share / (1 - arrival);
      x = points[seat]! + (x - points[seat]!) * out;
      y = points[seat + 1]! + (y - points[seat + 1]!) * out;
    } else if (share > arrival) {
      const seat = 2 * seatOf(person, scene.to[link]!);
      const into = (share - arrival) / (1 - arrival);
      x += (points[seat]! - x) * into;
      y += (points[seat + 1]! - y) * into;
    }
    this.x[person] = x;
    this.y[person] = y;
  }

  #along(link: number, share: number, aside: number) {
    const { points } = this.scene.paths;
    const way = share * stepsOnPath;
    const step = Math.min(stepsOnPath - 1, Math.floor(way));
    const at = 2 * (link * (stepsOnPath + 1) + step);
    const [x, y] = [points[at]!, points[at + 1]!];
    const [dx, dy] = [points[at + 2]! - x, points[at + 3]! - y];
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    this.#place[0] = x + dx * (way - step) - (dy / length) * aside;
    this.#place[1] = y + dy * (way - step) + (dx / length) * aside;
  }

  #leave(person: number, origin: number, share: number) {
    const { seats, wayOut } = this.scene;
    const seat = 2 * seatOf(person, origin);
    const [x, y] = [seats.points[seat]!, seats.points[seat + 1]!];
    this.x[person] = x + (wayOut.x + 3 * laneOf(person) - x) * share;
    this.y[person] = y + (wayOut.y - y) * share * share;
    this.look[person] = Look.fading1 + Math.min(2, Math.floor(share * 3));
  }
}

export const strongMood = 40; // hundredths of valence, where the colours end
export function moodOf(valence: number): number {
  const share = (Math.max(-strongMood, Math.min(strongMood, valence)) / strongMood + 1) / 2;
  return Math.round(share * (moods - 1));
}

// The part of a day after which a person is about, so that not all set out at once.
function hourOf(person: number): number {
  return ((Math.imul(person + 1, 0x85ebca6b) >>> 16) & 1023) / 1024;
}

const breadth = 2.6; // units to either side of a line
export function laneOf(person: number): number {
  return ((Math.imul(person + 1, 0x9e3779b1) >>> 16) / 65535 - 0.5) * 2 * breadth;
}
