import numpy
from lab import Check, Curve, Fact, Findings

from .pooling import means, pooled

WEIGHTY = ("join", "fix", "move")   # importance 1
EVEN = {"customer.word_of_mouth.positive": 4, "customer.word_of_mouth.negative": 4,
        "record.life_event_kinds": '["close", "told"]'}


def tells(results, run):
    """Journeys of importance 1: experience as remembered, and messages sent about it the same day."""
    rows = results.events("close", "told", run=run, columns=("journey_place", "experience", "number"))
    is_close = rows["kind"] == results.kinds().index("close")
    closes = numpy.flatnonzero(is_close)
    messages = numpy.zeros(len(is_close))
    after = closes[closes + 1 < len(is_close)]   # a tell follows the close it is about
    about = ~is_close[after + 1]
    for same in ("person", "day", "experience"):
        about &= rows[same][after] == rows[same][after + 1]
    messages[after[about]] = rows["number"][after[about] + 1]
    weighty = is_close & numpy.isin(rows["journey_place"],
                                    [results.index("journey", name) + 1 for name in WEIGHTY])
    return rows["experience"][weighty], messages[weighty]


def near(experience, messages, centre):
    """Messages and journeys with an experience within .1 of the centre."""
    there = numpy.abs(experience - centre) <= .1
    return messages[there].sum(), there.sum()


def per_journey(a, b):
    """Messages a journey of one group over those of the other."""
    return (a[0] / a[1]) / (b[0] / b[1])


def measure(lab):
    results = lab.run("lives")
    journeys = [tells(results, run) for run in range(results.runs)]
    bad, good = ([near(*run, centre) for run in journeys] for centre in (-.5, .5))
    middle = [near(*run, 0) for run in journeys]
    even = lab.run("lives", people=10000, settings=EVEN)
    bad_even, good_even = ([near(*tells(even, run), centre) for run in range(even.runs)] for centre in (-.5, .5))
    return Findings(
        checks=[
            Check("negative", "messages about an experience near -.5 over those about one near +.5",
                  pooled(per_journey, bad, good), 1.3, 3),
            Check("u", "messages about an experience near 0 over those about one near +.5",
                  pooled(per_journey, middle, good), 0, 1, "below 1"),
            Check("even", "the first number where the pleased and the displeased are equally ready to tell",
                  pooled(per_journey, bad_even, good_even), .75, 1.3, control=True),
        ],
        curves={"talk": Curve(
            "What is told: an asymmetric U", "journey as remembered, -1 to 1", "messages about it",
            [means("simulated, journeys of importance 1", numpy.arange(-1.05, 1.06, .1), journeys)])})


FACT = Fact(
    number="6",
    title="The very pleased and the displeased talk, the displeased more",
    regularity="Word of mouth against satisfaction is an asymmetric U: most at both ends, somewhat more at "
               "the dissatisfied end, with a smaller gap than folklore has it.",
    source="Anderson 1998, Journal of Service Research",
    address="study.space/p/Customer_Satisfaction_and_Word_of_Mouth",
    standing="V",
    role="built in",
    measure=measure,
    how="The reference firm, five years. Messages that customers send about a joining, moving or repair "
        "journey (importance 1) when it closes, by the experience remembered of it; journeys nobody was "
        "told of count 0. Control: both sides equally ready to tell.",
    weakness="The U is an equation of the model; its steepness was set from this fact and fact 5.",
)
