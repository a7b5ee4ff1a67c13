import { describe, expect, it } from "vitest";
import type { CatalogueKind } from "../studio_api";
import { kindGroups } from "./catalogue_groups";

const kind = (name: string, title: string, nature = "intervention") =>
  ({ name, title, nature, meaning: "", scopes: [], needs: "", controls: [] }) as CatalogueKind;
const kinds = [
  kind("price", "Price"),
  kind("culture", "Customer-centric culture"),
  kind("brand_new", "Something new"),
  kind("outage", "Outage", "shock"),
];
const names = (sought = "") =>
  kindGroups(kinds, sought).map(({ title, kinds }) => [title, ...kinds.map(({ name }) => name)]);

describe("kinds in groups", () => {
  it("keep their order, also one that nobody has sorted yet", () => {
    expect(names()).toEqual([
      ["The whole firm", "culture"],
      ["Market and loyalty", "price"],
      ["More", "brand_new"],
      ["Shocks: what may befall the firm", "outage"],
    ]);
  });
  it("are found by every word", () => {
    expect(names(" customer CULT ")).toEqual([["The whole firm", "culture"]]);
    expect(names("shock")).toEqual([["Shocks: what may befall the firm", "outage"]]);
    expect(names("nothing like it")).toEqual([]);
  });
});
