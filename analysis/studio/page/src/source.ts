// Where a view gets what is not in the content: out of the report itself, or from the studio.
import type { Content, Customers, Leaning, Life } from "./content";

export interface Source {
  is_live: boolean; // the studio: anything can be asked for
  content(): Promise<Content>;
  customers(people: number): Promise<Customers | null>;
  lives(): Promise<Life[]>; // a few that differ
  life(person: number): Promise<Life>; // anybody in the studio; in a report one of lives()
  leaning(arm: string): Promise<Leaning | null>; // in the studio it takes runs of its own
}

// What every view is given.
export interface ViewProps {
  content: Content;
  source: Source;
}
