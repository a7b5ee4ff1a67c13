// What the abbreviations and terms of the page mean, in a sentence each.
export interface Entry {
  title: string; // as it is written out
  meaning: string;
}

export const glossary = {
  NPS: {
    title: "Net promoter score",
    meaning:
      "Asked how likely they are to recommend the firm, from 0 to 10: share of promoters (9 or " +
      "10) less share of detractors (0 to 6), in points from −100 to +100.",
  },
  "NPS, true": {
    title: "True net promoter score",
    meaning: "The score if every customer were asked and answered. Only a model can know it.",
  },
  "NPS, measured": {
    title: "Measured net promoter score",
    meaning:
      "The score a survey finds: of those who were asked and answered. Very happy and very " +
      "unhappy customers answer more often, so it can miss the true one.",
  },
  CSAT: {
    title: "Customer satisfaction score",
    meaning: "How satisfied customers are right after a contact, as they answer it, from 1 to 5.",
  },
  CES: {
    title: "Customer effort score",
    meaning: "How easy it was to get something done, from 1 to 7; 7 is easy.",
  },
  NPV: {
    title: "Net present value",
    meaning:
      "All profit of the years simulated, less that of the baseline, with later money counted " +
      "less by the discount rate. Above zero the arm pays.",
  },
  CLV: {
    title: "Customer lifetime value",
    meaning: "What a customer is worth to the firm: the profit they leave over their time with it.",
  },
  WOM: {
    title: "Word of mouth",
    meaning: "What customers tell other people about the firm, good and bad.",
  },
  CX: {
    title: "Customer experience",
    meaning: "How dealing with the firm is lived through and remembered by its customers.",
  },
  pp: {
    title: "Percentage points",
    meaning: "The difference of two shares: from 2% to 3% is one percentage point.",
  },
  arm: {
    title: "Arm",
    meaning:
      "One of the alternatives that are compared. Every arm begins with the same people and the " +
      "same luck, so what differs is due to what the arm does.",
  },
  baseline: {
    title: "Baseline",
    meaning: "The arm in which nothing is changed. The others are compared with it.",
  },
  "burn-in": {
    title: "Burn-in",
    meaning: "Days simulated before results begin, in which the firm and its customers settle.",
  },
  replication: {
    title: "Replication",
    meaning:
      "The same run with other luck. Several of them show how far a result depends on chance.",
  },
  band: {
    title: "Band",
    meaning: "From the 5th to the 95th percentile of replications: nine in ten lie within it.",
  },
  "95% interval": {
    title: "95% interval",
    meaning:
      "Where the mean difference lies with 95% confidence, from the pairs of replications that " +
      "share their luck. If it holds zero, chance alone may explain the difference.",
  },
  valence: {
    title: "Valence",
    meaning: "How good or bad a mood is, from −1 (very bad) over 0 to +1 (very good).",
  },
  arousal: { title: "Arousal", meaning: "How stirred somebody is, from 0 (calm) to 1." },
  trust: {
    title: "Trust",
    meaning: "How far customers believe that the firm means well and can do it, from 0 to 1.",
  },
  commitment: {
    title: "Commitment",
    meaning: "Attachment to the firm that resists bad news and leaving, from 0 to 1.",
  },
  gap: {
    title: "Gap",
    meaning:
      "Perceived quality less expected quality: below zero customers got less than they expected.",
  },
  expectation: {
    title: "Expectation",
    meaning: "How good a contact was expected to be, from 0 to 1, just before it.",
  },
  "perceived quality": {
    title: "Perceived quality",
    meaning: "How good a contact seemed to the customer, from 0 to 1.",
  },
  "zone of tolerance": {
    title: "Zone of tolerance",
    meaning: "Around what was expected: what falls within it neither pleases nor disappoints.",
  },
  "peak-end": {
    title: "Peak and end",
    meaning: "A journey is remembered by its strongest moment and its last one.",
  },
  churn: { title: "Churn", meaning: "Customers leaving the firm." },
  "churn rate": {
    title: "Churn rate",
    meaning: "Share of the customers who leave within a month.",
  },
  retention: { title: "Retention", meaning: "Share of customers who are still there later." },
  cohort: { title: "Cohort", meaning: "Customers who first bought in the same period." },
  promoter: { title: "Promoter", meaning: "A customer who would answer 9 or 10 of 10." },
  detractor: { title: "Detractor", meaning: "A customer who would answer 0 to 6 of 10." },
  payback: {
    title: "Payback",
    meaning: "The month from which cumulative NPV stays above zero: the spending is earned back.",
  },
  "discount rate": {
    title: "Discount rate",
    meaning: "By how much less money counts if it comes a year later.",
  },
  "cost to serve": {
    title: "Cost to serve",
    meaning: "What contacts, making good and special care for customers cost.",
  },
  touchpoint: {
    title: "Touchpoint",
    meaning: "Where customers and the firm meet, such as the app, a store or the hotline.",
  },
  journey: {
    title: "Journey",
    meaning: "The contacts a customer has to get one thing done, from its beginning to its close.",
  },
  channel: { title: "Channel", meaning: "The medium of a touchpoint: web, phone, shop and so on." },
  owner: {
    title: "Owner",
    meaning: "The department that answers for a touchpoint.",
  },
  "failure demand": {
    title: "Failure demand",
    meaning: "Contacts that are only needed because something failed before.",
  },
  "root cause": {
    title: "Root cause",
    meaning: "What makes a touchpoint fail again and again until it is mended.",
  },
  hostile: {
    title: "Hostile customer",
    meaning: "A customer who has turned against the firm and speaks badly of it.",
  },
  "word of mouth": {
    title: "Word of mouth",
    meaning: "What customers tell other people about the firm, good and bad.",
  },
  "review stars": {
    title: "Review stars",
    meaning: "What public reviews say on average, from 1 to 5 stars.",
  },
  segment: { title: "Segment", meaning: "A group of people who are alike in what they want." },
  maturity: {
    title: "Maturity",
    meaning: "How customer-centric a firm works, from silos to steering by the customer.",
  },
  intervention: {
    title: "Intervention",
    meaning: "What the firm decides to do: a better touchpoint, training, a bot, a price.",
  },
  shock: { title: "Shock", meaning: "What happens to the firm: an outage, a rival, a rumour." },
  "common random numbers": {
    title: "Common random numbers",
    meaning:
      "Every person has the same luck in every arm, so that a difference is the arm's doing.",
  },
  seed: {
    title: "Seed",
    meaning: "The number all chance is drawn from; the same seed, the same run.",
  },
  "helped": {
    title: "Helped",
    meaning: "Stays with the firm in this arm, though the same person leaves in the baseline.",
  },
  "harmed": {
    title: "Harmed",
    meaning: "Leaves the firm in this arm, though the same person stays in the baseline.",
  },
} satisfies Record<string, Entry>;

export type TermName = keyof typeof glossary;

export function entryOf(name: string): Entry | null {
  return (glossary as Record<string, Entry>)[name] ?? null;
}

const abbreviations = /(?<![\w-])(NPS|CSAT|CES|NPV|CLV|WOM|CX|pp)(?![\w-])/;

// Cuts a text at the abbreviations it holds; each is explained the first time only.
export function explained(text: string): { text: string; term: TermName | null }[] {
  const seen = new Set<string>();
  return text
    .split(abbreviations)
    .map((part, at) => {
      const isTerm = at % 2 === 1 && !seen.has(part);
      if (isTerm) seen.add(part);
      return { text: part, term: isTerm ? (part as TermName) : null };
    })
    .filter((part) => part.text !== "");
}
