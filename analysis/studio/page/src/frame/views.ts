// The views there are, and which of them an address means.
import type { Content } from "../content";

export type ViewName = "decision" | "journeys" | "outcomes" | "lives" | "lessons";
export interface View {
  name: ViewName;
  title: string;
}

const reported: View[] = [
  { name: "decision", title: "Decision" },
  { name: "journeys", title: "Journeys" },
  { name: "outcomes", title: "Outcomes" },
  { name: "lives", title: "Lives" },
];

export function viewsFor(isStudio: boolean): View[] {
  return isStudio ? [...reported, { name: "lessons", title: "Lessons" }] : reported;
}

// Without an address: the decision, where there is one to take.
export function viewNamed(name: string, views: View[], content: Content | null): ViewName {
  const known = name === "map" ? "journeys" : name;
  const found = views.find((view) => view.name === known);
  if (found) return found.name;
  return content === null || content.decisions.length > 0 ? "decision" : "outcomes";
}
