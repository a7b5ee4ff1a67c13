// Where everything of a chart stands: axes, marks above the plot, labels at the ends of lines.
import type { Format } from "../content";
import { textWidth } from "./chart_size.svelte";
import { linear, type Linear } from "./linear";
import type { Line, Mark, Mode } from "./lines";
import { placeMarks, type PlacedMark } from "./marks_layout";
import { labelLines, spreadLabels } from "./spread_labels";
import { extentOf, valueTicks, widened, type Extent, type Tick } from "./ticks";

export interface ChartPlan {
  lines: Line[];
  places: number[]; // x of every value
  xEnd: number;
  xTicks: (most: number) => Tick[];
  format: Format;
  mode: Mode;
  marks: Mark[];
  includesZero: boolean;
  extent: Extent | null | undefined; // shared with other charts; found where undefined
  compact: boolean;
  width: number;
  type: number; // size of type
}

export interface EndText {
  rows: string[];
  x: number;
  y: number; // of the first row's middle
  leader: string; // from the line's end to the label
}

export interface ChartLayout {
  type: number;
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Linear;
  y: Linear;
  values: Tick[];
  dates: Tick[];
  marks: PlacedMark[];
  hasZeroLine: boolean;
  ends: EndText[]; // none in a small or narrow chart
}

const letters = 20; // of a row of a label
export const rowHeight = 1.15; // of a label, in sizes of type
const markHeight = 1.3;

export function lastKnown(values: Line["mean"]): number {
  let place = values.length - 1;
  while (place > 0 && values[place] === null) --place;
  return Math.max(0, place);
}

function extentShown({ extent, lines, includesZero, mode }: ChartPlan): Extent | null {
  if (extent !== undefined) return extent;
  const found = extentOf(lines.flatMap((line) => [line.mean, line.low, line.high]));
  return includesZero || mode === "differences" ? widened(found, 0) : found;
}

export function layOut(plan: ChartPlan): ChartLayout {
  const { type, width, compact, lines, places, xEnd } = plan;
  const { domain, ticks } = valueTicks(extentShown(plan), compact ? 4 : 5, plan.format);
  const texts = lines.map((line) => labelLines(line.label, letters));
  const hasLabels = !compact && width > type * 34 && lines.length > 1;
  const widest = (words: string[]) => Math.max(0, ...words.map((word) => textWidth(word, type)));
  const left = 10 + Math.max(type * 2, widest(ticks.map((tick) => tick.label)));
  const right = width - (hasLabels ? 16 + widest(texts.flat()) : type * 0.9);
  const x = linear([Math.min(0, places[0] ?? 0), xEnd], [left, Math.max(left + 80, right)]);
  const marks = marksAbove(plan, x, left);
  const markRows = compact ? 0 : Math.max(0, ...marks.map((mark) => mark.row + 1));
  const top = type * (compact ? 0.8 : 2.2) + markRows * type * markHeight;
  const plot = compact ? 9 * type : Math.min(20 * type, Math.max(15 * type, (right - left) * 0.45));
  const bottom = top + plot;
  const y = linear(domain, [bottom, top]);
  return {
    type,
    width,
    height: bottom + type * 2,
    left,
    right,
    top,
    bottom,
    x,
    y,
    values: ticks,
    dates: plan.xTicks(Math.max(compact ? 3 : 2, Math.floor((right - left) / (type * 6)))),
    marks,
    hasZeroLine: domain[0] < 0 && domain[1] > 0,
    ends: hasLabels ? endTexts(plan, texts, { x, y, right, top, bottom }) : [],
  };
}

function marksAbove({ marks, xEnd, compact, type, width }: ChartPlan, x: Linear, left: number) {
  const within = marks.filter((mark) => mark.at > 0 && mark.at < xEnd);
  const shown = within.map(({ at, label }) => {
    const beside = Math.max(x(at) - left, width - x(at)) - 8;
    const told = compact ? label : shortened(label, beside, type);
    return { x: x(at), label: told, width: compact ? 0 : textWidth(told, type) };
  });
  return placeMarks(shown, left, width);
}

// What fits beside the mark; the words around a chart say the rest.
function shortened(label: string, room: number, type: number): string {
  const letters = Math.floor(room / textWidth("n", type));
  return label.length <= letters ? label : `${label.slice(0, Math.max(3, letters - 1)).trimEnd()}…`;
}

// Height of the middle of a mark's label.
export function markBaseline(mark: PlacedMark, type: number): number {
  return type * 2.6 + mark.row * type * markHeight;
}

type Plot = Pick<ChartLayout, "x" | "y" | "right" | "top" | "bottom">;

function endTexts({ lines, places, type }: ChartPlan, texts: string[][], plot: Plot): EndText[] {
  const lineEnds = lines.map((line) => {
    const place = lastKnown(line.mean);
    return { x: plot.x(places[place] ?? 0), y: plot.y(line.mean[place] ?? 0) };
  });
  const middles = spreadLabels(
    lineEnds.map(({ y }, at) => ({ at: y, height: texts[at]!.length * type * rowHeight + 2 })),
    plot.top - type,
    plot.bottom + type,
  );
  return texts.map((rows, at) => {
    const { x, y } = lineEnds[at]!;
    const middle = middles[at]!;
    return {
      rows,
      x: plot.right + 12,
      y: middle - ((rows.length - 1) * type * rowHeight) / 2,
      leader: `M${x + 2} ${y}L${plot.right + 9} ${middle}`,
    };
  });
}
