import { expect, it } from "vitest";
import { entryOf, explained, glossary } from "./glossary";

it("explains each abbreviation of a text once", () => {
  const parts = explained("NPV loses: NPV −8 EUR, and NPS falls.");
  expect(parts.map((part) => part.text).join("")).toBe("NPV loses: NPV −8 EUR, and NPS falls.");
  expect(parts.filter((part) => part.term).map((part) => part.term)).toEqual(["NPV", "NPS"]);
});

it("leaves words alone that only contain one", () => {
  expect(explained("appNPV and CXsim, pp-based").filter((part) => part.term)).toEqual([]);
});

it("has a title and a full sentence for every term", () => {
  for (const [name, entry] of Object.entries(glossary)) {
    expect(entry.title, name).not.toBe("");
    expect(entry.meaning, name).toMatch(/^[A-Z].*\.$/s);
  }
  expect(entryOf("no such term")).toBeNull();
});
