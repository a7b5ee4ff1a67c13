import numpy
from lab import Check, Curve, Fact, Findings, over_runs
from .histories import DAYS, bars, happened, latest, like_for_like, moments

KNOWN = 365        # days of history that everybody's record needs: who failed before day 0 is unknown
WITHIN = 180
TENURES = [90, 180, 365, 730, 1460]
OUTCOMES = {"first": "after a first, good recovery", "later": "after a later good recovery",
            "failed": "after a failed recovery"}


def gains(results, run):
    """Satisfaction after a recovery less that before the journey it should put right, by outcome."""
    rows = results.events("recovery", run=run, columns=("success", "number", "satisfaction",
                                                        "satisfaction_before"))
    gain = rows["satisfaction"] - rows["satisfaction_before"]
    good, first = rows["success"] == 1, rows["number"] == 1
    return {"first": gain[good & first].mean(), "later": gain[good & ~first].mean(),
            "failed": gain[~good].mean()}


def leaving(results, run):
    """How many more leave within 180 days of a review after a good recovery, a good first one, and
    after a bad journey that nobody put right, than leave of those who never had a bad journey and
    have been customers as long: three differences of shares."""
    closes = results.events("close", run=run, columns=("experience",))
    bad = moments(closes)[closes["experience"] < -.25]
    recoveries = results.events("recovery", run=run, columns=("success", "number"))
    recovered = moments(recoveries)
    reviews = results.events("stayed", "looked", "left", run=run)
    people, days, at = reviews["person"], reviews["day"], moments(reviews)
    bought = moments(results.events("bought", run=run))
    gone = happened(moments(results.events("left", run=run)), at, WITHIN)

    purchase = latest(bought, people, days)
    since = numpy.where(purchase >= 0, bought[purchase] % DAYS if len(bought) else 0,
                        results.person("first_acquired_day")[run][people])
    tenure = numpy.digitize(days - since, TENURES)
    inside = (days >= KNOWN) & (days <= closes["day"].max() - WITHIN)
    last_bad, last_recovery = latest(bad, people, days), latest(recovered, people, days)
    never = inside & (last_bad < 0)
    lately = inside & (last_recovery >= 0) & (at - recovered[last_recovery] <= 30)
    good = lately & (recoveries["success"][last_recovery] == 1)
    first = good & (recoveries["number"][last_recovery] == 1)
    alone = inside & (last_bad >= 0) & (last_recovery < 0) & (at - bad[last_bad] <= 30)
    return [numpy.subtract(*like_for_like(gone, who, never, tenure)) for who in (good, first, alone)]


def measure(lab):
    results = lab.run("lives")
    runs = [gains(results, run) for run in range(results.runs)]
    gain = {name: over_runs([one[name] for one in runs]) for name in OUTCOMES}
    recovered, first, alone = (over_runs(100 * numpy.array(one)) for one in zip(
        *(leaving(results, run) for run in range(results.runs))))
    return Findings(
        checks=[
            Check("first", "change of satisfaction, before a bad journey to after a first, good recovery",
                  gain["first"], 0, .2, "above 0"),
            Check("later", "the same after a later good recovery", gain["later"], high=0,
                  published="not above 0"),
            Check("churn", "leavers within 180 days after a good recovery, beyond those who never had a bad "
                  "journey, points", recovered, 0, published="not below 0"),
            Check("failed", "change of satisfaction where the recovery failed", gain["failed"], high=-.05,
                  control=True),
            Check("alone", "leavers within 180 days after a bad journey that nobody put right, beyond those "
                  "who never had one, points", alone, 1, control=True),
        ],
        curves={"recovery": Curve(
            "A good recovery lifts satisfaction once", "recovery", "change of satisfaction",
            [bars("simulated", {says: gain[name] for name, says in OUTCOMES.items()})], bars=True)},
        remark="Of those whose first recovery was good, and who are more satisfied than before, "
               f"{first.value:+.1f} points [{first.low:+.1f}, {first.high:+.1f}] leave beyond those who "
               "never had a bad journey"
               + (": neither more nor fewer." if first.low <= 0 <= first.high else "."),
    )


FACT = Fact(
    number="16",
    title="A good recovery lifts satisfaction, once, and not loyalty",
    regularity="Customers are more satisfied after a failure that was put right than before it, but do not "
               "buy or recommend more; it holds for a first, mild failure and never after two.",
    source="de Matos, Henrique & Rossi 2007, Journal of Service Research; Magnini et al. 2007, Journal of "
           "Services Marketing; Maxham & Netemeyer 2002, Journal of Marketing",
    address="researchgate.net/publication/247745333 ; "
            "emerald.com/insight/content/doi/10.1108/08876040710746561 ; "
            "sage.cnpereading.com/doi/10.1509/jmkg.66.4.57.18512",
    standing="V",
    role="tuned",
    measure=measure,
    how="The reference firm, five years. Satisfaction after each recovery less that before the journey it "
        "puts right. Then, at monthly reviews from the second year on: who leaves within 180 days of the "
        "reviews within 30 days after a good recovery, against customers without any bad journey so far who have been "
        "customers as long (six bands of tenure, weighted by the recovered). Controls: failed recoveries "
        "lower satisfaction, and a bad journey that nobody put right drives people away.",
    weakness="The size of a recovery, and what a repeated one loses, were chosen with this fact in view. "
             "Whether the recovered leave more often is a near tie, and the sign hangs on the run.",
)
