import numpy
from lab import Check, Curve, Fact, Findings, over_runs
from lab.measures import LAST_YEAR, all_costs, customers, sum_of, touch_csat
from .histories import banded, nps

STAGES = (1, 2, 3, 4, 5, 6)
BETTER = {"nps": 1, "churn": -1, "contacts": 1, "cost": -1}
SAYS = {"nps": "true NPS, points", "churn": "leavers a month, points of %",
        "contacts": "satisfied with contacts, points", "cost": "cost of a customer and month, currency"}
PRIOR = (.48, .42, .10)   # firms in the lowest, middle and top two stages; published: nearly half, and 10%


def outcomes(results):
    """Four outcomes of the last year, one value a run each."""
    months = customers(results, months=LAST_YEAR) * 12
    return {"nps": nps(results), "churn": 100 * sum_of(results, "churned", months=LAST_YEAR) / months,
            "contacts": 100 * touch_csat(results, months=LAST_YEAR), "cost": all_costs(results, months=LAST_YEAR) / months}


def weakest_step(stages, name):
    """The step between neighbouring stages that improves an outcome least."""
    steps = [over_runs(BETTER[name] * (above[name] - below[name]))
             for below, above in zip(stages, stages[1:])]
    return min(steps, key=lambda step: step.value)


def measure(lab):
    stages = [outcomes(lab.run("ordinary", runs=10, settings={"company.maturity_stage": stage}))
              for stage in STAGES]
    weights = numpy.repeat(PRIOR, 2) / 2
    usual = {name: float(weights @ [stage[name].mean() for stage in stages]) for name in BETTER}
    return Findings(
        checks=[Check(name, f"least improvement from one stage to the next: {SAYS[name]}",
                      weakest_step(stages, name), 1e-6) for name in BETTER],
        curves={"maturity": Curve(
            "Outcomes by stage of maturity", "stage", "true NPS, points",
            [banded("simulated", STAGES, numpy.array([stage["nps"] for stage in stages]).T)])},
        remark="Weighted by how many firms stand at each stage, the mean firm has a true NPS of "
               f"{usual['nps']:.0f} and loses {usual['churn']:.1f}% of its customers a month.")


FACT = Fact(
    number="27",
    title="Few firms are mature, and maturity shows",
    regularity="One firm in ten stands at the two highest stages of customer experience maturity, nearly "
               "half stand at the two lowest.",
    source="Temkin Group 2016, over 200 firms",
    address=""
            "cmswire.com/customer-experience/"
            "customer-experience-maturitycross-the-chasm-from-fluff-to-tough/",
    standing="V",
    role="built in",
    measure=measure,
    how="The reference firm at each of the six stages, five years. The published shares serve as a prior "
        "over stages; what is tested is that NPS, churn, satisfaction with contacts and the cost of a "
        "customer improve at each step, however small the least.",
    weakness="The levers rise from stage to stage by assumption, so it would be strange if outcomes did not; "
             "and the shares themselves are taken as given. The cost includes that of the programme.",
)
