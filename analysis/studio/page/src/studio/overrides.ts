// What has been changed against the scenario file: keys and values as --set takes them, and the
// link that carries them.

export type Overrides = ReadonlyMap<string, string>;

export interface Link {
  scenario: string; // "" where the link names none
  overrides: Overrides;
  toml: string; // interventions, shocks and arms laid over the scenario; or ""
}

// The first equals sign outside quotes parts key and value.
function placeOfEquals(assignment: string): number {
  let quote = "";
  for (let i = 0; i < assignment.length; i++) {
    const c = assignment[i]!;
    if (quote) quote = c === quote ? "" : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === "=") return i;
  }
  return -1;
}

export function overridesOf(set: readonly string[]): Overrides {
  const overrides = new Map<string, string>();
  for (const assignment of set) {
    const equals = placeOfEquals(assignment);
    const key = assignment.slice(0, Math.max(equals, 0)).trim();
    if (key) overrides.set(key, assignment.slice(equals + 1).trim());
  }
  return overrides;
}

export function setOf(overrides: Overrides): string[] {
  return [...overrides].map(([key, value]) => `${key}=${value}`);
}

export function withOverride(
  overrides: Overrides,
  key: string,
  value: string | null, // null: as the scenario says
): Overrides {
  const changed = new Map(overrides);
  if (value === null) changed.delete(key);
  else changed.set(key, value);
  return changed;
}

export function sameOverrides(one: Overrides, other: Overrides): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

export function sameLinks(one: Link, other: Link): boolean {
  return (
    one.scenario === other.scenario &&
    one.toml === other.toml &&
    sameOverrides(one.overrides, other.overrides)
  );
}

// What the address carries, there and back: a copied address opens the same firm again.
export function inAddress({ scenario, overrides, toml }: Link) {
  return { scenario, set: setOf(overrides), toml: toml || null };
}

export function fromAddress(address: Pick<URLSearchParams, "getAll" | "get">): Link {
  return {
    scenario: address.get("scenario") ?? "",
    overrides: overridesOf(address.getAll("set")),
    toml: address.get("toml") ?? "",
  };
}

// A list of names in TOML, and back.
export function listText(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
}

export function namesIn(list: string): string[] {
  const found = list.match(/"(?:[^"\\]|\\.)*"|'[^']*'/g) ?? [];
  return found.map((text) =>
    text.startsWith("'") ? text.slice(1, -1) : (JSON.parse(text) as string),
  );
}
