import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Content } from "../content";
import type { Control, ScenarioControls, StudioEvent } from "../studio_api";
import { setOf } from "./overrides";
import { StudioState } from "./studio.svelte";
import { problem, StudioClient, StudioProblem, type Line } from "./studio_client";

const control = (key: string, value: number): Control => ({
  key,
  label: key,
  meaning: "",
  unit: "",
  tag: "choice",
  source: "",
  value,
  low: 0,
  high: 10,
  step: 0.1,
  whole: false,
});
const stage = control("company.maturity_stage", 2);

function controlsOf(set: readonly string[], toml: string): ScenarioControls {
  const interventions = ["bot", "culture"].map((name) => ({ name, controls: [] }));
  const arms = [{ name: "alone", title: "Alone", apply: ["bot"] }];
  const simulation = [control("simulation.people", 5000), control("simulation.replications", 2)];
  const said = { name: "firm", set: [...set], toml };
  const about = { ...said, company: [stage], simulation, interventions, arms };
  return about as unknown as ScenarioControls;
}

const contentOf = (run: number) =>
  ({ seed: run, arms: [], people: 5000, replications: 10 }) as unknown as Content;

// A studio of which the test is the server.
function fake() {
  const client = new StudioClient();
  let runs = 0;
  let line: Line | undefined;
  const said = {
    scenario: vi.fn(async (_name: string, set: readonly string[], toml = "") => {
      return controlsOf(set, toml);
    }),
    start: vi.fn(async (_name: string, _set: readonly string[], _toml?: string) => {
      return { run: ++runs, people: 1, person_days: 1 };
    }),
    stop: vi.fn(async () => ({})),
    content: vi.fn(async (run: number) => contentOf(run)),
    library: vi.fn(async () => []),
    startLeaning: vi.fn(async () => ({})),
    leaning: vi.fn(async () => ({ people: 7 }) as never),
    listen: (one: Line) => {
      line = one;
      return () => undefined;
    },
  };
  const studio = new StudioState(Object.assign(client, said));
  studio.open();
  return { studio, said, tell: (event: StudioEvent) => line!.heard(event), line: () => line! };
}

const done = (run: number): StudioEvent => ({ event: "done", run, seconds: 1 });
const settle = (ms = 200) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("history", { replaceState: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function opened() {
  const all = fake();
  await settle();
  all.tell(done(1));
  await settle();
  return all;
}

describe("the studio", () => {
  it("begins with what the server was started with, and runs it", async () => {
    const { studio, said } = await opened();
    expect(said.scenario.mock.calls[0]).toEqual(["", []]);
    expect(studio.scenario).toBe("firm");
    expect([studio.run, studio.is_running, studio.is_stale]).toEqual([1, false, false]);
    expect(studio.original).toBe(studio.results);
  });

  it("runs many quick changes once, and keeps the old results meanwhile", async () => {
    const { studio, said, tell } = await opened();
    for (const value of [2.1, 2.5, 3]) studio.set(stage, value);
    expect([studio.is_running, studio.is_stale, studio.run]).toEqual([true, true, 1]);
    await settle();
    expect(said.start.mock.calls.slice(1)).toEqual([["firm", ["company.maturity_stage=3"], ""]]);
    tell({ event: "progress", run: 2, task: "run", done: 1, of: 4 });
    expect(studio.progress).toBe(0.25);
    tell(done(2));
    await settle();
    expect([studio.run, studio.before?.run, studio.is_stale]).toEqual([2, 1, false]);
  });

  it("drops the answer of an older run", async () => {
    const { studio, said, tell } = await opened();
    studio.set(stage, 3);
    await settle();
    studio.set(stage, 4);
    tell(done(2));
    await settle();
    expect(said.content).toHaveBeenCalledTimes(1);
    expect([studio.run, studio.is_running]).toEqual([1, true]);
    tell(done(3));
    await settle();
    expect(studio.run).toBe(3);
  });

  it("hears an end that is told before the run has its number", async () => {
    const { studio, said, tell } = await opened();
    said.start.mockImplementationOnce(async () => {
      tell(done(2));
      return { run: 2, people: 1, person_days: 1 };
    });
    studio.set(stage, 3);
    await settle();
    expect(studio.run).toBe(2);
  });

  it("takes a value back that is the scenario's own", async () => {
    const { studio } = await opened();
    studio.set(stage, 3);
    studio.set(stage, 2);
    expect(setOf(studio.overrides)).toEqual([]);
    studio.apply("alone", "culture", true);
    expect(setOf(studio.overrides)).toEqual(['arm.alone.apply=["bot", "culture"]']);
    studio.apply("alone", "culture", false);
    expect(setOf(studio.overrides)).toEqual([]);
  });

  it("tells a wrong value and keeps what is there", async () => {
    const { studio, said } = await opened();
    const wrong = { ...problem("no", "", ""), key: stage.key };
    said.scenario.mockRejectedValueOnce(new StudioProblem([wrong]));
    studio.set(stage, 99);
    await settle();
    expect(studio.problems).toEqual([wrong]);
    expect([studio.is_running, studio.run, studio.valueOf(stage)]).toEqual([false, 1, 99]);
    expect(said.stop).not.toHaveBeenCalled();
    studio.reset(stage.key);
    await settle();
    expect(studio.problems).toEqual([]);
  });

  it("stops a run that a wrong value came after", async () => {
    const { studio, said } = await opened();
    studio.set(stage, 3);
    await settle();
    said.scenario.mockRejectedValueOnce(new StudioProblem([problem("no", "", "")]));
    studio.set(stage, 99);
    await settle();
    expect(said.stop).toHaveBeenCalledTimes(1);
  });

  it("stops, and runs again when asked", async () => {
    const { studio, said } = await opened();
    studio.set(stage, 3);
    await settle();
    studio.stop();
    expect(said.stop).toHaveBeenCalledTimes(1);
    expect([studio.was_stopped, studio.is_running, studio.is_stale]).toEqual([true, false, true]);
    studio.runAgain();
    await settle();
    expect([studio.was_stopped, said.start.mock.calls.length]).toEqual([false, 3]);
  });

  it("asks for what it may have missed while the line was broken", async () => {
    const { studio, line } = await opened();
    studio.set(stage, 3);
    await settle();
    line().broken();
    expect(studio.is_cut_off).toBe(true);
    line().returned();
    await settle();
    expect([studio.run, studio.is_cut_off]).toEqual([2, false]);
  });

  it("waits for the ledger of an arm, or for its stop", async () => {
    const { studio, tell } = await opened();
    const there = studio.leaning("alone");
    await settle();
    tell({ event: "leaning", run: 1, arm: "alone" });
    expect(await there).toEqual({ people: 7 });
    const gone = studio.leaning("alone");
    await settle();
    tell({ event: "stopped", run: 1 });
    expect(await gone).toBeNull();
  });

  it("offers a smaller run where one takes long, and compares it with its like", async () => {
    const { studio, tell } = await opened();
    expect(studio.swifter).toBeNull();
    studio.set(stage, 3);
    await settle();
    tell({ event: "done", run: 2, seconds: 3 });
    await settle();
    expect(studio.swifter).toEqual({ people: 5000, replications: 3 });
    studio.quicken(studio.swifter!);
    await settle();
    expect(setOf(studio.overrides)).toContain("simulation.replications=3");
    tell(done(3));
    await settle();
    expect([studio.run, studio.before]).toEqual([3, null]);
    studio.takeOwnSize();
    expect(setOf(studio.overrides)).toEqual(["company.maturity_stage=3"]);
  });
});

describe("what is added", () => {
  const toml = '[[arm]]\nname = "mine"\napply = []\n';

  it("is read, run and carried by the address", async () => {
    const { studio, said } = await opened();
    const replaced = vi.fn();
    vi.stubGlobal("history", { replaceState: replaced });
    studio.change({ toml, overrides: new Map() });
    expect([studio.is_stale, studio.has_changes]).toEqual([true, true]);
    expect(String(replaced.mock.calls.at(-1)?.[2])).toContain("toml=");
    await settle();
    expect(said.start.mock.calls.at(-1)).toEqual(["firm", [], toml]);
    expect(studio.written?.toml).toBe(toml);
    studio.remove("arm", "mine");
    await settle();
    expect([studio.toml, studio.written?.toml]).toEqual(["", ""]);
  });

  it("may be wrong: the scenario is shown without it, with the problem", async () => {
    const { studio, said } = fake();
    const wrong = problem("no", "", "");
    said.scenario.mockImplementation(async (_, set, added = "") => {
      if (added) throw new StudioProblem([wrong]);
      return controlsOf(set, added);
    });
    studio.choose("firm", new Map(), toml);
    await settle();
    expect(studio.problems).toEqual([wrong]);
    expect([studio.controls?.name, studio.toml]).toEqual(["firm", toml]);
    expect(await studio.problemsOf({ toml, overrides: new Map() })).toEqual([wrong]);
    expect(await studio.problemsOf({ toml: "", overrides: new Map() })).toEqual([]);
  });

  it("goes with everything else that was changed", async () => {
    const { studio } = await opened();
    studio.change({ toml, overrides: new Map([["a.b", "1"]]) });
    studio.resetAll();
    expect([studio.toml, studio.overrides.size]).toEqual(["", 0]);
  });
});
