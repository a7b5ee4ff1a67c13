from lab import Check, Fact, Findings, over_runs
from lab.measures import touch_csat

SUPERIOR = .5
EXPLORER = {"company.maturity_stage": 2}
CLOSES = {"record.life_event_kinds": '["close"]'}


def superior(results, with_use=False):
    """Share of closed journeys, mere use left out or not, that are remembered as superior; one value a run."""
    shares = []
    for run in range(results.runs):
        rows = results.events("close", run=run, columns=("journey_place", "experience"))
        meant = (rows["journey_place"] != results.index("journey", "use") + 1) | with_use
        shares.append((rows["experience"][meant] >= SUPERIOR).mean())
    return over_runs(shares)


def measure(lab):
    seen = lab.run("ordinary", settings=EXPLORER)
    met = lab.run("lives", people=10000, settings={**CLOSES, **EXPLORER})
    best = lab.run("lives", people=5000, runs=3, settings={**CLOSES, "company.maturity_stage": 6})
    firm, customers, at_best = over_runs(touch_csat(seen)), superior(met), superior(best)
    return Findings(
        checks=[
            Check("firm", "respondents satisfied with a contact, share: what the firm sees", firm, .85, 1,
                  ".80 of firms think themselves superior"),
            Check("customers", "journeys remembered as superior, share: what customers meet", customers, 0,
                  .25, ".08 of customers agree"),
            Check("excellent", "journeys remembered as superior at stage 6, share", at_best, .25, 1,
                  control=True),
        ],
        remark=f"At stage 2 the firm sees {100 * firm.value:.0f}% satisfied where "
               f"{100 * customers.value:.0f}% of journeys are superior, "
               f"{100 * superior(met, with_use=True).value:.0f}% with mere use of the product among them.",
    )


FACT = Fact(
    number="24",
    title="The delivery gap: firms think themselves superior, customers do not",
    regularity="80% of firms believe that they deliver a superior experience; 8% of their customers agree.",
    source="Allen, Reichheld, Hamilton & Markey 2005, Bain & Company",
    address="bain.com/publications/articles/closing-the-delivery-gap-newsletter.aspx",
    standing="V",
    role="tuned",
    caveat="close to fact 1",
    measure=measure,
    how="The reference firm at maturity stage 2, five years. Share of satisfied respondents after contacts "
        "against the share of closed journeys, mere use of the product left out, whose remembered experience "
        "is .5 or more of 1. Control: a firm at stage 6 does deliver superior journeys.",
    weakness="Close to fact 1, so not independent of it. What counts as superior is our mark, and journeys "
             "stand for customers.",
)
