import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Latest } from "./latest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function after<T>(ms: number, answer: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(answer), ms));
}

describe("the latest question", () => {
  it("waits for a pause and is asked once", async () => {
    const latest = new Latest(150);
    const work = vi.fn(async () => "answer");
    const answered = vi.fn();
    for (let i = 0; i < 5; i++) {
      latest.ask(work, answered, vi.fn());
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(50);
    expect(work).toHaveBeenCalledTimes(1);
    expect(answered).toHaveBeenCalledExactlyOnceWith("answer");
  });

  it("drops an older answer that comes late", async () => {
    const latest = new Latest(150);
    const answered = vi.fn();
    latest.ask(() => after(1000, "slow"), answered, vi.fn());
    await vi.advanceTimersByTimeAsync(200);
    latest.ask(() => after(10, "quick"), answered, vi.fn());
    await vi.advanceTimersByTimeAsync(2000);
    expect(answered).toHaveBeenCalledExactlyOnceWith("quick");
  });

  it("drops an older failure and tells the latest one", async () => {
    const latest = new Latest(0);
    const failed = vi.fn();
    latest.ask(() => after(100, 0).then(() => Promise.reject("old")), vi.fn(), failed);
    await vi.advanceTimersByTimeAsync(1);
    latest.ask(() => Promise.reject("new"), vi.fn(), failed);
    await vi.advanceTimersByTimeAsync(500);
    expect(failed).toHaveBeenCalledExactlyOnceWith("new");
  });

  it("forgets what was asked, also within the work", async () => {
    const latest = new Latest(0);
    const answered = vi.fn();
    let wanted = true;
    latest.ask(
      async (isLatest) => {
        await after(100, 0);
        wanted = isLatest();
      },
      answered,
      vi.fn(),
    );
    await vi.advanceTimersByTimeAsync(10);
    latest.forget();
    await vi.advanceTimersByTimeAsync(500);
    expect(answered).not.toHaveBeenCalled();
    expect(wanted).toBe(false);
  });
});
