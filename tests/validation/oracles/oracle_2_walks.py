import math

import numpy
from lab import Check, Curve, Fact, Findings, Series

from .agreement import agrees, exactly, furthest, mean, scenario_of, share, sharp
from .chains import Walk

ERRORS = 4.5         # standard errors a comparison may be off: there are many of them
DAYS_TO_CLOSE = 150  # no journey takes that long
TELLING = ["fix", "query", "move", "renew", "use"]


def failure_chances(scenario):
    """The chance that a contact fails at each touchpoint: what the scenario says, more with worse root
    causes, less with better people where people work."""
    company, delivery = scenario["company"], scenario["company"]["delivery"]
    bonus = {department["name"]: department["skill_bonus"] for department in scenario["department"]}
    chances = {}
    for touchpoint in scenario["touchpoint"]:
        chance = touchpoint["p_fail"]
        if touchpoint["root_cause"]:
            chance *= root_cause_level(scenario)
        if touchpoint["human_share"] > 0:
            beyond = company["skill"] + bonus[touchpoint["owner"]] - delivery["skill_reference"]
            chance *= math.exp(-delivery["skill_protection"] * beyond)
        chances[touchpoint["name"]] = min(delivery["most_failure"], chance)
    return chances


def root_cause_level(scenario):
    """Where nobody mends them, root causes are as bad as they get from the first day on."""
    loop = scenario["company"]["outer_loop"]
    return min(max(loop["worst"], loop["least"]), loop["most"])


def walks(scenario, limited=True):
    """The chain of each journey; for a control without its limit of contacts."""
    failure, chains = failure_chances(scenario), {}
    for journey in scenario["journey"]:
        if journey["name"] not in TELLING:
            continue
        if journey["edges"]:
            raise ValueError(f"{journey['name']} has edges beside its steps")
        steps = [(step["touchpoint"], step["chance"]) for step in journey["steps"]]
        chains[journey["name"]] = Walk(steps, failure, journey["retries"], journey["abandon_slope"],
                                       journey["contact_limit"] if limited else 100)
    return chains


class Journeys:
    """What the customers' lives say of each journey that began early enough to be over."""

    def __init__(self, results):
        kinds = results.kinds()
        kind = results.column("kind")
        begins, contact, closes = (kind == kinds.index(name) for name in ("need", "contact", "close"))
        number = numpy.cumsum(begins) - 1                        # of the journey an event belongs to
        day, place = results.column("day"), results.column("journey_place")
        self.journey = place[begins]
        self.contacts = numpy.bincount(number[contact], minlength=len(self.journey))
        self.closed, self.resolved = (numpy.zeros(len(self.journey), dtype=bool) for _ in range(2))
        self.closed[number[closes]] = True
        self.resolved[number[closes]] = results.column("success")[closes] == 1
        self.old = day[begins] < day.max() - DAYS_TO_CLOSE
        self._number, self._contact = number, contact
        self._touchpoint = results.column("touchpoint_place")
        # A failed journey that starts another does so the same day; a need of one's own comes later.
        person, run = results.column("person"), results.column("replication_index")
        last = numpy.flatnonzero(closes)
        last = last[last + 1 < len(kind)]
        follows = begins[last + 1] & (day[last + 1] == day[last]) & (person[last + 1] == person[last])
        self.started = numpy.zeros(len(self.journey), dtype=numpy.int64)
        self.started[number[last]] = numpy.where(follows & (run[last + 1] == run[last]), place[last + 1], 0)
        if (self.old & ~self.closed & (self.contacts > 0)).any():
            raise ValueError(f"there are journeys that took more than {DAYS_TO_CLOSE} days")

    def begun(self, place):
        return self.old & (self.journey == place)

    def visits(self, touchpoint):
        there = self._contact & (self._touchpoint == touchpoint)
        return numpy.bincount(self._number[there], minlength=len(self.journey))


def comparisons(results, scenario, name, walk, journeys):
    """The checks of one journey."""
    begun = journeys.begun(results.index("journey", name) + 1)
    lived = begun & (journeys.contacts > 0)
    runs = results.runs

    def check(what, says, estimate, exact):
        return agrees(f"{name}: {what}", says, estimate, exact, ERRORS)

    checks = [check("unresolved", f"{name} journeys that ended unresolved, share",
                    share((~journeys.resolved[lived]).sum(), lived.sum(), runs), 1 - walk.resolved)]
    if walk.contacts != 1:
        checks.append(check("contacts", f"contacts in a {name} journey, mean",
                            mean(journeys.contacts[lived], runs), walk.contacts))
    if walk.skipped > .05:
        checks.append(check("skipped", f"{name} journeys in which every step was skipped, share",
                            share((begun & ~lived).sum(), begun.sum(), runs), walk.skipped))
    for touchpoint in walk.visits if len(walk.visits) > 1 else []:
        visits = journeys.visits(results.index("touchpoint", touchpoint) + 1)[lived]
        checks.append(check(f"visits to {touchpoint}", f"contacts at {touchpoint} in a {name} journey, mean",
                            mean(visits, runs), walk.visits[touchpoint]))
    rules = next(journey for journey in scenario["journey"] if journey["name"] == name)
    if rules["spawns"]:
        failed = lived & ~journeys.resolved
        started = journeys.started[failed] == results.index("journey", rules["spawns"]) + 1
        checks.append(check(f"starts {rules['spawns']}",
                            f"failed {name} journeys that start a {rules['spawns']} journey, share",
                            share(started.sum(), failed.sum(), runs), rules["spawn_chance"]))
    return checks


def control(scenario, checks):
    """A chain with one rule left out must be seen to differ."""
    moving = next(check for check in checks if check.name == "move: unresolved").estimate
    off = abs(moving.value - (1 - walks(scenario, limited=False)["move"].resolved)) / moving.error
    return Check("no limit", "standard errors between unresolved moves and a chain that knows no limit of "
                 "contacts", exactly(off), ERRORS, control=True)


def lengths(results, name, walk, journeys, most):
    lived = journeys.begun(results.index("journey", name) + 1) & (journeys.contacts > 0)
    counts = numpy.bincount(journeys.contacts[lived], minlength=most + 1)[1:most + 1]
    shares = [share(count, lived.sum(), results.runs) for count in counts]
    x = list(range(1, most + 1))
    return Curve(f"Contacts it takes to {name} something", "contacts in the journey", "journeys, share",
                 [Series("simulated", x, [s.value for s in shares], [s.low for s in shares],
                         [s.high for s in shares]),
                  Series("exact", x, walk.lengths(most), published=True)])


def measure(lab):
    results = lab.run("oracle_walks", people=6000, runs=3)
    scenario = scenario_of(results)
    if not numpy.allclose(results["root_cause_level"], root_cause_level(scenario)):
        raise ValueError("root causes have moved")
    chains, journeys = walks(scenario), Journeys(results)
    checks = [check for name in TELLING
              for check in comparisons(results, scenario, name, chains[name], journeys)]
    counted = int((journeys.old & (journeys.contacts > 0)).sum())
    return Findings(
        checks=[*checks, sharp(checks), control(scenario, checks)],
        curves={"walk_lengths": lengths(results, "fix", chains["fix"], journeys, 10)},
        remark=f"{counted:,} journeys were followed to their ends; of {len(checks)} comparisons the furthest "
               f"is {furthest(checks):.1f} standard errors off.")


ORACLE = Fact(
    number="O2",
    title="Journeys go as the theory of absorbing chains says",
    regularity="A walk on the touchpoint graph that no feeling turns is an absorbing Markov chain. Its "
               "fundamental matrix gives the visits to each touchpoint, the contacts a journey takes and the "
               "chance that it is resolved.",
    source="Kemeny & Snell 1960, Finite Markov Chains",
    address="",
    standing="exact",
    role="untouched",
    measure=measure,
    how="Everybody is a customer and stays one; no bots; root causes stand still at twice their usual "
        "strength, employees have less skill and some journeys are given up sooner, so that every rule is "
        "used. The chain is built from the scenario alone: states are the touchpoint, the failures there and "
        "the contacts so far. Each comparison may be off by 4.5 standard errors of independent journeys. "
        "Control: a chain without the limit of contacts must not agree.",
    weakness="Joining is left out, because it holds the decision to buy, and so are edges whose weight "
             "follows the customer's mood, which the firm does not use.",
)
