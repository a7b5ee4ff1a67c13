// What somebody fills in to add an intervention: what is asked for, and what is still missing.

import type { Catalogue, CatalogueKind, ScenarioControls } from "../studio_api";
import type { ArmDraft, Changes, Draft } from "./additions";
import { nameFor, withArm, withIntervention } from "./additions";

export type PlaceKey = keyof Catalogue["places"];
type KindControl = CatalogueKind["controls"][number];

export const NEW_ARM: ArmDraft = { name: "your_choice", title: "Your choice" };

const TIMING = ["start", "ramp", "duration", "half_life", "strength", "effectiveness"];
const COSTS = ["capex", "opex"];

// Its own numbers and what it costs; the rest has sliders once it is there.
export function askedNumbers(kind: CatalogueKind): { own: KindControl[]; costs: KindControl[] } {
  return {
    own: kind.controls.filter(({ key }) => ![...TIMING, ...COSTS].includes(key)),
    costs: kind.controls.filter(({ key }) => COSTS.includes(key)),
  };
}

const PLACES: Record<PlaceKey, string> = {
  departments: "Departments",
  touchpoints: "Touchpoints",
  journeys: "Journeys",
  root_causes: "Root causes",
  segments: "Segments",
  value_tiers: "Value of the customer",
};

export function askedPlaces({ scopes }: CatalogueKind): { key: PlaceKey; title: string }[] {
  return (Object.keys(PLACES) as PlaceKey[])
    .filter((key) => scopes.includes(key))
    .map((key) => ({ key, title: PLACES[key] }));
}

// As the others of the scenario, so that like begins with like.
export function usualStart(controls: ScenarioControls | null): number {
  const starts = (controls?.interventions ?? []).flatMap(({ controls }) =>
    controls.filter(({ key }) => key.endsWith(".start")).map(({ value }) => value),
  );
  return starts.length > 0 ? Math.min(...starts) : 0;
}

export function namesTaken(controls: ScenarioControls | null): string[] {
  return (controls?.interventions ?? []).map(({ name }) => name);
}

// A title that no arm has.
export function freeTitle(controls: ScenarioControls | null): string {
  const taken = (controls?.arms ?? []).map(({ title }) => title);
  for (let number = 1; ; number++) {
    const title = number === 1 ? NEW_ARM.title : `${NEW_ARM.title} ${number}`;
    if (!taken.includes(title)) return title;
  }
}

// An arm that is there, or a new one with a name that nothing else has.
export function armNamed(chosen: string, title: string, controls: ScenarioControls): ArmDraft {
  const known = controls.arms.find(({ name }) => name === chosen);
  if (known) return known;
  const taken = controls.arms.map(({ name }) => name);
  return { name: nameFor(title || NEW_ARM.title, taken), title: title || NEW_ARM.title };
}

export function changesWith(
  now: Changes,
  draft: Draft,
  arm: ArmDraft,
  controls: ScenarioControls,
  applied: readonly string[],
): Changes {
  const isThere = controls.arms.some(({ name }) => name === arm.name);
  const then = isThere ? now : withArm(now, arm, []);
  return withIntervention(then, draft, arm.name, isThere ? applied : []);
}

// What it would lack, in words for the form; "" if nothing.
export function lackOf(draft: Draft): string {
  const { kind, title, numbers, places, journey, remove } = draft;
  if (title.trim() === "") return "Give it a title.";
  if (kind.name === "journey_redesign" && (journey === "" || remove.length === 0))
    return "Choose the journey, and a touchpoint that is taken out of it.";
  if (kind.name === "cx_owner" && places.departments?.length !== 1)
    return "Choose the one department that becomes the owner.";
  const isBare = Object.keys(numbers).length === 0;
  if (kind.needs && isBare && askedNumbers(kind).own.length > 0)
    return "Set one of its own numbers at least: without it, it changes nothing.";
  return "";
}
