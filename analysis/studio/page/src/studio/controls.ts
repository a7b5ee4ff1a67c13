// Finds its way in the controls of a scenario.

import type { Control, ScenarioControls } from "../studio_api";

export function everyControl(controls: ScenarioControls): Control[] {
  const { simulation, company, interventions } = controls;
  return [simulation, company, ...interventions.map((one) => one.controls)].flat();
}

export function controlNamed(controls: ScenarioControls | null, key: string): Control | null {
  return (controls && everyControl(controls).find((control) => control.key === key)) ?? null;
}

export function appliedIn(controls: ScenarioControls | null, arm: string): string[] {
  return controls?.arms.find(({ name }) => name === arm)?.apply ?? [];
}

// As the scenario lists its interventions.
export function inScenarioOrder(controls: ScenarioControls | null, names: string[]): string[] {
  const order = controls?.interventions.map(({ name }) => name) ?? [];
  return [...names].sort((one, other) => order.indexOf(one) - order.indexOf(other));
}
