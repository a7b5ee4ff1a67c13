// Reports for the tests to open: four arms at the scenario's own size or smaller, and one arm.
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { cxsim, numbers, scenario, scratchFolder } from "./program.mjs";

export const small = ["--people", 3000, "--days", 720, "--replications", 3];

// Made once where several scripts share a folder, which MADE names.
export async function makeReport(name, size = []) {
  const folder = path.join(process.env.MADE ?? scratchFolder(), [name, ...size].join("_"));
  const file = path.join(folder, "run.html");
  if (!existsSync(file)) {
    await mkdir(folder, { recursive: true });
    await cxsim(folder, "run", scenario(name), "-o", "run.h5", "--quiet", ...size);
    await cxsim(folder, "report", "run.h5", "-o", "run.html", "--quiet");
  }
  return {
    folder,
    file,
    url: pathToFileURL(file).href,
    compared: () => numbers(folder, "compare", "run.h5"),
    summed: () => numbers(folder, "summary", "run.h5"),
  };
}

// The views by their names in the navigation, and what stands at their head.
export const views = [
  { link: "Decision", name: "decision", heading: "The decision" },
  { link: "Journeys", name: "journeys", heading: "Journey map" },
  { link: "Outcomes", name: "outcomes", heading: "Outcomes" },
  { link: "Lives", name: "lives", heading: "Customers’ lives" },
];

export const linkTo = (page, view) =>
  page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view, exact: true });
export const headingOf = (page, { heading }) =>
  page.getByRole("main").getByRole("heading", { name: heading, exact: true, level: 2 });

export async function goTo(page, link) {
  await linkTo(page, link).click();
  await headingOf(page, views.find((view) => view.link === link)).waitFor();
}

// The card of an arm, opened: the best one's is from the start.
export async function cardOf(page, title) {
  const card = page.getByRole("article", { name: title, exact: true });
  const heading = card.getByRole("heading", { name: title, exact: true });
  await heading.waitFor();
  if (!(await card.getByRole("figure").first().isVisible())) await heading.click();
  await card.getByRole("figure").first().waitFor();
  return card;
}
