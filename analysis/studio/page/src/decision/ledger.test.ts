import { describe, expect, it } from "vitest";
import { flipSentences, ledgerRows } from "./ledger";
import { swing } from "./sample";

const hidden = { mean: 500, low: -100, high: 1100 };

describe("the assumption ledger", () => {
  it("puts what stands out of luck first, the widest of it above", () => {
    const rows = ledgerRows([
      swing({ key: "noise", spread: hidden }),
      swing({ key: "narrow", spread: { mean: -20, low: -30, high: -10 } }),
      swing({ key: "wide", spread: { mean: 90, low: 80, high: 100 } }),
    ]);
    expect(rows.map((row) => row.swing.key)).toEqual(["wide", "narrow", "noise"]);
    expect(rows.map((row) => row.verdict)).toEqual([
      "does not turn it", "does not turn it", "hidden by luck",
    ]);
  });
  it("names the value at which the answer turns", () => {
    const row = ledgerRows([swing({ flips_at: 0.4812 })])[0]!;
    expect(row.verdict).toBe("turns at 48.1%");
  });
});

describe("where it flips", () => {
  it("tells which way the number must go, and what then holds", () => {
    const rows = ledgerRows([swing({ flips_at: 0.4812 })]);
    expect(flipSentences(rows, 900)).toEqual([
      "If “margin” falls below 48.1% (taken as 50%), the answer turns: it no longer pays.",
    ]);
    expect(flipSentences(ledgerRows([swing({ flips_at: 0.55 })]), -900)[0]).toBe(
      "If “margin” rises above 55% (taken as 50%), the answer turns: it pays.",
    );
  });
  it("tells of an effectiveness beyond what was tried", () => {
    const bot = { key: 'intervention."bot".effectiveness', meaning: "A bot", unit: "factor" };
    const rows = ledgerRows([swing({ ...bot, value: 1, break_even: 1.572 })]);
    expect(flipSentences(rows, -900)).toEqual([
      "No single number, moved a quarter down or up, turns the answer.",
      "If “A bot” works better than 1.57 times what is assumed, the answer turns: it pays. " +
        "(Read from a straight line beyond what was tried.)",
    ]);
  });
  it("does not believe a flip that luck hides", () => {
    const rows = ledgerRows([swing({ flips_at: 0.45, spread: hidden })]);
    expect(flipSentences(rows, 900)).toEqual([
      "Luck hides what it leans on: no swing stands out at this size.",
      "One more number seems to turn it, but luck hides whether it does.",
    ]);
  });
});
