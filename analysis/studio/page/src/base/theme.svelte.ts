// Light or dark: what the reader's system prefers until they choose; light in print.
import { flushSync } from "svelte";

export type ThemeChoice = "system" | "light" | "dark";

const ask = (query: string) => (typeof matchMedia === "function" ? matchMedia(query) : null);
const prefersDark = ask("(prefers-color-scheme: dark)");
const forPrint = ask("print");

class Theme {
  choice = $state<ThemeChoice>("system");
  systemIsDark = $state(prefersDark?.matches ?? false);
  printing = $state(forPrint?.matches ?? false);
  projector = $state(false);
  // What is on the screen now; canvases redraw when it changes.
  shown = $derived<"light" | "dark">(
    !this.printing && (this.choice === "system" ? this.systemIsDark : this.choice === "dark")
      ? "dark"
      : "light",
  );
}
export const theme = new Theme();

function show() {
  if (typeof document === "undefined") return;
  document.documentElement.dataset.theme = theme.shown;
  document.documentElement.toggleAttribute("data-projector", theme.projector);
}

export function chooseTheme(choice: ThemeChoice) {
  theme.choice = choice;
  show();
}
export function setProjector(on: boolean) {
  theme.projector = on;
  show();
}

prefersDark?.addEventListener("change", (event) => {
  theme.systemIsDark = event.matches;
  show();
});
forPrint?.addEventListener("change", (event) => setPrinting(event.matches));
// The browser prints what stands there when this returns.
export function setPrinting(on: boolean) {
  if (theme.printing === on) return;
  theme.printing = on;
  show();
  flushSync();
}
show();
