// The whole table of outcomes, as numbers to download.
import { capital } from "../base/words";
import type { Table } from "../base/table";
import type { Content } from "../content";

export function outcomeTable(content: Content): Table {
  const columns = content.arms.flatMap(({ title }, arm) => {
    const own = [title, `${title}, P5`, `${title}, P95`];
    const apart = ["difference", "95% low", "95% high"].map((what) => `${title}, ${what}`);
    return (arm === 0 ? own : [...own, ...apart]).map((column) => ({ title: column }));
  });
  return {
    caption: `${content.about.title}: outcomes`,
    columns: [{ title: "Outcome" }, ...columns],
    rows: content.outcomes.map((outcome) => ({
      header: capital(outcome.title),
      unit: outcome.unit,
      format: outcome.format,
      cells: content.arms.flatMap((_, arm) => {
        const spread = outcome.arms[arm];
        const own = [spread?.mean ?? null, spread?.p5 ?? null, spread?.p95 ?? null];
        if (arm === 0) return own;
        const difference = outcome.differences[arm];
        const apart = [difference?.mean, difference?.low, difference?.high];
        return [...own, ...apart.map((value) => value ?? null)];
      }),
    })),
  };
}
