import { describe, expect, it } from "vitest";
import type { Diary, LifeContact } from "../content";
import { dateTicks, daysOf, marksOf, nameOf, nearestContact, placeLabels, steps } from "./timeline";

const diary = {
  entries: [{ first_day: -20, last_day: -10, heading: "June 2025: Buying", paragraphs: [] }],
  contacts: [{ day: -15 }, { day: 40 }, { day: 90 }] as LifeContact[],
  looks: [{ day: 60, left: false }, { day: 90, left: true }],
  purchases: [{ day: -10, again: false }, { day: 120, again: true }],
} as unknown as Diary;

describe("a life along its days", () => {
  it("marks purchases, looks and leaving in order", () => {
    expect(marksOf(diary).map(({ day, label }) => [day, label])).toEqual([
      [-10, "buys"], [60, "looks elsewhere"], [90, "leaves"], [120, "comes back"],
    ]);
  });
  it("holds every day of every life", () => {
    expect(daysOf([diary], 100)).toEqual([-20, 100]);
  });
  it("finds the contact nearest to a day", () => {
    expect(nearestContact(diary.contacts, 50)).toBe(1);
    expect(nearestContact([], 50)).toBeNull();
  });
  it("names an entry without its days", () => {
    expect(nameOf(diary.entries[0]!)).toBe("Buying");
  });
  it("draws what stays known as steps", () => {
    expect(steps([{ x: 0, y: 5 }, { x: 10, y: 7 }], 20)).toBe("M0.0 5.0H10.0V7.0H20.0");
    expect(steps([], 20)).toBe("");
  });
});

describe("labels", () => {
  const label = (x: number, weight: number) => ({ x, text: "", width: 50, weight });
  it("take the first row with room, the heaviest first", () => {
    const placed = placeLabels([label(0, 1), label(20, 2), label(40, 0)], 2, 0, 200);
    expect(placed.map(({ x, row }) => [x, row])).toEqual([[20, 0], [0, 1]]);
  });
  it("stay within the drawing", () => {
    expect(placeLabels([label(190, 1)], 1, 0, 200)[0]!.left).toBe(150);
    expect(placeLabels([label(10, 1)], 1, 0, 40)).toEqual([]);
  });
});

describe("dates under a life", () => {
  it("are years, where more do not fit", () => {
    expect(dateTicks("2026-01-01", [-200, 1080], 4).map((tick) => tick.label)).toEqual([
      "2026", "2027", "2028",
    ]);
  });
  it("fall on their days", () => {
    expect(dateTicks("2026-01-01", [0, 200], 4)[1]).toEqual({ at: 90, label: "Apr 2026" });
  });
});
