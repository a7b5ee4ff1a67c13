// Titles of outcomes as they are read alone; in a terminal's table parts stand under their whole.
import type { Content, Named } from "../content";
import { capital } from "./words";

const parts: Record<string, string> = {
  won_back: "won back, of those acquired",
  cost_to_serve_per_customer: "cost to serve, of all cost",
  wom_ratio: "good messages for each bad one",
};
const journeys = "journey_satisfied_share.";

export function outcomeTitle({ name, title }: Named, content: Pick<Content, "journeys">): string {
  if (name.startsWith(journeys)) {
    const journey = content.journeys.find((one) => one.name === name.slice(journeys.length));
    if (journey) return `Satisfied with journey: ${journey.title}`;
  }
  return capital(parts[name] ?? title.trim());
}
