import { describe, expect, it } from "vitest";
import type { Content, Diary, LifeContact } from "../content";
import { contactsTable, contactWords, spokenContact } from "./words";

const content = {
  start_date: "2026-01-01",
  journeys: [{ name: "switch", title: "Switch over" }],
  touchpoints: [{ name: "store", title: "Store" }],
} as unknown as Content;
const contact: LifeContact = {
  day: -1, journey: "switch", touchpoint: "store", answered_by: "human", failed: true, wait: 3.6,
  expected: 0.75, perceived: 0.4, gap: -0.35, reaction: -0.5, valence: -0.4, trust: 0.51,
  satisfaction: 0,
};

describe("a contact in words", () => {
  it("says who answered, after how long, and how it felt", () => {
    const told = contactWords(contact, content);
    expect(told.date).toBe("31 Dec 2025");
    expect(told.how).toBe("a human answered after 4 minutes, but it failed");
    expect(told.figures[3]).toEqual({ title: "valence", value: "−0.40", word: "upset" });
  });
  it("is told in one breath to screen readers", () => {
    expect(spokenContact(contact, content)).toContain("Store, Switch over: a human answered");
  });
  it("has a row in the table", () => {
    const table = contactsTable({ contacts: [contact] } as unknown as Diary, "A life", content);
    expect(table.rows[0]!.cells).toHaveLength(table.columns.length - 1);
  });
});
