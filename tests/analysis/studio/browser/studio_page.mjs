// The studio's page as a visitor's hands know it: its panel, its views, its numbers.
import { newPage } from "./browser.mjs";

export const small = ["--people", 1000, "--days", 720, "--replications", 3];
export const smallSet = small.flatMap((word, at) =>
  at % 2 === 0 ? ["--set", `simulation.${word.slice(2)}=${small[at + 1]}`] : []);

export async function openStudio(browser, link, how = {}) {
  const page = await newPage(browser, how);
  await page.goto(link);
  await upToDate(page);
  return page;
}

export const panelOf = (page) => page.getByRole("complementary", { name: "Controls of the studio" });
// Not by its role: in a narrow window the panel is closed.
export const stateOf = (page) => page.locator("#controls .state [role=status]");

export async function upToDate(page) {
  await stateOf(page).filter({ hasText: /^Up to date\.$/ }).waitFor({ state: "attached" });
  await page.locator("main[aria-busy=false]").waitFor();
}

export async function openGroup(page, title) {
  const group = panelOf(page).locator("details").filter({ has: page.locator("summary", { hasText: title }) });
  if (!(await group.evaluate((element) => element.open))) await group.locator("summary").click();
  return group;
}

// Types a value into the field of a control, and goes on.
export async function type(page, control, value) {
  const field = controlOf(page, control).locator("input.number");
  await field.fill(String(value));
  await field.press("Tab");
}
export const controlOf = (page, name) => panelOf(page).getByRole("group", { name, exact: true });

export async function pick(page, title) {
  await panelOf(page).getByRole("button", { name: "Choose another" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose a scenario" });
  await dialog.getByRole("button", { name: new RegExp(`^${title}`) }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("heading", { level: 1, name: title }).or(
    page.getByRole("heading", { level: 2, name: title })).first().waitFor({ state: "attached" });
}

// What is said of an arm after every change: four outcomes, as written.
export async function outcomesOf(page, arm) {
  const part = page.getByRole("region", { name: "What changed" });
  await part.getByRole("combobox").first().selectOption({ label: arm });
  const tiles = await part.locator(".tile").evaluateAll((all) =>
    all.map((tile) => [tile.querySelector("dt").innerText, tile.querySelector(".now").innerText]));
  return Object.fromEntries(tiles.map(([title, value]) => [title.trim(), value.trim()]));
}

export async function commandOf(page) {
  await openGroup(page, "Save and share");
  return panelOf(page).getByRole("textbox", { name: "The same on the command line" }).inputValue();
}
