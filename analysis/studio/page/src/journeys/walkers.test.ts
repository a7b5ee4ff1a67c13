import { describe, expect, it } from "vitest";
import { seatOf } from "./crowd";
import { customersOf, lives, map, type Told, codes } from "./sample";
import { sceneOf } from "./scene";
import { headcount, unpack } from "./tracks";
import { Look, moodOf, moods, patience, Walkers } from "./walkers";

const scene = sceneOf(map, [0, 0, 5, 5, 0, 0]);
const tracks = unpack(customersOf(lives), 0, map);
const still = (time: number) => ({ time, travel: 0, journey: null });

function looksOn(day: number, walkers = new Walkers(tracks, scene)): Look[] {
  walkers.move(still(day));
  return [...walkers.look];
}

describe("Walkers", () => {
  it("shows a full dot for each customer of the day, a hollow one for each prospect", () => {
    const walkers = new Walkers(tracks, scene);
    for (let day = 0; day < 90; ++day) {
      const shown = looksOn(day, walkers);
      const count = headcount(tracks, day, patience);
      expect(shown.filter((look) => look === Look.resting).length).toBe(count.customers);
      expect(shown.filter((look) => look === Look.prospect).length).toBe(count.prospects);
    }
  });
  it("shows the same after a jump as after playing", () => {
    const played = new Walkers(tracks, scene);
    for (let time = 0; time <= 60; time += 0.25) played.move({ time, travel: 3, journey: null });
    const jumped = new Walkers(tracks, scene);
    jumped.move({ time: 85, travel: 3, journey: null });
    jumped.move({ time: 60, travel: 3, journey: null });
    expect([...jumped.x]).toEqual([...played.x]);
    expect([...jumped.look]).toEqual([...played.look]);
  });
  it("rests people in their seats", () => {
    const walkers = new Walkers(tracks, scene);
    walkers.move(still(60));
    const seat = 2 * seatOf(0, 3);
    expect(walkers.x[0]).toBe(scene.seats.points[seat]);
    expect(walkers.y[0]).toBe(scene.seats.points[seat + 1]);
  });
  it("walks them close to the line", () => {
    const straight: Told[][] = Array.from({ length: 40 }, () => [{ day: 10, code: codes.shop }]);
    const walkers = new Walkers(unpack(customersOf(straight), 0, map), scene);
    walkers.move({ time: 13.5, travel: 6, journey: null });
    expect([...walkers.look].every((look) => look === Look.prospect)).toBe(true);
    for (let person = 0; person < 40; ++person) {
      expect(Math.abs(walkers.y[person]! - 120)).toBeLessThan(4);
      expect(walkers.x[person]).toBeGreaterThan(110);
      expect(walkers.x[person]).toBeLessThan(243);
    }
  });
  it("takes the contacts of one day one after the other", () => {
    const walkers = new Walkers(tracks, scene);
    const onWay = (time: number) => {
      walkers.move({ time, travel: 2, journey: null });
      return walkers.y[0]!;
    };
    expect(onWay(41.8)).toBeGreaterThan(96); // on the way to the desk
    expect(onWay(44)).toBeLessThan(98); // then around it again
  });
  it("sees those off who leave", () => {
    const walkers = new Walkers(tracks, scene);
    walkers.move({ time: 72.5, travel: 4, journey: null });
    expect(walkers.look[1]).toBeGreaterThanOrEqual(Look.fading1);
    expect(walkers.look[1]).toBeLessThanOrEqual(Look.fading3);
    walkers.move({ time: 80, travel: 4, journey: null });
    expect(walkers.look[1]).toBe(Look.hidden);
  });
  it("dims the other journeys when one is asked for", () => {
    const walkers = new Walkers(tracks, scene);
    walkers.move({ time: 60, travel: 0, journey: 1 });
    expect([...walkers.look]).toEqual([Look.resting, Look.faint, Look.hidden, Look.resting]);
  });
  it("colours by the mood after the last contact", () => {
    const walkers = new Walkers(tracks, scene);
    walkers.move(still(60));
    expect(walkers.mood[0]).toBe(moodOf(-70));
    expect(moodOf(-100)).toBe(0);
    expect(moodOf(0)).toBe((moods - 1) / 2);
    expect(moodOf(100)).toBe(moods - 1);
  });
});
