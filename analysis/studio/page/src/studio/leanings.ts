// Assumption ledgers that are waited for: they take runs of their own, and an event tells the end.

import type { StudioEvent } from "../studio_api";

interface Awaited {
  run: number;
  arm: string;
  ended(isThere: boolean): void;
}

export class Leanings {
  #awaited: Awaited[] = [];

  // False where its runs were stopped or failed.
  await(run: number, arm: string): Promise<boolean> {
    return new Promise((ended) => this.#awaited.push({ run, arm, ended }));
  }

  hear(event: StudioEvent): void {
    if (event.event === "leaning")
      this.#end((one) => one.run === event.run && one.arm === event.arm, true);
    else if (event.event === "stopped" || event.event === "failed")
      this.#end((one) => one.run === event.run, false);
  }

  #end(isMeant: (one: Awaited) => boolean, isThere: boolean): void {
    const meant = this.#awaited.filter(isMeant);
    this.#awaited = this.#awaited.filter((one) => !isMeant(one));
    meant.forEach((one) => one.ended(isThere));
  }
}
