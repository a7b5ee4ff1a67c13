// How many go along each line of the map, and how wide that makes it.
import type { Content, Customers } from "../content";

export const widest = 12; // units of the map
const thinnest = 1.2;
const evening = 0.4; // power of the flow: the busy must not blot out the rest

// Moves along each link a month. Where no customers were followed: what the touchpoints saw, shared
// out by the chances of the links.
export function flowsOf(content: Content, customers: Customers | null, arm: number): number[] {
  const followed = customers?.arms[arm]?.flows;
  if (followed) {
    const months = Math.max(1, content.months);
    return followed.map((count) => count / months);
  }
  return flowsByChance(content, arm);
}

function flowsByChance(content: Content, arm: number): number[] {
  const { links, places } = content.map;
  const mean = (months: (number | null)[] | undefined) => {
    const known = (months ?? []).filter((value) => value !== null);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : 0;
  };
  return links.map((link) => {
    const from = places[link.from]!;
    const begun = mean(content.journey_months.journey_closed?.[arm]?.[link.journey]);
    if (from.touchpoint === null) return begun * link.chance;
    const seen = mean(content.touchpoint_months.touchpoint_contacts?.[arm]?.[from.touchpoint]);
    return Math.min(seen, begun) * link.chance;
  });
}

// Not in proportion, but evened out; the legend shows what is what.
export function widthOf(flow: number, most: number): number {
  if (!(flow > 0) || !(most > 0)) return thinnest;
  return Math.max(thinnest, widest * (flow / most) ** evening);
}

// Round numbers that show the scale: the largest below the most, a tenth and a hundredth of it.
export function sampleFlows(most: number): number[] {
  if (!(most > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(most));
  const top = [5, 2, 1].map((digit) => digit * power).find((value) => value <= most) ?? power;
  return [top / 100, top / 10, top].filter((value) => value >= 1 || value === top);
}
