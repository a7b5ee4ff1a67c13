import { expect, it } from "vitest";
import type { Content } from "../content";
import { viewNamed, viewsFor } from "./views";

const content = (decisions: number) => ({ decisions: Array(decisions).fill({}) }) as Content;

it("a report has no lessons", () => {
  expect(viewsFor(false).map((view) => view.name)).not.toContain("lessons");
  expect(viewsFor(true).map((view) => view.name)).toContain("lessons");
});

it("begins with the decision, where there is one", () => {
  expect(viewNamed("", viewsFor(false), content(1))).toBe("decision");
  expect(viewNamed("", viewsFor(false), content(0))).toBe("outcomes");
  expect(viewNamed("lessons", viewsFor(false), content(1))).toBe("decision");
  expect(viewNamed("map", viewsFor(false), content(1))).toBe("journeys");
  expect(viewNamed("lives", viewsFor(false), content(1))).toBe("lives");
});
