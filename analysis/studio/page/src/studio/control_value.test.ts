import { describe, expect, it } from "vitest";
import type { Control } from "../studio_api";
import {
  dateOfDay,
  dayOfDate,
  onSlider,
  overrideText,
  sameValue,
  stageName,
  valueInWords,
  valueOfText,
} from "./control_value";

const control = (changes: Partial<Control>): Control => ({
  key: "company.culture",
  label: "culture",
  meaning: "",
  unit: "share",
  tag: "assumption",
  source: "",
  value: 0.25,
  low: 0,
  high: 1,
  step: 0.05,
  whole: false,
  ...changes,
});

describe("a control's value", () => {
  it("is written as --set takes it", () => {
    expect(overrideText(control({}), 0.1 + 0.2)).toBe("0.3");
    expect(overrideText(control({ whole: true }), 4.4)).toBe("4");
    expect(overrideText(control({ unit: "flag" }), 1)).toBe("true");
    expect(overrideText(control({}), 0.0000006)).toBe("6e-7");
  });

  it("is read again", () => {
    expect(valueOfText("0.3")).toBe(0.3);
    expect(valueOfText("true")).toBe(1);
    expect(valueOfText("false")).toBe(0);
    expect(valueOfText(" ")).toBeNaN();
  });

  it("is the same within rounding only", () => {
    expect(sameValue(0.3, 0.1 + 0.2)).toBe(true);
    expect(sameValue(0, 0)).toBe(true);
    expect(sameValue(0.0006, 0.0007)).toBe(false);
    expect(sameValue(0, 0.000001)).toBe(false);
  });

  it("stands on a step of its slider, within its ends", () => {
    expect(onSlider(control({}), 0.26)).toBe(0.25);
    expect(onSlider(control({}), 7)).toBe(1);
    expect(onSlider(control({ low: 0.01, step: 0.1 }), 0.3)).toBe(0.31);
  });

  it("is told in words", () => {
    expect(valueInWords(control({}), 0.25, "2026-01-01")).toBe("0.25 share");
    expect(valueInWords(control({ unit: "flag" }), 0, "2026-01-01")).toBe("off");
    const start = control({ key: "intervention.bot.start", unit: "days", whole: true });
    expect(valueInWords(start, 360, "2026-01-01")).toBe("27 Dec 2026");
    expect(valueInWords(control({ unit: "stage" }), 2, "")).toBe("2, Explore");
    expect(stageName(2.5)).toBe("between Explore and Mobilise");
    expect(stageName(6)).toBe("Embed");
  });
});

describe("a day of results", () => {
  it("is a date and back, over leap years", () => {
    for (const day of [0, 1, 59, 360, 789, 1460, -5])
      expect(dayOfDate("2026-01-01", dateOfDay("2026-01-01", day))).toBe(day);
    expect(dateOfDay("2028-02-28", 1)).toBe("2028-02-29");
  });
});
