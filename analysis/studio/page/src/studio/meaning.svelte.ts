// Which control's meaning is told at the moment, and beside what it stands.

import type { Control } from "../studio_api";

const LINGER = 250; // milliseconds in which the pointer may reach the words

class Meaning {
  control = $state.raw<Control | null>(null);
  beside = $state.raw<DOMRect | null>(null);
  #row: Element | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  tell(control: Control, row: Element): void {
    this.stay();
    this.control = control;
    this.#row = row;
    this.follow();
  }

  // The row may be scrolled, also out of sight.
  follow(): void {
    const place = this.#row?.getBoundingClientRect() ?? null;
    if (!place || place.bottom < 0 || place.top > window.innerHeight) this.hide();
    this.beside = place;
  }

  stay(): void {
    clearTimeout(this.#timer);
  }

  leave(): void {
    this.stay();
    this.#timer = setTimeout(() => this.hide(), LINGER);
  }

  hide(): void {
    this.stay();
    this.control = null;
  }
}

export const meaning = new Meaning();
