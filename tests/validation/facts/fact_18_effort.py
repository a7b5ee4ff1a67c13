import numpy
from lab import Check, Curve, Fact, Findings, over_runs
from .histories import banded

HIGH, LOW = 6, 3
EDGES = numpy.arange(0, 11)
FREE = {"customer.episode.effort_rate": 0, "record.life_event_kinds": '["close"]'}


def closes_of(results, run):
    """Journeys of a run: effort, whether satisfaction fell, and whether it was mere use."""
    rows = results.events("close", run=run, columns=("journey_place", "effort", "satisfaction",
                                                     "satisfaction_before"))
    return (rows["effort"], rows["satisfaction"] < rows["satisfaction_before"],
            rows["journey_place"] == results.index("journey", "use") + 1)


def shares(effort, fell):
    """Share whose satisfaction fell after much and after little effort; half a journey is added, so
    that a small group divides."""
    return [(fell[part].sum() + .5) / (part.sum() + 1) for part in (effort > HIGH, effort < LOW)]


def by_effort(effort, fell):
    place = numpy.digitize(effort, EDGES) - 1
    count = numpy.bincount(place[place < len(EDGES) - 1], minlength=len(EDGES) - 1)
    down = numpy.bincount(place[place < len(EDGES) - 1], weights=fell[place < len(EDGES) - 1],
                          minlength=len(EDGES) - 1)
    return down / numpy.maximum(count, 1), count


def measure(lab):
    results = lab.run("lives")
    free = lab.run("lives", people=10000, settings=FREE)
    runs = [closes_of(results, run) for run in range(results.runs)]
    split = numpy.array([shares(effort, fell) for effort, fell, _ in runs])
    much, little = over_runs(split[:, 0]), over_runs(split[:, 1])
    served = over_runs([numpy.divide(*shares(effort[~use], fell[~use])) for effort, fell, use in runs])
    trifles = over_runs([fell[use].mean() for _, fell, use in runs])
    without = numpy.array([shares(effort, fell) for effort, fell, _ in
                           (closes_of(free, run) for run in range(free.runs))])
    lost = over_runs(split[:, 0] / split[:, 1] - without[:, 0] / without[:, 1])
    points, counts = zip(*(by_effort(effort[~use], fell[~use]) for effort, fell, use in runs))
    kept = numpy.flatnonzero(numpy.min(counts, axis=0) >= 20)
    curve = banded("simulated, mere use left out", EDGES[kept] + .5, numpy.array(points)[:, kept])
    return Findings(
        checks=[
            Check("ratio", "share whose satisfaction fell after effort above 6, against below 3",
                  over_runs(split[:, 0] / split[:, 1]), 4, published="96% against 9%"),
            Check("free", "how much of that ratio goes where effort costs nothing", lost, .1, control=True),
        ],
        curves={"effort": Curve("Effort costs satisfaction", "effort of the journey, points",
                                "journeys after which satisfaction was lower, share", [curve])},
        remark=f"Satisfaction fell after {100 * much.value:.0f}% of journeys of much effort and after "
               f"{100 * little.value:.0f}% of those of little (published: 96 and 9% become disloyal). Most journeys "
               f"of little effort are mere use of the product, and after {100 * trifles.value:.0f}% of these "
               f"satisfaction is a trifle lower. The source is about service: with mere use left out the ratio is "
               f"{served.value:.1f} [{served.low:.1f}, {served.high:.1f}]. That was seen after the band was set, so "
               "the check keeps all journeys.",
    )


FACT = Fact(
    number="18",
    title="Effort, more than anything, makes customers disloyal",
    regularity="96% of customers after service of high effort become less loyal, and 9% after service of low "
               "effort; a service contact is four times likelier to lower loyalty than to raise it.",
    source="Dixon, Toman & DeLisi, The Effortless Experience",
    address="chiefcustomerofficer.io/newsletters/the-effortless-experience",
    standing="V",
    role="untouched",
    caveat="its sign is built in, its size is not",
    measure=measure,
    how="The reference firm, five years. Share of closed journeys after which satisfaction is lower than before: "
        "where the journey took more than 6 points of effort, against less than 3. Control: the ratio is smaller "
        "where effort costs nothing, so that it is not failures alone.",
    weakness="That effort lowers what is remembered is built in; how often it does is not. Seen in a report "
             "of the study. The published figures are about stated loyalty, ours about satisfaction. The peak of the "
             "plot near 3.5 points is short journeys in which a handoff lost what was known: it costs a point of "
             "effort and more than that of feeling.",
)
