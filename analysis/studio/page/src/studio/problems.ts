// Which control a problem belongs to, and how it is told.

import type { Problem } from "../studio_api";

const withoutQuotes = (key: string): string => key.replace(/["']/g, "");

export function problemsAt(problems: readonly Problem[], key: string): Problem[] {
  return problems.filter((problem) => withoutQuotes(problem.key) === withoutQuotes(key));
}

// Those that no control on the page shows.
export function problemsElsewhere(
  problems: readonly Problem[],
  keys: ReadonlySet<string>,
): Problem[] {
  const shown = new Set([...keys].map(withoutQuotes));
  return problems.filter((problem) => !shown.has(withoutQuotes(problem.key)));
}

export function sentence(text: string): string {
  const trimmed = text.trim();
  if (!trimmed) return "";
  const ended = /[.?:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

export function placeOf(problem: Problem): string {
  const file = problem.file && problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  return [file, problem.key].filter(Boolean).join(", ");
}
