// How large the map is drawn, so that it shows whole beside its play bar wherever it stays legible.
import type { JourneyMap } from "../content";

export interface Room {
  across: number; // pixels
  down: number;
}
export interface Fit {
  scale: number; // pixels of a unit of the map
  squeeze: number; // of its height: its rows move closer before its letters shrink
}

const loose = 0.85; // rows still stand well apart
const headings = 36; // units at the top of the columns that are left as they are
const atTop = 52; // units above what is squeezed: the margin and the headings
const grain = 50; // squeezes are told apart by fiftieths, for each lays the map out anew

export interface Limits {
  readable: number; // scale below which letters are too small
  tight: number; // as close as rows may come
}

export function fitWhole(
  width: number, height: number, { across, down }: Room, { readable, tight }: Limits,
): Fit {
  const widest = Math.max(across / width, readable);
  const needed = (scale: number) => (down / scale - atTop) / (height - atTop);
  const scale = Math.max(readable, Math.min(widest, widest * needed(widest) / loose));
  const squeeze = Math.min(1, Math.max(tight, needed(scale)));
  return { scale, squeeze: Math.floor(squeeze * grain) / grain };
}

// The same map with its rows closer together, below the headings of its columns.
export function squeezed(map: JourneyMap, squeeze: number): JourneyMap {
  if (squeeze === 1) return map;
  const fixed = Math.min(...map.columns.map((column) => column.y)) + headings;
  const down = (y: number) => (y > fixed ? fixed + (y - fixed) * squeeze : y);
  const box = <Box extends { y: number; height: number }>(one: Box): Box => {
    return { ...one, y: down(one.y), height: down(one.y + one.height) - down(one.y) };
  };
  return {
    ...map,
    height: down(map.height),
    columns: map.columns.map(box),
    places: map.places.map(box),
    links: map.links.map((link) => ({ ...link, path: pathMoved(link.path, down) })),
  };
}

// Paths hold absolute points only, x before y.
export function pathMoved(path: string, down: (y: number) => number): string {
  let isDown = true;
  return path.replace(/-?\d+(\.\d+)?/g, (number) => {
    isDown = !isDown;
    return isDown ? String(Math.round(down(Number(number)) * 100) / 100) : number;
  });
}
