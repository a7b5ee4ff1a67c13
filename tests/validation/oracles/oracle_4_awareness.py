from lab import Curve, Fact, Findings, Series

from .agreement import agrees, furthest, scenario_of, share, sharp

MONTHS = (6, 12, 24, 60)
ERRORS = 4
DAYS = 30          # in a month


class Strangers:
    """How many do not know the firm at month ends, in one arm."""

    def __init__(self, results, arm):
        self.unaware = results["unaware"][results.arm(arm)].sum(axis=(0, 2))
        self.aware = results["aware"][results.arm(arm)].sum(axis=(0, 2))
        self.size = scenario_of(results)["simulation"]["people"] * results.runs
        self.runs = results.runs
        if (self.unaware + self.aware != self.size).any():
            raise ValueError("somebody is neither aware nor unaware")

    def reached(self, month):
        return share(self.aware[month - 1], self.size, self.runs)


def reached(scenario, arm, month):
    """1 - (1 - ad)^t, with the rate that the arm has on each day."""
    rate, left = scenario["company"]["advertising"], 1.
    campaign, = scenario["intervention"]
    for day in range(DAYS * month):
        runs = arm == "campaign" and day >= campaign["start"]
        left *= 1 - rate * (campaign["advertising"]["multiply"] if runs else 1)
    return 1 - left


def measure(lab):
    results = lab.run("oracle_awareness", people=200000, runs=4)
    scenario = scenario_of(results)
    arms = {arm: Strangers(results, arm) for arm in ("baseline", "campaign")}
    checks = [agrees(f"{arm}, month {month}", f"people who know the firm after {month} months, {arm}, share",
                     strangers.reached(month), reached(scenario, arm, month), ERRORS)
              for arm, strangers in arms.items() for month in MONTHS if arm == "baseline" or month > 12]
    silent = Strangers(lab.run("oracle_awareness", people=200000, runs=4,
                               settings={"company.advertising": 0}), "baseline")
    control = agrees("silence", "people who know a firm that does not advertise, after 60 months, share",
                     silent.reached(60), 0., ERRORS, control=True)
    months = list(range(1, len(arms["baseline"].aware) + 1))
    series = []
    for arm, strangers in arms.items():
        shares = [strangers.reached(month) for month in months]
        series += [Series(f"simulated, {arm}", months, [s.value for s in shares], [s.low for s in shares],
                          [s.high for s in shares]),
                   Series(f"exact, {arm}", months, [reached(scenario, arm, month) for month in months],
                          published=True)]
    return Findings(
        checks=[*checks, control, sharp(checks)],
        curves={"awareness": Curve("People who know the firm", "months", "share of everybody", series)},
        remark=f"{arms['baseline'].size:,} people; the furthest comparison is {furthest(checks):.1f} "
               "standard errors off.")


ORACLE = Fact(
    number="O4",
    title="Awareness from advertising alone follows its closed form",
    regularity="If advertising reaches each who does not know the firm yet with chance ad a day, "
               "1 - (1 - ad)^t know it after t days.",
    source="Elementary probability; the external influence of Bass 1969, Management Science",
    address="",
    standing="exact",
    role="untouched",
    measure=measure,
    how="Nobody is a customer, becomes one or talks. The program gives each person a place in the queue that "
        "advertising reaches and draws nothing by the day, so that this is a test of the queue and of the "
        "count at month ends. In a second arm the rate is trebled after 360 days. Each comparison may be off "
        "by 4 standard errors. Control: without advertising nobody comes to know the firm.",
    weakness="The months share their people, so that they are not independent of each other.",
)
