import { describe, expect, it } from "vitest";
import type { Content } from "../content";
import type { Expected, ScenarioControls } from "../studio_api";
import {
  changeText,
  comparison,
  levelText,
  questionsOf,
  tellsToday,
  todayOf,
  whenOf,
} from "./questions";

const expected = (changes: Partial<Expected>): Expected => ({
  name: "bot_annoys",
  says: "Fewer would recommend the operator.",
  outcome: { name: "nps_true", title: "NPS, true", unit: "points" },
  arm: "bot_alone",
  against: "baseline",
  change: "down",
  months: null,
  against_months: null,
  ...changes,
});
const ask = (changes: Partial<Expected>, content: Content | null = null) => {
  const arms = [{ name: "bot_alone", title: "The bot", apply: [] }];
  const controls = { arms, expectations: [expected(changes)] } as unknown as ScenarioControls;
  return questionsOf(controls, content)[0]!;
};
const content = {
  arms: [],
  journeys: [{ name: "join", title: "Going live" }],
  touchpoints: [],
  outcomes: [{ name: "nps_true", arms: [{ mean: -4 }], format: { decimals: 1, percent: false } }],
  promises: [],
} as unknown as Content;

describe("a question", () => {
  it("compares arms by their titles and gives nothing away", () => {
    const question = ask({});
    expect(comparison(question)).toBe("Under “The bot”, against the firm as it is");
    expect(question.what).not.toContain("Fewer");
    expect(todayOf(question, content)).toBe(-4);
    expect(todayOf(question, null)).toBeNull();
  });

  it("compares a firm with itself at another time", () => {
    const question = ask({ arm: "baseline", months: [49, 60], against_months: [1, 12] });
    expect(comparison(question)).toBe(
      "For the firm as it is, in year 5, against the same in the first year",
    );
    expect(todayOf(question, content)).toBeNull();
  });

  it("asks for a level without telling today's", () => {
    const outcome = { name: "journey_satisfied_share.join", title: "", unit: "%" };
    const question = ask({ change: "", arm: "baseline", outcome }, content);
    expect(question.is_level).toBe(true);
    expect(question.what).toContain("“Going live”");
    expect(comparison(question)).toBe("For the firm as it is");
    expect(todayOf(question, content)).toBeNull();
    expect(levelText(question, 0.374)).toBe("37.4%");
    const change = ask({ arm: "bot_alone", outcome }, content);
    expect(tellsToday(change, [change, question])).toBe(false);
    expect(tellsToday(change, [change])).toBe(true);
  });

  it("asks a gain as a change", () => {
    const outcome = { name: "measure.recovery_first_gain", title: "", unit: "" };
    const question = ask({ change: "", arm: "baseline", outcome });
    expect(question.is_level).toBe(false);
    expect(comparison(question)).toContain("against before");
  });

  it("writes changes with sign and unit", () => {
    expect(changeText(ask({}), -5.96)).toBe("−5.96 points");
    expect(changeText(ask({}, content), -5.96)).toBe("−6.0 points");
    const outcome = { name: "churn_rate", title: "churn", unit: "%" };
    expect(changeText(ask({ outcome }), 0.0028)).toBe("+0.3 pp");
  });
});

describe("months", () => {
  it("are years where they are whole ones", () => {
    expect(whenOf([1, 12])).toBe("in the first year");
    expect(whenOf([49, 60])).toBe("in year 5");
    expect(whenOf([13, 36])).toBe("in years 2 to 3");
    expect(whenOf([20, 20])).toBe("in month 20");
    expect(whenOf([2, 7])).toBe("in months 2 to 7");
    expect(whenOf(null)).toBe("");
  });
});
