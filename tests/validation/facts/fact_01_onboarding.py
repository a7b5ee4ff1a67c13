import numpy
from lab import Check, Curve, Fact, Findings, Series, over_runs
from lab.measures import journey_satisfied, touch_csat

FEWEST = 30   # journeys a run below which a point of the curve is left out


def by_contacts(results, run):
    """Joining journeys of a run: how many contacts they had, and whether they satisfied."""
    closes = results.events("close", run=run, columns=("journey_place", "number", "experience"))
    joins = closes["journey_place"] == results.index("journey", "join") + 1
    return closes["number"][joins], closes["experience"][joins] >= -.133


def measure(lab):
    results = lab.run("lives")
    contacts = over_runs(touch_csat(results))
    joining = over_runs(journey_satisfied(results, "join"))
    drop = over_runs(1 - journey_satisfied(results, "join") / touch_csat(results))
    journeys = [by_contacts(results, run) for run in range(results.runs)]
    lengths = [length for length in range(5, 13)
               if min((number == length).sum() for number, _ in journeys) >= FEWEST]
    shares = [over_runs([satisfied[number == length].mean() for number, satisfied in journeys])
              for length in lengths]
    fix = over_runs(journey_satisfied(results, "fix"))
    trend = over_runs([numpy.corrcoef(number, satisfied)[0, 1] for number, satisfied in journeys])
    return Findings(
        checks=[
            Check("touchpoints", "respondents satisfied with a contact, share", contacts, .88, .95, "over .90"),
            Check("joining", "joining journeys that satisfied, share", joining, 0, .65, ".90 less almost 40%"),
            Check("drop", "fall from the one to the other, share", drop, .25, .60, "almost .40"),
            Check("length", "correlation of contacts in a joining journey with satisfaction", trend, -1, -.01),
            Check("short", "journeys of at most three planned contacts (fix) that satisfied, share", fix, .8, 1,
                  control=True),
        ],
        curves={"onboarding": Curve(
            "Satisfaction with joining falls with the contacts it takes", "contacts in the journey",
            "journeys that satisfied, share",
            [Series("simulated", lengths, [s.value for s in shares], [s.low for s in shares],
                    [s.high for s in shares])])})


FACT = Fact(
    number="1",
    title="Nine in ten contacts satisfy, onboarding as a whole does not",
    regularity="More than nine in ten customers are satisfied with each touchpoint, yet over the whole of "
               "onboarding satisfaction falls by almost 40%.",
    source="Rawson, Duncan & Jones 2013, Harvard Business Review",
    address="tiq.datatiq.com/p/blog-page_25.html",
    standing="V",
    role="tuned",
    measure=measure,
    how="The reference firm, five years. Share of survey answers of 4 or 5 after contacts outside journeys of "
        "mere use, against the share of joining journeys whose remembered experience reaches the same mark. "
        "Control: a journey of at most three planned contacts should satisfy nearly as often as its contacts.",
    weakness="The cut for 'satisfied' and the failure rates were chosen with this fact in view.",
)
