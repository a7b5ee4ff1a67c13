import { describe, expect, it } from "vitest";
import {
  change,
  dayLabel,
  duration,
  interval,
  money,
  monthLabel,
  number,
  percent,
  plural,
  short,
  unknown,
} from "./format";

const whole = { decimals: 0, percent: false };
const share = { decimals: 1, percent: true };

describe("number", () => {
  it("groups thousands and appends the unit", () => {
    expect(number(1234567, whole, "EUR")).toBe("1,234,567 EUR");
  });
  it("writes a share as percent, without its unit", () => {
    expect(number(0.0226, share, "% a month")).toBe("2.3%");
  });
  it("has a true minus sign, and none before zero", () => {
    expect(number(-8340, whole)).toBe("−8,340");
    expect(number(-0.2, whole)).toBe("0");
  });
  it("says when a number is not known", () => {
    expect(number(null)).toBe(unknown);
    expect(number(Number.NaN)).toBe(unknown);
    expect(number(undefined)).toBe(unknown);
  });
});

describe("change", () => {
  it("always has its sign, and none where there is none", () => {
    expect(change(42, whole)).toBe("+42");
    expect(change(-42, whole)).toBe("−42");
    expect(change(0.0001, whole)).toBe("0");
  });
  it("tells a difference of shares in percentage points", () => {
    expect(change(0.0028, { decimals: 2, percent: true })).toBe("+0.28 pp");
  });
});

describe("interval", () => {
  it("names the unit once", () => {
    expect(interval(846, 899, whole, "people")).toBe("846 to 899 people");
    expect(interval(-0.01, 0.02, share, "", change)).toBe("−1.0 to +2.0 pp");
  });
  it("is unknown where an end is", () => {
    expect(interval(1, null, whole)).toBe(unknown);
  });
});

describe("money", () => {
  it("drops the small change of large sums", () => {
    expect(money(-8340.18, "EUR")).toBe("−8,340 EUR");
    expect(money(3.675, "EUR")).toBe("3.68 EUR");
    expect(money(12_345_678, "EUR")).toBe("12.3 million EUR");
    expect(money(500, "EUR", change)).toBe("+500 EUR");
  });
});

describe("short", () => {
  it("shortens thousands and millions for axes", () => {
    expect(short(25_000, whole)).toBe("25k");
    expect(short(12_500, whole)).toBe("12.5k");
    expect(short(-2_000_000, whole)).toBe("−2M");
    expect(short(0.4, share)).toBe("40.0%");
  });
});

describe("days and months", () => {
  it("counts from the start of results", () => {
    expect(dayLabel("2026-01-01", 0)).toBe("1 Jan 2026");
    expect(dayLabel("2026-01-01", -4)).toBe("28 Dec 2025");
    expect(dayLabel("2026-01-01", 365)).toBe("1 Jan 2027");
  });
  it("names the calendar month in which a month of 30 days mostly lies", () => {
    expect(monthLabel("2026-01-01", 0)).toBe("Jan 2026");
    expect(monthLabel("2026-01-01", 35)).toBe("Dec 2028");
  });
  it("tells spans in the words of people", () => {
    expect(duration(12)).toBe("12 days");
    expect(duration(1)).toBe("1 day");
    expect(duration(365)).toBe("1 year");
    expect(duration(1080)).toBe("3 years");
    expect(duration(840)).toBe("2 years and 4 months");
  });
});

it("percent and plural", () => {
  expect(percent(0.5)).toBe("50%");
  expect(plural(1, "arm")).toBe("1 arm");
  expect(plural(1200, "arm")).toBe("1,200 arms");
});
