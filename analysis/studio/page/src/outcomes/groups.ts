// Which figures the outcomes are told in, and in which order.

export interface SingleFigure {
  kind: "single";
  series: string; // of Content.series
  about?: string;
  includesZero?: boolean;
  leads?: boolean; // takes the whole width
}
// Two series in one figure, an arm a panel.
export interface PairFigure {
  kind: "pair";
  title: string;
  meaning: string;
  about: string;
  series: [string, string];
  labels: [string, string];
  includesZero?: boolean;
}
export type OutcomeFigure = SingleFigure | PairFigure;

export interface Group {
  id: string;
  title: string;
  intro: string;
  figures: OutcomeFigure[];
}

const single = (series: string, includesZero = false, about = ""): SingleFigure => {
  return { kind: "single", series, includesZero, about };
};

const groups: Group[] = [
  {
    id: "customers",
    title: "Customers",
    intro: "How many there are, who comes, and who leaves.",
    figures: [
      { ...single("active_customers"), leads: true },
      single("churn_rate"),
      single("acquired", true),
      single("churned", true),
      single("hostile_customers", true),
    ],
  },
  {
    id: "advocacy",
    title: "Advocacy",
    intro: "Would they recommend the firm, do they, and does the survey tell?",
    figures: [
      {
        kind: "pair",
        title: "NPS: true against measured",
        meaning:
          "The true net promoter score is what all customers would answer; the measured one is " +
          "what the survey finds among those who do answer.",
        about:
          "A firm sees the measured score alone. Who answers is not chance, so the two differ.",
        series: ["nps_true", "nps_measured"],
        labels: ["true", "measured"],
      },
      {
        kind: "pair",
        title: "Promoters and detractors",
        meaning: "Promoters would answer 9 or 10 of 10, detractors 0 to 6.",
        about: "NPS is their difference; two firms with the same NPS can look quite unlike here.",
        series: ["promoters", "detractors"],
        labels: ["promoters", "detractors"],
        includesZero: true,
      },
      {
        kind: "pair",
        title: "Word of mouth: good and bad",
        meaning: "What people told others about the firm, messages a month.",
        about: "Bad experiences are told more often, and weigh more with those who hear them.",
        series: ["wom_positive", "wom_negative"],
        labels: ["good", "bad"],
        includesZero: true,
      },
      single("review_stars"),
      single("reviews", true),
      single("complaints", true),
    ],
  },
  {
    id: "experience",
    title: "Experience",
    intro: "How contacts and journeys go, and what customers carry with them afterwards.",
    figures: [
      {
        kind: "pair",
        title: "Satisfied with touchpoints, and with journeys",
        meaning:
          "Touchpoints: of those who answered the survey right after a contact. Journeys: of all " +
          "journeys when they end, asked or not.",
        about: "Each touchpoint can satisfy while the journey through them does not.",
        series: ["touchpoint_satisfied", "journey_satisfied"],
        labels: ["touchpoints", "journeys"],
      },
      single("csat"),
      single("mean_valence"),
      single("mean_trust"),
      single("mean_commitment"),
    ],
  },
  {
    id: "money",
    title: "Money",
    intro: "What comes in, what it costs, and when the decision has paid back.",
    figures: [
      { ...single("cumulative_npv", true), leads: true },
      single("profit"),
      single("revenue"),
      single("cost"),
      single("cost_to_serve"),
    ],
  },
];

// The groups with the figures that these results have; what no group names stands in the last.
export function groupsOf(series: Record<string, unknown>): Group[] {
  const seriesIn = (figure: OutcomeFigure) => [figure.series].flat();
  const named = new Set(groups.flatMap(({ figures }) => figures.flatMap(seriesIn)));
  const others = Object.keys(series).filter((name) => !named.has(name));
  const further: Group = {
    id: "further",
    title: "Further outcomes",
    intro: "What else these results hold.",
    figures: others.map((name) => single(name)),
  };
  return [...groups, further]
    .map((group) => {
      const isKnown = (figure: OutcomeFigure) => seriesIn(figure).every((name) => series[name]);
      return { ...group, figures: group.figures.filter(isKnown) };
    })
    .filter(({ figures }) => figures.length > 0);
}
