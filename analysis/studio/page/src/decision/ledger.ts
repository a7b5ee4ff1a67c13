// What the answer leans on: numbers of the model by how far they move it, and where they turn it.
import { significant, valueWords } from "./actions";
import { isClear, type Swing } from "./reading";

export interface LedgerRow {
  swing: Swing;
  label: string; // "how well “A bot answers first” works"
  isEffectiveness: boolean;
  isClear: boolean; // its swing stands out of luck
  width: number; // of the swing, in currency
  verdict: string;
}

const tags: Record<string, string> = {
  published: "published",
  derived: "derived",
  assumption: "assumption",
  choice: "your choice",
};
export const tagMeanings: Record<string, string> = {
  published: "A number found in published research.",
  derived: "Fitted so that the model shows a published fact.",
  assumption: "Nobody has measured it; the model takes a sensible value.",
  choice: "The scenario says so: it is yours to know or to decide.",
};
export function tagWord(tag: string): string {
  return tags[tag] ?? tag;
}

export function isEffectiveness(swing: Swing): boolean {
  return /^(intervention|shock)\..*\.effectiveness$/.test(swing.key);
}

export function swingLabel(swing: Swing): string {
  return isEffectiveness(swing) ? `how well “${swing.meaning}” works` : swing.meaning;
}

function verdictOf(swing: Swing): string {
  if (!isClear(swing.spread)) return "hidden by luck";
  if (swing.flips_at !== null) return `turns at ${valueWords(swing.flips_at, swing.unit)}`;
  return "does not turn it";
}

// Those that stand out of luck first, and of each the widest first.
export function ledgerRows(swings: readonly Swing[]): LedgerRow[] {
  return swings
    .map((swing) => ({
      swing,
      label: swingLabel(swing),
      isEffectiveness: isEffectiveness(swing),
      isClear: isClear(swing.spread),
      width: Math.abs(swing.spread.mean ?? 0),
      verdict: verdictOf(swing),
    }))
    .sort((a, b) => Number(b.isClear) - Number(a.isClear) || b.width - a.width);
}

// Where the answer turns, in sentences, the widest swing first.
export function flipSentences(rows: readonly LedgerRow[], asIs: number): string[] {
  const clear = rows.filter((row) => row.isClear);
  const sentences = clear
    .map((row) => sentenceOf(row, asIs))
    .filter((sentence) => sentence !== "");
  const turns = clear.some(({ swing }) => swing.flips_at !== null);
  if (!turns) sentences.unshift(nothingTurns(clear.length));
  const hidden = rows.filter(({ swing, isClear }) => !isClear && swing.flips_at !== null).length;
  if (hidden > 0) {
    sentences.push(
      hidden === 1
        ? "One more number seems to turn it, but luck hides whether it does."
        : `${hidden} more numbers seem to turn it, but luck hides whether they do.`,
    );
  }
  return sentences;
}

function nothingTurns(clear: number): string {
  return clear === 0
    ? "Luck hides what it leans on: no swing stands out at this size."
    : "No single number, moved a quarter down or up, turns the answer.";
}

function sentenceOf({ swing, label, isEffectiveness }: LedgerRow, asIs: number): string {
  const at = swing.flips_at ?? swing.break_even;
  if (at === null) return "";
  const rises = at > swing.value;
  const turned = `the answer turns: it ${asIs > 0 ? "no longer pays" : "pays"}.`;
  const line = " (Read from a straight line beyond what was tried.)";
  const beyond = swing.flips_at === null ? line : "";
  if (isEffectiveness) {
    const way = strengthWord(swing.key, rises);
    const often = `${significant(at)} times`;
    return `If “${swing.meaning}” ${way} than ${often} what is assumed, ${turned}${beyond}`;
  }
  const way = rises ? "rises above" : "falls below";
  const [flip, now] = [valueWords(at, swing.unit), valueWords(swing.value, swing.unit)];
  return `If “${label}” ${way} ${flip} (taken as ${now}), ${turned}${beyond}`;
}

function strengthWord(key: string, rises: boolean): string {
  if (key.startsWith("shock.")) return rises ? "hits harder" : "hits less hard";
  return rises ? "works better" : "works less well";
}
