// Tables as data: what DataTable shows and what is downloaded as CSV.
import type { Format, Maybe } from "../content";
import { change, number } from "./format";
import type { TermName } from "./glossary";

export type Cell = Maybe | string;

export interface Column {
  title: string;
  unit?: string;
  format?: Format; // of numbers
  signed?: boolean; // numbers are differences
  term?: TermName; // explains the title
}

// The first column names the rows: rows[i].header belongs to columns[0].
export interface Table {
  caption: string;
  columns: Column[];
  rows: Row[];
}
export interface Row {
  header: string;
  cells: Cell[]; // one for each further column
  format?: Format; // of this row, where rows differ in it
  unit?: string;
  group?: string; // rows of a group stand under its name
}

export function isNumeric(table: Table, column: number): boolean {
  return table.rows.every((row) => typeof row.cells[column - 1] !== "string");
}

export function cellText(cell: Cell | undefined, column: Column, row: Row): string {
  if (typeof cell === "string") return cell;
  const format = row.format ?? column.format;
  return column.signed ? change(cell, format) : number(cell, format);
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function title(column: Column): string {
  return column.unit ? `${column.title} [${column.unit}]` : column.title;
}

// Numbers whole, as they were computed, and empty where they are not known.
export function csv(table: Table): string {
  const hasUnits = table.rows.some((row) => row.unit !== undefined);
  const heads = table.columns.map(title);
  if (hasUnits) heads.splice(1, 0, "unit");
  const lines = table.rows.map((row) => {
    const cells = row.cells.map((cell) => (cell === null ? "" : String(cell)));
    if (hasUnits) cells.unshift(row.unit ?? "");
    return [row.header, ...cells];
  });
  return [heads, ...lines].map((line) => line.map(quoted).join(",") + "\r\n").join("");
}
