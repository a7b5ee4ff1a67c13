// What a chart draws: lines with bands, in the style of their arm.
import { monthLabel, number, change, interval } from "../base/format";
import { armStyle, type ArmStyle } from "../base/colours";
import type { Row, Table } from "../base/table";
import type { Arm, Band, Content, Format, Maybe, Series } from "../content";

export interface Line {
  key: string;
  label: string;
  style: ArmStyle;
  mean: Maybe[];
  low?: Maybe[];
  high?: Maybe[];
}
export interface Mark {
  at: number; // on the x axis
  label: string;
}
export type Mode = "levels" | "differences";

// What is common to all charts over months.
export interface MonthFrame {
  places: number[]; // x of each month: its end, in months since the start
  start_date: string;
  marks: Mark[];
}

export function monthFrame(content: Content): MonthFrame {
  return {
    places: Array.from({ length: content.months }, (_, month) => month + 1),
    start_date: content.start_date,
    marks: actionMarks(content.arms),
  };
}

// The days on which arms begin to act; told once where several share a day.
export function actionMarks(arms: Arm[]): Mark[] {
  const days = [...new Set(arms.map((arm) => arm.action_day).filter((day) => day !== null))];
  return days.sort((a, b) => a - b).slice(0, 3).map((day) => ({
    at: day / 30,
    label: actorsOn(arms, day),
  }));
}
function actorsOn(arms: Arm[], day: number): string {
  const actors = arms.filter((arm) => arm.action_day === day);
  return actors.length === 1 ? `${actors[0]!.title}: begins` : "the arms begin";
}

export interface Look {
  mode: Mode;
  isShown: (arm: number) => boolean;
}

function bandOf(series: Series, arm: number, mode: Mode): Band | null {
  return (mode === "levels" ? series.arms[arm] : series.differences[arm]) ?? null;
}

export function hasValues(band: Band | null): band is Band {
  return band !== null && band.mean.some((value) => value !== null);
}

export function linesOf(series: Series, arms: Arm[], look: Look): Line[] {
  return arms.flatMap((arm, place): Line[] => {
    const band = bandOf(series, place, look.mode);
    if (!look.isShown(place) || !hasValues(band)) return [];
    return [{ key: arm.name, label: arm.title, style: armStyle(place), ...band }];
  });
}

// Small differences of what is counted whole need a decimal to be told from none.
export function formatOf(format: Format, mode: Mode, sizes: (Maybe | undefined)[]): Format {
  if (mode === "levels" || format.decimals > 0 || format.percent) return format;
  const isSmall = sizes.every((size) => Math.abs(size ?? 0) < 10);
  return isSmall ? { ...format, decimals: 1 } : format;
}

export function valueText(value: Maybe | undefined, format: Format, mode: Mode): string {
  return mode === "levels" ? number(value, format) : change(value, format);
}

export function bandText(line: Line, at: number, format: Format, mode: Mode): string {
  if (!line.low || !line.high) return "";
  return interval(line.low[at], line.high[at], format, "", mode === "levels" ? number : change);
}

// A sentence or two that say what the chart shows.
export function summary(
  title: string,
  lines: Line[],
  placeLabels: string[],
  format: Format,
  mode: Mode,
): string {
  const told = lines.map((line) => {
    const known = line.mean.map((value, at) => ({ value, at })).filter((one) => one.value !== null);
    const [first, last] = [known[0], known[known.length - 1]];
    if (!first || !last) return `${line.label}: nothing known.`;
    const when = (at: number) => (placeLabels[at] ?? "").replace(/^(?!after )/, "in ");
    const from = `${valueText(first.value, format, mode)} ${when(first.at)}`;
    const to = `${valueText(last.value, format, mode)} ${when(last.at)}`;
    return `${line.label}: from ${from} to ${to}.`;
  });
  const kind = mode === "levels" ? "" : ", difference to the baseline";
  return `Line chart: ${title}${kind}. ${told.join(" ")}`;
}

// A row a month; mean and band of every line.
export function lineTable(
  caption: string,
  unit: string,
  lines: Line[],
  labels: { heading: string; rows: string[] },
  format: Format,
  mode: Mode,
): Table {
  const signed = mode === "differences";
  const [low, high] = signed ? ["95% low", "95% high"] : ["P5", "P95"];
  const columns = lines.flatMap((line) => {
    const column = (what: string) => ({ title: `${line.label}${what}`, format, signed });
    const hasBand = line.low && line.high;
    return hasBand ? [column(""), column(`, ${low}`), column(`, ${high}`)] : [column("")];
  });
  const rows: Row[] = labels.rows.map((header, at) => ({
    header,
    cells: lines.flatMap((line) => {
      const mean = line.mean[at] ?? null;
      return line.low && line.high ? [mean, line.low[at] ?? null, line.high[at] ?? null] : [mean];
    }),
  }));
  const what = signed ? unit : ["mean over replications", unit].filter(Boolean).join(", ");
  const heads = [{ title: labels.heading }, ...columns];
  return { caption: `${caption} (${what})`, columns: heads, rows };
}

export function monthHeads(content: Content): { heading: string; rows: string[] } {
  const rows = Array.from({ length: content.months }, (_, month) => {
    return `${month + 1}: ${monthLabel(content.start_date, month)}`;
  });
  return { heading: "Month", rows };
}
