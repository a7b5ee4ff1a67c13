import numpy
from lab import Check, Curve, Fact, Findings, over_runs
from lab.measures import journey_satisfied

from .pooling import correlation, means

MEAN_ONLY = {f"customer.episode.{part}": 0 for part in (
    "peak_end_weight", "effort_rate", "resolved_bonus", "unresolved_penalty")}
# Four times the mean days between two steps, one of which passes in any case: 2.5 and 3 become 10 and 12.
SLOW = {"journey.join.gap": 9, "journey.join.gap_before_purchase": 11, "journey.join.retry_gap": 11}


def memories(results, run):
    """Journeys of three contacts or more: as remembered, the mean of peak and end, and the mean of all
    contacts."""
    rows = results.events("close", run=run, columns=("number", "experience", "peak", "end", "reaction_sum"))
    long = rows["number"] >= 3
    peak_end = (rows["peak"][long] + rows["end"][long]) / 2
    return rows["experience"][long], peak_end, rows["reaction_sum"][long] / rows["number"][long]


def advantage(journeys):
    """Correlation of what is remembered with peak and end, less that with the mean."""
    return over_runs([correlation(felt, peak_end) - correlation(felt, mean)
                      for felt, peak_end, mean in journeys])


def measure(lab):
    results = lab.run("lives")
    journeys = [memories(results, run) for run in range(results.runs)]
    peak_end = over_runs([correlation(felt, peak) for felt, peak, _ in journeys])
    mean = over_runs([correlation(felt, average) for felt, _, average in journeys])
    even = lab.run("lives", people=5000, days=730, settings=MEAN_ONLY)
    averaged = [memories(even, run) for run in range(even.runs)]
    usual, slow = lab.run("ordinary", people=60000), lab.run("ordinary", people=60000, settings=SLOW)
    stretched = over_runs(journey_satisfied(slow, "join") - journey_satisfied(usual, "join"))
    bins = numpy.arange(-1, 1.01, .1)
    return Findings(
        checks=[
            Check("peak_end", "correlation of a journey as remembered with the mean of its peak and end",
                  peak_end, .5, 1, ".581 [.487, .661]"),
            Check("mean", "the same less the correlation with the mean of all contacts",
                  advantage(journeys), 0),
            Check("duration", "satisfied with joining where the days between its steps are four times as "
                  "many, change of the share", stretched, -.02, .02, "about 0"),
            Check("averaging", "the second number where memory is the mean of all contacts and no more",
                  advantage(averaged), high=0, control=True),
        ],
        curves={"peak_end": Curve(
            "What is remembered of a journey", "reaction, -1 to 1", "journey as remembered, -1 to 1",
            [means("against the mean of peak and end", bins, [(peak, felt) for felt, peak, _ in journeys]),
             means("against the mean of all contacts", bins,
                   [(average, felt) for felt, _, average in journeys])])},
        remark=f"Peak and end correlate {peak_end.value:.2f} with what is remembered, the mean of all "
               f"contacts {mean.value:.2f}. Published is .58: people's memories hold much that is neither "
               "peak nor end, those of the reference firm's customers only the mean, the effort and the "
               "outcome.")


FACT = Fact(
    number="3",
    title="Peak and end are remembered, duration is not",
    regularity="Over many studies, the average of an experience's peak and end correlates .581 [.487, .661] "
               "with how it is judged afterwards; its duration hardly does.",
    source="Alaybek et al. 2022, meta-analysis",
    address="bipartisanalliance.com/2022/04/the-peak-end-rule-when-people.html",
    standing="V",
    role="built in",
    refined_role="tuned",
    measure=measure,
    how="The reference firm, five years. Over all closed journeys of three contacts or more, the "
        "correlation of the journey as remembered with the mean of its peak and end, and with the mean of "
        "all its contacts. Then joining with four times the days between its steps. Control: memory as the "
        "plain mean of all contacts.",
    weakness="Memory is computed from peak and end, so the correlation is far above the published one: it "
             "is a regression test. Peak and mean of the same contacts also correlate with each other.",
)
