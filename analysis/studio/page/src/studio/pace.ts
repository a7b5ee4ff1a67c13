// How large a run may be so that a change shows after about a second on this machine.

import type { ScenarioControls } from "../studio_api";
import { controlNamed } from "./controls";
import { withOverride, type Link, type Overrides } from "./overrides";

export interface Size {
  people: number;
  replications: number;
}

const SWIFT = 1; // seconds for which a class waits in silence
const SLOW = 1.3; // from here on it is worth some precision
const FEWEST = 3; // replications that still tell something of luck
const FEWEST_PEOPLE = 1000;
const KEYS = { people: "simulation.people", replications: "simulation.replications" } as const;

// Fewer replications first, and fewer people only where those do not do. Null where a run is swift
// enough, or as small as it should be.
export function swifter(size: Size, seconds: number): Size | null {
  if (seconds <= SLOW) return null;
  const wanted = Math.max(FEWEST, Math.floor((size.replications * SWIFT) / seconds));
  const replications = Math.min(size.replications, wanted);
  const left = (seconds * replications) / size.replications;
  const wanted_people =
    left > SLOW
      ? Math.max(FEWEST_PEOPLE, Math.floor((size.people * SWIFT) / left / 100) * 100)
      : size.people;
  const people = Math.min(size.people, wanted_people);
  if (replications === size.replications && people === size.people) return null;
  return { people, replications };
}

// What the scenario itself says.
export function ownSize(written: ScenarioControls | null): Size {
  const value = (key: string) => controlNamed(written, key)?.value ?? 0;
  return { people: value(KEYS.people), replications: value(KEYS.replications) };
}

export function withSize(overrides: Overrides, size: Size, own: Size): Overrides {
  const text = (key: keyof Size) => (size[key] === own[key] ? null : String(size[key]));
  const people = withOverride(overrides, KEYS.people, text("people"));
  return withOverride(people, KEYS.replications, text("replications"));
}

// Whether nothing but the size of the run is another.
export function differOnlyInSize(one: Link, other: Link): boolean {
  const rest = ({ overrides }: Link) =>
    JSON.stringify([...overrides].filter(([key]) => !isSize(key)).sort());
  return one.scenario === other.scenario && one.toml === other.toml && rest(one) === rest(other);
}

const isSize = (key: string): boolean => key === KEYS.people || key === KEYS.replications;

export interface Situation {
  is_projected: boolean;
  is_lesson: boolean; // shown, or under way
  is_revealed: boolean;
  is_tried: boolean; // something was moved, or is about to be
}

// In class a change must show at once. A lesson's verdicts rest on the scenario's own size: what
// is tried after its reveal does not.
export function chosenBySelf(situation: Situation): boolean {
  if (situation.is_lesson) return situation.is_revealed && situation.is_tried;
  return situation.is_projected;
}
