import numpy
from lab import Check, Curve, Fact, Findings, Series, over_runs
from .histories import DAYS, banded

TRAINED = 180           # day on which the course ends
WINDOWS = 13            # months of 30 days after it
SAKS = {0: 62, 6: 44, 12: 34}   # % of what was learnt that is used at work, by months: Saks & Belcourt 2006


def served(results, arm, run):
    """Successful contacts with people of a run: when and where as one number, the month after the
    course, and the quality delivered."""
    contacts = results.file["contacts"]
    here = (contacts["arm_index"][...] == arm) & (contacts["replication_index"][...] == run)
    column = {name: contacts[name][...][here] for name in ("person", "day", "touchpoint_index", "answered_by",
                                                           "success", "delivered")}
    chosen = (column["answered_by"] == 1) & (column["success"] == 1) & (column["day"] >= TRAINED)
    when = (column["person"].astype(numpy.int64) * DAYS + column["day"]) * 100 + column["touchpoint_index"]
    return when[chosen], (column["day"][chosen] - TRAINED) // 30, column["delivered"][chosen].astype(float)


def gains(results, arm, run):
    """Mean gain in quality of the same contacts over the untrained firm, for each month after the course."""
    trained, untrained = served(results, results.arm(arm), run), served(results, results.arm("baseline"), run)
    _, a, b = numpy.intersect1d(trained[0], untrained[0], return_indices=True)
    month, gain = trained[1][a], trained[2][a] - untrained[2][b]
    return numpy.array([gain[month == k].mean() for k in range(WINDOWS)])


def measure(lab):
    results = lab.run("training", people=5000)
    once, kept_up = (numpy.array([gains(results, arm, run) for run in range(results.runs)])
                     for arm in ("once", "kept_up"))
    left = once / once[:, :1]
    months = list(range(WINDOWS))
    return Findings(
        checks=[
            Check("gain", "quality gained in the first month after the course", over_runs(once[:, 0]), .005),
            Check("half", "share of it lost six months later", over_runs(1 - left[:, 6]), .25, .45, ".29"),
            Check("year", "share of it lost a year later", over_runs(1 - left[:, 12]), .45, .65, ".45"),
            Check("kept_up", "share lost a year later where training goes on", over_runs(
                1 - kept_up[:, 12] / kept_up[:, 0]), -.1, .1, control=True),
        ],
        curves={"training": Curve(
            "What was learnt fades", "months after the course", "gain in quality, against the first month",
            [banded("simulated", months, left),
             banded("training kept up", months, kept_up / kept_up[:, :1]),
             Series("Saks & Belcourt 2006", list(SAKS), [used / SAKS[0] for used in SAKS.values()],
                    published=True)])})


FACT = Fact(
    number="22",
    title="What was learnt in training fades within a year",
    regularity="Of what was trained, 62% is used at work right after, 44% six months and 34% a year later; "
               "skills that are not used decay from d = -.01 to -1.4 within a year.",
    source="Saks & Belcourt 2006, Human Resource Management; Arthur, Bennett, Stanush & McNelly 1998, Human "
           "Performance",
    address="scribd.com/document/331444942 ; vivo.library.tamu.edu/vivo/display/n116574SE",
    standing="V",
    role="built in",
    measure=measure,
    how="The reference firm trains all who serve customers for ninety days, once; gain is the quality "
        "delivered in the same contacts of the same customers less that of the firm without training, month "
        "by month. Control: where training goes on the gain stays.",
    weakness="The half-life of training was set between the two studies, so that this tests the way from a "
             "bonus on skill to quality at the contact and nothing more.",
)
