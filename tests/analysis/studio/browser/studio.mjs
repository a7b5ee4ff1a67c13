// The studio as a curious visitor uses it: everything that can be moved is moved, and what comes of
// it is what the command line says.
import assert from "node:assert/strict";
import path from "node:path";
import { copyFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import test, { after, before } from "node:test";
import {
  assertNothingFetchedBut, assertSilent, closePage, newPage, openBrowser,
} from "./browser.mjs";
import { cxsim, inShell, numbers, scratchFolder, startStudio } from "./program.mjs";
import { cardOf, goTo, headingOf, views } from "./reports.mjs";
import {
  commandOf, controlOf, openGroup, openStudio, outcomesOf, panelOf, pick,
  small, smallSet, stateOf, type, upToDate,
} from "./studio_page.mjs";
import { assertWrites, downloaded } from "./tables.mjs";

let browser, studio, page;
const folder = scratchFolder();

before(async () => {
  browser = await openBrowser();
  studio = await startStudio("03_chatbot_bet", ...small);
  page = await openStudio(browser, studio.link);
});
after(async () => {
  await browser?.close();
  if (studio?.isRunning()) await studio.stop("SIGKILL");
});

// The same on the command line, as compare and summary tell it.
let runs = 0;
async function onCommandLine(scenario, ...set) {
  const file = `run${++runs}.h5`;
  await cxsim(folder, "run", scenario, ...smallSet, ...set, "-o", file, "--quiet");
  return resultsOf(file);
}
async function resultsOf(file) {
  const compared = await numbers(folder, "compare", file);
  const summed = await numbers(folder, "summary", file);
  return { compared: compared.arms, summed: summed.arms, file };
}

async function assertShows({ compared, summed }, arm) {
  const shown = await outcomesOf(page, compared[arm].title);
  assertWrites(shown.NPV, compared[arm].outcomes.npv.difference.mean, "NPV");
  assertWrites(shown.NPS, summed[arm].nps_true.mean, "NPS");
  assertWrites(shown.Churn, summed[arm].churn_rate.mean, "churn");
  assertWrites(shown.Revenue, summed[arm].revenue.mean, "revenue");
}

test("the link lets in, shows the first results, and the token leaves the address", async () => {
  assert.doesNotMatch(page.url(), /token/);
  await headingOf(page, views[0]).waitFor();
  assert.match(await page.title(), /^The chatbot bet/);
  await assertShows(await onCommandLine("03_chatbot_bet"), "bot_alone");
});

test("without the token nobody is let in, and is told what to do", async () => {
  const stranger = await newPage(browser);
  const answer = await stranger.goto(studio.address);
  assert.equal(answer.status(), 403);
  assert.match(await stranger.locator("body").innerText(), /cxsim studio/);
  await closePage(stranger);
});

test("a slider moved by keys runs again at once, with the numbers of the command line", async () => {
  await openGroup(page, "A bot answers first");
  const slider = controlOf(page, "Technology").getByRole("slider");
  await slider.focus();
  for (let presses = 0; presses < 5; ++presses) await slider.press("ArrowLeft");
  const value = await slider.inputValue();
  assert.notEqual(value, "0.6");
  await upToDate(page);
  const told = await onCommandLine("03_chatbot_bet", "--set", `intervention.bot.technology=${value}`);
  await assertShows(told, "bot_alone");
  await assertShows(told, "bot_and_culture");
  await page.getByRole("region", { name: "What changed" }).getByText(/better|worse/).first().waitFor();
});

test("what was changed can be put back", async () => {
  const before = await outcomesOf(page, "The bot");
  await controlOf(page, "Technology").getByRole("button", { name: /^Reset/ }).click();
  await upToDate(page);
  assert.equal(await controlOf(page, "Technology").getByRole("slider").inputValue(), "0.6");
  assert.notDeepEqual(await outcomesOf(page, "The bot"), before);
});

test("people, days, seed and stage do what the command line does", async () => {
  await openGroup(page, "People, days and luck");
  await type(page, "Seed", 7);
  await type(page, "People", 800);
  await type(page, "Maturity stage", 4);
  await upToDate(page);
  const set = ["simulation.seed=7", "simulation.people=800", "company.maturity_stage=4"];
  await assertShows(
    await onCommandLine("03_chatbot_bet", ...set.flatMap((one) => ["--set", one])), "culture_alone");
});

test("every switch of who does what changes its arm", async () => {
  const region = panelOf(page).getByRole("region", { name: "Switches for each arm" });
  const switches = region.getByRole("switch");
  assert.equal(await switches.count(), 6);
  for (const one of await switches.all()) {
    const was = await one.isChecked();
    await one.setChecked(!was);
    assert.match(decodeURIComponent(page.url()), /arm\.\w+\.apply=/);
    await one.setChecked(was);
  }
  await region.getByRole("switch", { name: "A bot answers first in The culture" }).check();
  await upToDate(page);
  const { NPV } = await outcomesOf(page, "The culture");
  assert.equal(NPV, (await outcomesOf(page, "The bot in a customer-centric firm")).NPV);
  const told = await inShell(folder, `${await commandOf(page)} -o switched.h5 --quiet && echo done`);
  assert.match(told, /done/);
  await assertShows(await resultsOf("switched.h5"), "culture_alone");
});

test("a wrong value says what is wrong and what to do, and nothing is lost", async () => {
  const before = await outcomesOf(page, "The bot");
  await type(page, "People", -5);
  const field = controlOf(page, "People").locator("input.number");
  await controlOf(page, "People").getByText(/Expected a whole number.*found -5/).waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.match(await stateOf(page).innerText(), /Not run/);
  assert.deepEqual(await outcomesOf(page, "The bot"), before);
  await type(page, "People", 800);
  await upToDate(page);
  assert.equal(await field.getAttribute("aria-invalid"), "false");
});

test("a long run shows how far it is, and Stop stops it", async () => {
  await type(page, "People", 100_000);
  const bar = panelOf(page).getByRole("progressbar", { name: "Run" });
  await page.waitForFunction(() => {
    const run = document.querySelector("[role=progressbar][aria-label=Run]");
    const done = Number(run.getAttribute("aria-valuenow"));
    return done > 0 && done < 100;
  });
  await panelOf(page).getByRole("button", { name: "Stop" }).click();
  await stateOf(page).filter({ hasText: "Stopped." }).waitFor();
  assert.equal(await bar.getAttribute("aria-valuetext"), "nothing under way");
  await type(page, "People", 800);
  await upToDate(page);
});

test("the assumption ledger is made when it is asked for", async () => {
  const card = await cardOf(page, "The bot");
  await card.getByRole("button", { name: "Make the assumption ledger of “The bot”" }).click();
  const ledger = card.getByRole("figure", { name: "Assumption ledger" });
  await ledger.waitFor();
  await inShell(folder, `${await commandOf(page)} -o ledger.h5 --quiet`);
  const { leans_on } = await numbers(folder, "compare", "ledger.h5", "--explain", "bot_alone");
  const [swing] = leans_on.swings;
  const shown = await ledger.getByRole("listitem").filter({ hasText: swing.key }).innerText();
  const [, low, high] = /at [^\n]*\n([^\n]*)\n+at [^\n]*\n([^\n]*)/.exec(shown);
  assertWrites(low, swing.npv_at_low.mean, swing.key);
  assertWrites(high, swing.npv_at_high.mean, swing.key);
});

test("anybody's life can be asked for by number, as cxsim diary tells it", async () => {
  await goTo(page, "Lives");
  await page.getByRole("spinbutton", { name: /^Anybody/ }).fill("42");
  await page.getByRole("button", { name: "Tell this life" }).click();
  const life = page.getByRole("region", { name: "Person 42", exact: true });
  await life.waitFor();
  const command = (await commandOf(page)).replace("cxsim run", "cxsim diary");
  const told = JSON.parse(await inShell(folder, `${command} --person 42 --json --quiet`));
  await page.getByRole("combobox", { name: "beside" }).selectOption({ label: "no other arm" });
  const words = (await life.innerText()).replace(/\s+/g, " ");
  const sentences = told.entries.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  for (const sentence of [...told.portrait, ...sentences, ...told.epilogue])
    assert.ok(words.includes(sentence), `missing: ${sentence}`);
});

test("everything can be taken along: scenario, results, report", async () => {
  await goTo(page, "Decision");
  await openGroup(page, "Save and share");
  const saved = async (name) => {
    const button = panelOf(page).getByRole("button", { name, exact: true });
    const file = await downloaded(page, () => button.click());
    await copyFile(file.path, path.join(folder, file.name));
    return file.name;
  };
  const scenario = await saved("Scenario");
  assert.match(scenario, /\.toml$/);
  await cxsim(folder, "run", scenario, "-o", "again.h5", "--quiet");
  const results = await saved("Results");
  const [again, kept] = [await resultsOf("again.h5"), await resultsOf(results)];
  assert.deepEqual(again.compared, kept.compared);
  assert.deepEqual(again.summed, kept.summed);
  await assertShows(kept, "bot_and_culture");
  await assertReportShows(await saved("Report"), kept);
  await headingOf(page, views[0]).waitFor(); // the page is still there
});

async function assertReportShows(name, { compared }) {
  const url = pathToFileURL(path.join(folder, name)).href;
  const report = await newPage(browser);
  await report.goto(url);
  const card = await cardOf(report, "The bot");
  const [worth] = await card.locator("dd.figure").allInnerTexts();
  assertWrites(worth, compared.bot_alone.outcomes.npv.difference.mean, "NPV in the report");
  assertNothingFetchedBut(report, url);
  assert.deepEqual(report.complaints, []);
  await closePage(report);
}

test("a link carries the firm and its changes to another window", async () => {
  const link = await panelOf(page).getByRole("textbox", { name: /^Link/ }).inputValue();
  const other = await openStudio(browser, studio.link);
  await other.goto(link);
  await other.reload();
  await upToDate(other);
  assert.equal(await commandOf(other), await commandOf(page));
  for (const arm of ["The bot", "The culture"])
    assert.deepEqual(await outcomesOf(other, arm), await outcomesOf(page, arm));
  await openGroup(other, "People, days and luck");
  assert.equal(await controlOf(other, "Seed").locator("input.number").inputValue(), "7");
  await closePage(other);
});

test("another scenario is picked from the library by its title", async () => {
  await pick(page, "Two investments");
  await openGroup(page, "People, days and luck");
  for (const [control, value] of [["People", 1000], ["Days", 720], ["Replications", 3]])
    await type(page, control, value);
  await upToDate(page);
  await assertShows(await onCommandLine("03_two_investments"), "both");
});

test("two windows of one studio do not disturb each other", async () => {
  const other = await openStudio(browser, studio.link);
  const before = await outcomesOf(page, "Both");
  await openGroup(other, "People, days and luck");
  await type(other, "Seed", 3);
  await upToDate(other);
  assert.deepEqual(await outcomesOf(page, "Both"), before);
  await stateOf(page).filter({ hasText: "Up to date." }).waitFor();
  await closePage(other);
});

test("it spoke to its own server alone, which lives, and ends on Ctrl-C", async () => {
  assertNothingFetchedBut(page, `${studio.address}/`);
  assertSilent(page);
  assert.ok(studio.isRunning());
  const { status } = await studio.stop("SIGINT");
  assert.equal(status, 130);
});

test("when the studio has ended the page says so and keeps what it shows", async () => {
  await panelOf(page).getByText(/does not answer/).first().waitFor();
  await headingOf(page, views[0]).waitFor();
});
