from lab import Check, Curve, Fact, Findings, over_runs
from lab.measures import LAST_YEAR, sum_of
from .histories import banded, nps, percent_more

WARMER = "warmer"


def measure(lab):
    results = lab.run("empathy", people=40000, runs=10)
    warmer = results.arm(WARMER)
    months = results["revenue"].shape[2]
    years = [slice(k, k + 12) for k in range(0, months - 11, 12)]
    revenue = [percent_more(*(sum_of(results, "revenue", arm, year) for arm in (warmer, 0)))
               for year in years]
    recommended = over_runs(nps(results, warmer) - nps(results))
    csat = over_runs(percent_more(*(results["relationship_csat"][arm, :, LAST_YEAR].mean(axis=(1, 2))
                                    for arm in (warmer, 0))))
    return Findings(
        checks=[
            Check("revenue", "revenue of the last year, the fourth after it began, %", over_runs(revenue[-1]), .2, 2,
                  "+0.5"),
            Check("customers", "satisfaction with the relationship (CSAT) in the last year, %", csat, .001,
                  published="+1.3"),
            Check("before", "revenue of the year before empathy rises, % (0 by pairing)", over_runs(revenue[0]), -.001, .001,
                  control=True),
        ],
        curves={"empathy": Curve(
            "From empathy to revenue, begun after a year", "year", "change in revenue, %",
            [banded("simulated", range(1, len(years) + 1), list(zip(*revenue)))])},
        remark=f"On the way, NPS rises by {recommended.value:.1f} points [{recommended.low:.1f}, "
               f"{recommended.high:.1f}] and CSAT by {csat.value:.2f}%, where the published chain has 1.3%.")


FACT = Fact(
    number="31",
    title="From employees to customers to revenue",
    regularity="Where the attitude of employees improved by 5 points, the impression of customers rose by "
               "1.3 and revenue grew by .5% more (Sears).",
    source="Rucci, Kirn & Quinn 1998, Harvard Business Review",
    address=""
            "bpir.com/case-study/"
            "employee-satisfaction-improvement-increases-sales-and-customer-satisfaction-levels/",
    standing="V",
    role="untouched",
    measure=measure,
    how="The reference firm, five years; empathy of all employees is 5% higher from day 365 on. Revenue of "
        "the last year against the same customers and luck without it. Control: before empathy rises nothing "
        "differs.",
    weakness="Empathy stands for the attitude of employees, and 5% of it for 5 points; one firm's chain of "
             "the nineties.",
)
