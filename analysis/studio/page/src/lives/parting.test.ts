import { describe, expect, it } from "vitest";
import type { Diary, LifeContact, LifeEntry } from "../content";
import { otherArm, partingOf } from "./parting";

function contact(day: number, perceived = 0.7): LifeContact {
  return {
    day, journey: "j", touchpoint: "t", answered_by: "nobody", failed: false, wait: 0,
    expected: 0.7, perceived, gap: 0, reaction: 0, valence: 0, trust: 0.5, satisfaction: 0,
  };
}
function entry(first_day: number, last_day: number, text = ""): LifeEntry {
  return { first_day, last_day, heading: "", paragraphs: [text] };
}
function life(entries: LifeEntry[], contacts: LifeContact[], looks: Diary["looks"] = []): Diary {
  return { title: "", portrait: [], entries, epilogue: [], contacts, looks };
}

describe("where two lives part", () => {
  const start = entry(0, 9);
  it("never, if they are the same", () => {
    const one = life([start], [contact(5)]);
    expect(partingOf(one, structuredClone(one)).day).toBeNull();
    expect(otherArm([one, structuredClone(one)], 0)).toBeNull();
  });
  it("on the day of the first contact that differs", () => {
    const a = life([start, entry(20, 30, "well")], [contact(5), contact(25, 0.9)]);
    const b = life([start, entry(20, 30, "badly")], [contact(5), contact(25, 0.2)]);
    const parting = partingOf(a, b);
    expect(parting.day).toBe(25);
    expect(parting.shared).toEqual([start]);
    expect(parting.rests.map((rest) => rest.length)).toEqual([1, 1]);
  });
  it("where one has a contact that the other lacks", () => {
    const a = life([start, entry(20, 20)], [contact(5), contact(20)]);
    expect(partingOf(a, life([start], [contact(5)])).day).toBe(20);
  });
  it("at a monthly review, if one leaves at it and the other stays", () => {
    const a = life([start], [contact(5)], [{ day: 13, left: true }]);
    const b = life([start], [contact(5)], [{ day: 13, left: false }]);
    expect(partingOf(a, b).day).toBe(13);
  });
  it("with the first entry that differs, if only the story tells of it", () => {
    const a = life([start, entry(30, 60, "heard good once")], [contact(5), contact(90)]);
    const b = life([start, entry(30, 60, "heard good twice")], [contact(5), contact(90, 0.1)]);
    expect(partingOf(a, b).day).toBe(30);
  });
  it("chooses the first arm in which a life goes another way", () => {
    const one = life([start], [contact(5)]);
    const other = life([start], [contact(6)]);
    expect(otherArm([one, structuredClone(one), other], 0)).toBe(2);
  });
});
