// A small map and a handful of people, for tests.
import type { Content, Customers, JourneyMap, MapLink, MapPlace } from "../content";

type Kind = MapPlace["kind"];
function place(kind: Kind, title: string, x: number, more: Partial<MapPlace> = {}): MapPlace {
  return {
    kind, title, name: title, channel: "", owner: "", contact: "direct", touchpoint: null,
    journey: null, x, y: 100, width: 100, height: 40, ...more,
  };
}
function link(from: number, to: number, journey: number, path: string, on = "success"): MapLink {
  return { from, to, journey, on, chance: 1, sentence: `${from} to ${to}`, shape: "across", path };
}

// Entry of Join (0), Entry of Ask (1), Shop (2), Desk (3), Purchase (4), Done (5).
export const map: JourneyMap = {
  width: 1000,
  height: 400,
  columns: [
    { kind: "entry", heading: "Entry", x: 0, y: 0, width: 120, height: 400 },
    { kind: "ending", heading: "Close", x: 880, y: 0, width: 120, height: 400 },
  ],
  places: [
    place("entry", "Join", 10, { journey: 0 }),
    place("entry", "Ask", 10, { journey: 1, y: 300 }),
    place("touchpoint", "Shop", 250, { touchpoint: 0 }),
    place("touchpoint", "Desk", 500, { touchpoint: 1 }),
    place("purchase", "Purchase", 700),
    place("ending", "Done", 890),
  ],
  links: [
    link(0, 2, 0, "M110 120L243 120"),
    link(2, 4, 0, "M350 120C500 120 550 220 693 220"),
    link(1, 3, 1, "M110 320C300 320 300 120 493 120"),
    link(3, 3, 1, "M580 100C585 73 560 73 566 93", "failure"),
    link(3, 5, 1, "M600 120L883 120"),
  ],
};
export const codes = { shop: 0, buy: 1, ask: 2, again: 3, deskAlone: 6, bought: 7, left: 8 };

function base64(numbers: number[], bytes: 1 | 2): string {
  const parts = numbers.flatMap((n) => (bytes === 2 ? [n & 255, n >> 8] : [n & 255]));
  return btoa(String.fromCharCode(...parts));
}

export interface Told {
  day: number;
  code: number;
  mood?: number; // hundredths
}
export function customersOf(lives: Told[][]): Customers {
  const gaps = lives.flatMap((life) => life.map(({ day }, i) => day - (life[i - 1]?.day ?? 0)));
  const steps = lives.flat();
  return {
    replication: 0, population: 100, persons: lives.map((_, k) => k), sampled: lives.length,
    first_day: 0, links: map.links.length, touchpoints: 2,
    arms: [
      {
        counts: base64(lives.map((life) => life.length), 2),
        days: base64(gaps, 2),
        steps: base64(steps.map(({ code }) => code), 2),
        valence: base64(steps.map(({ mood = 0 }) => mood), 1),
        flows: [6, 6, 30, 0, 24],
      },
    ],
  };
}

// Somebody who joins on day 10 and asks on day 40; a customer from the start who leaves on day 70;
// one who looks at the shop and never buys; a customer of whom nothing was heard before day 50.
export const lives: Told[][] = [
  [
    { day: 10, code: codes.shop, mood: 20 }, { day: 12, code: codes.bought, mood: 30 },
    { day: 40, code: codes.ask, mood: -50 }, { day: 40, code: codes.again, mood: -70 },
  ],
  [
    { day: 0, code: codes.bought, mood: 10 }, { day: 0, code: codes.deskAlone, mood: 10 },
    { day: 70, code: codes.left, mood: -40 },
  ],
  [{ day: 20, code: codes.shop, mood: -10 }],
  [{ day: 50, code: codes.ask, mood: 5 }],
];

export const content = {
  months: 3, days: 90, start_date: "2026-01-01", map, series: {},
  arms: [{ name: "baseline", title: "Baseline", action_day: null, apply: [] }],
  touchpoints: [
    { name: "shop", title: "Shop", stage: "Buy", channel: "shop", owner: 0 },
    { name: "desk", title: "Desk", stage: "Help", channel: "phone", owner: 0 },
  ],
  journeys: [{ name: "join", title: "Join" }, { name: "ask", title: "Ask" }],
  departments: [{ name: "sales", title: "Sales" }],
  touchpoint_months: {
    touchpoint_contacts: [[[10, 10, 10], [30, 30, 30]]],
    touchpoint_failures: [[[1, 0, 2], [6, 3, 0]]],
    touchpoint_satisfied_share: [[[0.9, 0.9, 0.9], [0.95, null, 0.9]]],
    touchpoint_csat: [], touchpoint_gap: [], touchpoint_gap_seen: [], touchpoint_wait: [],
    failure_demand: [],
  },
  journey_months: {
    journey_closed: [[[8, 8, 8], [24, 24, 24]]],
    journey_abandoned: [],
    journey_satisfied_share: [[[0.8, 0.8, 0.8], [0.4, 0.4, 0.4]]],
  },
} as unknown as Content;
