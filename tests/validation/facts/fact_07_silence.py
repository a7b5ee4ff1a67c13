import numpy
from lab import Check, Fact, Findings

from .pooling import pooled
from .fact_06_talk import tells

BAD = -.25   # remembered experience below which a journey is a bad episode


def complaints(results, run):
    """Formal complaints and bad episodes of a run."""
    rows = results.events("close", "complaint", run=run, columns=("experience",))
    closes = rows["kind"] == results.kinds().index("close")
    return (~closes).sum(), (closes & (rows["experience"] < BAD)).sum()


def silent_leavers(results, run):
    """Departures of people who had never complained until then, and all departures."""
    rows = results.events("left", "complaint", run=run)
    left = rows["kind"] == results.kinds().index("left")
    spoke = numpy.full(rows["person"].max() + 1, rows["day"].max() + 1)
    numpy.minimum.at(spoke, rows["person"][~left], rows["day"][~left])
    return (rows["day"][left] < spoke[rows["person"][left]]).sum(), left.sum()


def told_of_bad(results, run):
    """Messages about bad journeys of importance 1, and how many such journeys there were."""
    experience, messages = tells(results, run)
    return messages[experience < BAD].sum(), (experience < BAD).sum()


def share(counts):
    return counts[0] / counts[1]


def measure(lab):
    results = lab.run("lives")
    voiced, silent, told = ([count(results, run) for run in range(results.runs)]
                            for count in (complaints, silent_leavers, told_of_bad))
    return Findings(
        checks=[
            Check("voice", "formal complaints for each bad episode", pooled(share, voiced), .03, .12,
                  "1 in 26, or .038"),
            Check("silence", "departures of customers who had never complained, share",
                  pooled(share, silent), .80, 1),
        ],
        remark=f"A bad journey that matters is told to {pooled(share, told).value:.1f} people on average "
               "when it closes, not to nine or ten: TARP's number is not reproduced.")


FACT = Fact(
    number="7",
    title="Few of the dissatisfied complain; most who leave never did",
    regularity="Of 26 customers with a problem about one complains to the firm; the others tell nine or ten "
               "people, 13% of them more than twenty, and those whose complaint is resolved tell five.",
    source="TARP studies for the White House Office of Consumer Affairs, 1979-1986, as reported by others",
    address="experts123.com/q/how-do-dissatisfied-customers-behave.html ; "
            "servicecheck.net/whyServiceCheck.html",
    standing="v",
    role="tuned",
    measure=measure,
    how="The reference firm, five years. Complaints over closed journeys remembered as worse than -.25, and "
        "the share of departures of people who had not complained before.",
    disagreement="Nine or ten people told of every problem does not go with praise that is three times as "
                 "common (fact 5), unless problems are very rare.",
    weakness="The addresses report the study and are not the study. The readiness to complain was set from "
             "this very number. Complaints of first-day customers before the first day are not known.",
)
