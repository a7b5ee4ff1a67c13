import { expect, it } from "vitest";
import { fileName } from "./download";
import { cellText, csv, isNumeric, type Table } from "./table";

const table: Table = {
  caption: "Churn, by arm",
  columns: [
    { title: "Month" },
    { title: "The bot", unit: "%", format: { decimals: 1, percent: true } },
    { title: 'Said "so"' },
  ],
  rows: [
    { header: "1: Jan 2026", cells: [0.0231, "first, of all"] },
    { header: "2: Feb 2026", cells: [null, ""] },
  ],
};

it("writes whole numbers into CSV, quotes what needs it, and leaves unknown empty", () => {
  expect(csv(table)).toBe(
    'Month,The bot [%],"Said ""so"""\r\n1: Jan 2026,0.0231,"first, of all"\r\n2: Feb 2026,,\r\n',
  );
});

it("gives rows with units a column of units", () => {
  const rows = [{ header: "Churn", unit: "% a month", cells: [0.02, "x"] }];
  expect(csv({ ...table, rows })).toContain("Churn,% a month,0.02,x");
});

it("shows cells in the format of their column or row", () => {
  expect(cellText(0.0231, table.columns[1]!, table.rows[0]!)).toBe("2.3%");
  const row = { header: "", cells: [], format: { decimals: 2, percent: false } };
  expect(cellText(-1, { title: "", signed: true }, row)).toBe("−1.00");
});

it("tells columns of numbers from columns of words", () => {
  expect(isNumeric(table, 1)).toBe(true);
  expect(isNumeric(table, 2)).toBe(false);
});

it("makes file names of titles", () => {
  expect(fileName("NPS: true against measured", "csv")).toBe("nps-true-against-measured.csv");
  expect(fileName("…", "svg")).toBe("cxsim.svg");
});
