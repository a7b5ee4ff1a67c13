import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StudioEvent } from "../studio_api";
import { problemsOf, StudioClient, StudioProblem } from "./studio_client";

function answering(status: number, body: unknown) {
  return vi.fn(async (_url: unknown, _how?: RequestInit) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return new Response(text, { status });
  });
}

class FakeEvents extends EventTarget {
  static made: FakeEvents[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((message: MessageEvent) => void) | null = null;
  constructor(readonly url: string) {
    super();
    FakeEvents.made.push(this);
  }
  close = vi.fn(() => void (this.readyState = 2));
  say(type: string, data: string) {
    const message = new MessageEvent(type, { data });
    if (type === "message") this.onmessage?.(message);
    else this.dispatchEvent(message);
  }
}

describe("questions", () => {
  it("carry every override of their own", async () => {
    const fetching = answering(200, { name: "03_chatbot_bet" });
    const client = new StudioClient(fetching);
    const set = ["a=1", 'arm.bot.apply=["x & y"]'];
    expect((await client.scenario("03_chatbot_bet", set)).name).toBe("03_chatbot_bet");
    const url = new URL(String(fetching.mock.calls[0]![0]), "http://studio");
    expect(url.pathname).toBe("/api/scenario");
    expect(url.searchParams.getAll("set")).toEqual(set);
    await client.scenario("", []);
    expect(fetching.mock.calls[1]![0]).toBe("/api/scenario?");
  });

  it("post JSON", async () => {
    const fetching = answering(200, { run: 3, people: 100, person_days: 1000 });
    const started = await new StudioClient(fetching).start("01_first_run", ["a=1"]);
    expect(started.run).toBe(3);
    const how = fetching.mock.calls[0]![1]!;
    expect(how.method).toBe("POST");
    expect(new Headers(how.headers).get("Content-Type")).toBe("application/json");
    expect(JSON.parse(String(how.body))).toEqual({ scenario: "01_first_run", set: ["a=1"] });
  });

  it("name the arm of a leaning safely", async () => {
    const fetching = answering(200, {});
    await new StudioClient(fetching).leaning(2, "bot & culture");
    expect(fetching.mock.calls[0]![0]).toBe("/api/runs/2/leaning?arm=bot%20%26%20culture");
  });
});

describe("a scenario with additions", () => {
  it("is asked for and run with them", async () => {
    const fetching = answering(200, { name: "a" });
    const client = new StudioClient(fetching);
    await client.scenario("a", ["b=1"], "[[arm]]");
    expect(fetching.mock.calls[0]![0]).toBe("/api/scenario");
    const bodyOf = (call: number) => JSON.parse(String(fetching.mock.calls[call]![1]!.body));
    expect(bodyOf(0)).toEqual({ scenario: "a", set: ["b=1"], toml: "[[arm]]" });
    await client.start("a", [], "[[arm]]");
    expect(bodyOf(1)).toEqual({ scenario: "a", set: [], toml: "[[arm]]" });
  });
});

describe("a file", () => {
  const given = { "Content-Disposition": 'attachment; filename="a_saved.html"' };
  it("comes with the server's name for it", async () => {
    const fetching = vi.fn(async () => new Response("x", { headers: given }));
    const { blob, name } = await new StudioClient(fetching).download(1, "report.html?quick=1");
    expect([await blob.text(), name]).toEqual(["x", "a_saved.html"]);
  });
  it("may be refused, in words", async () => {
    const told = { file: "", line: 0, key: "", what: "stopped", why: "so", cure: "do" };
    const failed = new StudioClient(answering(410, { problems: [told] })).download(1, "results.h5");
    expect(problemsOf(await failed.catch((thrown: unknown) => thrown))).toEqual([told]);
  });
  it("is given up, as every part of a run, when a newer run begins", async () => {
    const fetching = vi.fn(async (url: unknown, how?: RequestInit) => {
      if (!String(url).includes("report")) return new Response("{}");
      return new Promise<Response>((_, fail) =>
        how?.signal?.addEventListener("abort", () => fail(new Error("aborted"))),
      );
    });
    const client = new StudioClient(fetching as unknown as typeof fetch);
    const caught = client.download(1, "report.html").catch((thrown: unknown) => thrown);
    await client.start("a", []);
    expect(problemsOf(await caught)[0]!.what).toBe("this was given up");
  });
});

describe("what goes wrong", () => {
  const asked = (fetching: typeof fetch) =>
    new StudioClient(fetching).library().then(
      () => [],
      (thrown: unknown) => problemsOf(thrown),
    );

  it("is told in the server's words", async () => {
    const told = { file: "", line: 0, key: "company.price", what: "no", why: "so", cure: "do" };
    expect(await asked(answering(400, { problems: [told] }))).toEqual([told]);
    expect(await asked(answering(200, { problems: [told] }))).toEqual([told]);
  });

  it("is told in our own where the server has none", async () => {
    expect((await asked(answering(500, "<html>")))[0]!.what).toContain("500");
    expect((await asked(answering(403, {})))[0]!.cure).toContain("cxsim studio");
    expect((await asked(answering(200, "not JSON")))[0]!.what).toContain("200");
    const gone = vi.fn(() => Promise.reject(new TypeError("failed to fetch")));
    expect((await asked(gone as typeof fetch))[0]!.what).toContain("does not answer");
  });

  it("is an error with problems, and anything else becomes one", () => {
    const told = problemsOf(new StudioProblem(problemsOf("strange")));
    expect(told[0]!.what).toBe("strange");
  });
});

describe("events", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeEvents.made = [];
  });
  afterEach(() => void vi.useRealTimers());

  function listening() {
    const line = { heard: vi.fn(), returned: vi.fn(), broken: vi.fn() };
    const make = (url: string) => new FakeEvents(url) as unknown as EventSource;
    const hangUp = new StudioClient(answering(200, {}), make, 1000).listen(line);
    return { line, hangUp };
  }

  it("are heard by name and without, nonsense is not", () => {
    const { line } = listening();
    const events = FakeEvents.made[0]!;
    events.say("progress", '{"run":1,"task":"run","done":2,"of":4}');
    events.say("message", '{"event":"done","run":1,"seconds":2.5}');
    events.say("message", '{"event":"weather"}');
    events.say("done", "not JSON");
    const heard = line.heard.mock.calls.map(([event]) => event as StudioEvent);
    expect(heard).toEqual([
      { event: "progress", run: 1, task: "run", done: 2, of: 4 },
      { event: "done", run: 1, seconds: 2.5 },
    ]);
  });

  it("come back by the browser's own resuming", () => {
    const { line } = listening();
    const events = FakeEvents.made[0]!;
    events.onopen!();
    expect(line.returned).not.toHaveBeenCalled();
    events.onerror!();
    events.onerror!();
    expect(line.broken).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5000);
    expect(FakeEvents.made).toHaveLength(1);
    events.onopen!();
    expect(line.returned).toHaveBeenCalledTimes(1);
  });

  it("are asked for anew once the browser has given up", () => {
    const { line, hangUp } = listening();
    FakeEvents.made[0]!.readyState = 2;
    FakeEvents.made[0]!.onerror!();
    vi.advanceTimersByTime(1000);
    expect(FakeEvents.made).toHaveLength(2);
    FakeEvents.made[1]!.onopen!();
    expect(line.returned).toHaveBeenCalledTimes(1);
    hangUp();
    expect(FakeEvents.made[1]!.close).toHaveBeenCalled();
  });
});
