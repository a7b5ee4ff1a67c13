import numpy
from lab import Check, Curve, Fact, Findings, Series, over_runs

END = 1825
ALIKE = {**{f"segment.everybody.{trait}": 0 for trait in (
    "value_sd", "value_mean", "demand_sd", "demand_mean")}, "record.life_event_kinds": '["bought", "left"]'}
SHARES = numpy.arange(0, 1.001, .05)


def customers(results, run):
    """Everybody who was a customer in the run: what they brought less what they cost, days as a
    customer within the run, and whether they are one at its end."""
    rows = results.events("bought", "left", run=run)
    founders = results.person("active_at_start")[run] == 1
    at_end = results.person("lifecycle")[run] == 3
    count = len(founders)
    left = rows["kind"] == results.kinds().index("left")
    days = (END * at_end + numpy.bincount(rows["person"][left], weights=rows["day"][left], minlength=count)
            - numpy.bincount(rows["person"][~left], weights=rows["day"][~left], minlength=count))
    ever = founders | (numpy.bincount(rows["person"][~left], minlength=count) > 0)
    return results.person("lifetime_profit")[run][ever].astype(float), days[ever], at_end[ever]


def whale_curve(profit):
    """Cumulated share of all profit at `SHARES` of the customers, best first, and its peak."""
    total = numpy.concatenate([[0], numpy.cumsum(numpy.sort(profit)[::-1])]) / profit.sum()
    return numpy.interp(SHARES, numpy.linspace(0, 1, len(total)), total), total.max()


def measure(lab):
    results = lab.run("lives")
    runs = [customers(results, run) for run in range(results.runs)]
    curves, peaks = zip(*(whale_curve(profit) for profit, _, _ in runs))
    top = SHARES.tolist().index(min(SHARES, key=lambda share: abs(share - .2)))
    best = over_runs([curve[top] for curve in curves])
    remaining = over_runs([whale_curve(profit[at_end])[0][top] for profit, _, at_end in runs])
    even = lab.run("lives", people=10000, settings=ALIKE)
    alike = over_runs([whale_curve(customers(even, run)[0])[0][top] for run in range(even.runs)])
    points = [over_runs(values) for values in numpy.array(curves).T]
    return Findings(
        checks=[
            Check("best", "share of all profit that the best 20% of customers bring", best, .8, 2,
                  "about 1.40"),
            Check("peak", "highest share that the best bring together, before the others take from it",
                  over_runs(peaks), 1.05),
            Check("tenure", "correlation of profit with days as a customer",
                  over_runs([numpy.corrcoef(profit, days)[0, 1] for profit, days, _ in runs]), .2, .5,
                  ".20 to .45"),
            Check("alike", "share that the best 20% bring where all pay and need alike", alike, .2, .7,
                  control=True),
        ],
        curves={"whale": Curve(
            "The whale curve", "share of customers, best first", "share of all profit, cumulated",
            [Series("simulated", SHARES.tolist(), [p.value for p in points], [p.low for p in points],
                    [p.high for p in points]),
             Series("published", [.2, 1], [1.4, 1], published=True)])},
        remark=f"Among those who are customers at the end alone, the best 20% bring {remaining.value:.2f} of "
               f"the profit [{remaining.low:.2f}, {remaining.high:.2f}]: losses sit with those who left "
               "early.",
    )


FACT = Fact(
    number="20",
    title="A few customers bring more than all of the profit",
    regularity="The best 20% of customers bring about 140% of profit, the others cost part of it again "
               "(whale curve); tenure and profit correlate by .20 to .45 only.",
    source="Controlling-Wiki of the International Controller Association; Reinartz & Kumar "
           "2002, Harvard Business Review",
    address="controlling-wiki.com (Whale Curve) ; information-management.com/news/a-new-approach-to-loyalty",
    standing="V",
    role="untouched",
    refined_role="tuned",
    caveat="how much customers differ was chosen, the height of the curve and its tie to tenure were not",
    measure=measure,
    how="The reference firm, five years. Everybody who was a customer at any time, sorted by what they paid "
        "in margin less contacts, recoveries, care, acquisition and programme. Days as a customer are those "
        "within the five years. Control: customers who all pay and need "
        "alike.",
    weakness="How much customers differ in what they pay and in what they need was chosen to give a whale "
             "curve; its height and its tie to tenure were not.",
)
