// Interventions, shocks and arms that somebody adds: tables of TOML, laid over the scenario as a
// file that extends it would be.

import type { CatalogueKind } from "../studio_api";
import { listText, namesIn, withOverride, type Overrides } from "./overrides";

export type List = "intervention" | "shock" | "arm";
export interface Table {
  list: List | ""; // "": whatever else a text holds
  name: string;
  text: string;
}
export interface Changes {
  toml: string;
  overrides: Overrides;
}
export interface ArmDraft {
  name: string;
  title: string;
}
export interface Draft extends ArmDraft {
  kind: CatalogueKind;
  start: number;
  numbers: Record<string, number>; // those that are not as the kind has them
  places: Record<string, string[]>; // where it acts, by the key of its scope; empty: everywhere
  journey: string; // that is redesigned, or ""
  remove: string[]; // touchpoints taken out of it
}

const HEADER = /^[ \t]*(?=\[\[[ \t]*(?:intervention|shock|arm)[ \t]*\]\])/m;

function tableOf(text: string): Table {
  const list = (/^\s*\[\[\s*(intervention|shock|arm)\s*\]\]/.exec(text)?.[1] ?? "") as List | "";
  const name = /^\s*name\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*')/m.exec(text)?.[1] ?? "";
  return { list, name: namesIn(name)[0] ?? "", text };
}

export function tablesIn(toml: string): Table[] {
  return toml.split(HEADER).filter((text) => text.trim() !== "").map(tableOf);
}

const textOf = (tables: readonly Table[]): string =>
  tables.map(({ text }) => `${text.trimEnd()}\n`).join("");

export function isAdded(toml: string, list: List, name: string): boolean {
  return tablesIn(toml).some((table) => table.list === list && table.name === name);
}

// A name made of a title, that nothing else has.
export function nameFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 40);
  const name = plain || "choice";
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}_${number}`;
    if (!taken.includes(tried)) return tried;
  }
}

export function interventionText(draft: Draft): string {
  const { kind, name, title, start, numbers, places, journey, remove } = draft;
  const lines = [
    `[[${kind.nature}]]`,
    `name = ${JSON.stringify(name)}`,
    `kind = ${JSON.stringify(kind.name)}`,
    `title = ${JSON.stringify(title)}`,
    `start = ${Math.round(start)}`,
    ...Object.entries(numbers).map(([key, value]) => `${key} = ${value}`),
    ...Object.entries(places)
      .filter(([, names]) => names.length > 0)
      .map(([key, names]) => `${key} = ${listText(names)}`),
  ];
  if (journey) lines.push(`journey = ${JSON.stringify(journey)}`);
  if (remove.length > 0) lines.push(`remove = ${listText(remove)}`);
  return `${lines.join("\n")}\n`;
}

export function armText({ name, title }: ArmDraft, apply: readonly string[]): string {
  const lines = ["[[arm]]", `name = ${JSON.stringify(name)}`, `title = ${JSON.stringify(title)}`];
  return `${[...lines, `apply = ${listText(apply)}`].join("\n")}\n`;
}

const APPLY = /^([ \t]*apply[ \t]*=[ \t]*)\[[^\]]*\]/m;

function applyIn(text: string): string[] {
  return namesIn(APPLY.exec(text)?.[0] ?? "");
}

function withApply(text: string, names: readonly string[]): string {
  const list = listText(names);
  const found = APPLY.test(text);
  return found
    ? text.replace(APPLY, (_, start: string) => start + list)
    : `${text.trimEnd()}\napply = ${list}\n`;
}

const isArm = (table: Table, name: string) => table.list === "arm" && table.name === name;
const keyOf = (arm: string) => `arm.${arm}.apply`;

export function withArm(now: Changes, arm: ArmDraft, apply: readonly string[]): Changes {
  const toml = textOf([...tablesIn(now.toml), tableOf(armText(arm, apply))]);
  return { toml, overrides: now.overrides };
}

// An arm that was added changes in its own table, an arm of the scenario by an override.
export function withIntervention(
  now: Changes,
  draft: Draft,
  arm: string,
  applied: readonly string[], // by that arm, up to now
): Changes {
  const tables = tablesIn(now.toml);
  const apply = [...applied, draft.name];
  const isOwn = tables.some((table) => isArm(table, arm)) && !now.overrides.has(keyOf(arm));
  const before = tables.filter(({ list }) => list !== "arm");
  const arms = tables
    .filter(({ list }) => list === "arm")
    .map((one) => (isOwn && isArm(one, arm) ? { ...one, text: withApply(one.text, apply) } : one));
  const added = tableOf(interventionText(draft));
  return {
    toml: textOf([...before, added, ...arms]),
    overrides: isOwn ? now.overrides : withOverride(now.overrides, keyOf(arm), listText(apply)),
  };
}

// With everything that was set in it; no arm applies it any more.
export function withoutTable(now: Changes, list: List, name: string): Changes {
  const left = tablesIn(now.toml).filter((one) => one.list !== list || one.name !== name);
  const start = `${list}.${name}.`;
  const kept = [...now.overrides].filter(([key]) => !key.startsWith(start));
  if (list === "arm") return { toml: textOf(left), overrides: new Map(kept) };
  const without = (names: readonly string[]) => names.filter((one) => one !== name);
  return {
    toml: textOf(
      left.map((one) => {
        if (one.list !== "arm" || !applyIn(one.text).includes(name)) return one;
        return { ...one, text: withApply(one.text, without(applyIn(one.text))) };
      }),
    ),
    overrides: new Map(
      kept.map(([key, value]) => {
        const isApply = /^arm\..*\.apply$/.test(key);
        return [key, isApply ? listText(without(namesIn(value))) : value];
      }),
    ),
  };
}
