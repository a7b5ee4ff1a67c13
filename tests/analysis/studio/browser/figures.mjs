// Every figure of a report has its numbers as a table, and as a file with the same numbers.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { assertSilent, newPage, openBrowser } from "./browser.mjs";
import { cardOf, goTo, makeReport, small, views } from "./reports.mjs";
import { assertWrites, downloaded, downloadedCsv, readNumber, rowsOf } from "./tables.mjs";
import { readFile } from "node:fs/promises";

let browser, report, page;

before(async () => {
  browser = await openBrowser();
  report = await makeReport("03_two_investments", small);
  page = await newPage(browser);
  await page.goto(report.url);
});
after(async () => browser?.close());

// The file says "title [unit]" where the table's head has the unit below the title.
const headOf = (text) => text.replace(/ \[.*\]$/, "").replace(/\s+/g, " ").trim();

function assertSameTable(shown, csv, what) {
  const [heads, ...rows] = shown;
  const [fileHeads, ...lines] = csv;
  assert.equal(rows.length, lines.length, `${what}: rows`);
  heads.forEach((head, at) => {
    assert.ok(head.replace(/\s+/g, " ").startsWith(headOf(fileHeads[at])), `${what}: ${head}, ${fileHeads[at]}`);
  });
  rows.forEach((row, line) => {
    row.forEach((cell, column) => {
      const told = lines[line][column];
      const isNumber = told !== "" && Number.isFinite(Number(told)) && column > 0;
      if (isNumber) assertWrites(cell, Number(told), `${what}, ${row[0]}, ${heads[column]}`);
      else if (told === "") assert.match(cell, /^–?$/);
      else assert.equal(cell.replace(/\s+/g, " "), told.replace(/\s+/g, " ").trim(), what);
    });
  });
}

async function figuresOf(view) {
  await goTo(page, view);
  if (view === "Decision")
    for (const title of ["One customer record", "Repair the causes", "Both"]) await cardOf(page, title);
  const figures = page.getByRole("main").getByRole("figure");
  await figures.first().waitFor();
  return figures.all();
}

for (const { link } of views)
  test(`${link}: tables and downloads`, async () => {
    let compared = 0;
    for (const figure of await figuresOf(link)) {
      const name = await figure.getAttribute("aria-label");
      const button = figure.getByRole("button", { name: /^Table: / }).first();
      const download = figure.getByRole("button", { name: /^Download CSV: / }).first();
      const csv = await downloadedCsv(page, () => download.click());
      assert.ok(csv.length > 1 && csv.every((line) => line.length === csv[0].length), name);
      if (name === "All outcomes") continue; // is a table, with more in the file
      await button.click();
      assert.equal(await button.getAttribute("aria-expanded"), "true");
      const table = figure.getByRole("table").last();
      assertSameTable(await rowsOf(table), csv, name);
      await button.click();
      ++compared;
    }
    console.log(`${link}: ${compared} tables are as their files`);
    assert.ok(compared > 0);
  });

test("a chart can be saved as a picture of its own", async () => {
  await goTo(page, "Outcomes");
  const button = page.getByRole("button", { name: "Download SVG: Churn" });
  const { name, path } = await downloaded(page, () => button.click());
  assert.equal(name, "churn.svg");
  const svg = await readFile(path, "utf8");
  const isDrawing = (text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return root.nodeName === "svg" && root.querySelectorAll("path").length > 3;
  };
  assert.ok(await page.evaluate(isDrawing, svg));
  assert.doesNotMatch(svg, /var\(|NaN/);
});

test("keys read a chart off, month by month", async () => {
  const slider = page.getByRole("slider", { name: "Read off: Churn" });
  await slider.focus();
  await slider.press("Home");
  assert.match(await slider.getAttribute("aria-valuetext"), /^Jan 2026: Baseline \d/);
  await slider.press("ArrowRight");
  assert.match(await slider.getAttribute("aria-valuetext"), /^Feb 2026: /);
});

test("differences to the baseline take the place of levels", async () => {
  const table = async () => {
    const figure = page.getByRole("figure", { name: "Churn", exact: true });
    const button = figure.getByRole("button", { name: "Download CSV: Churn" });
    return downloadedCsv(page, () => button.click());
  };
  const levels = await table();
  await page.getByRole("group", { name: "Show" }).getByText("Difference to the baseline").click();
  const differences = await table();
  const column = (lines, title) => lines[0].findIndex((head) => head.startsWith(title));
  levels.slice(1).forEach((line, month) => {
    const level = (title) => Number(line[column(levels, title)]);
    const told = Number(differences[month + 1][column(differences, "Both")]);
    assert.ok(Math.abs(level("Both") - level("Baseline") - told) < 2e-6, line[0]);
  });
  assert.match(page.url(), /show=differences/);
});

test("retention falls with age, in every arm", async () => {
  const figure = page.getByRole("figure", { name: "Who is still there" });
  const button = figure.getByRole("button", { name: /^Download CSV/ });
  const [heads, ...lines] = await downloadedCsv(page, () => button.click());
  const arms = heads.flatMap((head, at) => (/^(Baseline|Both)( \[|$)/.test(head) ? [at] : []));
  assert.equal(arms.length, 2, heads.join());
  for (const at of arms) {
    const curve = lines.map((line) => line[at]).filter((cell) => cell !== "").map(Number);
    assert.ok(curve.length > 10 && curve.every((share, age) => age === 0 || share <= curve[age - 1]));
  }
  assert.equal(readNumber("49.0%").value, 0.49);
  assertSilent(page);
});
