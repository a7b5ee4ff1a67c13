// How the studio looks: every view, panel and step of a lesson, wide and narrow, light and dark.
import { after, before } from "node:test";
import { openBrowser } from "./browser.mjs";
import { testEveryLook } from "./looks.mjs";
import { startStudio } from "./program.mjs";
import { goTo, linkTo, views } from "./reports.mjs";
import { controlOf, openGroup, panelOf, pick, small, stateOf, type, upToDate } from "./studio_page.mjs";

let browser, studio;
const fromAfar = 15; // pixels of the smallest letters on a projector

before(async () => {
  browser = await openBrowser();
  studio = await startStudio("03_chatbot_bet", ...small);
});
after(async () => {
  await browser?.close();
  await studio?.stop();
});

testEveryLook("studio", () => browser, async (page, looks) => {
  await page.goto(studio.link);
  await upToDate(page);
  await lookAtViews(page, looks);
  await lookAtControls(page, looks);
  await lookAtLesson(page, looks);
  await lookAtProjector(page, looks);
});

const button = (page, name) => page.getByRole("button", { name, exact: true });

// Narrow windows begin without the panel.
async function showPanel(page, on) {
  const controls = button(page, "Controls");
  if (((await controls.getAttribute("aria-expanded")) === "true") !== on) await controls.click();
}

async function lookAtViews(page, looks) {
  for (const { link, name } of views) {
    await goTo(page, link);
    if (name === "journeys") await button(page, "Pause").click();
    if (name === "lives") await page.getByText(/^Life 1 of/).waitFor();
    await looks.at(name);
  }
}

async function lookAtControls(page, looks) {
  await showPanel(page, true);
  await goTo(page, "Decision");
  const titles = ["The firm's stage", "Who does what", "A bot answers first", "People, days and luck"];
  for (const title of [...titles, "Save and share"]) await openGroup(page, title);
  await type(page, "Technology", 0.3);
  await upToDate(page);
  await looks.at("controls");
  await type(page, "People", -5);
  await controlOf(page, "People").getByText(/found -5/).waitFor();
  await looks.at("problem");
  await openGroup(page, "People, days and luck");
  await type(page, "People", 1000);
  await panelOf(page).getByRole("button", { name: "Choose another" }).click();
  await page.getByRole("dialog", { name: "Choose a scenario" }).waitFor();
  await looks.at("picker", { whole: false });
  await page.keyboard.press("Escape");
  await controlOf(page, "Technology").getByRole("slider").focus();
  await looks.at("meaning", { whole: false });
  await openGroup(page, "Every lever of the firm");
  await looks.at("levers");
  await button(page, "Reset all").click();
}

async function lookAtLesson(page, looks) {
  await pick(page, "Sorry, twice");
  await openGroup(page, "People, days and luck");
  for (const [control, value] of [["People", 1000], ["Days", 720], ["Replications", 3]])
    await type(page, control, value);
  await showPanel(page, looks.width > 390);
  await linkTo(page, "Lessons").click();
  await button(page, "Predict").waitFor();
  await looks.at("lesson-question");
  await button(page, "Predict").click();
  const main = page.getByRole("main");
  for (const answer of await main.getByText("It goes up").all()) await answer.click();
  for (const sure of await main.getByText("Fairly sure").all()) await sure.click();
  await looks.at("lesson-prediction");
  await linkTo(page, "Outcomes").click();
  await button(page, "Back to the lesson").waitFor();
  await looks.at("lesson-hides");
  await button(page, "Back to the lesson").click();
  await button(page, "Reveal").click();
  await main.getByText("Found", { exact: true }).first().waitFor();
  await looks.at("lesson-reveal");
  await button(page, "Why?").click();
  await looks.at("lesson-explanation");
  await button(page, "Now try").click();
  await main.getByRole("button", { name: "Move it" }).first().click();
  await upToDate(page);
  await looks.at("lesson-try");
}

async function lookAtProjector(page, looks) {
  await button(page, "Begin again").click();
  await page.keyboard.press("F8");
  const slide = page.getByRole("dialog", { name: "Sorry, twice" });
  const smallest = looks.width > 390 ? fromAfar : undefined;
  for (const name of ["question", "idea", "arms", "prediction"]) {
    await slide.waitFor();
    await looks.at(`projected-${name}`, { whole: false, smallest });
    await page.keyboard.press("PageDown");
  }
  await page.keyboard.press("Escape");
  await slide.waitFor({ state: "detached" });
  if (looks.width === 390) return; // nobody projects a telephone's width
  await button(page, "Leave the lesson").click();
  await button(page, "Projector").first().click();
  await showPanel(page, false);
  for (const { link, name } of views) {
    await goTo(page, link);
    if (name === "journeys") await button(page, "Pause").click();
    await looks.at(`large-${name}`, { whole: false });
  }
}
