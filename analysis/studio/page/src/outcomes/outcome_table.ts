// The whole table of outcomes, as numbers to download.
import { outcomeTitle } from "../base/outcome_title";
import type { Table } from "../base/table";
import type { Content, Format, Outcome } from "../content";

const mostDecimals = 4;
const spare = 0.3; // of a decimal: half an interval of 0.5 to 5 of its last digit

// As many decimals as half the interval of a difference needs to be seen at all.
export function differenceFormat(
  format: Format, difference: Outcome["differences"][number],
): Format {
  const { mean = null, low = null, high = null } = difference ?? {};
  const size = low !== null && high !== null && high > low ? (high - low) / 2 : Math.abs(mean ?? 0);
  if (size === 0) return format;
  const needed = Math.ceil(spare - Math.log10(format.percent ? size * 100 : size));
  return { ...format, decimals: Math.max(format.decimals, Math.min(needed, mostDecimals)) };
}

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
      header: outcomeTitle(outcome, content),
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
