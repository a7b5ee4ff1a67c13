// The source of one run of the studio: its server is asked for what is wanted, and only once.
import type { Content, Customers, Leaning, Life } from "../content";
import type { Source } from "../source";

// Who asks the server. The ledger takes runs of its own: leaning begins them and waits.
export interface Asks {
  content(run: number): Promise<Content>;
  customers(run: number, people: number): Promise<Customers | null>;
  lives(run: number): Promise<Life[]>;
  life(run: number, person: number): Promise<Life>;
  leaning(run: number, arm: string): Promise<Leaning | null>;
}

export function studioSource(run: number, asks: Asks): Source {
  const answers = new Map<string, Promise<unknown>>();
  // What failed is asked again.
  function once<T>(what: string, ask: () => Promise<T>): Promise<T> {
    const known = answers.get(what) as Promise<T> | undefined;
    if (known) return known;
    const answer = ask();
    answers.set(what, answer);
    answer.catch(() => answers.delete(what));
    return answer;
  }
  return {
    is_live: true,
    content: () => once("content", () => asks.content(run)),
    customers: (people) => once(`customers ${people}`, () => asks.customers(run, people)),
    lives: () => once("lives", () => asks.lives(run)),
    life: (person) => once(`life ${person}`, () => asks.life(run, person)),
    leaning: (arm) => once(`leaning ${arm}`, () => asks.leaning(run, arm)),
  };
}
