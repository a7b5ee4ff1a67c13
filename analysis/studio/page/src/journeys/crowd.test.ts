import { describe, expect, it } from "vitest";
import { crowdsOf, ringWidth, seatOf, seatsAround, seatsOfPlace } from "./crowd";
import { customersOf, lives, map } from "./sample";
import { unpack } from "./tracks";

describe("seatsAround", () => {
  const seats = seatsAround(map, [0, 0, 0, 400, 0, 0]);

  it("puts every seat outside its box and within its ring", () => {
    map.places.forEach((box, place) => {
      for (let seat = 0; seat < seatsOfPlace; seat += 7) {
        const at = 2 * (place * seatsOfPlace + seat);
        const [x, y] = [seats.points[at]!, seats.points[at + 1]!];
        const across = Math.max(box.x - x, x - box.x - box.width, 0);
        const down = Math.max(box.y - y, y - box.y - box.height, 0);
        const out = Math.hypot(across, down);
        expect(out).toBeGreaterThan(2.9);
        expect(out).toBeLessThan(3.1 + seats.widths[place]!);
      }
    });
  });
  it("makes room for a crowd", () => {
    expect(seats.widths[3]).toBeGreaterThan(seats.widths[2]!);
    expect(ringWidth(map.places[3]!, 400)).toBeGreaterThan(ringWidth(map.places[3]!, 100));
  });
  it("gives people of one place different seats", () => {
    const taken = new Set(Array.from({ length: 5000 }, (_, person) => seatOf(person, 3)));
    expect(taken.size).toBe(5000);
  });
});

describe("crowdsOf", () => {
  it("finds the most that rest at a place", () => {
    const tracks = unpack(customersOf(lives), 0, map);
    expect(crowdsOf(map, [tracks], 90)[3]).toBe(3);
  });
});
