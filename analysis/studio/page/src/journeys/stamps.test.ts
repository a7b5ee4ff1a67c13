import { describe, expect, it } from "vitest";
import { over } from "./dots";
import { dotRadius, rgbOf, stampOf, stampsOf } from "./stamps";
import { Look, looks, moods } from "./walkers";

const ink = [10, 20, 30] as const;
const ground = [255, 255, 255] as const;
const stamps = stampsOf({ moods: Array.from({ length: moods }, () => ink), ground }, 2);
const areaOf = (look: Look, phase = 0) => {
  const { alpha } = stamps.of[stampOf(look, 4, phase, 0)]!;
  return alpha.reduce((sum, one) => sum + one, 0) / 255;
};

describe("stamps", () => {
  it("are as large as the dot", () => {
    for (const phase of [0, 1]) {
      expect(Math.abs(areaOf(Look.resting, phase) / (Math.PI * 4) - 1)).toBeLessThan(0.06);
    }
    expect(areaOf(Look.moving)).toBeGreaterThan(areaOf(Look.resting));
    expect(areaOf(Look.faint)).toBeLessThan(areaOf(Look.resting));
  });
  it("exist for each look and mood, within reach", () => {
    expect(stamps.of.length).toBe(looks * moods * 4);
    for (const { dx, dy } of stamps.of) {
      for (const d of [...dx, ...dy]) expect(Math.abs(d)).toBeLessThanOrEqual(stamps.reach);
    }
  });
  it("are smaller for bigger crowds", () => {
    expect(dotRadius(5000, 1)).toBeLessThan(dotRadius(500, 1));
  });
  it("read colours as the browser writes them", () => {
    expect(rgbOf("rgb(1,2,3)")).toEqual([1, 2, 3]);
    expect(rgbOf("#0102ff")).toEqual([1, 2, 255]);
  });
});

describe("over", () => {
  it("mixes with what is opaque, and fills what is empty", () => {
    expect(over(0, 0xff0000ff, 128)).toBe(0x800000ff);
    expect(over(0xff000000, 0xff0000ff, 255) & 255).toBeGreaterThan(250);
    expect(over(0xff000000, 0xff0000ff, 0)).toBe(0xff000000);
  });
});
