import { describe, expect, it } from "vitest";
import { pathTable, polylineOf, stepsOnPath } from "./paths";
import { map } from "./sample";

describe("pathTable", () => {
  const paths = map.links.map((link) => link.path);
  const table = pathTable(paths);
  const pointsOf = (path: number) => {
    const first = path * (stepsOnPath + 1);
    const pointAt = (k: number) => [table.points[2 * k]!, table.points[2 * k + 1]!] as const;
    return Array.from({ length: stepsOnPath + 1 }, (_, k) => pointAt(first + k));
  };

  it("begins and ends where the line does", () => {
    paths.forEach((path, at) => {
      const numbers = path.match(/-?[\d.]+/g)!.map(Number);
      const points = pointsOf(at);
      expect(points[0]![0]).toBeCloseTo(numbers[0]!, 3);
      expect(points[0]![1]).toBeCloseTo(numbers[1]!, 3);
      expect(points.at(-1)![0]).toBeCloseTo(numbers.at(-2)!, 3);
      expect(points.at(-1)![1]).toBeCloseTo(numbers.at(-1)!, 3);
    });
  });
  it("takes equal steps", () => {
    paths.forEach((_, at) => {
      const points = pointsOf(at);
      const step = table.lengths[at]! / stepsOnPath;
      for (let k = 1; k < points.length; ++k) {
        const [[x0, y0], [x1, y1]] = [points[k - 1]!, points[k]!];
        expect(Math.hypot(x1 - x0, y1 - y0)).toBeLessThanOrEqual(step * 1.001);
        expect(Math.hypot(x1 - x0, y1 - y0)).toBeGreaterThan(step * 0.85);
      }
    });
  });
  it("knows the length of a straight line", () => {
    expect(table.lengths[0]).toBeCloseTo(133, 3);
  });
  it("refuses commands it does not know", () => {
    expect(() => polylineOf("M0 0A5 5 0 0 1 10 10")).toThrow("not A");
  });
});
