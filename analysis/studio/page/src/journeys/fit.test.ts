import { describe, expect, it } from "vitest";
import { fitWhole, pathMoved, squeezed } from "./fit";
import { map } from "./sample";

const limits = { readable: 0.64, tight: 0.7 };
const fit = (down: number) => fitWhole(1000, 500, { across: 1000, down }, limits);

describe("the size of the map", () => {
  it("fills the width where there is room for its height", () => {
    expect(fit(600)).toEqual({ scale: 1, squeeze: 1 });
  });

  it("moves rows closer before letters shrink, and letters stay legible", () => {
    expect(fit(450)).toEqual({ scale: 1, squeeze: 0.88 });
    expect(fit(100)).toEqual({ scale: 0.64, squeeze: 0.7 });
  });

  it("shrinks letters next, so that the whole map is seen", () => {
    const { scale, squeeze } = fit(340);
    expect(scale).toBeLessThan(0.85);
    expect(scale * (52 + (500 - 52) * squeeze)).toBeLessThanOrEqual(340);
  });

  it("moves what is below the headings, and nothing sideways", () => {
    const path = pathMoved("M10 20C30 40 50 -60 7.5 8.5L1 2", (y) => y / 2);
    expect(path).toBe("M10 10C30 20 50 -30 7.5 4.25L1 1");
    const flat = squeezed(map, 0.5);
    expect(flat.width).toBe(map.width);
    expect(flat.height).toBeLessThan(map.height);
    flat.places.forEach((place, at) => {
      expect(place.x).toBe(map.places[at]!.x);
      expect(place.y).toBeLessThanOrEqual(map.places[at]!.y);
    });
    expect(squeezed(map, 1)).toBe(map);
  });
});
