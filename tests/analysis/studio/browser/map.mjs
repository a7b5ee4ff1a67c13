// The journey map of a report: people who move, a clock to play with, colours, and touchpoints.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { assertSilent, closePage, newPage, openBrowser, paintedOn } from "./browser.mjs";
import { pressOn, tabTo } from "./keyboard.mjs";
import { goTo, headingOf, makeReport, small, views } from "./reports.mjs";
import { rowsOf } from "./tables.mjs";

let browser, report, page;

const open = async (hash = "view=journeys", how = {}) => {
  const fresh = await newPage(browser, how);
  await fresh.goto(`${report.url}#${hash}`);
  await headingOf(fresh, views[1]).waitFor();
  await button(fresh, /^(Play|Pause)$/).waitFor();
  await fresh.locator("canvas").waitFor();
  return fresh;
};
const button = (on, name) => on.getByRole("main").getByRole("button", { name });
const dayShown = async (on) => Number(await on.getByRole("slider", { name: "Day" }).inputValue());
const picture = (on) => paintedOn(on.locator("canvas").first());
const place = (on, title) =>
  on.getByRole("region", { name: /^Journey map, / }).getByRole("button", { name: title });
const inPanel = (on, title) => on.getByRole("complementary", { name: title });
const choose = (on, sight) =>
  on.getByRole("group", { name: "Colour by" }).getByText(sight, { exact: true }).click();

before(async () => {
  browser = await openBrowser();
  report = await makeReport("03_two_investments", small);
  page = await open();
});
after(async () => browser?.close());

test("it plays by itself, and people move", async () => {
  await button(page, "Pause").waitFor();
  const [day, before] = [await dayShown(page), await picture(page)];
  assert.ok(before.pixels > 500, `${before.pixels} pixels of people`);
  await page.waitForFunction((from) => {
    const slider = document.querySelector("input[type=range][aria-label=Day]");
    return Number(slider.value) > from + 2;
  }, day);
  assert.notEqual((await picture(page)).print, before.print);
});

test("pause holds it, play goes on", async () => {
  await button(page, "Pause").click();
  await button(page, "Play").waitFor();
  const [day, before] = [await dayShown(page), await picture(page)];
  await page.waitForTimeout(300); // nothing may happen: there is nothing to wait for
  assert.deepEqual([await dayShown(page), await picture(page)], [day, before]);
  await page.keyboard.press("Space");
  await button(page, "Pause").waitFor();
  await page.keyboard.press("Space");
  await button(page, "Play").waitFor();
});

test("keys move the day, and the address keeps it", async () => {
  await tabTo(page, page.getByRole("slider", { name: "Day" }));
  await page.keyboard.press("Home");
  const first = await picture(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await dayShown(page), 2);
  await page.keyboard.press("End");
  assert.equal(await dayShown(page), 719);
  assert.match(page.url(), /day=719/);
  await page.getByText("day 720 of 720").waitFor();
  assert.notEqual((await picture(page)).print, first.print);
});

test("a faster clock gets further", async () => {
  const daysIn = async (speed) => {
    await page.getByRole("combobox", { name: "Speed" }).selectOption(String(speed));
    await page.getByRole("slider", { name: "Day" }).press("Home");
    await button(page, "Play").click();
    const [from, begun] = [await dayShown(page), Date.now()];
    await page.waitForFunction((to) => {
      return Number(document.querySelector("input[aria-label=Day]").value) >= to;
    }, from + speed);
    await button(page, "Pause").click();
    return (1000 * ((await dayShown(page)) - from)) / (Date.now() - begun);
  };
  const [slow, fast] = [await daysIn(3), await daysIn(30)];
  assert.ok(fast > 2 * slow, `${slow.toFixed(1)} and ${fast.toFixed(1)} days a second`);
});

test("another arm has other people on the map, and two stand beside each other", async () => {
  await page.getByRole("slider", { name: "Day" }).press("End");
  const baseline = await picture(page);
  await page.getByRole("combobox", { name: "Arm", exact: true }).selectOption({ label: "Both" });
  await page.getByRole("region", { name: "Journey map, Both" }).waitFor();
  assert.notEqual((await picture(page)).print, baseline.print);
  const other = page.getByRole("combobox", { name: "Another arm beside it" });
  await other.selectOption({ label: "beside it: Baseline" });
  await page.getByRole("region", { name: "Journey map, Baseline" }).waitFor();
  assert.equal(await page.locator("canvas").count(), 2);
  await other.selectOption({ label: "no arm beside it" });
  await page.getByRole("combobox", { name: "Arm", exact: true }).selectOption({ label: "Baseline" });
});

const coloursOf = (on) =>
  on.getByRole("region", { name: /^Journey map, / }).getByRole("button").evaluateAll((boxes) =>
    boxes.map((box) => getComputedStyle(box).backgroundColor));
const percentsOf = async (on) => {
  const boxes = on.getByRole("region", { name: /^Journey map, / }).getByRole("button");
  return (await boxes.allInnerTexts()).map((text) => /\d+%/.exec(text)?.[0] ?? "");
};

test("green touchpoints can hide red journeys: the switch shows both, with their shares", async () => {
  const seen = {};
  for (const sight of ["Feelings", "Touchpoints", "Journeys"]) {
    await choose(page, sight);
    await page.getByRole("radio", { name: sight }).and(page.locator(":checked")).waitFor();
    seen[sight] = { colours: await coloursOf(page), percents: await percentsOf(page) };
  }
  assert.deepEqual(seen.Feelings.percents.filter(Boolean), []);
  for (const sight of ["Touchpoints", "Journeys"]) {
    const { colours, percents } = seen[sight];
    assert.ok(new Set(colours).size > 2, `${sight}: ${[...new Set(colours)]}`);
    assert.ok(percents.filter(Boolean).length >= 8, `${sight}: ${percents}`);
    assert.notDeepEqual(colours, seen.Feelings.colours);
  }
  assert.notDeepEqual(seen.Touchpoints, seen.Journeys);
  await page.getByText(/of contacts .*of journeys/).waitFor();
});

test("the shares on the map are those of the table below it", async () => {
  await choose(page, "Touchpoints");
  const figure = page.getByRole("figure", { name: /^All touchpoints/ });
  await figure.getByRole("button", { name: /^Table/ }).click();
  const [heads, ...rows] = await rowsOf(figure.getByRole("table"));
  const satisfied = heads.indexOf("Satisfied");
  const boxes = page.getByRole("region", { name: /^Journey map, / }).getByRole("button");
  const texts = await boxes.filter({ hasText: "%" }).allInnerTexts();
  assert.ok(texts.length >= 8);
  for (const text of texts) {
    const row = rows.find(([title]) => text.startsWith(title));
    assert.equal(/\d+%/.exec(text)[0], row[satisfied], row[0]);
  }
});

test("a click on a touchpoint opens what is known of it, Escape closes it", async () => {
  await place(page, /^Service call/).click();
  const panel = inPanel(page, "Service call");
  await panel.waitFor();
  const figures = await rowsOf(panel.getByRole("table"));
  for (const name of ["Satisfied", "Gap, true", "Wait", "Failures", "Failure demand", "Contacts"]) {
    const row = figures.find(([title]) => title.startsWith(name));
    assert.ok(row, `there is no ${name}`);
    assert.ok(row.slice(1).every((cell) => /\d/.test(cell)), `${name}: ${row}`);
  }
  await panel.getByRole("heading", { name: "Why people came" }).waitFor();
  const causes = await panel.getByRole("listitem").allInnerTexts();
  assert.ok(causes.length > 0 && causes.every((cause) => /%/.test(cause)), causes.join());
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
});

test("so does Enter, and the focus comes back to where it was", async () => {
  const box = place(page, /^Service call/);
  await pressOn(page, box, "Enter", { back: true });
  const heading = inPanel(page, "Service call").getByRole("heading", { name: "Service call" });
  await heading.waitFor();
  assert.ok(await heading.evaluate((element) => element === document.activeElement));
  await page.keyboard.press("Escape");
  await heading.waitFor({ state: "detached" });
  assert.ok(await box.evaluate((element) => element === document.activeElement));
});

test("a journey chosen at its entry stands out", async () => {
  const entry = place(page, "Journey: Renew");
  await entry.click();
  assert.equal(await entry.getAttribute("aria-pressed"), "true");
  const journey = page.getByRole("combobox", { name: "Journey", exact: true });
  assert.equal(await journey.locator("option:checked").innerText(), "Renew");
  await entry.click();
  assert.equal(await entry.getAttribute("aria-pressed"), "false");
  assertSilent(page);
});

test("a copied address opens the same sight", async () => {
  const [arm, day] = [3, 400];
  const fresh = await open(`view=journeys&arm=${arm}&day=${day}&by=journeys&touchpoint=0`);
  await fresh.getByRole("region", { name: "Journey map, Both" }).waitFor();
  assert.equal(await dayShown(fresh), day);
  assert.ok(await fresh.getByRole("radio", { name: "Journeys" }).isChecked());
  await inPanel(fresh, "Advertising").waitFor();
  await closePage(fresh);
});

test("who wants little motion gets none until they ask for it", async () => {
  const fresh = await open("view=journeys", { reducedMotion: "reduce" });
  await fresh.getByText(/^Of [\d,]+ people followed/).waitFor();
  await button(fresh, "Play").waitFor();
  assert.equal(await dayShown(fresh), 0);
  await button(fresh, "Play").click();
  await button(fresh, "Pause").waitFor();
  assertSilent(fresh);
  await closePage(fresh);
});

