from lab import Check, Curve, Fact, Findings, over_runs
from .histories import bars, nps

ARMS = ("baseline", "technology", "culture", "both")
INDIFFERENT = {"company.delivery.bot_rational_culture": 0, "company.delivery.bot_emotional_culture": 0,
               "company.delivery.bot_failure": .25, "company.delivery.bot_failure_culture": 0}


def levels(results):
    """NPS of the last year in each arm, one value a run."""
    return {arm: nps(results, results.arm(arm)) for arm in ARMS}


def together(level):
    """What culture adds beside the bot, less what it adds without it, one value a run."""
    return (level["both"] - level["technology"]) - (level["culture"] - level["baseline"])


def measure(lab):
    level = levels(lab.run("technology"))
    explorer = levels(lab.run("technology", settings={"company.maturity_stage": 2}))
    indifferent = levels(lab.run("technology", settings=INDIFFERENT))
    changes = {"the bot": "technology", "the culture": "culture", "both": "both"}
    points = {name: over_runs(level[arm] - level["baseline"]) for name, arm in changes.items()}
    with_bot, alone = (over_runs(explorer[a] - explorer[b]).value
                       for a, b in (("both", "technology"), ("culture", "baseline")))
    return Findings(
        checks=[
            Check("together", "what culture adds to NPS beside a bot, less what it adds alone, points",
                  over_runs(together(level)), .01),
            Check("explorer", "the same at maturity stage 2, points", over_runs(together(explorer)), .01),
            Check("alone", "NPS with the bot alone, less that without, points", points["the bot"], high=-.01,
                  published="disclosed bots: purchases -79.7%"),
            Check("indifferent", "the first number where culture does nothing to a bot", over_runs(
                together(indifferent)), -2, 2, control=True),
        ],
        curves={"technology": Curve(
            "A bot is as good as the culture behind it", "introduced", "change of NPS, points",
            [bars("simulated", points)], bars=True)},
        remark=f"At stage 2 culture adds {with_bot:.1f} points beside the bot and {alone:.1f} alone.")


FACT = Fact(
    number="23",
    title="Technology amplifies the culture it finds",
    regularity="A bot that says it is one loses four in five purchases; between 18 and 70% of projects for "
               "customer technology fail, and those succeed that rest on strategy and on the people who "
               "serve.",
    source="Luo, Tong, Fang & Qu 2019, Marketing Science; reviews of CRM surveys",
    address="ideas.repec.org/a/inm/ormksc/v38y2019i6p937-947.html ; scribd.com/doc/131395391 ; "
            "zdnet.com/article/crm-failures-dont-blame-the-tools/",
    standing="V",
    role="tuned",
    measure=measure,
    how="The reference firm, five years; from the second on a bot answers six in ten first, or culture rises "
        "to .7, or both. NPS of the last year, same customers and same luck: what culture adds beside the "
        "bot must exceed what it adds alone. Control: the same where a bot is the same in every culture.",
    weakness="What culture does to a bot is assumed, and its size was chosen with this fact in view.",
)
