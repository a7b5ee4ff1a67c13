import { describe, expect, it } from "vitest";
import { restsInWords, tryingInWords } from "./resting";

const size = (replications: number) => ({ people: 5000, replications });

describe("what verdicts rest on", () => {
  it("is told with its people", () => {
    expect(restsInWords(size(10))).toBe("The verdicts rest on 10 replications of 5,000 people.");
    expect(restsInWords(size(1))).toContain("1 replication of");
  });
  it("is told again where it is less while trying", () => {
    expect(tryingInWords(size(10), size(3))).toContain("3 of the 10 replications");
    expect(tryingInWords(size(10), size(10))).toBe("");
    expect(tryingInWords(null, size(3))).toBe("");
  });
});
