from lab import Check, Curve, Fact, Findings, Series, over_runs
from lab.measures import sum_of

STAGES = (1, 2, 3, 4, 5, 6)


def praise(lab, stage):
    """Positive messages for each negative one, one value a run."""
    results = lab.run("ordinary", settings={"company.maturity_stage": stage})
    return over_runs(sum_of(results, "wom_positive") / sum_of(results, "wom_negative"))


def measure(lab):
    found = {stage: praise(lab, stage) for stage in STAGES}
    ratios = [found[stage] for stage in STAGES]
    return Findings(
        checks=[Check(f"stage_{stage}", f"positive messages for each negative one at maturity stage {stage}",
                      found[stage], 2, 6, "3") for stage in (2, 3, 4)],
        curves={"praise": Curve(
            "Positive and negative word of mouth by maturity of the firm", "maturity stage",
            "positive messages for each negative one",
            [Series("simulated", list(STAGES), [r.value for r in ratios], [r.low for r in ratios],
                    [r.high for r in ratios]),
             Series("published mean of 15 studies", list(STAGES), [3.] * len(STAGES), published=True)])},
        remark=f"Known overshoot: {found[5].value:.0f} positive messages for each negative one at stage 5 "
               f"and {found[6].value:.0f} at stage 6, above anything published.")


FACT = Fact(
    number="5",
    title="Praise is about three times as common as complaint among friends",
    regularity="In 15 studies of different categories, positive word of mouth was on average three times as "
               "common as negative.",
    source="East, Hammond & Wright 2007, International Journal of Research in Marketing",
    address="discovery.researcher.life/article/…/3831b4540b963ba5a278c16eae0915db",
    standing="V",
    role="tuned",
    measure=measure,
    how="The firm at each stage of maturity, five years each: messages sent about experiences that were not "
        "bad, over those about bad ones.",
    disagreement="Bad news is said to travel further. Both can hold: bad experiences are rarer, and each is "
                 "told more (fact 6). And most negative word comes from former customers and people who never "
                 "were customers (East, Romaniuk & Lomax 2011), who are silent in the reference firm; in the "
                 "refined one those who leave say why.",
    weakness="The studies count people who say that they gave positive or negative advice, the simulation "
             "counts messages. How much is told was chosen with this fact in view; stages 5 and 6 overshoot "
             "because their customers hardly meet anything bad.",
)
