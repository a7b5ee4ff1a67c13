import numpy
from lab import Check, Curve, Fact, Findings, over_runs

from .pooling import means

PEOPLE = 5000   # whose contacts are enough
SURPLUSES = 10   # contacts of a person from which their own sensitivity is told
NO_ZONE = {"customer.expectation.tolerance": 0}


def contacts(results, run):
    """Person, gap between perceived and expected quality, perceived quality, and reaction of a run's
    contacts."""
    rows = results.events("contact", run=run, columns=("expected", "perceived", "reaction"))
    felt = rows["reaction"].astype(float)
    clear = numpy.abs(felt) < .9999   # beyond it a reaction is full, and its strength cannot be told
    perceived = rows["perceived"][clear].astype(float)
    return rows["person"][clear], perceived - rows["expected"][clear], perceived, felt[clear]


def slopes(response, *terms):
    """Least-squares slopes of the response on the terms."""
    with_level = numpy.column_stack([numpy.ones_like(response), *terms])
    return numpy.linalg.lstsq(with_level, response, rcond=None)[0][1:]


def sensitivities(person, gap, response):
    """Each person's own slope of the response on their surpluses; NaN for those with few."""
    def total(values):
        return numpy.bincount(person[gap > 0], weights=values[gap > 0], minlength=person.max() + 1)
    count, gaps, responses = total(numpy.ones_like(gap)), total(gap), total(response)
    spread = count * total(gap**2) - gaps**2
    slope = numpy.full(len(count), numpy.nan)
    known = (count >= SURPLUSES) & (spread > 0)
    slope[known] = (count * total(gap * response) - gaps * responses)[known] / spread[known]
    return slope


def loss_aversion(results):
    """Slope of the response on a shortfall over that on a surplus, at equal perceived quality: the
    response to a gap of -.25 over that to +.25. Responses are unsaturated and in units of the person's
    own, or those who are easily moved would weigh more where they are more often."""
    ratios = []
    for run in range(results.runs):
        person, gap, perceived, felt = contacts(results, run)
        response = numpy.arctanh(felt)
        response /= sensitivities(person, gap, response)[person]
        known = numpy.isfinite(response)
        surplus, shortfall, _ = slopes(response[known], numpy.maximum(gap, 0)[known],
                                       numpy.minimum(gap, 0)[known], perceived[known])
        ratios.append(shortfall / surplus)
    return over_runs(ratios)


def asymmetry(results, run):
    """Satisfaction after a journey, at equal satisfaction before it, on the mean shortfall and the mean
    surplus of its contacts: the one slope over the other."""
    rows = results.events("contact", "close", run=run, columns=(
        "journey_place", "number", "expected", "perceived", "satisfaction", "satisfaction_before"))
    is_close = rows["kind"] == results.kinds().index("close")
    begins = numpy.concatenate([[True], is_close[:-1] | (numpy.diff(rows["person"]) != 0)])
    journey = numpy.cumsum(begins) - 1
    lived = numpy.bincount(journey[~is_close], minlength=journey[-1] + 1)
    gap = rows["perceived"][~is_close].astype(float) - rows["expected"][~is_close]
    surplus, shortfall = (numpy.bincount(journey[~is_close], part, len(lived)) / numpy.maximum(lived, 1)
                          for part in (numpy.maximum(gap, 0), numpy.minimum(gap, 0)))
    # Without mere use, and without journeys that stand behind one that was dropped.
    kept = is_close & (rows["journey_place"] != results.index("journey", "use") + 1)
    kept &= rows["number"] == lived[journey]
    before, after = (rows[name][kept].astype(float) for name in ("satisfaction_before", "satisfaction"))
    gained, lost, _ = slopes(after, surplus[journey[kept]], shortfall[journey[kept]], before)
    return lost / gained


def measure(lab):
    no_zone = lab.run("contacts", people=PEOPLE, settings=NO_ZONE)
    even = lab.run("contacts", people=PEOPLE, settings={**NO_ZONE, "customer.expectation.loss_aversion": 1})
    usual = lab.run("contacts", people=PEOPLE)
    bins = numpy.arange(-.5, .31, .05)
    curves = [means(name, bins, [contacts(results, run)[1::2] for run in range(results.runs)])
              for name, results in (("as it is", usual), ("without a zone of tolerance", no_zone))]
    widest = max(float(contacts(no_zone, run)[1].max()) for run in range(no_zone.runs))
    return Findings(
        checks=[
            Check("losses", "response to a gap of -.25 over that to +.25, without a zone of tolerance",
                  loss_aversion(no_zone), 1.9, 2.1, "1.955 [1.82, 2.10]"),
            Check("attributes", "weight of a journey's shortfalls in satisfaction over that of its surpluses",
                  over_runs([asymmetry(usual, run) for run in range(usual.runs)]), 1, published="above 1"),
            Check("even", "the first ratio where losses weigh as much as gains", loss_aversion(even), .9, 1.1,
                  control=True),
        ],
        curves={"losses": Curve(
            "A shortfall is felt more than a surplus", "perceived less expected quality", "reaction, -1 to 1",
            curves)},
        remark="Hardly any contact exceeds expectation by as much as .25 (the most is "
               f"{widest:.2f}), so the response to +.25 rests on smaller surpluses.")


FACT = Fact(
    number="4",
    title="Losses weigh about twice as much as gains",
    regularity="Over the literature the mean coefficient of loss aversion is 1.955 [1.82, 2.10]; poor "
               "performance of an attribute moves overall satisfaction more than good performance does.",
    source="Brown et al. 2024, meta-analysis; Tversky & Kahneman 1992 (2.25); Mittal, Ross & Baldasare 1998 "
           "(attributes)",
    address="tools4bls.com/2024/07/01/empirical-estimates-of-loss-aversion-healthcare-economist ; "
            "docslib.org/doc/5347590",
    standing="V",
    role="built in",
    measure=measure,
    how="The reference firm, two years, zone of tolerance 0. Reactions of all contacts, freed of their "
        "saturation and in units of how the person responds to surpluses, are regressed on surplus, "
        "shortfall and perceived quality. Then the reference firm as it is: satisfaction after a journey is "
        "regressed on satisfaction before it and on the mean surplus and the mean shortfall of its "
        "contacts, journeys of mere use left out. Control: the first ratio with a loss aversion of 1.",
    weakness="The coefficient is a setting, so the first number tests that it reaches people's reactions "
             "and no more. The regression knows the shape of the reaction's saturation.",
)
