// Points along the lines of the map, looked up instead of computed: equal steps of length.
export const stepsOnPath = 96;
const stepsOnCurve = 24;

export interface PathTable {
  points: Float32Array; // x, y of stepsOnPath + 1 points for each path, one path after the other
  lengths: Float32Array;
}

type Point = [number, number];

export function pathTable(paths: readonly string[]): PathTable {
  const points = new Float32Array(paths.length * (stepsOnPath + 1) * 2);
  const lengths = new Float32Array(paths.length);
  paths.forEach((path, at) => {
    const polyline = polylineOf(path);
    lengths[at] = spread(polyline, points.subarray(at * (stepsOnPath + 1) * 2));
  });
  return { points, lengths };
}

// The commands the map is drawn with: M, L and C, with absolute coordinates.
export function polylineOf(path: string): Point[] {
  const line: Point[] = [];
  for (const [, command, list] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (list!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (command === "C") {
      for (let i = 0; i + 5 < numbers.length; i += 6) addCurve(line, numbers.slice(i, i + 6));
    } else if (command === "M" || command === "L") {
      for (let i = 0; i + 1 < numbers.length; i += 2) line.push([numbers[i]!, numbers[i + 1]!]);
    } else {
      throw new Error(`The map's lines know M, L and C, but not ${command}.`);
    }
  }
  return line;
}

function addCurve(line: Point[], [x1, y1, x2, y2, x3, y3]: number[]) {
  const [x0, y0] = line.at(-1) ?? [x1!, y1!];
  for (let i = 1; i <= stepsOnCurve; ++i) {
    const t = i / stepsOnCurve;
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    line.push([a * x0 + b * x1! + c * x2! + d * x3!, a * y0 + b * y1! + c * y2! + d * y3!]);
  }
}

// Lays points at equal distances along a polyline; gives its length.
function spread(line: Point[], into: Float32Array): number {
  const reach = [0];
  for (let i = 1; i < line.length; ++i) {
    const [[x0, y0], [x1, y1]] = [line[i - 1]!, line[i]!];
    reach.push(reach[i - 1]! + Math.hypot(x1 - x0, y1 - y0));
  }
  const length = reach.at(-1)!;
  for (let k = 0, i = 1; k <= stepsOnPath; ++k) {
    const wanted = (k / stepsOnPath) * length;
    while (i < line.length - 1 && reach[i]! < wanted) ++i;
    const from = line[i - 1] ?? line[0]!;
    const to = line[i] ?? from;
    const span = reach[i]! - reach[i - 1]!;
    const share = span > 0 ? Math.min(1, (wanted - reach[i - 1]!) / span) : 0;
    into[2 * k] = from[0] + (to[0] - from[0]) * share;
    into[2 * k + 1] = from[1] + (to[1] - from[1]) * share;
  }
  return length;
}
