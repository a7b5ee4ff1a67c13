import numpy
from lab import Check, Fact, Findings, over_runs
from lab.measures import LAST_YEAR, customers, sum_of
from scipy.optimize import curve_fit
from .histories import DAYS, nps, setting

CALL = "call"


def minutes(results, arm):
    """Working minutes a customer in the last year, one value a run."""
    return sum_of(results, "department_minutes", arm, LAST_YEAR) / customers(results, arm, LAST_YEAR)


def calls(results, arm, run):
    """Successful calls of a run by person and day: minutes waited and quality delivered."""
    contacts = results.file["contacts"]
    column = {name: contacts[name][...] for name in (
        "arm_index", "replication_index", "touchpoint_index", "day", "person", "success", "wait",
        "delivered")}
    chosen = ((column["arm_index"] == arm) & (column["replication_index"] == run) & (column["success"] == 1)
              & (column["touchpoint_index"] == results.index("touchpoint", CALL)) & (column["day"] >= 390))
    when = column["person"][chosen].astype(numpy.int64) * DAYS + column["day"][chosen]
    return when, column["wait"][chosen].astype(float), column["delivered"][chosen].astype(float)


def overestimate(results, run):
    """How much longer an unannounced wait feels than an announced one. The same call of both arms
    differs only in what its wait takes from the physical level, exp(-minutes felt / scale)."""
    told, silent = (calls(results, results.arm(name), run) for name in ("announced", "short_staffed"))
    _, a, b = numpy.intersect1d(told[0], silent[0], return_indices=True)
    wait, gain = told[1][a], told[2][a] - silent[2][b]
    same = ((numpy.abs(wait - silent[1][b]) < .02 * wait + .01) & (told[2][a] < 1) & (silent[2][b] < 1))
    weight = setting(results, "touchpoint", CALL, "levels", "physical")
    weight *= setting(results, "touchpoint", CALL, "quality", "physical")

    def relief(minutes_waited, felt, felt_told):
        return weight * (numpy.exp(-felt_told * minutes_waited) - numpy.exp(-felt * minutes_waited))

    (felt, felt_told), _ = curve_fit(relief, wait[same], gain[same], p0=(.03, .02), maxfev=5000)
    return felt / felt_told


def measure(lab):
    results = lab.run("staffing")
    arms = ("baseline", "short_staffed", "announced")
    level = {name: nps(results, results.arm(name)) for name in arms}
    lost = over_runs(level["short_staffed"] - level["baseline"])
    back = over_runs(level["announced"] - level["short_staffed"])
    share = 100 * back.value / -lost.value if lost.value < 0 else float("nan")
    work = {name: minutes(results, results.arm(name)) for name in arms}
    logged = lab.run("staffing", people=5000, days=720, settings={"record.contacts": '"all"'})
    felt = over_runs([overestimate(logged, run) for run in range(logged.runs)])
    return Findings(
        checks=[
            Check("staffing", "NPS with 15% fewer people, less that with enough of them, points", lost,
                  high=-.01),
            Check("announced", "NPS with announced waits beside, less that without, points", back, .01),
            Check("part", "NPS with fewer people and announced waits, less that with enough people, points",
                  over_runs(level["announced"] - level["baseline"]), high=0),
            Check("capacity", "working minutes a customer that announcing adds, %", over_runs(
                100 * (work["announced"] / work["short_staffed"] - 1)), -1, 1, "no cost of capacity"),
            Check("felt", "how long an unannounced wait feels, against an announced one", felt, 1.3, 1.42,
                  "1.36"),
        ],
        remark=f"Announcing recovers {share:.0f}% of what short staffing costs in NPS.")


FACT = Fact(
    number="19",
    title="Waits feel longer than they are, unless they are announced",
    regularity="People overestimate a wait by about 36%; a wait that is announced or filled feels as long as "
               "it is.",
    source="Larson, in the New York Times; Maister 1985, The Psychology of Waiting Lines",
    address="emergerdp.com/business/perceived-wait-and-actual-wait-time-are-two-very-different-things/",
    standing="V",
    role="built in",
    caveat="the 36%; what short staffing costs and announcing brings back is not",
    measure=measure,
    how="The reference firm, five years; from the second on with 15% fewer people than its load calls for, "
        "with and without telling callers how long they will wait. NPS of the last year, same customers and "
        "same luck. How long a wait feels is recovered from pairs of the same call in both arms: what the "
        "wait took from its quality.",
    weakness="That a wait feels 1.36 times as long is a setting with the published value, so the last check "
             "is a regression test. What short staffing costs, and what announcing brings back, is not. "
             "Wages and the cost of announcing are outside the model.",
)
