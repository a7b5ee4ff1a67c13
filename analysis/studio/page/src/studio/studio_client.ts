// The door to the studio's server: typed questions, and its events. What goes wrong is a
// StudioProblem, in the words of the server or our own.

import type { Content, Customers, Leaning, Life } from "../content";
import type {
  Catalogue,
  LibraryEntry,
  Problem,
  RunStarted,
  ScenarioControls,
  StudioEvent,
} from "../studio_api";

export class StudioProblem extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => problem.what).join("; "));
  }
}

export function problem(what: string, why: string, cure: string): Problem {
  return { file: "", line: 0, key: "", what, why, cure };
}

const NOT_THERE = problem(
  "the studio does not answer",
  "it may have been stopped; what is on the screen stays as it is",
  "start it again in the terminal (cxsim studio), and open the address that it prints",
);
const NOT_LET_IN = problem(
  "the studio does not know this page",
  "only the address that it printed lets a browser in",
  "open the address that cxsim studio printed in the terminal",
);

const GIVEN_UP = problem(
  "this was given up",
  "a change began a newer run, or somebody stopped the studio's work",
  "ask again",
);

const EVENTS = ["progress", "done", "leaning", "stopped", "failed"] as const;

export interface Line {
  heard(event: StudioEvent): void;
  returned(): void; // after it was broken: something may have been missed
  broken(): void; // it will try again by itself
}

// Without ledgers that nobody asked for yet a report takes seconds, with them minutes.
export type StudioFile = "scenario.toml" | "results.h5" | "report.html" | "report.html?quick=1";

type Fetch = typeof fetch;
type MakeEvents = (url: string) => EventSource;

export class StudioClient {
  #fetch: Fetch;
  #makeEvents: MakeEvents;
  #retry: number;
  #reading = new AbortController(); // parts of a run that a newer one puts an end to

  constructor(
    fetching: Fetch = (...asked) => fetch(...asked),
    makeEvents: MakeEvents = (url) => new EventSource(url),
    retry = 2000,
  ) {
    this.#fetch = fetching;
    this.#makeEvents = makeEvents;
    this.#retry = retry;
  }

  library = () => this.#get<LibraryEntry[]>("library");
  content = (run: number) => this.#read<Content>(`runs/${run}`);
  customers = (run: number, people: number) =>
    this.#read<Customers>(`runs/${run}/customers?people=${people}`);
  life = (run: number, person: number) => this.#read<Life>(`runs/${run}/life?person=${person}`);
  lives = (run: number) => this.#read<Life[]>(`runs/${run}/lives`);
  leaning = (run: number, arm: string) =>
    this.#get<Leaning>(`runs/${run}/leaning?arm=${encodeURIComponent(arm)}`);

  // Without a name: what the studio was started with. What is added may be too long for an address.
  scenario(name: string, set: readonly string[], toml = ""): Promise<ScenarioControls> {
    if (toml !== "") return this.#post<ScenarioControls>("scenario", { scenario: name, set, toml });
    const query = new URLSearchParams();
    if (name) query.set("name", name);
    for (const assignment of set) query.append("set", assignment);
    return this.#get<ScenarioControls>(`scenario?${query}`);
  }

  catalogue(name: string): Promise<Catalogue> {
    return this.#get<Catalogue>(`catalogue?${new URLSearchParams({ name })}`);
  }

  start(scenario: string, set: readonly string[], toml = ""): Promise<RunStarted> {
    this.#giveUp();
    return this.#post<RunStarted>("runs", { scenario, set, ...(toml ? { toml } : {}) });
  }
  stop(): Promise<unknown> {
    this.#giveUp();
    return this.#post("stop", {});
  }
  startLeaning(run: number, arm: string): Promise<unknown> {
    return this.#post(`runs/${run}/leaning`, { arm });
  }

  // Whole, with the name that the server gives it.
  async download(run: number, file: StudioFile) {
    const { signal } = this.#reading;
    const response = await this.#send(`runs/${run}/${file}`, { signal });
    const type = response.headers.get("Content-Type") ?? "";
    if (!response.ok || type.includes("json")) {
      const answer: unknown = await response.json().catch(() => undefined);
      throw new StudioProblem(problemsIn(answer, response.status));
    }
    const given = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
    try {
      return { blob: await response.blob(), name: given?.[1] ?? file.replace(/\?.*/, "") };
    } catch {
      throw new StudioProblem([signal.aborted ? GIVEN_UP : NOT_THERE]);
    }
  }

  // The browser resumes a broken line with the last event's id; one that it has given up is opened
  // anew. Call what is returned to hang up.
  listen(line: Line): () => void {
    let events: EventSource;
    let broken = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      events = this.#makeEvents("/api/events");
      events.onopen = () => {
        if (broken) line.returned();
        broken = false;
      };
      events.onerror = () => {
        if (!broken) line.broken();
        broken = true;
        if (events.readyState !== 2) return; // CLOSED: the browser has given up
        clearTimeout(again);
        again = setTimeout(open, this.#retry);
      };
      const heard = (message: MessageEvent) => {
        const event = eventIn(message);
        if (event) line.heard(event);
      };
      events.onmessage = heard;
      for (const name of EVENTS) events.addEventListener(name, heard as EventListener);
    };
    open();
    return () => {
      clearTimeout(again);
      events.close();
    };
  }

  #get<T>(path: string): Promise<T> {
    return this.#ask<T>(path, { headers: { Accept: "application/json" } });
  }

  #read<T>(path: string): Promise<T> {
    const { signal } = this.#reading;
    return this.#ask<T>(path, { headers: { Accept: "application/json" }, signal });
  }

  // The server would answer that it was stopped; who gives up asks for no answer.
  #giveUp(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    return this.#ask<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  async #send(path: string, how: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetch(`/api/${path}`, how);
    } catch {
      throw new StudioProblem([how.signal?.aborted ? GIVEN_UP : NOT_THERE]);
    }
    if (response.status === 401 || response.status === 403) throw new StudioProblem([NOT_LET_IN]);
    return response;
  }

  async #ask<T>(path: string, how: RequestInit): Promise<T> {
    const response = await this.#send(path, how);
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined && !tellsProblems(answer)) return answer as T;
    if (how.signal?.aborted) throw new StudioProblem([GIVEN_UP]);
    throw new StudioProblem(problemsIn(answer, response.status));
  }
}

export function problemsOf(thrown: unknown): Problem[] {
  if (thrown instanceof StudioProblem) return thrown.problems;
  return [problem(String(thrown), "this page did not expect it", "load the page again")];
}

// A scenario that is not in order is an answer like any other.
function tellsProblems(answer: unknown): boolean {
  return Array.isArray((answer as { problems?: unknown } | null)?.problems);
}

function problemsIn(answer: unknown, status: number): Problem[] {
  const told = (answer as { problems?: Problem[] } | undefined)?.problems;
  if (Array.isArray(told) && told.length > 0) return told;
  return [
    problem(
      `the studio answered ${status}`,
      "it could not do what this page asked of it",
      "try again; the terminal in which the studio runs may say more",
    ),
  ];
}

function eventIn(message: MessageEvent): StudioEvent | null {
  try {
    const data = JSON.parse(String(message.data)) as StudioEvent;
    const event = data.event ?? message.type;
    const isKnown = (EVENTS as readonly string[]).includes(event);
    return isKnown ? ({ ...data, event } as StudioEvent) : null;
  } catch {
    return null;
  }
}
