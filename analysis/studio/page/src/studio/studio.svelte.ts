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
import { withoutTable, type Changes, type List } from "./additions";
import { overrideText, sameValue, valueOfText } from "./control_value";
import { appliedIn, controlNamed, inScenarioOrder } from "./controls";
import { Latest } from "./latest";
import { Leanings } from "./leanings";
import {
  fromAddress,
  inAddress,
  listText,
  namesIn,
  overridesOf,
  sameLinks,
  sameOverrides,
  setOf,
  withOverride,
  type Link,
  type Overrides,
} from "./overrides";
import { differOnlyInSize, ownSize, swifter, withSize, type Size } from "./pace";
import { problemsOf, StudioClient } from "./studio_client";

export interface Results extends Link {
  run: number;
  seconds: number; // that it took
  content: Content;
}
interface UnderWay extends Link {
  run: number;
  done: number;
  of: number;
}
const PAUSE = 150; // milliseconds without a change before it is run
const nothing: Overrides = new Map();
const applyKey = (arm: string) => `arm.${arm}.apply`;

export class StudioState {
  library = $state.raw<LibraryEntry[]>([]);
  scenario = $state("");
  overrides = $state.raw<Overrides>(nothing);
  toml = $state(""); // interventions, shocks and arms that were added
  written = $state.raw<ScenarioControls | null>(null); // as the scenario and what was added say
  controls = $state.raw<ScenarioControls | null>(null); // with the overrides
  problems = $state.raw<Problem[]>([]);
  results = $state.raw<Results | null>(null);
  before = $state.raw<Results | null>(null); // the results that these took the place of
  original = $state.raw<Results | null>(null); // without any override
  was_stopped = $state(false);
  is_cut_off = $state(false); // no line to the server
  ledger = $state.raw<{ done: number; of: number } | null>(null); // runs for an assumption ledger
  lesson = new LessonProgress();
  is_own_size_wanted = $state(false); // nothing is made swifter by itself any more

  #waits = $state(false); // for a pause, for the answer to a question
  #under_way = $state.raw<UnderWay | null>(null);
  #latest = new Latest(PAUSE);
  #early: StudioEvent[] = []; // of runs of which the answer to POST has not arrived
  #leanings = new Leanings();
  #read = { scenario: "", toml: "" }; // what `written` tells of
  #is_one_unwanted = false; // a run goes on that nobody waits for
  #begins_anew = false; // in another size: like is compared with like

  content = $derived(this.results?.content ?? null);
  run = $derived(this.results?.run ?? null);
  is_running = $derived(this.#waits || this.#under_way !== null);
  progress = $derived(this.#under_way ? this.#under_way.done / Math.max(1, this.#under_way.of) : 0);
  is_stale = $derived(this.results !== null && !sameLinks(this.results, this));
  entry = $derived(this.library.find(({ name }) => name === this.scenario) ?? null);
  own_size = $derived(ownSize(this.written));
  swifter = $derived(
    this.results && !this.is_stale ? swifter(this.results.content, this.results.seconds) : null,
  );
  // The size of the run is not thought a change: what is found may be less sure, not another.
  has_changes = $derived(
    !differOnlyInSize(this, { scenario: this.scenario, overrides: nothing, toml: "" }),
  );
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

  choose(scenario: string, overrides: Overrides = nothing, toml = ""): void {
    if (scenario !== this.scenario) {
      this.written = this.controls = null;
      this.is_own_size_wanted = false;
      this.lesson.leave();
    }
    this.scenario = scenario;
    this.overrides = overrides;
    this.toml = toml;
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
    const list = listText(names);
    this.#override(applyKey(arm), list === this.#ownList({ name: arm }) ? null : list);
  }

  reset(key: string): void {
    this.#override(key, null);
  }

  resetAll(): void {
    this.change({ toml: "", overrides: nothing });
  }

  // Interventions, shocks and arms are added, or taken away.
  change({ toml, overrides }: Changes): void {
    this.toml = toml;
    this.overrides = overrides;
    this.#ask(0);
  }

  remove(list: List, name: string): void {
    const { toml, overrides } = withoutTable(this, list, name);
    const isOwn = (key: string, value: string) =>
      this.written?.arms.some((arm) => key === applyKey(arm.name) && value === this.#ownList(arm));
    const left = [...overrides].filter(([key, value]) => !isOwn(key, value));
    this.change({ toml, overrides: new Map(left) });
  }

  // What would be wrong with it; nothing is changed.
  async problemsOf({ toml, overrides }: Changes): Promise<Problem[]> {
    try {
      await this.client.scenario(this.scenario, setOf(overrides), toml);
      return [];
    } catch (thrown) {
      return problemsOf(thrown);
    }
  }

  // Rougher, and swift: for trying out.
  quicken(size: Size): void {
    this.overrides = withSize(this.overrides, size, this.own_size);
    this.#begins_anew = true;
    this.#ask(0);
  }

  takeOwnSize(): void {
    this.is_own_size_wanted = true;
    this.quicken(this.own_size);
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
    const list = this.overrides.get(applyKey(arm));
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

  #ownList({ name }: { name: string }): string {
    return listText(inScenarioOrder(this.written, appliedIn(this.written, name)));
  }

  #override(key: string, text: string | null): void {
    const changed = withOverride(this.overrides, key, text);
    if (sameOverrides(changed, this.overrides)) return;
    this.overrides = changed;
    this.#ask();
  }

  #follow(first = false): void {
    const link = fromAddress(address);
    const isOther = link.scenario !== "" && !sameLinks(link, this);
    if (first || isOther) this.choose(link.scenario, link.overrides, link.toml);
  }

  #ask(pause?: number): void {
    this.#waits = true;
    this.#is_one_unwanted ||= this.#under_way !== null;
    this.#under_way = null;
    this.was_stopped = false;
    if (this.scenario !== "") address.set(inAddress(this));
    this.#latest.ask(
      (isLatest) => this.#begin(isLatest),
      (started) => this.#started(started),
      (thrown) => {
        this.#waits = false;
        this.problems = problemsOf(thrown);
        if (this.#is_one_unwanted) this.client.stop().catch(() => undefined);
        this.#is_one_unwanted = false;
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
      this.toml = first.toml;
      address.set(inAddress(this));
    }
    const { scenario, overrides, toml } = this;
    if (!(await this.#readWritten(isLatest))) return null;
    const controls = await this.client.scenario(scenario, setOf(overrides), toml);
    if (!isLatest()) return null;
    this.controls = controls;
    this.problems = [];
    return this.client.start(scenario, setOf(overrides), toml);
  }

  // False where something newer was asked. Where what was added is wrong, the scenario alone is
  // shown, so that it can be mended.
  async #readWritten(isLatest: () => boolean): Promise<boolean> {
    const { scenario, toml } = this;
    if (this.written && this.#read.scenario === scenario && this.#read.toml === toml) return true;
    const take = async (added: string) => {
      const written = await this.client.scenario(scenario, [], added);
      if (!isLatest()) return false;
      this.#read = { scenario, toml: added };
      this.written = written;
      this.controls ??= written;
      return true;
    };
    try {
      return await take(toml);
    } catch (thrown) {
      if (toml !== "" && this.written === null && isLatest()) await take("");
      throw thrown;
    }
  }

  #started(started: RunStarted | null): void {
    if (!started) return;
    const { scenario, overrides, toml } = this;
    this.#waits = this.#is_one_unwanted = false;
    this.#under_way = { run: started.run, scenario, overrides, toml, done: 0, of: 1 };
    const early = this.#early.filter(({ run }) => run === started.run);
    this.#early = [];
    for (const event of early) this.#hear(event);
  }

  #hear(event: StudioEvent): void {
    this.#leanings.hear(event);
    const isOfLedger = event.event === "progress" && event.task === "leaning";
    this.ledger = isOfLedger ? { done: event.done, of: event.of } : null;
    if (isOfLedger || event.event === "leaning") return;
    if (event.run !== this.#under_way?.run) {
      if (this.#waits) this.#early.push(event);
      return;
    }
    if (event.event === "progress") {
      this.#under_way = { ...this.#under_way, done: event.done, of: event.of };
    } else if (event.event === "done") {
      void this.#take(this.#under_way, event.seconds);
    } else {
      this.#under_way = null;
      this.was_stopped = event.event === "stopped";
      if (event.event === "failed") this.problems = event.problems;
    }
  }

  async #take(asked: UnderWay, seconds: number): Promise<void> {
    const isWanted = () => this.#under_way?.run === asked.run;
    try {
      const content = await this.client.content(asked.run);
      if (isWanted()) this.#show({ ...asked, seconds, content });
    } catch (thrown) {
      if (!isWanted()) return;
      this.#under_way = null;
      this.problems = problemsOf(thrown);
    }
  }

  #show({ run, scenario, overrides, toml, seconds, content }: Results): void {
    const last = this.results;
    const results = { run, scenario, overrides, toml, seconds, content };
    const isAnew = this.#begins_anew && last !== null && differOnlyInSize(last, results);
    this.before = last?.scenario === scenario && !isAnew ? last : null;
    this.results = results;
    if (overrides.size + toml.length === 0 || (isAnew && !this.has_changes))
      this.original = results;
    else if (this.original?.scenario !== scenario) this.original = null;
    this.#begins_anew = false;
    this.#under_way = null;
  }

  // After a broken line: the end of the run may have been missed.
  #catchUp(): void {
    this.is_cut_off = false;
    const asked = this.#under_way;
    if (!asked) return;
    this.client.content(asked.run).then(
      (content) => {
        if (this.#under_way?.run === asked.run) this.#show({ ...asked, seconds: 0, content });
      },
      () => undefined, // not yet: its events go on
    );
  }
}
