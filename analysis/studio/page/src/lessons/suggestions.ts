// What to move next, and what to ask oneself before doing so.

import { inOrder, lastPart } from "../studio/control_order";
import { onSlider, stageName } from "../studio/control_value";
import type { Control, ScenarioControls } from "../studio_api";

export interface Suggestion {
  control: Control;
  to: number;
  ask: string;
}

const plain = (value: number): string => String(Number(value.toPrecision(4)));

interface Move {
  to: number;
  how: string;
}

// Twice as much, or half as much where twice is off the slider. A factor does nothing at 1, how
// much is done at 0.
function moved(control: Control): Move | null {
  const { value, low, high, unit, key } = control;
  if (unit === "stage")
    return value < high ? { to: value + 1, how: "more" } : { to: value - 1, how: "less" };
  const neutral = unit === "factor" && lastPart(key) !== "strength" ? 1 : 0;
  const effect = value - neutral;
  if (effect === 0) return null;
  const twice = neutral + 2 * effect;
  if (twice >= low && twice <= high) return { to: onSlider(control, twice), how: "twice as much" };
  return { to: onSlider(control, neutral + effect / 2), how: "half as much" };
}

function ofIntervention(title: string, controls: readonly Control[]): Suggestion | null {
  for (const control of inOrder(controls)) {
    const move = moved(control);
    if (!move) continue;
    const label = control.label.charAt(0).toLowerCase() + control.label.slice(1);
    const way = `${label} from ${plain(control.value)} to ${plain(move.to)}`;
    const ask = `What if “${title}” did ${move.how}? Move ${way}. Which arm feels it most?`;
    return { control, to: move.to, ask };
  }
  return null;
}

function ofStage(control: Control | undefined): Suggestion | null {
  if (!control || lastPart(control.key) !== "maturity_stage") return null;
  const to = control.value <= 3 ? Math.min(6, control.value + 2) : 2;
  const called = (stage: number) => `${plain(stage)} (${stageName(stage)})`;
  const way = `from ${called(control.value)} to ${called(to)}`;
  return { control, to, ask: `Would it be so in another firm? Move the maturity stage ${way}.` };
}

function ofSeed(control: Control | undefined): Suggestion | null {
  if (!control) return null;
  const to = control.value + 1;
  return { control, to, ask: `Was it chance? Take other luck: seed ${to}. What stays, what goes?` };
}

function ofDelay(title: string, controls: readonly Control[], days: number): Suggestion | null {
  const control = controls.find(({ key }) => lastPart(key) === "start");
  const to = (control?.value ?? 0) + 360;
  if (!control || to + 360 > days) return null;
  return { control, to, ask: `What does it cost to wait? Let “${title}” begin a year later.` };
}

export function suggestionsFor(written: ScenarioControls): Suggestion[] {
  const { interventions, company, simulation } = written;
  const named = (key: string) => simulation.find((control) => lastPart(control.key) === key);
  const first = interventions[0];
  const days = named("days")?.value ?? 0;
  return [
    ...interventions.slice(0, 2).map(({ title, controls }) => ofIntervention(title, controls)),
    ofStage(company[0]),
    first ? ofDelay(first.title, first.controls, days) : null,
    ofSeed(named("seed")),
  ].filter((suggestion) => suggestion !== null);
}
