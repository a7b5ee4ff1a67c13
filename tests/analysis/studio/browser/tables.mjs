// Numbers as a page writes them, in its tables and in the files that it lets one download.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

// Lines of cells; quotes as in RFC 4180.
export function cellsOf(csv) {
  const lines = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g;
  for (let match = cell.exec(csv); match !== null && match.index < csv.length; match = cell.exec(csv)) {
    const [, text, end] = match;
    lines.at(-1).push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end !== ",") lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

export async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

export async function downloadedCsv(page, click) {
  const { path } = await downloaded(page, click);
  return cellsOf(await readFile(path, "utf8"));
}

// "−1,234.5 EUR" as a number and half of its last digit; nothing where no number is written.
export function readNumber(text) {
  const match = /^([+−]?)([\d,]*\.?\d+)\s*(%|pp)?/.exec(text.trim());
  if (!match) return null;
  const [, sign, digits, share] = match;
  const decimals = digits.includes(".") ? digits.split(".")[1].length : 0;
  const unit = share ? 0.01 : 1;
  const value = Number(digits.replaceAll(",", "")) * unit * (sign === "−" ? -1 : 1);
  return { value, half: 0.5 * 10 ** -decimals * unit };
}

// What is written is the number, rounded.
export function assertWrites(text, number, what) {
  if (number === null || number === "") return assert.match(text.trim(), /^(–|)$/, what);
  const read = readNumber(text);
  assert.ok(read, `${what}: "${text}" is no number, ${number} was expected`);
  const off = Math.abs(read.value - Number(number));
  assert.ok(off <= read.half * (1 + 1e-9) + 1e-12, `${what}: "${text}" is written for ${number}`);
}

// A page holds numbers to seven digits.
export function assertSame(text, number) {
  const off = Math.abs(Number(text) - number);
  assert.ok(text !== "" && off <= 1e-6 * Math.abs(number), `${text} is not ${number}`);
}

// The cells of a table on the page, row by row, without headings of groups.
export async function rowsOf(table) {
  return table.evaluate((element) =>
    [...element.querySelectorAll("tr")]
      .filter((row) => row.cells.length > 1)
      .map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
  );
}
