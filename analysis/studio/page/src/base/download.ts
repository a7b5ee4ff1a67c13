// Puts numbers and figures into files on the reader's own disk; no server takes part.
import { csv, type Table } from "./table";

export function fileName(words: string, ending: string): string {
  const name = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${name || "cxsim"}.${ending}`;
}

export function downloadBlob(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function downloadText(text: string, type: string, name: string) {
  downloadBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function downloadCsv(table: Table, name = fileName(table.caption, "csv")) {
  downloadText(csv(table), "text/csv", name);
}
