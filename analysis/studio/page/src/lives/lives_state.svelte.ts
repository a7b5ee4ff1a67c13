// Which lives there are, and which of them is read; the studio can be asked for anybody's.
import { address } from "../base/address.svelte";
import type { Life } from "../content";
import type { Source } from "../source";

function words(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

export class LivesState {
  lives = $state.raw<Life[]>([]);
  at = $state(0);
  isLoading = $state(true);
  problem = $state("");
  life = $derived<Life | null>(this.lives[this.at] ?? null);
  #question = 0;

  // A new source tells its own lives; whoever was read before is looked for among them.
  async load(source: Source, people: number) {
    const question = ++this.#question;
    const named = address.get("person");
    const person = named !== null && Number(named) < people ? Number(named) : null;
    this.isLoading = true;
    this.problem = "";
    try {
      const lives = await source.lives();
      if (question !== this.#question) return;
      this.lives = lives;
      const at = lives.findIndex((life) => life.person === person);
      this.at = Math.max(0, at);
      this.isLoading = false;
      if (at < 0 && person !== null) await this.ask(source, person);
    } catch (problem) {
      if (question === this.#question) this.#refuse(problem);
    }
  }

  show(at: number) {
    if (this.lives.length === 0) return;
    this.at = (at + this.lives.length) % this.lives.length;
    this.problem = "";
    address.set({ person: this.lives[this.at]!.person });
  }

  async ask(source: Source, person: number) {
    const known = this.lives.findIndex((life) => life.person === person);
    if (known >= 0) return this.show(known);
    const question = ++this.#question;
    this.isLoading = true;
    this.problem = "";
    try {
      const life = await source.life(person);
      if (question !== this.#question) return;
      this.lives = [...this.lives, life];
      this.isLoading = false;
      this.show(this.lives.length - 1);
    } catch (problem) {
      if (question === this.#question) this.#refuse(problem);
    }
  }

  #refuse(problem: unknown) {
    this.problem = words(problem);
    this.isLoading = false;
  }
}
