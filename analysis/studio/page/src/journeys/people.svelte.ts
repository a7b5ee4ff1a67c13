// The people of the sample, asked for when a content arrives and unpacked arm by arm when shown.
import type { Content, Customers, JourneyMap } from "../content";
import type { Source } from "../source";
import { crowdsOf } from "./crowd";
import { sceneOf, type Scene } from "./scene";
import { unpack, type Tracks } from "./tracks";

const peopleAsked = 15_000;

export class People {
  isAsked = $state(false);
  problem = $state("");
  #found = $state.raw<{ content: Content; customers: Customers | null } | null>(null);
  #unpacked = new WeakMap<Customers, Map<number, Tracks>>();

  // Of this content; null while they are asked for, and where there are none.
  customersOf(content: Content): Customers | null {
    const found = this.#found?.content === content ? this.#found.customers : null;
    const customers = content.customers ?? found;
    const fits = customers?.links === content.map.links.length;
    return fits && customers.arms.length === content.arms.length ? customers : null;
  }
  tracksOf(content: Content, arm: number): Tracks | null {
    const customers = this.customersOf(content);
    if (!customers) return null;
    let arms = this.#unpacked.get(customers);
    if (!arms) this.#unpacked.set(customers, (arms = new Map<number, Tracks>()));
    let tracks = arms.get(arm);
    if (!tracks) arms.set(arm, (tracks = unpack(customers, arm, content.map)));
    return tracks;
  }
  // Seats are laid out for the crowds of the baseline, so that all arms compare; on the map as it
  // is drawn.
  sceneOf(content: Content, drawn: JourneyMap): Scene {
    const baseline = this.tracksOf(content, 0);
    return sceneOf(drawn, baseline ? crowdsOf(content.map, [baseline], content.days) : []);
  }

  // Call it in an effect; gives what to do when the content changes.
  ask(content: Content, source: Source, onarrival: () => void) {
    let isStale = false;
    this.isAsked = true;
    this.problem = "";
    const isHere = content.customers !== null;
    (isHere ? Promise.resolve(content.customers) : source.customers(peopleAsked))
      .then((customers) => {
        if (isStale) return;
        this.#found = { content, customers };
        if (customers) onarrival();
      })
      .catch((problem: unknown) => {
        if (!isStale) this.problem = problem instanceof Error ? problem.message : String(problem);
      })
      .finally(() => {
        if (!isStale) this.isAsked = false;
      });
    return () => {
      isStale = true;
    };
  }
}
