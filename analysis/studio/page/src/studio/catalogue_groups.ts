// The kinds of interventions and shocks in the groups a strategist thinks in, and a search.

import type { CatalogueKind } from "../studio_api";

export interface KindGroup {
  title: string;
  kinds: CatalogueKind[];
}

const GROUPS: readonly (readonly [title: string, ...kinds: string[]])[] = [
  [
    "The whole firm",
    "maturity_climb",
    "culture",
    "alignment",
    "continuous_improvement",
    "cx_owner",
    "levers",
  ],
  [
    "Journeys and touchpoints",
    "journey_redesign",
    "touchpoint_quality",
    "technology",
    "personalisation",
    "shared_record",
    "announced_waits",
  ],
  ["People who serve", "training", "staffing", "care"],
  [
    "Listening and mending",
    "feedback_programme",
    "inner_loop",
    "outer_loop",
    "service_recovery",
  ],
  ["Market and loyalty", "price", "advertising", "loyalty_benefits", "win_back"],
];
const OTHERS = "More";
const SHOCKS = "Shocks: what may befall the firm";

function groupOf({ name, nature }: CatalogueKind): string {
  if (nature === "shock") return SHOCKS;
  return GROUPS.find(([, ...kinds]) => kinds.includes(name))?.[0] ?? OTHERS;
}

const textOf = (kind: CatalogueKind): string =>
  [kind.name, kind.title, kind.meaning, kind.nature, ...kind.controls.map(({ label }) => label)]
    .join(" ")
    .toLowerCase();

// Every word is somewhere in it.
export function matches(kind: CatalogueKind, sought: string): boolean {
  const text = textOf(kind);
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function kindGroups(kinds: readonly CatalogueKind[], sought = ""): KindGroup[] {
  const found = kinds.filter((kind) => matches(kind, sought.trim()));
  return [...GROUPS.map(([title]) => title), OTHERS, SHOCKS]
    .map((title) => ({ title, kinds: found.filter((kind) => groupOf(kind) === title) }))
    .filter((group) => group.kinds.length > 0);
}
