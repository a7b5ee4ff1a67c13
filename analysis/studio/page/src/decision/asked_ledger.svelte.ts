// The ledger of one arm as the studio is asked for it: under way, there, or refused.
import type { Leaning } from "../content";
import type { Source } from "../source";

export class AskedLedger {
  leaning = $state.raw<Leaning | null>(null);
  isAsking = $state(false);
  problem = $state("");
  #question = 0;

  // Another run answers for itself; what the one before says comes too late.
  forget() {
    ++this.#question;
    this.leaning = null;
    this.isAsking = false;
    this.problem = "";
  }

  async ask(source: Source, arm: string) {
    this.forget();
    const question = this.#question;
    this.isAsking = true;
    const { leaning, problem } = await answerOf(source, arm);
    if (question !== this.#question) return;
    this.leaning = leaning;
    this.problem = problem;
    this.isAsking = false;
  }
}

async function answerOf(source: Source, arm: string) {
  try {
    const leaning = await source.leaning(arm);
    return { leaning, problem: leaning ? "" : "There is no ledger of this arm." };
  } catch (error) {
    return { leaning: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
