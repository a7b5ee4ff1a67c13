// The answer a board reads first: which arm pays best, and whether luck leaves that open.
import type { Content, Decision } from "../content";
import { change, duration, interval, plural } from "../base/format";
import { sumWords } from "./actions";
import { replicationsToHalve } from "./reading";
import { luckOf, rank, runsAbove, type Ranking } from "./verdict";

export interface Answer {
  tone: "good" | "bad" | "open";
  headline: string;
  sentences: string[];
}

export function answer(content: Content): Answer {
  const ranking = rank(content.decisions);
  const { best, luck } = ranking;
  if (!best) return oneArm(content);
  switch (luck) {
    case "pays":
      return pays(best, ranking, content);
    case "open":
      return open(best, content);
    case "loses":
      return loses(best, content);
    case "same":
      return nothingChanges(content);
    default:
      return oneRun(best, content);
  }
}

export function armTitle(content: Content, arm: number): string {
  return content.arms[arm]?.title ?? `arm ${arm}`;
}

// "+24,811 EUR (95% interval 23,036 to 26,586 EUR)"
export function worth({ npv }: Decision, currency: string): string {
  const mean = sumWords(npv.mean, currency);
  if (npv.low === null || npv.high === null) return mean;
  const whole = { decimals: 0, percent: false };
  return `${mean} (95% interval ${interval(npv.low, npv.high, whole, currency, change)})`;
}

// "above zero in 9 of 10 runs"
export function runsWords(decision: Decision): string {
  const { above, of } = runsAbove(decision);
  if (of === 1) return above === 1 ? "above zero in the one run" : "not above zero in the one run";
  if (above === 0) return `above zero in none of ${of} runs`;
  return above === of ? `above zero in all ${of} runs` : `above zero in ${above} of ${of} runs`;
}

// "above zero in 9 of 10 runs with different luck"
export function chanceWords(decision: Decision): string {
  const words = runsWords(decision);
  return words.endsWith("runs") ? `${words} with different luck` : words;
}

// Months from the decision on; a run is as long as it is, and what comes after it is not known.
export function paybackWords({ payback, npv }: Decision): { figure: string; words: string } {
  const runs = npv.values.length;
  const within = Math.round((payback.within_run ?? 0) * runs);
  const often = runs === 1 ? "" : `, in ${within} of ${runs} runs`;
  if (payback.median !== null) {
    const words = `after the decision the spending is earned back${often}`;
    return { figure: plural(Math.round(payback.median), "month"), words };
  }
  const words =
    within > 0
      ? `the spending is earned back in ${within} of ${runs} runs only`
      : "the spending is not earned back before the run ends";
  return { figure: "not within the run", words };
}

function pays(best: Decision, ranking: Ranking, content: Content): Answer {
  const { runnerUp, lead, larger } = ranking;
  const title = armTitle(content, best.arm);
  const sentences = [
    `Over ${duration(content.days)} its NPV is ${worth(best, content.currency)} against the ` +
      `baseline, ${chanceWords(best)}.`,
  ];
  for (const one of larger) {
    sentences.push(
      `“${armTitle(content, one.arm)}” comes out higher on average, ` +
        `${worth(one, content.currency)}, but luck leaves open whether it pays at all.`,
    );
  }
  if (runnerUp && lead && larger.length === 0) {
    sentences.push(aheadOf(armTitle(content, runnerUp.arm), lead));
  }
  const pays = content.decisions.length === 1 ? "pays" : "pays best";
  return { tone: "good", headline: `“${title}” ${pays}.`, sentences };
}

function aheadOf(title: string, { ahead, of, isClear }: NonNullable<Ranking["lead"]>): string {
  const runs = ahead === of ? `all ${of} runs` : `${ahead} of ${of} runs`;
  return isClear
    ? `It is ahead of the next best, “${title}”, in ${runs}.`
    : `Whether it is better than “${title}” is not clear of luck: it is ahead in ${runs}.`;
}

function open(best: Decision, content: Content): Answer {
  const title = armTitle(content, best.arm);
  const halve = replicationsToHalve(best.explanation);
  const sentences = [
    `“${title}” comes out at ${worth(best, content.currency)}, ${chanceWords(best)}. ` +
      "The interval holds zero: chance alone may explain the difference.",
  ];
  if (halve !== null && halve > content.replications) {
    sentences.push(`About ${halve} replications would make the interval half as wide.`);
  }
  const lost = content.decisions.filter((one) => luckOf(one) === "loses");
  if (lost.length > 0) {
    const titles = lost.map((one) => `“${armTitle(content, one.arm)}”`).join(", ");
    sentences.push(`Clear of luck is only what does not pay: ${titles}.`);
  }
  return { tone: "open", headline: "Luck leaves it open whether anything pays.", sentences };
}

function loses(best: Decision, content: Content): Answer {
  const count = content.decisions.length;
  const title = armTitle(content, best.arm);
  const within = `within the ${duration(content.days)} simulated`;
  const least = `${worth(best, content.currency)} against the baseline, ${chanceWords(best)}.`;
  return {
    tone: "bad",
    headline: count === 1 ? `“${title}” does not pay ${within}.` : `Nothing pays ${within}.`,
    sentences: [
      count === 1 ? `Its NPV is ${least}` : `“${title}” loses least: ${least}`,
      "A longer run may decide otherwise: what is spent early can bear fruit late.",
    ],
  };
}

function nothingChanges(content: Content): Answer {
  return {
    tone: "open",
    headline: "No arm changes any money.",
    sentences: [
      `After the decision every arm earns what the baseline earns, in all ` +
        `${plural(content.replications, "run")}.`,
    ],
  };
}

function oneRun(best: Decision, content: Content): Answer {
  return {
    tone: "open",
    headline: "One run cannot tell effect from luck.",
    sentences: [
      `In this one run “${armTitle(content, best.arm)}” comes out at ` +
        `${worth(best, content.currency)}.`,
      "Run it with several replications, ten to begin with: each is the same firm with other luck.",
    ],
  };
}

function oneArm(content: Content): Answer {
  return {
    tone: "open",
    headline: "There is nothing to decide here.",
    sentences: [
      `“${content.about.title}” has the baseline only: the firm as it is.`,
      "A decision needs a second arm: an intervention, and an arm that applies it.",
    ],
  };
}
