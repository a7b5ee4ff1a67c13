import math

import numpy
from lab import Curve, Fact, Findings, Series
from scipy import integrate, stats

from .agreement import agrees, furthest, scenario_of, share, sharp

MONTHS = (1, 6, 12, 24, 36)
ERRORS = 4
PEOPLE, RUNS = 400000, 4
STEPS, REACH = 256, 4    # the program keeps a trait in steps, over standard deviations to each side


def net_preference(scenario):
    """What customers of day 0 prefer the firm by, at the reference price and against one rival."""
    weights, segment = scenario["customer"]["preference"], scenario["segment"][0]
    rival, = scenario["rival"]
    facets = sum(weights[f"{facet}_weight"] for facet in ("product", "service", "ux", "brand"))
    own = (weights["quality"] * (facets * segment["belief"] - weights["quality_reference"])
           + weights["satisfaction"] * (segment["satisfaction"] - weights["satisfaction_reference"])
           + weights["implicit"] * segment["implicit"] + weights["commitment"] * segment["commitment"]
           + weights["trust"] * (segment["trust"] - weights["trust_reference"]))
    rivals = (weights["quality"] * (rival["quality"] - weights["quality_reference"])
              + weights["satisfaction"] * (rival["satisfaction"] - weights["satisfaction_reference"]))
    return own - rivals


def hazard(scenario):
    """The chance to leave at a review, as a function of the switching cost."""
    loyalty, satisfaction = scenario["customer"]["loyalty"], scenario["segment"][0]["satisfaction"]
    delight = max(0, satisfaction - loyalty["delight_above"])
    look = loyalty["look_base"] * math.exp(-loyalty["look_satisfaction"] * satisfaction
                                           - loyalty["look_delight"] * delight)
    preference = net_preference(scenario)
    return lambda cost: min(loyalty["look_most"], look) / (1 + numpy.exp(preference + cost))


def cost_of(scenario, z):
    segment = scenario["segment"][0]
    return segment["inertia_mean"] + segment["founding_inertia"] + segment["inertia_sd"] * z


def survival(scenario, months):
    """Who is left after some reviews: the mixture over switching costs, integrated."""
    leaves = hazard(scenario)

    def left(z):
        return (1 - leaves(cost_of(scenario, z)))**months * stats.norm.pdf(z)

    return integrate.quad(left, -12, 12, epsabs=1e-12, epsrel=1e-12, limit=200)[0]


def stepwise_survival(scenario, months):
    """The same where the switching cost is one of as many steps as the program keeps."""
    width = 2 * REACH / STEPS
    middles = (numpy.arange(STEPS) + .5) * width - REACH
    edges = numpy.concatenate([[-numpy.inf], middles[1:] - width / 2, [numpy.inf]])
    stays = 1 - hazard(scenario)(cost_of(scenario, middles))
    return float((numpy.diff(stats.norm.cdf(edges)) * stays**months).sum())


class Cohort:
    """The customers of day 0, counted at month ends: by the end of month m each had m reviews."""

    def __init__(self, lab, settings=None):
        self.results = lab.run("oracle_heterogeneity", people=PEOPLE, runs=RUNS, settings=settings)
        self.scenario = scenario_of(self.results)
        self.size = self.scenario["simulation"]["people"] * self.results.runs
        self.left = [self.size, *self.results["active_customers"][0].sum(axis=(0, 2)).tolist()]
        self._active = self.results["active_customers"][0].sum(axis=2)
        if self.results["acquired"].sum() > 0:
            raise ValueError("somebody joined the cohort")

    def by_run(self):
        """The same for each run."""
        size = self.scenario["simulation"]["people"]
        return [[size, *active.tolist()] for active in self._active]

    def share(self, month):
        return share(self.left[month], self.size, self.results.runs)

    def series(self, name, published=False):
        shares = [self.share(month) for month in range(len(self.left))]
        return Series(name, list(range(len(self.left))), [s.value for s in shares], [s.low for s in shares],
                      [s.high for s in shares], published)

    def exact(self, name):
        months = range(len(self.left))
        return Series(name, list(months), [survival(self.scenario, month) for month in months],
                      published=True)


def measure(lab):
    mixed, alike = Cohort(lab), Cohort(lab, {"segment.everybody.inertia_sd": 0})
    checks = [agrees(f"month {month}", f"customers of day 0 who are left after {month} months, share",
                     mixed.share(month), survival(mixed.scenario, month), ERRORS) for month in MONTHS]
    leaves = float(hazard(alike.scenario)(cost_of(alike.scenario, 0)))
    checks += [agrees(f"alike, month {month}", f"the same where all have one switching cost, after {month} "
                      "months: share", alike.share(month), (1 - leaves)**month, ERRORS, control=True)
               for month in (12, 36)]
    steps = max(abs(stepwise_survival(mixed.scenario, month) - survival(mixed.scenario, month))
                for month in MONTHS)
    return Findings(
        checks=[*checks, sharp(checks)],
        curves={"mixture_survival": Curve(
            "Customers who are left", "months", "share of the customers of day 0",
            [mixed.series("simulated"), mixed.exact("exact mixture"), alike.series("simulated, all alike"),
             alike.exact("exact, all alike")])},
        remark=f"{mixed.size:,} customers; the furthest comparison is {furthest(checks):.1f} standard errors "
               f"off. Keeping switching costs in {STEPS} steps changes survival by at most {steps:.1g}.")


ORACLE = Fact(
    number="O3",
    title="Retention from differences between people alone is the mixture of their hazards",
    regularity="Where each customer leaves with a constant chance at every review, and these chances differ, "
               "a cohort's survival is the chance to stay, to the power of the reviews, averaged over "
               "customers; retention rises although nobody becomes more loyal.",
    source="Vaupel & Yashin 1985, The American Statistician; Fader & Hardie 2007, Journal of Interactive "
           "Marketing",
    address="",
    standing="exact",
    role="untouched",
    measure=measure,
    how="Customers of day 0 without contacts, hearsay or forgetting, so that each has a constant chance to "
        "leave; the mixture over normal switching costs is integrated numerically from the scenario's "
        "numbers. Each comparison may be off by 4 standard errors. Control: with one switching cost for all, "
        "survival is geometric.",
    weakness="The months share their customers, so that they are not independent of each other.",
)
