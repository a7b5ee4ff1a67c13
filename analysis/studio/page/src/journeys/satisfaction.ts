// What share was satisfied: of answers after contacts, and of the journeys through a place.
import type { Content, JourneyMap, Maybe } from "../content";

export type Sight = "feelings" | "touchpoints" | "journeys";

// Mean weighted by how much each counts; not known where nothing that counts is.
export function weighted(values: readonly Maybe[], weights: readonly Maybe[]): Maybe {
  let [sum, total] = [0, 0];
  values.forEach((value, at) => {
    const weight = weights[at] ?? 0;
    if (value === null || weight <= 0) return;
    sum += value * weight;
    total += weight;
  });
  return total > 0 ? sum / total : null;
}

export function journeyShares(content: Content, arm: number, month: number): Maybe[] {
  const months = content.journey_months.journey_satisfied_share?.[arm];
  return content.journeys.map((_, journey) => months?.[journey]?.[month] ?? null);
}

export function touchpointShares(content: Content, arm: number, month: number): Maybe[] {
  const months = content.touchpoint_months.touchpoint_satisfied_share?.[arm];
  return content.touchpoints.map((_, touchpoint) => months?.[touchpoint]?.[month] ?? null);
}

// Of each place: the journeys that reach it, or that begin there, weighted by their flow.
export function placeShares(
  map: JourneyMap, journeys: readonly Maybe[], flows: readonly number[],
): Maybe[] {
  return map.places.map((place, at) => {
    if (place.journey !== null && place.kind === "entry") return journeys[place.journey] ?? null;
    const into = map.links.map((link, i) => (link.to === at ? flows[i]! : 0));
    return weighted(map.links.map((link) => journeys[link.journey] ?? null), into);
  });
}

// What fills each place in a sight; null leaves it plain.
export function fills(
  content: Content, arm: number, month: number, flows: readonly number[], sight: Sight,
): Maybe[] {
  const { map } = content;
  if (sight === "journeys") {
    const shares = placeShares(map, journeyShares(content, arm, month), flows);
    return shares.map((share, at) => (map.places[at]!.kind === "ending" ? null : share));
  }
  const shares = touchpointShares(content, arm, month);
  return map.places.map(({ touchpoint }) => {
    return sight === "touchpoints" && touchpoint !== null ? (shares[touchpoint] ?? null) : null;
  });
}

export interface Overall {
  contacts: Maybe; // share of answers after contacts
  journeys: Maybe;
}

// As the series tell it where they are there.
export function overall(content: Content, arm: number, month: number): Overall {
  const told = (name: string) => content.series[name]?.arms[arm]?.mean[month] ?? null;
  const at = (months: Maybe[][] | undefined) => (months ?? []).map((one) => one[month] ?? null);
  const { touchpoint_contacts } = content.touchpoint_months;
  const { journey_closed } = content.journey_months;
  return {
    contacts:
      told("touchpoint_satisfied") ??
      weighted(touchpointShares(content, arm, month), at(touchpoint_contacts?.[arm])),
    journeys:
      told("journey_satisfied") ??
      weighted(journeyShares(content, arm, month), at(journey_closed?.[arm])),
  };
}
