import numpy
from lab import Check, Curve, Fact, Findings, over_runs
from .histories import bars, happened, latest, like_for_like, moments

SOON, LATE = 20, 60   # days after the bad journey: a recovery has been tried; one review comes in between
HARMLESS = {"customer.recovery.failed_satisfaction": 0, "customer.recovery.failed_trust": 1,
            "customer.recovery.failed_implicit": 0}
BETWEEN = ("closing", "later", "ignored")


def afterwards(results, run):
    """Satisfaction less that of silent sufferers who remember a journey as bad and were as satisfied
    before it: as the journey closes and at the first review 20 to 60 days later, of those whose
    recovery failed; and at that review of those who complained and were ignored."""
    closes = results.events("close", run=run, columns=("experience", "satisfaction", "satisfaction_before"))
    bad = closes["experience"] < -.25
    closes = {name: column[bad] for name, column in closes.items()}
    people, days, at = closes["person"], closes["day"], moments(closes)
    recoveries = results.events("recovery", run=run, columns=("success", "satisfaction_before"))
    complaints = moments(results.events("complaint", run=run))
    reviews = results.events("stayed", "looked", "left", run=run, columns=("satisfaction",))
    review = moments(reviews)

    following = numpy.minimum(numpy.searchsorted(review, at + SOON), len(review) - 1)
    reviewed = (review[following] >= at + SOON) & (review[following] <= at + LATE)
    later = reviews["satisfaction"][following]

    failed = numpy.zeros(len(at), dtype=bool)
    last_bad = latest(at, recoveries["person"], recoveries["day"] - 1)
    for k in numpy.flatnonzero(recoveries["success"] == 0):
        close = last_bad[k]   # back to the journey it is about, which began with the same satisfaction
        while (close >= 0 and people[close] == recoveries["person"][k]
               and closes["satisfaction_before"][close] != recoveries["satisfaction_before"][k]):
            close -= 1
        if close >= 0 and people[close] == recoveries["person"][k]:
            failed[close] = recoveries["day"][k] - days[close] <= SOON
    touched = happened(moments(recoveries), at + 1, LATE)
    silent = ~happened(complaints, at, LATE) & ~touched
    ignored = happened(complaints, at, 0) & ~touched
    like = (1000 * numpy.floor(10 * (1 + closes["experience"]))
            + numpy.floor(10 * (1 + closes["satisfaction_before"]))).astype(int)

    def beyond(value, who):
        return numpy.subtract(*like_for_like(value, who & reviewed, silent & reviewed, like))

    return {"closing": beyond(closes["satisfaction"], failed), "later": beyond(later, failed),
            "ignored": beyond(later, ignored)}


def over_all(results):
    runs = [afterwards(results, run) for run in range(results.runs)]
    return {name: over_runs([one[name] for one in runs]) for name in BETWEEN}


def measure(lab):
    between = over_all(lab.run("lives"))
    harmless = over_all(lab.run("lives", people=10000, runs=3, settings=HARMLESS))
    shown = {"closing": "failed recovery: as the journey closes", "later": "failed recovery: at a review",
             "ignored": "ignored complaint: at a review"}
    return Findings(
        checks=[
            Check("later", "satisfaction 20-60 days after a bad journey whose recovery failed, less that of "
                  "silent sufferers of one as bad", between["later"], high=-.001, published="below 0"),
            Check("ignored", "the same for those who complained and were ignored", between["ignored"],
                  high=-.001, published="below 0"),
            Check("closing", "the two groups compared as the bad journey closes, before the recovery",
                  between["closing"], -.03, .03, control=True),
            Check("harmless", "the later difference where a failed recovery does nothing", harmless["later"],
                  -.05, .05, control=True),
        ],
        curves={"deviation": Curve(
            "A failed recovery is worse than none", "after a bad journey",
            "satisfaction less that of silent sufferers",
            [bars("simulated", {says: between[name] for name, says in shown.items()})], bars=True)})


FACT = Fact(
    number="17",
    title="A failed recovery is worse than none",
    regularity="Customers who complained and were dissatisfied with the answer are 22 points less loyal than "
               "customers with a problem who never complained (double deviation).",
    source="Customer Care Measurement & Consulting and W. P. Carey School 2020, National Customer Rage Study",
    address="research.wpcarey.asu.edu/services-leadership/research/research-initiatives/customer-rage",
    standing="V",
    role="built in",
    measure=measure,
    how="The reference firm, five years. Bad journeys whose recovery failed, against bad journeys after "
        "which nobody complained or was contacted, remembered as badly and by people who were as satisfied "
        "before (within .1 both). Their satisfaction is compared at the first monthly review 20 to 60 days "
        "after. Controls: the same people as the journey closes, and the same comparison where a failed "
        "recovery does nothing.",
    weakness="A failed recovery and an ignored complaint lower satisfaction by rule; what is tested is that "
             "this shows among people otherwise alike. Those who left before the review are missing, which "
             "makes the difference smaller.",
)
