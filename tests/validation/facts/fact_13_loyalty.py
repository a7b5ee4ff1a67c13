import numpy
from lab import Check, Curve, Fact, Findings

from .pooling import means, pooled, rate, rate_by_group, ratio_of_rates, reviews


DEAF = {"customer.loyalty.look_satisfaction": 0, "customer.loyalty.look_delight": 0,
        "customer.preference.satisfaction": 0, "customer.loyalty.look_base": .08,
        "record.life_event_kinds": '["stayed", "looked", "left"]'}


def grade(satisfaction):
    """Relationship CSAT 1 to 5 of remembered satisfaction, as a survey without noise would find it."""
    return numpy.clip(numpy.floor(3.9 + 3 * satisfaction + .5), 1, 5).astype(int)


def measure(lab):
    results = lab.run("lives")
    left, satisfaction = zip(*(reviews(results, run, "satisfaction") for run in range(results.runs)))
    groups = [rate_by_group(went, grade(felt) - 1, 5) for went, felt in zip(left, satisfaction)]
    gone, asked = (numpy.array(each) for each in zip(*groups))

    def ratio(low, high):
        return ratio_of_rates(gone[:, low - 1], asked[:, low - 1], gone[:, high - 1], asked[:, high - 1])
    churn = [pooled(rate, gone[:, k], asked[:, k]).value for k in range(5)]
    deaf = lab.run("lives", people=10000, settings=DEAF)
    unmoved = [rate_by_group(went, grade(felt) - 1, 5) for went, felt in
               (reviews(deaf, run, "satisfaction") for run in range(deaf.runs))]
    gone_deaf, asked_deaf = (numpy.array(each) for each in zip(*unmoved))
    spelt = ", ".join(f"{churn[k]:.3f}" for k in range(1, 5))
    bins = numpy.arange(-1, 1.01, .1)
    return Findings(
        checks=[
            Check("satisfied", "monthly churn of the satisfied (4) over that of the totally satisfied (5)",
                  ratio(4, 5), 2, 8, "6"),
            Check("dissatisfied", "monthly churn of the dissatisfied (2) over that of the satisfied (4)",
                  ratio(2, 4), 5),
            Check("deaf", "the first number where satisfaction does not quiet the wish to look, nor enter preference",
                  ratio_of_rates(gone_deaf[:, 3], asked_deaf[:, 3], gone_deaf[:, 4], asked_deaf[:, 4]), .5, 1.8,
                  control=True),
        ],
        curves={"loyalty": Curve(
            "Satisfaction and loyalty", "remembered satisfaction, -1 to 1",
            "customers who leave, share a month",
            [means("simulated", bins,
                   [(felt, went.astype(float)) for felt, went in zip(satisfaction, left)])])},
        remark=f"Monthly churn at satisfaction 2 to 5 is {spelt}.")


FACT = Fact(
    number="13",
    title="The totally satisfied are far more loyal than the merely satisfied",
    regularity="Totally satisfied customers of Xerox were six times as likely to buy again as satisfied "
               "ones.",
    source="Jones & Sasser 1995, Harvard Business Review",
    address="hbr.org/1995/11/why-satisfied-customers-defect/ar/1",
    standing="V",
    role="tuned",
    measure=measure,
    how="The reference firm, five years: all monthly reviews by remembered satisfaction, graded 1 to 5 as "
        "the relationship survey would without noise (3.9 + 3 S, rounded), and whether the customer left. Control: a firm whose customers "
        "look elsewhere whatever their satisfaction.",
    disagreement="That delight counts beyond satisfaction, as the refined firm has it, was found in one service and "
                 "not in another (Oliver, Rust & Varki 1997).",
    weakness="How satisfaction quiets the wish to look was set from this fact. Published are odds to buy "
             "again at one firm, with no word on the method; monthly churn is not the same.",
)
