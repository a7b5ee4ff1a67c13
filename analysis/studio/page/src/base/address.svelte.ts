// What the address says after its hash: the view and what is chosen, "#view=journeys&arm=1&day=90".
// A copied address opens the same sight again, and the back button goes back a view.

export type Chosen = Record<string, string | number | string[] | null>;

// "#outcomes" alone is a view too.
export function chosenIn(hash: string): URLSearchParams {
  const text = hash.replace(/^#/, "");
  return new URLSearchParams(text === "" || text.includes("=") ? text : `view=${text}`);
}

// Changes some of what is chosen; null takes a key away.
export function changed(hash: string, values: Chosen): string {
  const chosen = chosenIn(hash);
  for (const [key, value] of Object.entries(values)) {
    chosen.delete(key);
    if (Array.isArray(value)) value.forEach((one) => chosen.append(key, one));
    else if (value !== null) chosen.set(key, String(value));
  }
  return `#${chosen}`;
}

function hashNow(): string {
  return typeof location === "undefined" ? "" : location.hash;
}

// Others write the hash too (the studio keeps its scenario there), so it is read before it is
// changed.
class Address {
  #hash = $state(hashNow());
  #chosen = $derived(chosenIn(this.#hash));
  view = $derived(this.#chosen.get("view") ?? "");

  constructor() {
    if (typeof window === "undefined") return;
    const reread = () => (this.#hash = hashNow());
    window.addEventListener("hashchange", reread);
    window.addEventListener("popstate", reread);
  }
  get(key: string): string | null {
    return this.#chosen.get(key);
  }
  getAll(key: string): string[] {
    return this.#chosen.getAll(key);
  }
  // Without a step in the history.
  set(values: Chosen) {
    history.replaceState(null, "", changed(hashNow(), values));
    this.#hash = hashNow();
  }
  // To another view, and back with the back button.
  go(view: string, values: Chosen = {}) {
    history.pushState(null, "", changed(hashNow(), { ...values, view }));
    this.#hash = hashNow();
  }
}
export const address = new Address();
