from lab import Check, Curve, Fact, Findings, Series, over_runs

STARS = [1, 2, 3, 4, 5]
EVERYBODY_ALIKE = {"customer.online_review.base": .02, "customer.online_review.positive": 0,
                   "customer.online_review.negative": 0}


def shares(results):
    """Share of each number of stars, (run, stars)."""
    counts = results["reviews"][0].sum(axis=1)
    return counts / counts.sum(axis=1, keepdims=True)


def measure(lab):
    found = shares(lab.run("ordinary"))
    alike = shares(lab.run("ordinary", settings=EVERYBODY_ALIKE))
    one, two, three = found[:, 0], found[:, 1], found[:, 2]
    bars = [over_runs(found[:, k]) for k in range(5)]
    unselected = [over_runs(alike[:, k]) for k in range(5)]
    return Findings(
        checks=[
            Check("one_over_two", "share of one star less that of two", over_runs(one - two), 0),
            Check("one_over_three", "share of one star less that of three", over_runs(one - three), 0),
            Check("good", "share of four and five stars", over_runs(found[:, 3] + found[:, 4]), .5, 1),
            Check("alike", "share of one star less that of three where everybody is equally ready to write",
                  over_runs(alike[:, 0] - alike[:, 2]), high=0, control=True),
        ],
        curves={"stars": Curve(
            "Stars of public reviews", "stars", "reviews, share",
            [Series("simulated", STARS, [b.value for b in bars], [b.low for b in bars],
                    [b.high for b in bars]),
             Series("simulated, everybody equally ready to write", STARS, [b.value for b in unselected],
                    [b.low for b in unselected], [b.high for b in unselected])], bars=True)})


FACT = Fact(
    number="8",
    title="Public reviews are J-shaped",
    regularity="Online ratings pile up at five stars and, less, at one, with few between: those who are "
               "moved write, the moderate do not.",
    source="Hu, Zhang & Pavlou 2009, Communications of the ACM",
    address="papers.ssrn.com/sol3/papers.cfm?abstract_id=2369332",
    standing="V",
    role="tuned",
    measure=measure,
    how="The reference firm, five years: all published reviews by stars. Control: every journey equally "
        "likely to be reviewed, however it was felt.",
    weakness="How much more the moved write was set from this fact. Who buys at all also shapes published "
             "ratings; the reference firm's buyers are no more pleased with it than others.",
)
