from lab import Check, Curve, Fact, Findings, over_runs
from lab.measures import LAST_YEAR, all_costs, customers, sum_of
from .histories import banded, nps, nps_by_month, percent_more

STAYS, CLIMBS = 0, "climbing"


def costs(results, arm, among):
    """What the last year cost for each of `among` customers, one value a run."""
    return all_costs(results, arm, LAST_YEAR) / among


def measure(lab):
    results = lab.run("climb")
    climbs = results.arm(CLIMBS)

    def more(name, each=False):
        values = [sum_of(results, name, arm, LAST_YEAR) / (customers(results, arm, LAST_YEAR) if each else 1)
                  for arm in (climbs, STAYS)]
        return over_runs(percent_more(*values))

    at_end = [results["active_customers"][arm, :, -1].sum(axis=1) for arm in (climbs, STAYS)]
    through = [customers(results, arm, LAST_YEAR) for arm in (climbs, STAYS)]
    cost, cost_by_month = (over_runs(percent_more(*(
        costs(results, arm, customers_of) for arm, customers_of in zip((climbs, STAYS), among))))
        for among in (at_end, through))
    serving = more("cost_to_serve", each=True)
    csat = over_runs(percent_more(*(results["relationship_csat"][arm, :, LAST_YEAR].mean(axis=(1, 2))
                                    for arm in (climbs, STAYS))))
    change = nps_by_month(results, climbs) - nps_by_month(results, STAYS)
    return Findings(
        checks=[
            Check("cost", "cost of the last year for each customer at its end, %", cost, -20, -5,
                  "-20 (to serve)"),
            Check("revenue", "revenue of the last year, %", more("revenue"), 10, 30, "up to +15"),
            Check("csat", "satisfaction with the relationship (CSAT) in the last year, %", csat, .01,
                  published="+20"),
        ],
        curves={"climb": Curve("Climbing from stage 2 to 4, begun after a year", "years from the start",
                               "NPS less that of the firm that stays, points",
                               [banded("simulated", [(k + 1) * 30 / 365 for k in range(change.shape[1])],
                                       change)])},
        remark="Cost is counted as for the reference outputs: a year's cost by the customers at its end, "
               "which flatters a firm that grows. By the customers of each month it changes by "
               f"{cost_by_month.value:+.1f}% [{cost_by_month.low:+.1f}, {cost_by_month.high:+.1f}], "
               f"{'in' if -20 <= cost_by_month.value <= -5 else 'out of'} the band; the cost to serve alone, "
               f"which is what was published, by {serving.value:+.0f}%. NPS rises by "
               f"{(nps(results, climbs) - nps(results)).mean():.0f} points.")


FACT = Fact(
    number="28",
    title="Better journeys: more revenue at less cost",
    regularity="Firms that improve whole journeys raise satisfaction by 20% and revenue by up to 15%, and "
               "lower the cost to serve by 20%.",
    source="Pulido, Stone & Strevel 2014, McKinsey & Company, The three Cs of customer satisfaction",
    address="scribd.com/document/244373498",
    standing="V",
    role="untouched",
    refined_role="tuned",
    caveat="cost is in band only as the reference outputs count it",
    measure=measure,
    how="The reference firm at stage 2 climbs to stage 4 from day 365 of 1,825 on, 270 days a stage, against "
        "itself where it stays; same customers and same luck, last year.",
    weakness="A climb is a bundle of assumed levers and reaches further than journeys. Whether cost falls by "
             "enough hangs on how it is counted, see the remark. It holds what the stages cost a month and "
             "no cost of getting there.",
)
