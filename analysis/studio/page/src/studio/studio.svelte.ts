// The state of the studio: which firm, what has been changed, the run under way, and its results.

import { address } from "../base/address.svelte";
import type { Content, Leaning } from "../content";
import { LessonProgress } from "../lessons/lesson_progress.svelte";
import type {
  Control,
  LibraryEntry,
  Problem,
  RunStarted,
  ScenarioControls,
  StudioEvent,
} from "../studio_api";
import { overrideText, sameValue, valueOfText } from "./control_value";
import { appliedIn, controlNamed, inScenarioOrder, quickerThan } from "./controls";
import { Latest } from "./latest";
import { Leanings } from "./leanings";
import {
  fromAddress,
  inAddress,
  listText,
  namesIn,
  overridesOf,
  sameOverrides,
  setOf,
  withOverride,
  type Overrides,
} from "./overrides";
import { problemsOf, StudioClient } from "./studio_client";

export interface Results {
  run: number;
  scenario: string;
  overrides: Overrides;
  content: Content;
}
interface Asked {
  scenario: string;
  overrides: Overrides;
}
interface UnderWay extends Asked {
  run: number;
  done: number;
  of: number;
}
const PAUSE = 150; // milliseconds without a change before it is run
const nothing: Overrides = new Map();

export class StudioState {
  library = $state.raw<LibraryEntry[]>([]);
  scenario = $state("");
  overrides = $state.raw<Overrides>(nothing);
  written = $state.raw<ScenarioControls | null>(null); // as the scenario's file says
  controls = $state.raw<ScenarioControls | null>(null); // with the overrides
  problems = $state.raw<Problem[]>([]);
  results = $state.raw<Results | null>(null);
  before = $state.raw<Results | null>(null); // the results that these took the place of
  original = $state.raw<Results | null>(null); // without any override
  was_stopped = $state(false);
  is_cut_off = $state(false); // no line to the server
  seconds = $state(0); // that the last run took
  lesson = new LessonProgress();

  #waits = $state(false); // for a pause, for the answer to a question
  #under_way = $state.raw<UnderWay | null>(null);
  #latest = new Latest(PAUSE);
  #early: StudioEvent[] = []; // of runs of which the answer to POST has not arrived
  #leanings = new Leanings();

  content = $derived(this.results?.content ?? null);
  run = $derived(this.results?.run ?? null);
  is_running = $derived(this.#waits || this.#under_way !== null);
  progress = $derived(this.#under_way ? this.#under_way.done / Math.max(1, this.#under_way.of) : 0);
  is_stale = $derived(
    this.results !== null &&
      (this.results.scenario !== this.scenario ||
        !sameOverrides(this.results.overrides, this.overrides)),
  );
  entry = $derived(this.library.find(({ name }) => name === this.scenario) ?? null);
  quicker = $derived(quickerThan(this.controls));
  lesson_hides = $derived(this.lesson.hides(this.scenario));

  constructor(readonly client = new StudioClient()) {}

  // Begins with what the address carries, or with what the studio was started with.
  open(): () => void {
    const hangUp = this.client.listen({
      heard: (event) => this.#hear(event),
      broken: () => (this.is_cut_off = true),
      returned: () => this.#catchUp(),
    });
    this.client.library().then(
      (library) => (this.library = library),
      (thrown: unknown) => (this.problems = problemsOf(thrown)),
    );
    this.#follow(true);
    const follow = () => this.#follow();
    if (typeof window !== "undefined") window.addEventListener("hashchange", follow);
    return () => {
      hangUp();
      this.#latest.forget();
      if (typeof window !== "undefined") window.removeEventListener("hashchange", follow);
    };
  }

  choose(scenario: string, overrides: Overrides = nothing): void {
    if (scenario !== this.scenario) {
      this.written = this.controls = null;
      this.lesson.leave();
    }
    this.scenario = scenario;
    this.overrides = overrides;
    this.#ask(0);
  }

  // What a control, or null: what the scenario says.
  set(control: Control, value: number | null): void {
    const own = this.writtenControl(control.key)?.value;
    const back = value === null || (own !== undefined && sameValue(own, value));
    this.#override(control.key, back ? null : overrideText(control, value));
  }

  apply(arm: string, intervention: string, on: boolean): void {
    const others = this.applied(arm).filter((name) => name !== intervention);
    const names = on ? inScenarioOrder(this.written, [...others, intervention]) : others;
    const own = inScenarioOrder(this.written, appliedIn(this.written, arm));
    const list = listText(names);
    this.#override(`arm.${arm}.apply`, list === listText(own) ? null : list);
  }

  reset(key: string): void {
    this.#override(key, null);
  }

  resetAll(): void {
    this.overrides = nothing;
    this.#ask(0);
  }

  // Rough but swift: for trying out, not for a result.
  lookQuickly(): void {
    this.overrides = new Map([...this.overrides, ...this.quicker]);
    this.#ask(0);
  }

  runAgain(): void {
    this.#ask(0);
  }

  stop(): void {
    this.#latest.forget();
    this.#waits = false;
    this.#under_way = null;
    this.was_stopped = true;
    this.client.stop().catch((thrown: unknown) => (this.problems = problemsOf(thrown)));
  }

  valueOf(control: Control): number {
    const text = this.overrides.get(control.key);
    if (text !== undefined) return valueOfText(text);
    const wasChanged = overridesOf(this.controls?.set ?? []).has(control.key);
    return (wasChanged ? this.writtenControl(control.key)?.value : null) ?? control.value;
  }

  writtenControl(key: string): Control | null {
    return controlNamed(this.written, key);
  }

  isChanged(key: string): boolean {
    return this.overrides.has(key);
  }

  applied(arm: string): string[] {
    const list = this.overrides.get(`arm.${arm}.apply`);
    return list === undefined ? appliedIn(this.written, arm) : namesIn(list);
  }

  // The assumption ledger of an arm takes runs of its own; nothing if they were stopped.
  async leaning(arm: string): Promise<Leaning | null> {
    const run = this.run;
    if (run === null) return null;
    const ended = this.#leanings.await(run, arm);
    await this.client.startLeaning(run, arm);
    return (await ended) ? this.client.leaning(run, arm) : null;
  }

  #override(key: string, text: string | null): void {
    const changed = withOverride(this.overrides, key, text);
    if (sameOverrides(changed, this.overrides)) return;
    this.overrides = changed;
    this.#ask();
  }

  #follow(first = false): void {
    const link = fromAddress(address);
    const same = link.scenario === this.scenario && sameOverrides(link.overrides, this.overrides);
    if (first || (link.scenario !== "" && !same)) this.choose(link.scenario, link.overrides);
  }

  #ask(pause?: number): void {
    this.#waits = true;
    this.#under_way = null;
    this.was_stopped = false;
    if (this.scenario !== "") address.set(inAddress(this));
    this.#latest.ask(
      (isLatest) => this.#begin(isLatest),
      (started) => this.#started(started),
      (thrown) => {
        this.#waits = false;
        this.problems = problemsOf(thrown);
        this.client.stop().catch(() => undefined); // nobody waits for the run before any more
      },
      pause,
    );
  }

  // Asks for the controls first: they tell of a wrong override before anything runs.
  async #begin(isLatest: () => boolean): Promise<RunStarted | null> {
    if (this.scenario === "") {
      const first = await this.client.scenario("", []);
      if (!isLatest()) return null;
      this.scenario = first.name;
      this.overrides = overridesOf(first.set);
      address.set(inAddress(this));
    }
    const { scenario, overrides } = this;
    if (this.written?.name !== scenario) {
      const written = await this.client.scenario(scenario, []);
      if (!isLatest()) return null;
      this.written = this.controls = written;
    }
    const controls = await this.client.scenario(scenario, setOf(overrides));
    if (!isLatest()) return null;
    this.controls = controls;
    this.problems = [];
    return this.client.start(scenario, setOf(overrides));
  }

  #started(started: RunStarted | null): void {
    if (!started) return;
    const { scenario, overrides } = this;
    this.#waits = false;
    this.#under_way = { run: started.run, scenario, overrides, done: 0, of: 1 };
    const early = this.#early.filter(({ run }) => run === started.run);
    this.#early = [];
    for (const event of early) this.#hear(event);
  }

  #hear(event: StudioEvent): void {
    this.#leanings.hear(event);
    if (event.event === "leaning") return;
    if (event.event === "progress" && event.task === "leaning") return;
    if (event.run !== this.#under_way?.run) {
      if (this.#waits) this.#early.push(event);
      return;
    }
    if (event.event === "progress") {
      this.#under_way = { ...this.#under_way, done: event.done, of: event.of };
    } else if (event.event === "done") {
      this.seconds = event.seconds;
      void this.#take(this.#under_way);
    } else {
      this.#under_way = null;
      this.was_stopped = event.event === "stopped";
      if (event.event === "failed") this.problems = event.problems;
    }
  }

  async #take(asked: UnderWay): Promise<void> {
    const isWanted = () => this.#under_way?.run === asked.run;
    try {
      const content = await this.client.content(asked.run);
      if (isWanted()) this.#show({ ...asked, content });
    } catch (thrown) {
      if (!isWanted()) return;
      this.#under_way = null;
      this.problems = problemsOf(thrown);
    }
  }

  #show({ run, scenario, overrides, content }: Results): void {
    this.before = this.results?.scenario === scenario ? this.results : null;
    this.results = { run, scenario, overrides, content };
    if (overrides.size === 0) this.original = this.results;
    else if (this.original?.scenario !== scenario) this.original = null;
    this.#under_way = null;
  }

  // After a broken line: the end of the run may have been missed.
  #catchUp(): void {
    this.is_cut_off = false;
    const asked = this.#under_way;
    if (!asked) return;
    this.client.content(asked.run).then(
      (content) => {
        if (this.#under_way?.run === asked.run) this.#show({ ...asked, content });
      },
      () => undefined, // not yet: its events go on
    );
  }
}
