import { expect, it } from "vitest";
import { changed, chosenIn } from "./address.svelte";

it("takes a bare word for the view", () => {
  expect(chosenIn("#outcomes").get("view")).toBe("outcomes");
  expect(chosenIn("#view=lives&person=43").get("person")).toBe("43");
  expect([...chosenIn("")]).toEqual([]);
});

it("changes its own keys and leaves the others", () => {
  const hash = "#scenario=bot&set=a%3D1&set=b%3D2&view=lives&person=43";
  const next = chosenIn(changed(hash, { view: "journeys", person: null, day: 90 }));
  expect(next.getAll("set")).toEqual(["a=1", "b=2"]);
  expect(next.get("person")).toBeNull();
  expect(next.get("day")).toBe("90");
  expect(next.get("view")).toBe("journeys");
});

it("keeps lists", () => {
  expect(chosenIn(changed("", { set: ["a=1", "b=2"] })).getAll("set")).toEqual(["a=1", "b=2"]);
});
