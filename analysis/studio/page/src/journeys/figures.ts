// The figures of a touchpoint, at a month or over the last year, for the panel and the table.
import type { Content, Format, Maybe } from "../content";
import type { TermName } from "../base/glossary";
import type { Row, Table } from "../base/table";
import { monthLabel } from "../base/format";
import { weighted } from "./satisfaction";

export type Measure = keyof Content["touchpoint_months"];
export type Period = "month" | "year";

export interface Figure {
  title: string;
  unit: string;
  format: Format;
  measure: Measure;
  share: boolean; // of the touchpoint's contacts
  term?: TermName;
  meaning: string;
}

const plain = (decimals: number): Format => ({ decimals, percent: false });
const percent: Format = { decimals: 0, percent: true };

export const figures: Figure[] = [
  {
    title: "Satisfied", unit: "", format: percent, measure: "touchpoint_satisfied_share",
    share: false, meaning: "Share of those asked after a contact here who were satisfied.",
  },
  {
    title: "Gap, true", unit: "", format: plain(3), measure: "touchpoint_gap", share: false,
    meaning:
      "Perceived less expected quality, as customers feel it. Below zero they got less than " +
      "they expected.",
  },
  {
    title: "Gap, as the firm sees it", unit: "", format: plain(3), measure: "touchpoint_gap_seen",
    share: false,
    meaning: "The same gap as the firm measures it: of few answers, with noise.",
  },
  {
    title: "Wait", unit: "min", format: plain(1), measure: "touchpoint_wait", share: false,
    meaning: "Mean wait for people to answer, of those who queued.",
  },
  {
    title: "Failures", unit: "", format: { decimals: 1, percent: true },
    measure: "touchpoint_failures", share: true, meaning: "Share of contacts here that failed.",
  },
  {
    title: "Failure demand", unit: "", format: percent, measure: "failure_demand", share: true,
    term: "failure demand",
    meaning: "Share of contacts here that are only needed because something failed before.",
  },
  {
    title: "Contacts", unit: "a month", format: plain(0), measure: "touchpoint_contacts",
    share: false, meaning: "Contacts of customers here in a month.",
  },
];

// A value a month.
export function monthsOf(
  content: Content, figure: Figure, arm: number, touchpoint: number,
): Maybe[] {
  const of = (measure: Measure) => content.touchpoint_months[measure]?.[arm]?.[touchpoint] ?? [];
  const values = of(figure.measure);
  if (!figure.share) return values;
  const contacts = of("touchpoint_contacts");
  return values.map((value, month) => {
    const all = contacts[month] ?? 0;
    return value === null || all <= 0 ? null : value / all;
  });
}

// At a month, or over the last twelve: means weighted by contacts, contacts themselves a month.
export function valueOf(
  content: Content, figure: Figure, arm: number, touchpoint: number, period: Period, month: number,
): Maybe {
  const values = monthsOf(content, figure, arm, touchpoint);
  if (period === "month") return values[month] ?? null;
  const year = values.slice(-12);
  if (figure.measure === "touchpoint_contacts") return weighted(year, year.map(() => 1));
  const contacts = content.touchpoint_months.touchpoint_contacts?.[arm]?.[touchpoint] ?? [];
  return weighted(year, contacts.slice(-12));
}

export function periodLabel(content: Content, period: Period, month: number): string {
  if (period === "month") return monthLabel(content.start_date, month);
  const first = Math.max(0, content.months - 12);
  const [from, to] = [first, content.months - 1].map((at) => monthLabel(content.start_date, at));
  return `${from} to ${to}`;
}

// All touchpoints at a month of an arm.
export function figuresTable(content: Content, arm: number, month: number): Table {
  const rows: Row[] = content.touchpoints.map(({ title, channel, owner }, touchpoint) => ({
    header: title,
    cells: [
      channel,
      content.departments[owner]?.title ?? "",
      ...figures.map((figure) => valueOf(content, figure, arm, touchpoint, "month", month)),
    ],
  }));
  const armTitle = content.arms[arm]?.title ?? "";
  return {
    caption: `Touchpoints in ${monthLabel(content.start_date, month)}, ${armTitle}`,
    columns: [
      { title: "Touchpoint" },
      { title: "Channel" },
      { title: "Owner" },
      ...figures.map(({ title, unit, format }) => ({ title, unit, format })),
    ],
    rows,
  };
}
