// The numbers of every figure of the decision as tables.
import type { Column, Table } from "../base/table";
import type { Content, Decision, Promise_ } from "../content";
import { armTitle } from "./answer";
import { tagWord, type LedgerRow } from "./ledger";
import type { PeopleRow } from "./people";
import { outcomeTitle } from "../base/outcome_title";
import { luckOf, luckWord, runsAbove } from "./verdict";
import type { WaterfallBar } from "./waterfall";

const whole = { decimals: 0, percent: false };
const one = { decimals: 1, percent: false };
const share = { decimals: 2, percent: true };

function moneyColumn(title: string, currency: string): Column {
  return { title, unit: currency, format: whole, signed: true };
}

export function comparisonTable(content: Content): Table {
  const { currency, decisions } = content;
  return {
    caption: "Every arm against the baseline",
    columns: [
      { title: "Arm" },
      { ...moneyColumn("NPV, mean", currency), term: "NPV" },
      moneyColumn("95% from", currency),
      moneyColumn("95% to", currency),
      { title: "Runs above zero", format: whole },
      { title: "Runs", format: whole },
      { title: "Payback, median", unit: "months", format: one, term: "payback" },
      { title: "Verdict" },
    ],
    rows: decisions.map((decision) => {
      const { above, of } = runsAbove(decision);
      const { mean, low, high } = decision.npv;
      return {
        header: armTitle(content, decision.arm),
        cells: [mean, low, high, above, of, decision.payback.median, luckWord[luckOf(decision)]],
      };
    }),
  };
}

export function runsTable(decision: Decision, title: string, currency: string): Table {
  return {
    caption: `Every run of ${title}`,
    columns: [
      { title: "Run" },
      moneyColumn("NPV against the baseline", currency),
      { title: "Payback", unit: "months", format: whole, term: "payback" },
    ],
    rows: decision.npv.values.map((value, run) => ({
      header: String(run + 1),
      cells: [value, decision.payback.months[run] ?? null],
    })),
  };
}

export function waterfallTable(bars: WaterfallBar[], title: string, currency: string): Table {
  return {
    caption: `Where the money comes from: ${title}`,
    columns: [
      { title: "Term" },
      moneyColumn("Change, mean", currency),
      moneyColumn("95% from", currency),
      moneyColumn("95% to", currency),
      { title: "Luck" },
    ],
    rows: bars.map(({ title: header, mean, low, high, isClear }) => ({
      header,
      cells: [mean, low, high, low === null ? "" : isClear ? "clear of luck" : "hidden by luck"],
    })),
  };
}

export function ledgerTable(rows: LedgerRow[], title: string, currency: string): Table {
  const number = { format: { decimals: 3, percent: false } };
  return {
    caption: `Assumption ledger: ${title}`,
    columns: [
      { title: "Number of the model" },
      { title: "Key" },
      { title: "Unit" },
      { title: "Tag" },
      { title: "Source" },
      { title: "Taken as", ...number },
      { title: "From", ...number },
      { title: "To", ...number },
      moneyColumn("NPV at from", currency),
      moneyColumn("NPV at to", currency),
      moneyColumn("Swing", currency),
      moneyColumn("Swing, 95% from", currency),
      moneyColumn("Swing, 95% to", currency),
      { title: "Turns at", ...number },
      { title: "Verdict" },
    ],
    rows: rows.map(({ swing, label, verdict }) => ({
      header: label,
      cells: [
        swing.key, swing.unit, tagWord(swing.tag), swing.source,
        swing.value, swing.low, swing.high, swing.npv_at_low.mean, swing.npv_at_high.mean,
        swing.spread.mean, swing.spread.low, swing.spread.high, swing.flips_at, verdict,
      ],
    })),
  };
}

export function peopleTable(rows: PeopleRow[], title: string, currency: string): Table {
  const people = (name: string): Column => ({ title: name, unit: "people", format: one });
  return {
    caption: `Who is helped and who is harmed: ${title}`,
    columns: [
      { title: "Group" },
      people("In the group"),
      people("Customers at the start"),
      people("Kept"),
      people("Won"),
      people("Lost"),
      people("Missed"),
      { title: "Kept less lost", unit: "of customers", format: share, signed: true },
      { title: "95% from", format: share, signed: true },
      { title: "95% to", format: share, signed: true },
      {
        title: "Profit",
        unit: `${currency} a person`,
        format: { decimals: 2, percent: false },
        signed: true,
      },
    ],
    rows: rows.map(({ title: header, section, group: g }) => ({
      header,
      group: section,
      cells: [
        g.people, g.customers_at_start, g.kept, g.won, g.lost, g.missed,
        g.net_kept.mean, g.net_kept.low, g.net_kept.high, g.profit.mean,
      ],
    })),
  };
}

export function promisesTable(promises: Promise_[], content: Content): Table {
  const titleOf = (name: string) => content.arms.find((arm) => arm.name === name)?.title ?? name;
  return {
    caption: "What the scenario promised",
    columns: [
      { title: "Promise" },
      { title: "Outcome" },
      { title: "Arm" },
      { title: "Against" },
      { title: "Expected" },
      { title: "Found, mean" },
      { title: "95% from" },
      { title: "95% to" },
      { title: "Verdict" },
    ],
    rows: promises.map((promise) => ({
      header: promise.says,
      unit: promise.outcome.unit,
      format: promise.outcome.format,
      cells: [
        outcomeTitle(promise.outcome, content), titleOf(promise.arm), titleOf(promise.against),
        promise.change || "a level", promise.mean, promise.low, promise.high, promise.verdict,
      ],
    })),
  };
}
