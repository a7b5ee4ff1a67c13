import numpy
from lab import Check, Curve, Fact, Findings

from .pooling import means, ratio_of_rates, reviews

KINDS = '["stayed", "looked", "left"]'


def exposed(results, run):
    """Fresh exits among acquaintances at each review, and whether the customer left."""
    left, exits = reviews(results, run, "neighbour_exits")
    return exits, left.astype(float)


def hazard_ratio(runs):
    """Monthly hazard of those with a fresh exit next to them over that of those without any."""
    near = [(left[exits > .8].sum(), (exits > .8).sum()) for exits, left in runs]
    far = [(left[exits < .05].sum(), (exits < .05).sum()) for exits, left in runs]
    return ratio_of_rates(*numpy.transpose(near), *numpy.transpose(far))


def measure(lab):
    results = lab.run("lives")
    alone = lab.run("lives", settings={"customer.loyalty.look_neighbours": 0,
                                       "record.life_event_kinds": KINDS})
    together, apart = ([exposed(each, run) for run in range(each.runs)] for each in (results, alone))
    bins = [0, .05, .2, .4, .6, .8, 1., 1.25, 1.5, 2., 3.]
    return Findings(
        checks=[
            Check("neighbours", "hazard with neighbours' exits above .8 over that with less than .05",
                  hazard_ratio(together), 1.4, 2.2, "1.8"),
            Check("alone", "the same where nobody looks at neighbours", hazard_ratio(apart), .75, 1.3,
                  control=True),
        ],
        curves={"neighbours": Curve(
            "Departures near by make people leave", "acquaintances who left, fading by half in 30 days",
            "customers who leave, share a month",
            [means("simulated", bins, together),
             means("simulated, nobody looks at neighbours", bins, apart)])})


FACT = Fact(
    number="11",
    title="A neighbour's departure raises the risk to leave",
    regularity="Exposure to a defecting neighbour raises the hazard of a customer's own defection by 80%; "
               "the effect fades exponentially.",
    source="Nitzan & Libai 2011, Journal of Marketing",
    address="cris.tau.ac.il/en/publications/social-effects-on-customer-retention",
    standing="V",
    role="built in",
    measure=measure,
    how="The reference firm, five years: monthly reviews by how many acquaintances left lately, a departure "
        "counting half after 30 days. Control: the same with customers who take no notice of neighbours; "
        "likeness of neighbours alone would show there.",
    weakness="The .8 is a setting. Acquaintances in the model are drawn without regard to likeness, so that "
             "the test of the control is easier than it would be among real people.",
)
