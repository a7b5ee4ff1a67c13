// The lives of a report: one customer after the other, alone and beside themselves in another arm.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { assertSilent, newPage, openBrowser } from "./browser.mjs";
import { pressOn } from "./keyboard.mjs";
import { numbers, scenario } from "./program.mjs";
import { goTo, makeReport, small } from "./reports.mjs";
import { downloadedCsv } from "./tables.mjs";

let browser, report, page;

before(async () => {
  browser = await openBrowser();
  report = await makeReport("03_two_investments", small);
  page = await newPage(browser);
  await page.goto(report.url);
  await goTo(page, "Lives");
  await page.getByText(/^Life 1 of/).waitFor();
});
after(async () => browser?.close());

const which = () => page.getByRole("combobox", { name: /^Life \d+ of/ });
const chosen = () => which().locator("option:checked").innerText();
const personOf = (text) => Number(/Person (\d+)/.exec(text)[1]);
const figureOf = (person, arm) =>
  page.getByRole("figure", { name: `Person ${person} in “${arm}”`, exact: true });

test("next and previous turn the pages, by mouse and by key", async () => {
  const first = await chosen();
  await page.getByRole("button", { name: "Next ›" }).click();
  const second = await chosen();
  assert.notEqual(first, second);
  await page.getByRole("region", { name: `Person ${personOf(second)}` }).waitFor();
  await page.keyboard.press("p");
  assert.equal(await chosen(), first);
  await pressOn(page, page.getByRole("button", { name: "Next ›" }));
  assert.equal(await chosen(), second);
  await page.getByRole("button", { name: "‹ Previous" }).click();
  assert.equal(await chosen(), first);
});

test("every life can be opened, and differs from the others", async () => {
  const options = await which().locator("option").allInnerTexts();
  assert.ok(options.length >= 6, `${options.length} lives`);
  assert.equal(new Set(options.map(personOf)).size, options.length);
  for (const option of options) {
    await which().selectOption({ label: option });
    const life = page.getByRole("region", { name: `Person ${personOf(option)}`, exact: true });
    await life.waitFor();
    assert.ok((await life.innerText()).length > 500, option);
  }
});

test("the same customer stands beside themselves in another arm", async () => {
  await which().selectOption({ index: 0 });
  const person = personOf(await chosen());
  await page.getByRole("combobox", { name: "In", exact: true }).selectOption({ label: "Baseline" });
  await page.getByRole("combobox", { name: "beside" }).selectOption({ label: "Both" });
  await figureOf(person, "Baseline").waitFor();
  await figureOf(person, "Both").waitFor();
  await page.getByRole("status").filter({ hasText: "both lives are the same" }).waitFor();
  await page.getByRole("combobox", { name: "beside" }).selectOption({ label: "no other arm" });
  await figureOf(person, "Both").waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "The story" }).waitFor();
});

test("story and numbers are those of cxsim diary", async () => {
  const person = personOf(await chosen());
  const told = await numbers(
    report.folder, "diary", scenario("03_two_investments"), ...small, "--person", person, "--quiet",
  );
  const life = page.getByRole("region", { name: `Person ${person}`, exact: true });
  const words = (await life.innerText()).replace(/\s+/g, " ");
  const sentences = [
    ...told.portrait, ...told.entries.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...told.epilogue,
  ];
  for (const sentence of sentences) assert.ok(words.includes(sentence), `missing: ${sentence}`);
  const button = figureOf(person, "Baseline").getByRole("button", { name: /^Download CSV/ });
  const [heads, ...lines] = await downloadedCsv(page, () => button.click());
  assert.equal(lines.length, told.contacts.length);
  const column = (word) => heads.findIndex((head) => head.toLowerCase().startsWith(word));
  told.contacts.forEach((contact, at) => {
    for (const [name, word] of [["perceived", "perceived"], ["trust", "trust"], ["valence", "valence"]])
      assert.ok(Math.abs(Number(lines[at][column(word)]) - contact[name]) < 6e-4, `${at} ${name}`);
  });
});

test("keys go from contact to contact, and each is told in words", async () => {
  const person = personOf(await chosen());
  const slider = page.getByRole("slider", { name: `Contacts, one by one: Person ${person}` });
  await slider.focus();
  await slider.press("Home");
  const first = await slider.getAttribute("aria-valuetext");
  await slider.press("ArrowRight");
  const second = await slider.getAttribute("aria-valuetext");
  assert.ok(first.length > 20 && first !== second, first);
  assertSilent(page);
});
