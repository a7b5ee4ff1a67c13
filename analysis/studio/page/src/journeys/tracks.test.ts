import { describe, expect, it } from "vitest";
import { customersOf, lives, map } from "./sample";
import { headcount, Standing, standsBefore, unpack, visitOn } from "./tracks";

const tracks = unpack(customersOf(lives), 0, map);

describe("unpack", () => {
  it("keeps every step, and gathers those of a day into a visit", () => {
    expect(tracks.people).toBe(4);
    expect(tracks.step.length).toBe(lives.flat().length);
    expect([...tracks.personVisit]).toEqual([0, 3, 5, 6, 7]);
    expect([...tracks.visitStep]).toEqual([0, 1, 2, 4, 6, 7, 8, 9]);
  });
  it("knows the place after each step", () => {
    expect([...tracks.place]).toEqual([2, 4, 3, 3, 4, 3, -1, 2, 3]);
  });
  it("puts what happened before the results before their first day", () => {
    expect([...tracks.visitDay]).toEqual([10, 12, 40, standsBefore, 70, 20, 50]);
  });
  it("tells customers from prospects", () => {
    expect([...tracks.before]).toEqual([
      Standing.prospect, Standing.prospect, Standing.prospect, Standing.customer,
    ]);
    expect(tracks.standing[1]).toBe(Standing.customer);
    expect(tracks.standing[6]).toBe(Standing.left);
  });
});

describe("visitOn", () => {
  it("finds the last visit on or before any day", () => {
    for (let person = 0; person < tracks.people; ++person) {
      for (let day = -1; day < 90; ++day) {
        let wanted = tracks.personVisit[person]! - 1;
        while (
          wanted + 1 < tracks.personVisit[person + 1]! && tracks.visitDay[wanted + 1]! <= day
        ) ++wanted;
        expect(visitOn(tracks, person, day)).toBe(wanted);
      }
    }
  });
});

describe("headcount", () => {
  it("counts who is what at the end of a day", () => {
    expect(headcount(tracks, 5, 12)).toMatchObject({ customers: 2, prospects: 0, left: 0 });
    expect(headcount(tracks, 11, 12)).toMatchObject({ customers: 2, prospects: 1, left: 0 });
    expect(headcount(tracks, 25, 12)).toMatchObject({ customers: 3, prospects: 1, left: 0 });
    expect(headcount(tracks, 80, 12)).toMatchObject({
      customers: 2, pleased: 1, displeased: 1, prospects: 0, left: 1,
    });
  });
});
