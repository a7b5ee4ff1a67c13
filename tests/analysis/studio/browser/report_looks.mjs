// How every view of a report looks: wide and narrow, light and dark, and printed.
import test, { after, before } from "node:test";
import { closePage, newPage, openBrowser, screenshot } from "./browser.mjs";
import { atRest, testEveryLook } from "./looks.mjs";
import { goTo, headingOf, makeReport, small, views } from "./reports.mjs";

let browser, report;

before(async () => {
  browser = await openBrowser();
  report = await makeReport("03_two_investments", small);
});
after(async () => browser?.close());

async function pauseMap(page) {
  await page.getByRole("button", { name: "Pause" }).click();
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.fill("400");
}

testEveryLook("report", () => browser, async (page, looks) => {
  await page.goto(report.url);
  for (const { link, name } of views) {
    await goTo(page, link);
    if (name === "journeys") await pauseMap(page);
    await looks.at(name);
    if (name === "journeys") await lookAtMap(page, looks);
  }
  await lookAtTerm(page, looks);
});

async function lookAtMap(page, looks) {
  for (const sight of ["Touchpoints", "Journeys"]) {
    await page.getByRole("group", { name: "Colour by" }).getByText(sight, { exact: true }).click();
    await looks.at(`journeys-by-${sight.toLowerCase()}`);
  }
  await page.getByRole("button", { name: /^Service call/ }).click();
  await page.getByRole("complementary", { name: "Service call" }).waitFor();
  await looks.at("journeys-touchpoint");
  await page.keyboard.press("Escape");
}

async function lookAtTerm(page, looks) {
  await goTo(page, "Decision");
  const term = page.getByRole("article").first().getByRole("button", { name: "NPV" }).first();
  await term.scrollIntoViewIfNeeded();
  await atRest(page);
  await term.hover();
  await page.getByRole("tooltip").filter({ hasText: "Net present value" }).first().waitFor();
  await looks.at("decision-term", { whole: false });
}

test("report printed", async () => {
  const page = await newPage(browser, { width: 1280, scheme: "dark" });
  await page.goto(report.url);
  await headingOf(page, views[0]).waitFor();
  await page.emulateMedia({ media: "print" });
  await headingOf(page, views[3]).waitFor();
  await atRest(page);
  await screenshot(page, "report-printed");
  await closePage(page);
});
