// The map as the moving dots need it: plain tables of lines, seats and the way out.
import type { JourneyMap } from "../content";
import { seatsAround, type Seats } from "./crowd";
import { pathTable, type PathTable } from "./paths";

export interface Scene {
  from: Int16Array; // places, by link
  to: Int16Array;
  journey: Int16Array;
  paths: PathTable;
  seats: Seats;
  wayOut: WayOut; // where people go who leave the firm
  height: number; // of the map with the way out
}
export interface WayOut {
  x: number; // middle
  y: number;
  width: number;
  height: number;
}

export function sceneOf(map: JourneyMap, crowds: readonly number[]): Scene {
  const wayOut = wayOutOf(map);
  return {
    from: Int16Array.from(map.links, (link) => link.from),
    to: Int16Array.from(map.links, (link) => link.to),
    journey: Int16Array.from(map.links, (link) => link.journey),
    paths: pathTable(map.links.map((link) => link.path)),
    seats: seatsAround(map, crowds),
    wayOut,
    height: Math.max(map.height, wayOut.y + wayOut.height / 2 + 24),
  };
}

// At the foot of the last column, or under the map where that is taken.
export function wayOutOf(map: JourneyMap): WayOut {
  const endings = map.places.filter((place) => place.kind === "ending");
  const band = map.columns.at(-1);
  const size = { width: 112, height: 40 };
  const x = band ? band.x + band.width / 2 : map.width - 80;
  const lowest = Math.max(0, ...endings.map((place) => place.y + place.height));
  const foot = band ? band.y + band.height - 34 : map.height - 34;
  return { x, y: Math.max(foot, lowest + 50), ...size };
}
