// The report of four arms as a board member opens it: by double click, without a network.
import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import test, { after, before } from "node:test";
import {
  assertNothingFetchedBut, assertSilent, closePage, newPage, openBrowser, openTimed,
} from "./browser.mjs";
import { pressOn, tabTo } from "./keyboard.mjs";
import { cardOf, goTo, headingOf, linkTo, makeReport, small, views } from "./reports.mjs";
import { numbers } from "./program.mjs";
import { assertSame, assertWrites, downloadedCsv, rowsOf } from "./tables.mjs";

let browser, report, page, compared, summed;

before(async () => {
  browser = await openBrowser();
  report = await makeReport("03_two_investments");
  [compared, summed] = [await report.compared(), await report.summed()];
  page = await newPage(browser);
});
after(async () => browser?.close());

test("it is one file below 2 MB", async () => {
  const { size } = await stat(report.file);
  console.log(`Report of 4 arms, 5 years, 5,000 people: ${(size / 1e6).toFixed(2)} MB`);
  assert.ok(size < 2_000_000, `${size} bytes`);
});

test("it opens", async () => {
  const milliseconds = await openTimed(page, report.url);
  console.log(`First view drawn after ${milliseconds.toFixed(0)} ms`);
  assert.equal(await page.title(), "Two investments: decision");
});

test("every view is reached by its link, and back by the browser's button", async () => {
  for (const view of views) {
    await linkTo(page, view.link).click();
    await headingOf(page, view).waitFor();
    assert.equal(await linkTo(page, view.link).getAttribute("aria-current"), "page");
    assert.equal(await page.title(), `Two investments: ${view.name}`);
    assert.match(page.url(), new RegExp(`#view=${view.name}`));
  }
  await page.goBack();
  await headingOf(page, views[2]).waitFor();
});

test("every view is reached by the keyboard alone", async () => {
  const fresh = await newPage(browser);
  await fresh.goto(report.url);
  for (const view of [...views.slice(1), views[0]]) {
    await pressOn(fresh, linkTo(fresh, view.link), "Enter", { back: view === views[0] });
    await headingOf(fresh, view).waitFor();
    const isInMain = () => document.querySelector("main").contains(document.activeElement);
    assert.ok(await fresh.evaluate(isInMain), "the focus goes along to the view");
    await tabTo(fresh, linkTo(fresh, view.link), { back: true });
  }
  assertSilent(fresh);
  await closePage(fresh);
});

test("a skip link leads past the navigation", async () => {
  const fresh = await newPage(browser);
  await fresh.goto(report.url);
  await headingOf(fresh, views[0]).waitFor();
  await pressOn(fresh, fresh.getByRole("link", { name: "Skip to the results" }), "Enter", { most: 1 });
  await tabTo(fresh, fresh.getByRole("main").getByRole("button").first(), { most: 2 });
  await closePage(fresh);
});

test("the decision's numbers are those of cxsim compare", async () => {
  await goTo(page, "Decision");
  for (const { title, outcomes, payback } of Object.values(compared.arms)) {
    const card = await cardOf(page, title);
    const { mean, t_interval, above_zero } = outcomes.npv.difference;
    const worth = card.getByRole("figure", { name: "What it is worth" });
    const values = await worth.locator("dd.figure").allInnerTexts();
    assertWrites(values[0], mean, `NPV of ${title}`);
    assert.equal(values[1], `${above_zero.count} of ${above_zero.of}`);
    if (payback.median === null) assert.equal(values[2], "not within the run");
    else assert.match(values[2], /month|year/);
    const interval = /([+−][\d,]+) to ([+−][\d,]+) EUR/.exec(await worth.innerText());
    t_interval.forEach((end, at) => assertWrites(interval[at + 1], end, `interval of ${title}`));
  }
});

test("what drives an arm has the numbers of cxsim compare --explain", async () => {
  for (const [name, { title }] of Object.entries(compared.arms)) {
    const { path } = await numbers(report.folder, "compare", "run.h5", "--explain", name, "--quick");
    const steps = (await cardOf(page, title)).getByRole("list").filter({ hasText: "Gap at touchpoints" });
    for (const step of ["touchpoints", "churn", "customers", "money"]) {
      const words = path[step].title.replace(/^./, (letter) => letter.toUpperCase());
      const said = await steps.getByRole("listitem").filter({ hasText: words }).innerText();
      assertWrites(said.replace(words, ""), path[step].total.change.mean, `${words} of ${title}`);
    }
  }
});

test("the answer names the arm that compares best", async () => {
  const npv = ({ outcomes }) => outcomes.npv.difference;
  const arms = Object.values(compared.arms);
  const [best] = arms.sort((one, other) => npv(other).mean - npv(one).mean);
  assert.ok(npv(best).t_interval[0] > 0, "an arm pays in this scenario");
  await page.getByRole("main").getByText(`“${best.title}” pays best.`).waitFor();
  await (await cardOf(page, best.title)).getByText("pays best").waitFor();
});

test("the table of outcomes holds the numbers of cxsim summary and compare", async () => {
  await goTo(page, "Outcomes");
  const table = page.getByRole("region", { name: "Outcomes by arm" }).getByRole("table");
  const [head, ...rows] = await rowsOf(table);
  const arms = ["baseline", ...Object.keys(compared.arms)];
  assert.equal(head.length, 1 + arms.length + (arms.length - 1));
  const rowOf = (title) => rows.find(([name]) => name.split("\n")[0] === title);
  const wanted = { npv: "NPV", nps_true: "NPS, true", churn_rate: "Churn", revenue: "Revenue in all" };
  for (const [name, title] of Object.entries(wanted)) {
    const row = rowOf(title);
    assert.ok(row, `there is no row ${title}`);
    arms.forEach((arm, at) => {
      assertWrites(row[at === 0 ? 1 : 2 * at], summed.arms[arm][name].mean, `${title}, ${arm}`);
      if (at === 0) return;
      const { mean } = compared.arms[arm].outcomes[name].difference;
      assertWrites(row[2 * at + 1], mean, `difference of ${title}, ${arm}`);
    });
  }
});

test("the table of outcomes can be downloaded with its numbers whole", async () => {
  const button = page.getByRole("button", { name: "Download CSV: All outcomes" });
  const [heads, ...lines] = await downloadedCsv(page, () => button.click());
  const npv = lines.find(([title]) => title === "NPV");
  for (const { title, outcomes } of Object.values(compared.arms)) {
    assertSame(npv[heads.indexOf(title)], outcomes.npv.arm);
    assertSame(npv[heads.indexOf(`${title}, difference`)], outcomes.npv.difference.mean);
  }
});

test("what it showed it had within itself, and it said nothing", async () => {
  for (const view of views) await goTo(page, view.link);
  assertNothingFetchedBut(page, report.url);
  assertSilent(page);
});

test("words of art are explained on hover, and on focus wherever they stand", async () => {
  await goTo(page, "Decision");
  const said = page.getByRole("main").getByRole("tooltip");
  const card = await cardOf(page, "Both");
  const term = (name) => card.getByRole("button", { name, exact: true }).first();
  await term("NPV").scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  await term("NPV").hover();
  await said.getByText("Net present value").waitFor();
  await page.mouse.move(0, 0);
  await said.waitFor({ state: "hidden" });
  await page.evaluate(() => window.scrollTo(0, 0));
  await tabTo(page, term("Gap at touchpoints"));
  await said.getByText("perceived").waitFor();
  await page.keyboard.press("Escape");
  await said.waitFor({ state: "hidden" });
});

test("light and dark can be chosen against the system", async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  const dark = await ground();
  assert.notEqual(light, dark);
  await page.getByRole("button", { name: "Light", exact: true }).click();
  assert.equal(await ground(), light);
});

test("an arm can be taken out of every view", async () => {
  const box = page.getByRole("group", { name: "Arms to show" }).getByRole("checkbox", { name: "Both" });
  await box.uncheck();
  await page.getByRole("article", { name: "Both", exact: true }).waitFor({ state: "detached" });
  await goTo(page, "Outcomes");
  const table = page.getByRole("region", { name: "Outcomes by arm" });
  const column = table.getByRole("columnheader", { name: "Both", exact: true });
  await table.waitFor();
  await column.waitFor({ state: "detached" });
  await box.check();
  await column.waitFor();
});

test("printed, it holds every view on a sensible number of pages", async () => {
  const printed = await newPage(browser);
  await printed.goto(report.url);
  await headingOf(printed, views[0]).waitFor();
  await printed.emulateMedia({ media: "print" });
  for (const view of views) await headingOf(printed, view).waitFor();
  const isSeen = await printed.getByRole("navigation", { name: "Views" }).isVisible();
  assert.equal(isSeen, false, "the navigation is not printed");
  const pdf = await printed.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  console.log(`Printed: ${pages} pages of A4, ${(pdf.length / 1e6).toFixed(1)} MB`);
  assert.ok(pages >= 6 && pages <= 60, `${pages} pages`);
  assertSilent(printed);
  await closePage(printed);
});

test("a report of one arm has nothing to decide and says so", async () => {
  const alone = await makeReport("01_first_run", small);
  const fresh = await newPage(browser);
  await openTimed(fresh, alone.url);
  for (const view of views) await goTo(fresh, view.link);
  await goTo(fresh, "Decision");
  assert.equal(await fresh.getByRole("article").count(), 0);
  const { arms } = await alone.summed();
  await goTo(fresh, "Outcomes");
  const rows = await rowsOf(fresh.getByRole("region", { name: "Outcomes by arm" }).getByRole("table"));
  const npv = rows.find(([name]) => name.startsWith("NPS, true"));
  assertWrites(npv[1], arms.baseline.nps_true.mean, "NPS");
  assertSilent(fresh);
  assertNothingFetchedBut(fresh, alone.url);
  await closePage(fresh);
});
