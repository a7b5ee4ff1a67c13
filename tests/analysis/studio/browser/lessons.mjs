// The lessons as a newcomer takes them: found by their titles, predicted, revealed, explained; once
// by mouse, once by keyboard alone. Before the reveal nothing gives the answer away.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { assertNothingFetchedBut, assertSilent, closePage, newPage, openBrowser } from "./browser.mjs";
import { pressOn, tabTo } from "./keyboard.mjs";
import { inTurn } from "./in_turn.mjs";
import { cxsim, numbers, scratchFolder, startStudio } from "./program.mjs";
import { goTo, linkTo } from "./reports.mjs";
import { openGroup, openStudio, panelOf, pick, upToDate } from "./studio_page.mjs";
import { assertWrites } from "./tables.mjs";

const title = "The chatbot bet";
const folder = scratchFolder();
const test = inTurn();
let browser, studio, page, promises;

before(async () => {
  browser = await openBrowser();
  studio = await startStudio();
  page = await openStudio(browser, studio.link);
  await cxsim(folder, "run", "03_chatbot_bet", "-o", "run.h5", "--quiet");
  promises = Object.values(await numbers(folder, "compare", "run.h5", "--expect"));
});
after(async () => {
  await browser?.close();
  if (studio?.isRunning()) await studio.stop("SIGKILL");
});

const main = (on) => on.getByRole("main");
const step = (on, name) => main(on).getByRole("heading", { level: 3, name, exact: true });
const button = (on, name) => main(on).getByRole("button", { name, exact: true });
const questions = (on) => main(on).getByRole("group", { name: /^(What becomes|How high)/ });

async function assertHidden(on) {
  assert.equal(await main(on).getByRole("article").count(), 0);
  assert.equal(await on.getByRole("region", { name: "What changed" }).count(), 0);
  for (const view of ["Decision", "Journeys", "Outcomes", "Lives"]) {
    await linkTo(on, view).click();
    await main(on).getByText("The lesson hides the results").waitFor();
    assert.equal(await main(on).getByRole("figure").count(), 0, view);
    await button(on, "Back to the lesson").click();
    await step(on, "Your prediction").waitFor();
  }
}

test("by mouse: the lesson is found by its title and asks its question", async () => {
  await pick(page, title);
  await panelOf(page).getByRole("button", { name: "Take it as a lesson" }).click();
  await step(page, "The question").waitFor();
  await main(page).getByText("Does the operator earn more, and do its customers stay?").waitFor();
  await main(page).getByText("technology makes the experience").waitFor();
});

test("by mouse: every promise is predicted before anything is shown", async () => {
  await button(page, "Predict").click();
  await step(page, "Your prediction").waitFor();
  assert.equal(await questions(page).count(), promises.length);
  await assertHidden(page);
  for (const question of await questions(page).all()) {
    await question.getByText("It goes up").click();
    await question.getByText("Fairly sure").click();
  }
  const sizes = main(page).getByRole("slider", { name: "How much, if you like" });
  await sizes.first().fill("1");
});

test("by mouse: the reveal puts beside it what was found, as cxsim compare --expect says", async () => {
  await button(page, "Reveal").click();
  await step(page, "What was found").waitFor();
  const found = main(page).locator("dl").filter({ hasText: "Found" });
  await found.first().waitFor();
  const texts = await found.allInnerTexts();
  assert.equal(texts.length, promises.length);
  promises.forEach(({ mean, outcome }, at) => {
    assert.match(texts[at], /You\s+it goes up.*fairly sure/);
    const said = /([+−][\d.,]+ ?(pp)?)/.exec(texts[at].split("Found")[1]);
    assertWrites(said[1], mean, outcome);
  });
  await main(page).getByText("As you said.").first().waitFor();
  await main(page).getByText("Otherwise than you said").first().waitFor();
});

test("by mouse: the explanation says why, and leads to the views", async () => {
  await button(page, "Why?").click();
  await step(page, "Why it came so").waitFor();
  const signs = await main(page).getByText("(so it is here)").count();
  assert.equal(signs, promises.filter(({ verdict }) => verdict === "holds").length);
  await main(page).getByRole("heading", { name: "Where the model may be wrong" }).waitFor();
  await button(page, "Journey map").click();
  await main(page).getByRole("heading", { name: "Journey map" }).waitFor();
  await linkTo(page, "Lessons").click();
  await button(page, "Now try").click();
  await step(page, "Now try").waitFor();
});

test("by mouse: something is moved, and the lesson says what still holds", async () => {
  await button(page, "Move it").first().click();
  await main(page).getByRole("heading", { name: "Does it still hold?" }).waitFor();
  await upToDate(page);
  await main(page).getByText(/^(still so|not so any more|so it is now|not so, as before)$/).first().waitFor();
  await button(page, "Move it back").click();
  await upToDate(page);
  await button(page, "Begin again").click();
  await step(page, "The question").waitFor();
});

test("by keyboard alone: from the link to the explanation", async () => {
  const fresh = await newPage(browser);
  await fresh.goto(studio.link);
  await panelOf(fresh).getByRole("button", { name: "Choose another" }).waitFor();
  await pressOn(fresh, panelOf(fresh).getByRole("button", { name: "Choose another" }));
  await pressOn(fresh, fresh.getByRole("dialog").getByRole("button", { name: new RegExp(`^${title}`) }));
  await pressOn(fresh, panelOf(fresh).getByRole("button", { name: "Take it as a lesson" }));
  await step(fresh, "The question").waitFor();
  await pressOn(fresh, button(fresh, "Predict"));
  await step(fresh, "Your prediction").waitFor();
  for (const question of await questions(fresh).all()) {
    await tabTo(fresh, question.getByRole("radio", { name: "It goes up" }));
    await fresh.keyboard.press("Space");
    await fresh.keyboard.press("ArrowDown");
    await fresh.keyboard.press("ArrowDown");
    assert.ok(await question.getByRole("radio", { name: "It goes down" }).isChecked());
  }
  await pressOn(fresh, button(fresh, "Reveal"));
  await main(fresh).getByText("Found", { exact: true }).first().waitFor();
  await fresh.keyboard.press("PageDown");
  await pressOn(fresh, button(fresh, "Why?"));
  await step(fresh, "Why it came so").waitFor();
  assertSilent(fresh);
  await closePage(fresh);
});

test("for a class: one thing after the other, hands are counted, keys turn the pages", async () => {
  await page.keyboard.press("F8");
  const slide = page.getByRole("dialog", { name: title });
  await slide.waitFor();
  const part = () => slide.getByRole("heading", { level: 3 }).innerText();
  assert.match(await part(), /The question.*1 of 3/s);
  for (const next of [/2 of 3/, /3 of 3/, /Your prediction.*1 of 6/s]) {
    await page.keyboard.press("PageDown");
    assert.match(await part(), next);
  }
  const more = slide.getByRole("button", { name: "One hand more for: It goes down" });
  for (let hands = 0; hands < 3; ++hands) await more.click();
  assert.equal(await slide.getByRole("status", { name: "Hands for: It goes down" }).innerText(), "3");
  for (let more = 0; more < 6; ++more) await page.keyboard.press("PageDown");
  assert.match(await part(), /What was found/);
  await slide.getByText("3 it goes down").waitFor();
  await page.keyboard.press("PageUp");
  assert.match(await part(), /Your prediction.*6 of 6/s);
  await page.keyboard.press("Escape");
  await slide.waitFor({ state: "detached" });
});

test("all fourteen lessons open, ask, and give nothing away", async () => {
  await panelOf(page).getByRole("button", { name: "Choose another" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose a scenario" });
  const entries = dialog.getByRole("region", { name: "Lessons", exact: true }).getByRole("listitem");
  const titles = await entries.locator("strong").allInnerTexts();
  const asked = await entries.locator(".question").allInnerTexts();
  assert.equal(titles.length, 14);
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  for (const [at, lesson] of titles.entries()) {
    await pick(page, lesson);
    await linkTo(page, "Lessons").click();
    await step(page, "The question").waitFor();
    const question = main(page).getByText(asked[at].slice(0, 30)).first();
    await question.waitFor();
    await button(page, "Predict").click();
    await questions(page).first().waitFor();
    assert.equal(await main(page).getByRole("figure").count(), 0, lesson);
    assert.equal(await main(page).getByText(/^Found$/).count(), 0, lesson);
    assert.equal(await page.getByRole("region", { name: "What changed" }).count(), 0, lesson);
    await openGroup(page, "Save and share");
    const save = panelOf(page).getByRole("button", { name: "Report", exact: true });
    assert.ok(await save.isDisabled(), lesson);
  }
});

test("a scenario that promises nothing points to the lessons", async () => {
  await pick(page, "Two investments");
  await linkTo(page, "Lessons").click();
  await main(page).getByText("promises nothing that could be predicted").waitFor();
  await button(page, "Sorry, twice").click();
  await step(page, "The question").waitFor();
  await goTo(page, "Journeys");
  assertNothingFetchedBut(page, `${studio.address}/`);
});

test("the console stays silent", () => assertSilent(page));

test("the studio lives, and ends on Ctrl-C", async () => {
  assert.ok(studio.isRunning());
  assert.equal((await studio.stop("SIGINT")).status, 130);
});
