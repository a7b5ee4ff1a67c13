// What lies between two settings of a scenario, in words: "Maturity stage 2 → 3".

import { capital } from "../base/words";
import type { Control, ScenarioControls } from "../studio_api";
import { tablesIn, type Changes, type List } from "./additions";
import { valueInWords, valueOfText } from "./control_value";
import { appliedIn, controlNamed } from "./controls";
import { namesIn } from "./overrides";

export interface Change {
  what: string;
  from: string; // "" where `to` says all
  to: string;
}

interface Told {
  written: ScenarioControls | null; // as the scenario says
  now: ScenarioControls | null;
}

const titleOf = (name: string, ...lists: (readonly { name: string; title: string }[])[]): string =>
  lists.flat().find((one) => one.name === name)?.title || name;

function ownerOf(key: string, controls: ScenarioControls): string {
  const one = controls.interventions.find(({ controls }) => controls.some((c) => c.key === key));
  return one ? `${one.title}: ` : "";
}

function ofControl(control: Control, texts: [string?, string?], { written, now }: Told): Change {
  const own = controlNamed(written, control.key) ?? control;
  const words = (text: string | undefined) =>
    valueInWords(
      control,
      text === undefined ? own.value : valueOfText(text),
      now?.start_date ?? "",
    );
  const from = words(texts[0]);
  const to = words(texts[1]);
  const bare = to.endsWith(` ${control.unit}`) ? from.replace(` ${control.unit}`, "") : from;
  const label = now ? ownerOf(control.key, now) + control.label : control.label;
  return from === to ? { what: "", from, to } : { what: capital(label), from: bare, to };
}

// "does A and no longer B"
function ofArm(arm: string, texts: [string?, string?], { written, now }: Told): Change {
  const [before, after] = texts.map((text) =>
    text === undefined ? appliedIn(written, arm) : namesIn(text),
  ) as [string[], string[]];
  const title = (name: string) => `“${titleOf(name, now?.interventions ?? [])}”`;
  const begun = after.filter((name) => !before.includes(name)).map(title);
  const ended = before.filter((name) => !after.includes(name)).map(title);
  const said = [
    begun.length > 0 ? `does ${begun.join(" and ")}` : "",
    ended.length > 0 ? `no longer does ${ended.join(" and ")}` : "",
  ].filter(Boolean);
  return { what: titleOf(arm, now?.arms ?? []), from: "", to: said.join(", ") };
}

function ofKey(key: string, texts: [string?, string?], told: Told): Change {
  const arm = /^arm\.(.*)\.apply$/.exec(key)?.[1];
  if (arm !== undefined) return ofArm(arm, texts, told);
  const control = controlNamed(told.now, key) ?? controlNamed(told.written, key);
  if (control) return ofControl(control, texts, told);
  const [from, to] = texts.map((text) => text ?? "as the scenario says") as [string, string];
  return { what: key, from, to };
}

const NOUNS: Record<List, string> = { intervention: "Intervention", shock: "Shock", arm: "Arm" };

function titleIn(text: string, name: string): string {
  const written = /^\s*title\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*')/m.exec(text)?.[1] ?? "";
  return namesIn(written)[0] ?? name;
}

function ofTables(before: string, after: string): Change[] {
  const [old, young] = [tablesIn(before), tablesIn(after)];
  const missing = (from: typeof old, those: typeof old) =>
    from.filter((one) => !those.some(({ list, name }) => list === one.list && name === one.name));
  const told = (to: string) => (one: (typeof old)[number]) => ({
    what: `${one.list ? NOUNS[one.list] : "Settings"} “${titleIn(one.text, one.name)}”`,
    from: "",
    to,
  });
  return [
    ...missing(young, old).map(told("added")),
    ...missing(old, young).map(told("taken away")),
  ];
}

export function changesBetween(before: Changes, after: Changes, told: Told): Change[] {
  const keys = new Set([...before.overrides.keys(), ...after.overrides.keys()]);
  const moved = [...keys].filter((key) => before.overrides.get(key) !== after.overrides.get(key));
  const tables = ofTables(before.toml, after.toml);
  const gone = tablesIn(before.toml).filter(
    (one) => !tablesIn(after.toml).some(({ list, name }) => list === one.list && name === one.name),
  );
  const isGone = (key: string) => gone.some(({ list, name }) => key.startsWith(`${list}.${name}.`));
  const keyed = moved
    .filter((key) => !isGone(key))
    .map((key) => ofKey(key, [before.overrides.get(key), after.overrides.get(key)], told));
  return [...tables, ...keyed].filter(({ what, to }) => what !== "" && to !== "");
}

export function changeInWords({ what, from, to }: Change): string {
  return from === "" ? `${what} ${to}` : `${what} ${from} → ${to}`;
}
