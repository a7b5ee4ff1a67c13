from lab import Check, Curve, Fact, Findings, over_runs
from .histories import banded, nps_by_month

BEFORE = 12                       # months before the storm
SHORT = slice(BEFORE, BEFORE + 2)
YEAR = slice(BEFORE + 11, BEFORE + 14)
LONG = slice(BEFORE + 24, BEFORE + 36)
LASTING = 1.0                     # points of NPS from which an effect counts as long-term
MODERATE, NARROW, LARGE, REPEATED = "wide_vivid", "narrow_vivid", "everywhere_vivid", "monthly"
SHOWN = {NARROW: "reach .1, vividness 5",
         "wide_dull": "reach .3, vividness 2",
         MODERATE: "reach .3, vividness 5",
         "wide_striking": "reach .3, vividness 10",
         "everywhere_dull": "reach .9, vividness 2",
         LARGE: "reach .9, vividness 5",
         "everywhere_striking": "reach .9, vividness 10",
         REPEATED: "reach .3, vividness 5, five months"}


def measure(lab):
    results = lab.run("firestorm", runs=10)
    calm = nps_by_month(results, results.arm("baseline"))
    effect = {storm: nps_by_month(results, results.arm(storm)) - calm for storm in SHOWN}

    def mean(storm, months):
        return effect[storm][:, months].mean(axis=1)

    dip, after = over_runs(mean(MODERATE, SHORT)), over_runs(mean(MODERATE, YEAR))
    third = over_runs(mean(MODERATE, LONG))
    short = sum(mean(storm, SHORT).mean() < -LASTING for storm in SHOWN)
    long = sum(mean(storm, LONG).mean() < -LASTING for storm in SHOWN)
    months = range(BEFORE - 1, calm.shape[1])
    return Findings(
        checks=[
            Check("dip", "NPS in the two months after a moderate storm, less that without it, points", dip,
                  high=-.01, published="58% of brands dip"),
            Check("recovery", "points of that dip which are gone in the third year", over_runs(
                mean(MODERATE, LONG) - mean(MODERATE, SHORT)), .01, published="partial recovery"),
            Check("moderate", "NPS in the third year after a moderate storm, less that without it, points",
                  third, -LASTING, 0),
            Check("large", "the same after a storm that reaches nine in ten, points", over_runs(
                mean(LARGE, LONG)), high=-LASTING, published="40% of brands still suffer"),
            Check("repeated", "the same after a moderate storm a month for five months, points", over_runs(
                mean(REPEATED, LONG)), high=-LASTING),
            Check("narrow", "the same after a storm that reaches one in ten, points", over_runs(
                mean(NARROW, LONG)), -LASTING, control=True),
        ],
        curves={"firestorm": Curve(
            "What a storm of bad news does to NPS", "months after it",
            "NPS less that without a storm, points",
            [banded(name, [month - BEFORE + 1 for month in months], effect[storm][:, BEFORE - 1:])
             for storm, name in SHOWN.items()])},
        remark=f"A year after a moderate storm {100 * (1 - after.value / dip.value):.0f}% of the dip is "
               f"gone, in the third year {100 * (1 - third.value / dip.value):.0f}%. Of the {len(SHOWN)} storms {short} cost over a point of NPS at once and {long} in the "
               "third year.")


FACT = Fact(
    number="29",
    title="Firestorms fade slowly, and the large and repeated ones last",
    regularity="58% of brands that met a firestorm were thought less of shortly after, 40% still long after; "
               "vivid, wide and long ones leave most.",
    source="Hansen, Kupfer & Hennig-Thurau 2018, International Journal of Research in Marketing",
    address="ideas.repec.org/a/eee/ijrema/v35y2018i4p557-574.html",
    standing="V",
    role="untouched",
    caveat="the mark that tells lasting from passing is ours, and a moderate storm stands at it",
    measure=measure,
    how="The reference firm, four years; after the first, news of different reach and vividness, or a "
        "moderate storm (reach .3, vividness 5) a month for five months. NPS less that of the same customers "
        "without a storm, same luck: in the two months after it and in the third year. Control: a narrow "
        "storm leaves little.",
    weakness="The mark of one point for a lasting effect is ours, and a moderate storm ends near it. "
             "Recovery is slow: trust and the subconscious trace fade over years. NPS counts those who "
             "stayed; the firm also has fewer customers.",
)
