from lab import Check, Curve, Fact, Findings, Series, over_runs
from .histories import nps_by_month, setting

STAGES = (2, 3, 4, 5)
RESPONSE = "nps_response"
MOODS = ("commitment", "pleased", "displeased")
SETTLED = slice(12, None)           # months after the first year
BASES = (.2, .4, .6, .8, 1)


def answers_of(results, name):
    """A count of the survey as (run, month), the first year left out."""
    return results[name][0, :, SETTLED].sum(axis=2)


def overstatement(results):
    """NPS of those who answer less that of everybody in the same month, weighted by answers; one value
    a run."""
    promoters, detractors, answers = (answers_of(results, name)
                                      for name in ("nps_promoters", "nps_detractors", "nps_answers"))
    everybody = nps_by_month(results)[:, SETTLED] * answers
    return (100 * (promoters - detractors) - everybody).sum(axis=1) / answers.sum(axis=1)


def response(results):
    """Answers a customer and month, one value a run."""
    answers, asked = (answers_of(results, name) for name in ("nps_answers", "active_customers"))
    return answers.sum(axis=1) / asked.sum(axis=1)


def answering(results, base, share=None):
    """Settings under which everybody answers with a chance of at least `base`; what fondness adds
    shrinks with the room that is left, or is `share` of what it is."""
    survey = setting(results, "customer", "survey")
    share = (1 - base) / (1 - survey[RESPONSE]) if share is None else share
    more = {f"{RESPONSE}_{mood}": survey[f"{RESPONSE}_{mood}"] * share for mood in MOODS}
    return {f"customer.survey.{name}": chance for name, chance in {RESPONSE: base, **more}.items()}


def measure(lab):
    gaps = {stage: over_runs(overstatement(lab.run("ordinary", settings={"company.maturity_stage": stage})))
            for stage in STAGES}
    usual = lab.run("ordinary")
    runs = [usual, *(lab.run("ordinary", settings=answering(usual, base)) for base in BASES)]
    points = [over_runs(overstatement(one)) for one in runs]
    alike = lab.run("ordinary", settings=answering(usual, .12, 0))
    return Findings(
        checks=[
            *(Check(f"stage_{stage}", f"NPS measured less true NPS at stage {stage}, points", gaps[stage],
                    3, 15) for stage in STAGES),
            Check("more", "how much smaller it is at stage 3 where far more answer, points", over_runs(
                overstatement(runs[0]) - overstatement(runs[2])), .01, published="shrinks with response"),
            Check("everybody", "NPS measured less true NPS where everybody answers, points (0 by definition)", points[-1],
                  -1, 1, control=True),
            Check("alike", "the same where few answer, but all alike, points", over_runs(
                overstatement(alike)), -1, 1, control=True),
        ],
        curves={"response": Curve(
            "The fewer answer, the better it looks", "customers who answer in a month, share",
            "NPS measured less true NPS, points",
            [Series("simulated", [float(response(one).mean()) for one in runs], [p.value for p in points],
                    [p.low for p in points], [p.high for p in points])])})


FACT = Fact(
    number="25",
    title="Surveys that few answer are too optimistic",
    regularity="The lower the response to a survey of customers, the more those who answer are the fond "
               "ones.",
    source="Bain & Company, as reported by Customer Strategy (direction only)",
    address="customerstrategy.net/response-rates-significance",
    standing="v",
    role="built in",
    measure=measure,
    how="The reference firm at stages 2 to 5, five years. NPS from the second year on of those who answer "
        "less that of all customers. Then, at stage 3, everybody's chance to answer is raised step by step. "
        "Controls: everybody answers; few answer, but all with the same chance.",
    weakness="That the committed and the pleased answer more is assumed; only the size of what follows is "
             "found.",
)
