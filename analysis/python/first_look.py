"""Draws the classic figures of a run and of a sweep.

Usage: python3 first_look.py RUN.h5 SWEEP_DIR -o FOLDER [--arm NAME] [--keys KEY,KEY] [--format png]

first_look.ipynb is the same as a notebook: make_notebook.py makes it from this file, cell by cell.
"""

# %% [markdown]
# # A first look at a run and a sweep
#
# Eight figures with numpy, scipy, xarray and matplotlib alone. Make the two files, name them below, run all cells:
#
#     cxsim run 03_two_investments -o run.h5
#     cxsim sweep 03_two_investments --vary intervention.one_record.capex=3000:30000:log \
#         --vary intervention.one_record.handoff_loss=0.2:0.9 --vary company.maturity_stage=2:5:int \
#         --design sobol -n 64 --replications 2 -o sweep
#
# Arms share their luck replication by replication, so every comparison is made pairwise first and averaged after.

# %%
import math
import pathlib
import textwrap

import matplotlib
import matplotlib.pyplot as pyplot
import numpy
import xarray
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator
from scipy import stats

# %%
RUN = "run.h5"      # result file of cxsim run, with people
SWEEP = "sweep"     # folder or result file of cxsim sweep, or of cxsim run --uncertain
FOLDER = None       # where the figures go as files; None: they are only shown
FORMAT = "png"      # of these files: png, pdf or svg
ARM = None          # arm that is compared with the baseline; None: the last
ARMS = None         # arms that are drawn beside the baseline, four at most; None: the last ones
KEYS = None         # two varied keys for the map; None: those that move the outcome most

# %% tags=["active-py"]
# The words of the command line; the notebook goes without.
import argparse

words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
words.add_argument("run", metavar="RUN.h5", help="result file of cxsim run")
words.add_argument("sweep", metavar="SWEEP", help="folder or result file of cxsim sweep")
words.add_argument("-o", "--output", metavar="FOLDER", default="figures", help="where the figures go (figures)")
words.add_argument("--arm", help="arm that is compared with the baseline (the last)")
words.add_argument("--arms", type=lambda text: text.split(","), help="arms that are drawn, such as record,both")
words.add_argument("--keys", type=lambda text: text.split(","), help="two varied keys for the map")
words.add_argument("--format", default="png", choices=["png", "pdf", "svg"])
given = words.parse_args()
RUN, SWEEP, FOLDER, FORMAT = given.run, given.sweep, given.output, given.format
ARM, ARMS, KEYS = given.arm, given.arms, given.keys
for path in (RUN, SWEEP):
    if not pathlib.Path(path).exists():
        words.error(f"{path} does not exist")
matplotlib.use("Agg")

# %% [markdown]
# ## Opening the files
#
# A run is one call, its people a second; a sweep is one call. What was varied in the sweep arrives as coordinates
# along `point`, named as the settings are.

# %%
HOW = dict(engine="h5netcdf")

results = xarray.open_dataset(RUN, **HOW)
try:
    people = xarray.open_dataset(RUN, group="people", **HOW).assign_coords(arm=results.arm)
except (OSError, KeyError):
    people = None
    print("the run holds no people: record.people asks for them")
sweep = xarray.open_dataset(pathlib.Path(SWEEP, "results.h5") if pathlib.Path(SWEEP).is_dir() else SWEEP, **HOW)

varied = [name for name, key in sweep.coords.items() if key.dims == ("point",) and name != "point"]
print(f"run: {results.attrs['title']}, {results.sizes['replication']} replications of {list(results.arm.values)}")
print(f"sweep: {sweep.sizes['point']} points, {sweep.sizes['replication']} replications, varied: {', '.join(varied)}")

# %% [markdown]
# ## What the figures share

# %%
INK, GREY, PALE = "#1b1b1b", "#6a6a6a", "#dddddd"
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"]   # Okabe & Ito 2008: whatever the eye, it tells them apart
WIDTH = 7.2                                              # inches: two columns of a journal
matplotlib.rcParams.update({
    "font.size": 9, "axes.titlesize": 9, "axes.titlelocation": "left", "axes.edgecolor": GREY, "axes.labelcolor": INK,
    "axes.linewidth": .8, "axes.spines.top": False, "axes.spines.right": False, "axes.unicode_minus": True,
    "axes.grid": True, "axes.axisbelow": True, "grid.color": PALE, "grid.linewidth": .6, "xtick.color": GREY,
    "ytick.color": GREY, "text.color": INK, "legend.frameon": False, "figure.dpi": 110, "savefig.dpi": 200,
    "pdf.fonttype": 42, "hatch.color": GREY, "hatch.linewidth": .6})
FIGURES = {}   # by name, for whoever goes on from here


def wrapped(text, width):
    """On as few lines as fit the width, all about as long."""
    lines = len(textwrap.wrap(text, width))
    while lines > 1 and len(textwrap.wrap(text, width - 1)) == lines:
        width -= 1
    return textwrap.fill(text, width)


def start(title, rows=1, columns=1, height=3.4, **more):
    """A figure with a title that tells what is seen."""
    figure, axes = pyplot.subplots(rows, columns, figsize=(WIDTH, height), layout="constrained", squeeze=False, **more)
    figure.suptitle(wrapped(title, 78), x=.008, ha="left", weight="bold", size=10.5)
    return figure, axes


def finish(name, figure, note=""):
    """Writes the note beneath the figure, and the file."""
    if note:
        figure.supxlabel(textwrap.fill(note, 118), x=.008, ha="left", size=7.5, color=GREY)
    FIGURES[name] = figure
    if FOLDER:
        pathlib.Path(FOLDER).mkdir(parents=True, exist_ok=True)
        figure.savefig(pathlib.Path(FOLDER) / f"{name}.{FORMAT}")


def titles_of(data, dimension):
    """Names shown to people, by label."""
    labels = [str(label) for label in data[dimension].values]
    return dict(zip(labels, data[dimension].attrs.get("titles", "\n".join(labels)).split("\n")))


def signed(value, unit=""):
    """With a sign that is as wide as a plus, and about three figures."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 1 else 2 if abs(value) >= .1 else 3
    return f"{value:+,.{digits}f}".replace("-", "−") + (f" {unit}" if unit else "")


def interval(values, dimension="replication", confidence=.95):
    """Mean with its interval (low, high) by Student's t; NaN ends where there is one value only."""
    count = values.count(dimension)
    mean = values.mean(dimension)
    spread = values.std(dimension, ddof=1) if values.sizes[dimension] > 1 else numpy.nan
    half = stats.t.ppf((1 + confidence) / 2, count - 1) * spread / numpy.sqrt(count)
    return mean, mean - half, mean + half


def months_of(data):
    return numpy.arange(1, data.sizes["month"] + 1)


def draw_band(axes, x, low, high, colour):
    axes.fill_between(x, low, high, color=colour, alpha=.18, linewidth=0)


def by_month(axes):
    axes.xaxis.set_major_locator(MaxNLocator(steps=[1.2, 2.4, 3.6, 6, 10], integer=True, nbins=6))
    axes.set_xlabel("month of results (30 days)")
    axes.margins(x=.01)


def name_ends(axes, ends):
    """Names lines beside their right ends, clear of each other; `ends` are (height, text, colour)."""
    low, high = axes.get_ylim()
    rows = axes.get_subplotspec().get_gridspec().nrows
    line = .22 * rows * (high - low) / axes.figure.get_figheight()   # height of a line of text, in data
    top = -math.inf
    for height, text, colour in sorted(ends):
        half = line * (text.count("\n") + 1) / 2
        middle = max(height, top + half)
        top = middle + half
        axes.annotate(text, (1, middle), xycoords=("axes fraction", "data"), xytext=(4, 0), color=colour,
                      textcoords="offset points", va="center", annotation_clip=False)


def with_commas(value, _=None):
    return f"{value:,.0f}".replace("-", "−")


# %%
titles = titles_of(results, "arm")
rivals = [str(arm) for arm in results.arm.values[1:]]
ARM = ARM or ([None] + rivals)[-1]
drawn = list(ARMS or rivals[-len(COLOURS):])[:len(COLOURS)]
if ARM and ARM not in drawn:
    drawn = drawn[1:] + [ARM]
colour_of = {**dict(zip(drawn, COLOURS)), "baseline": GREY if drawn else COLOURS[0]}
currency = results.attrs["currency"]
if len(rivals) > len(drawn):
    print(f"{len(rivals) - len(drawn)} arms are not drawn: name those you want in ARMS")


def less_baseline(values):
    """What arms change, replication by replication; as it is where there is no arm to compare."""
    if values.sizes["arm"] == 1:
        return values
    return values - values.sel(arm="baseline")


# %% [markdown]
# ## 1. What becomes of customers and NPS
#
# Ratios are summed up from their parts: NPS over segments is promoters less detractors of all of them.

# %%
TRUE = ("promoters", "detractors", "active_customers")
MEASURED = ("nps_promoters", "nps_detractors", "nps_answers")
LAST_YEAR = dict(month=slice(-12, None))


def nps(data, counts, months=1):
    """Points, over all segments and over that many months up to each; counts: promoters, detractors, all asked."""
    pooled = [data[name].sum("segment", min_count=1).rolling(month=months, min_periods=1).sum() for name in counts]
    promoters, detractors, asked = pooled
    return 100 * (promoters - detractors) / asked.where(asked > 0)


def draw_outcomes(data):
    customers = data.active_customers.sum("segment")
    true, measured = nps(data, TRUE), nps(data, MEASURED, months=3)
    more = less_baseline(customers).isel(month=-1).mean("replication")
    better = less_baseline(nps(data, TRUE, months=12)).isel(month=-1).mean("replication")
    columns = drawn or ["baseline"]
    title = f"{data.attrs['title']}: what becomes of customers and NPS?"
    if drawn:
        title = (f"{titles[ARM]}: {signed(float(more.sel(arm=ARM)), 'customers')} at the end and "
                 f"{signed(float(better.sel(arm=ARM)), 'points')} of true NPS in the last year, against the baseline")
    figure, axes = start(title, 2, len(columns), 4.6, sharex=True, sharey="row")
    for column, arm in enumerate(columns):
        for one in dict.fromkeys(["baseline", arm]):
            colour, bold = colour_of[one], 1.8 if one == arm else 1.2
            for row, values, line in ((0, customers, "-"), (1, true, "-"), (1, measured, (0, (2, 1)))):
                low, high = values.sel(arm=one).quantile([.05, .95], "replication")
                values = values.sel(arm=one)
                if one == arm or line == "-":
                    draw_band(axes[row, column], months_of(data), low, high, colour)
                axes[row, column].plot(months_of(data), values.mean("replication"), linestyle=line, color=colour,
                                       linewidth=bold if line == "-" else 1.1)
        axes[0, column].set_title(titles[arm], color=colour_of[arm] if arm != "baseline" else INK, weight="bold")
        by_month(axes[1, column])
    axes[0, 0].set_ylabel("customers at month end")
    axes[0, 0].yaxis.set_major_formatter(with_commas)
    axes[1, 0].set_ylabel("NPS, points")
    end = dict(arm=columns[-1])
    name_ends(axes[0, -1], [(float(customers.sel(arm=name).mean("replication")[-1]), titles[name], colour_of[name])
                            for name in dict.fromkeys(["baseline", columns[-1]])])
    name_ends(axes[1, -1], [(float(values.sel(end).isel(LAST_YEAR).mean()), text, colour_of[columns[-1]])
                            for values, text in ((true, "true:\neverybody"), (measured, "measured:\nwho answers"))])
    return figure


finish("1_customers_and_nps", draw_outcomes(results),
       f"Lines: mean over replications ({results.sizes['replication']}); NPS solid true, dashed measured"
       f"{'; grey the baseline' if drawn else ''}. Bands: the middle 90% of replications. Measured: of the answers of "
       "three months.")

# %% [markdown]
# ## 2. Does it pay?
#
# NPV as `cxsim compare` reckons it: profit from the first action of any arm on, discounted from each month's end.

# %%
DAYS_PER_MONTH, DAYS_PER_YEAR = 30, 365


def discount_factors(data):
    """What profit of a month is worth on the day of the decision; 0 for months before it. For runs and sweeps."""
    decision = data.action_day.where(data.action_day >= 0).min("arm").fillna(0)
    days = xarray.DataArray(months_of(data) * DAYS_PER_MONTH, {"month": data.month}) - decision
    rate = data["discount_rate"] if "discount_rate" in data else data.attrs["discount_rate"]
    return xarray.where(days > 0, (1 + rate) ** (-days / DAYS_PER_YEAR), 0)


def npv(data):
    """Currency, for every arm and replication; NaN for a run that was not made."""
    return (data.profit * discount_factors(data)).sum("month", min_count=1)


def payback(growing):
    """Month from which the sum stays above zero; None: not within the run."""
    below = numpy.flatnonzero(growing.values <= 0)
    last = below[-1] + 1 if below.size else 0
    return None if last == growing.size else last + 1


def draw_payback(data):
    growing = less_baseline(data.profit * discount_factors(data)).cumsum("month")
    mean, low, high = interval(growing)
    when = {arm: payback(mean.sel(arm=arm)) for arm in drawn}
    said = [f"{titles[arm]} pays back in month {month}" if month else f"{titles[arm]} does not" for arm, month in
            sorted(when.items(), key=lambda item: item[1] or math.inf)]
    title = "; ".join(said) if any(when.values()) else f"Nothing pays back within {data.sizes['month']} months"
    figure, ((axes,),) = start(title)
    for arm in drawn:
        axes.plot(months_of(data), mean.sel(arm=arm) / 1000, color=colour_of[arm], linewidth=1.8, label=arm)
        draw_band(axes, months_of(data), low.sel(arm=arm) / 1000, high.sel(arm=arm) / 1000, colour_of[arm])
    axes.axhline(0, color=INK, linewidth=.9)
    axes.set_ylabel(f"discounted profit so far,\narm less baseline (1,000 {currency})")
    by_month(axes)
    name_ends(axes, [(float(mean.sel(arm=arm)[-1]) / 1000, f"{titles[arm]}\n{signed(float(mean.sel(arm=arm)[-1]))}",
                      colour_of[arm]) for arm in drawn])
    return figure


if drawn:
    finish("2_payback", draw_payback(results),
           f"Lines: mean of the paired differences ({results.sizes['replication']}). Bands: 95% interval of that mean "
           f"(Student's t). Numbers: NPV, {currency}. Payback by the mean, counted from the start of results.")

# %% [markdown]
# ## 3. Where on the journey expectations are missed
#
# The gap is perceived less expected quality. A mean over months is weighted with the count that it was divided by.

# %%
def pooled(data, mean, count):
    """A mean by arm, replication and touchpoint over the last twelve months, weighted with its count."""
    values, counts = data[mean].isel(LAST_YEAR), data[count].isel(LAST_YEAR)
    total = counts.sum("month")
    return (values.fillna(0) * counts).sum("month") / total.where(total > 0)


def draw_journey(data):
    names = titles_of(data, "touchpoint")
    contacts = data.touchpoint_contacts.isel(LAST_YEAR).mean("month")
    gap = pooled(data, "touchpoint_gap", "touchpoint_contacts")
    csat = pooled(data, "touchpoint_csat", "touchpoint_surveys")
    felt = (gap * contacts).sel(arm="baseline").mean("replication")
    worst = str(felt.idxmin("touchpoint").values)
    title = (f"{names[worst]} falls short most: "
             f"{float(contacts.sel(arm='baseline', touchpoint=worst).mean()):,.0f} contacts a month at a gap of "
             f"{signed(float(gap.sel(arm='baseline', touchpoint=worst).mean()))}")
    figure, axes = start(title, 1, 3, .28 * len(names) + 1.3, sharey=True)
    rows = numpy.arange(len(names))
    marks = {**({ARM: dict(marker="o")} if ARM else {}), "baseline": dict(marker="o", markerfacecolor="none")}
    units = "contacts a month", "gap: perceived less\nexpected quality (1)", "CSAT after the contact\n(1 to 5 points)"
    for panel, values, unit in zip(axes[0], (contacts, gap, csat), units):
        ends = values.sel(arm=list(marks)).mean("replication")
        panel.hlines(rows, ends.min("arm"), ends.max("arm"), color=GREY, linewidth=1)
        for arm, mark in marks.items():
            panel.plot(ends.sel(arm=arm), rows, linestyle="", color=colour_of[arm], markersize=5, label=titles[arm],
                       **mark)
        panel.set_xlabel(unit)
        panel.grid(axis="x", visible=False)
        if panel is not axes[0, 0]:
            panel.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
            panel.xaxis.set_major_formatter(lambda value, _: f"{value:g}".replace("-", "−"))
    axes[0, 0].set_xscale("log")
    axes[0, 0].xaxis.set_major_formatter(with_commas)
    axes[0, 1].axvline(0, color=INK, linewidth=.9)
    axes[0, 0].set_yticks(rows, names.values(), color=INK)
    axes[0, 0].invert_yaxis()
    handles, labels = axes[0, 0].get_legend_handles_labels()
    axes[0, 0].legend(handles[::-1], labels[::-1], loc="lower left", bbox_to_anchor=(0, 1), ncol=2, borderaxespad=.2,
                      handletextpad=.1)
    return figure


finish("3_journey", draw_journey(results), "Last twelve months, mean of replications. Most: by contacts times gap. No "
       "point: no direct contact there, or nobody was asked. Contacts on a logarithmic scale.")

# %% [markdown]
# ## 4. Who stays, and what each person would have brought
#
# `/people` holds the same people in every arm: subtract two arms person by person and what is left is the
# intervention.

# %%
NEVER = -999999   # first_churn_day of those who never left


def survival(data, last_day):
    """Share of the initial customers who have not left, by arm, replication and day (0 to last_day).

    Initial customers who had already left and come back during the burn-in are not counted.
    """
    left = data.first_churn_day
    counted = ((data.active_at_start == 1) & ((left == NEVER) | (left >= 0))).isel(arm=0)
    days = xarray.DataArray(numpy.arange(last_day + 1), dims="day")
    gone = left.where(left != NEVER, numpy.inf)
    return xarray.concat([(counted & (gone > day)).sum("person") for day in days.values], days) / counted.sum("person")


def draw_survival(data, last_day):
    kept = survival(data, last_day).transpose("arm", "replication", "day")
    mean, low, high = interval(100 * less_baseline(kept))
    title = f"How long do the initial customers stay? {float(kept[0, :, -1].mean()):.0%} of them for {last_day:,} days"
    if ARM:
        more = float(mean.sel(arm=ARM)[-1])
        title = (f"Of 100 initial customers {titles[ARM]} keeps {abs(more):.1f} {'more' if more >= 0 else 'fewer'} "
                 f"for {last_day:,} days")
    figure, axes = start(title, 1, 2 if drawn else 1, 3.2)
    years = kept.day / DAYS_PER_YEAR
    for arm in ["baseline", *drawn]:
        axes[0, 0].plot(years, 100 * kept.sel(arm=arm).mean("replication"), color=colour_of[arm], linewidth=1.5)
    axes[0, 0].set_ylim(0, 100)
    axes[0, 0].set_ylabel("initial customers who never left, %")
    for arm in drawn:
        axes[0, 1].plot(years, mean.sel(arm=arm), color=colour_of[arm], linewidth=1.8, label=arm)
        draw_band(axes[0, 1], years, low.sel(arm=arm), high.sel(arm=arm), colour_of[arm])
        axes[0, 1].set_ylabel("arm less baseline, percentage points")
    for panel in axes[0]:
        panel.set_xlabel("years of results")
        panel.margins(x=.01)
    if drawn:
        axes[0, 1].axhline(0, color=GREY, linewidth=1.2)
        name_ends(axes[0, 1], [(0, titles["baseline"], GREY)] + [
            (float(mean.sel(arm=arm)[-1]), titles[arm], colour_of[arm]) for arm in drawn])
    return figure


last_day = results.sizes["month"] * DAYS_PER_MONTH
if people:
    finish("4a_survival", draw_survival(people, last_day),
           "Left: mean of replications. Right: paired difference with its 95% interval over replications." if drawn else
           "Mean of replications.")


# %%
def counterfactual(data, arm):
    """What every person brings more in an arm than in the baseline; currency, by replication and person."""
    return data.lifetime_profit.sel(arm=arm) - data.lifetime_profit.sel(arm="baseline")


def draw_counterfactual(data):
    differences = {arm: counterfactual(data, arm).values.ravel() for arm in drawn}
    reach = max(100, *(numpy.quantile(numpy.abs(values), .9995) for values in differences.values()))
    sizes = numpy.geomspace(1, reach, 8 * math.ceil(math.log10(reach)) + 1)
    bins = numpy.concatenate([-sizes[::-1], [0], sizes])
    mean = differences[ARM].mean()
    gain, lose = (differences[ARM] > 0).mean(), (differences[ARM] < 0).mean()
    title = (f"{titles[ARM]}: {gain:.0%} of people bring more, {lose:.0%} less; the mean is {signed(mean, currency)} "
             "a person")
    figure, axes = start(title, len(drawn), 1, 1.1 * len(drawn) + 1.2, sharex=True, sharey=True)
    for panel, arm in zip(axes[:, 0], drawn):
        values = differences[arm]
        for side, alpha in ((values[values < 0], .5), (values[values > 0], 1)):
            panel.hist(numpy.clip(side, -reach, reach), bins, weights=numpy.full(side.size, 100 / values.size),
                       color=colour_of[arm], alpha=alpha)
        panel.axvline(values.mean(), color=INK, linewidth=1.2, linestyle=(0, (2, 1)))
        panel.set_xscale("symlog", linthresh=1, linscale=.5)
        less, same, more = (values < 0).mean(), (values == 0).mean(), (values > 0).mean()
        panel.set_title(f"{titles[arm]}: {less:.0%} less, {same:.0%} the same (not drawn), {more:.0%} more; "
                        f"mean {signed(values.mean(), currency)}")
    axes[len(drawn) // 2, 0].set_ylabel("% of people")
    axes[-1, 0].xaxis.set_major_formatter(lambda value, _: with_commas(value))
    axes[-1, 0].set_xlabel(f"lifetime profit of the same person, arm less baseline ({currency}, logarithmic beyond 1)")
    return figure


if people and drawn:
    finish("4b_counterfactual", draw_counterfactual(people),
           "All people of all replications. The intervention's own cost is not in it. Pale: people who bring less. "
           "Dashed: mean. The outermost bars hold what lies beyond.")

# %% [markdown]
# ## 5. What the answer turns on
#
# The outcome of a point is the NPV of the arm less the baseline's, mean of its replications. The line is a local
# linear regression (Cleveland 1979) with Gaussian weights; what it explains of points left out is close to the
# first-order index of Sobol' (1993).

# %%
if "profit" not in sweep:
    raise ValueError("the sweep holds no profit: name it among the --measures")
compared = str(sweep.arm.values[-1]) if ARM not in sweep.arm.values else ARM
sweep_title = titles_of(sweep, "arm")[compared]
versus = f"NPV of {sweep_title} against the baseline" if sweep.sizes["arm"] > 1 else "NPV"
outcome = less_baseline(npv(sweep)).sel(arm=compared)
made = outcome.notnull().all("replication")
outcome = outcome.isel(point=numpy.flatnonzero(made))
if not made.all():
    print(f"{int((~made).sum())} of {made.size} points are not complete and are left out")
told = [name for name in varied if outcome[name].notnull().all() and numpy.unique(outcome[name]).size > 1]
for name in [name for name in varied if name not in told]:
    print(f"{name} is left out: it has one value only, or none at some points")
varied = told
FEW = 8   # different values, up to which a key is drawn value by value


def is_listed(key):
    return numpy.unique(key).size <= FEW


def is_log(key):
    return key.attrs.get("scale", "").startswith("log")


def unit_of(key, values=None):
    """Places of values on the key's own scale, 0 to 1 over what was drawn."""
    move = numpy.log if is_log(key) else numpy.asarray
    low, high = move(float(key.min())), move(float(key.max()))
    return (move(numpy.asarray(key if values is None else values, float)) - low) / (high - low)


def places_of(key, count):
    """Values evenly over the key's scale, for a curve or a map."""
    make = numpy.geomspace if is_log(key) else numpy.linspace
    return make(float(key.min()), float(key.max()), count)


def weights_at(place, x, width):
    """Weights with which a local linear regression sums up the points; places and points in 0..1, by key."""
    away = x - place
    weight = numpy.exp(-.5 * (away ** 2).sum(1) / width ** 2)
    design = numpy.column_stack([numpy.ones(len(x)), away])
    normal = design.T @ (weight[:, None] * design)
    normal += 1e-9 * numpy.trace(normal) * numpy.eye(len(normal))
    return numpy.linalg.solve(normal, design.T * weight)[0]


def left_out(x, y, width):
    """What the other points say of each point."""
    guesses = []
    for place, own in enumerate(y):
        weights = weights_at(x[place], x, width)
        share = min(weights[place], 1 - 1e-3)
        guesses.append((weights @ y - share * own) / (1 - share))
    return numpy.array(guesses)


def fit(x, y):
    """(width, standard deviation about the curve) of the widest whose guesses of points left out are as good as any.

    As good: worse than the best by less than one standard error (Breiman et al. 1984), point by point.
    """
    some = numpy.random.default_rng(0).permutation(len(y))[:500]
    x, y = x[some], y[some]
    errors = {width: (y - left_out(x, y, width)) ** 2 for width in (10, 1, .5, .3, .2, .12, .08)}
    best = min(errors.values(), key=numpy.mean)
    for width, error in errors.items():
        if (error - best).mean() <= stats.sem(error - best):
            return width, math.sqrt(error.mean())


def smooth(at, x, y):
    """Mean at each place and the half width of its 95% interval."""
    width, deviation = fit(x, y)
    weights = numpy.array([weights_at(place, x, width) for place in at])
    return weights @ y, 1.96 * deviation * numpy.sqrt((weights ** 2).sum(1))


def main_effect(key, y):
    """What one key alone says of each point, told by the other points."""
    if not is_listed(key):
        x = unit_of(key)[:, None]
        return left_out(x, y, fit(x, y)[0])
    guesses = numpy.empty(len(y))
    for value in numpy.unique(key):
        here = key.values == value
        others = here.sum() - 1
        guesses[here] = (y[here].sum() - y[here]) / others if others else y[here]
    return guesses


def explained(key, y):
    """Share of the spread over points that one key explains on its own, on points left out."""
    if numpy.ptp(y) <= 1e-9 * numpy.abs(y).max():
        return 0
    return max(0, 1 - ((y - main_effect(key, y)) ** 2).mean() / y.var())


def label(key):
    """The last words of the key and its unit, on as many lines as a panel needs."""
    unit = key.attrs.get("units", "1").replace("currency", currency)
    name = ".".join(key.name.split(".")[-2:])
    if unit not in ("1", "stage") and "flag_values" not in key.attrs:
        name += f" ({unit})"
    return textwrap.fill(name, 30, break_long_words=False)


def show_scale(axes, key, axis="x"):
    """Names of texts, a logarithmic scale where the key has one, and plain numbers."""
    one, values = getattr(axes, f"{axis}axis"), numpy.unique(key)
    if "flag_values" in key.attrs:
        one.set_ticks(key.attrs["flag_values"], key.attrs["flag_meanings"].split())
    elif is_log(key):
        getattr(axes, f"set_{axis}scale")("log")
        low, high = values[[0, -1]]
        steps = (1, 2, 5) if high < 30 * low else (1,)
        ticks = [step * 10. ** power for power in range(-9, 10) for step in steps]
        one.set_ticks([tick for tick in ticks if low * .99 <= tick <= high * 1.01])
        one.set_minor_locator(NullLocator())
        one.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    elif is_listed(key) and (numpy.diff(values) == 1).all():
        one.set_ticks(values, [f"{value:g}" for value in values])
    else:
        one.set_major_locator(MaxNLocator(4 if axis == "x" else 8))


def jitter(key):
    """Sets points of listed values apart."""
    values = numpy.unique(key)
    width = .2 * numpy.diff(values).min() if is_listed(key) else 0
    return width * (numpy.random.default_rng(0).random(key.size) - .5)


# %%
y = outcome.mean("replication").values
decides = y.min() - numpy.ptp(y) < 0 < y.max() + numpy.ptp(y)   # zero, where the decision flips, is near
shares = {name: explained(outcome[name], y) for name in varied}
strongest = sorted(varied, key=lambda name: -shares[name])


def draw_effects(keys):
    columns = min(3, len(keys))
    rows = math.ceil(len(keys) / columns)
    title = f"{versus} turns most on {keys[0]}, which explains {shares[keys[0]]:.0%} of its spread over points"
    if shares[keys[0]] < .05:
        title = f"{versus} turns on no key alone: none explains 5% of its spread over points"
    figure, axes = start(title, rows, columns, 2.3 * rows + 1, sharey=True)
    for panel, name in zip(axes.flat, keys):
        key = outcome[name]
        panel.plot(key + jitter(key), y / 1000, "o", color=GREY, markersize=3, alpha=.5, markeredgewidth=0)
        if decides:
            panel.axhline(0, color=INK, linewidth=.9)
        if is_listed(key):
            values = numpy.unique(key)
            groups = [y[key.values == value] / 1000 for value in values]
            half = [stats.t.ppf(.975, len(group) - 1) * stats.sem(group) if len(group) > 1 else 0 for group in groups]
            panel.errorbar(values, [group.mean() for group in groups], half, fmt="D", color=COLOURS[0], markersize=5,
                           capsize=3)
        else:
            x, at = unit_of(key)[:, None], places_of(key, 60)
            mean, half = smooth(unit_of(key, at)[:, None], x, y / 1000)
            panel.plot(at, mean, color=COLOURS[0], linewidth=1.8)
            draw_band(panel, at, mean - half, mean + half, COLOURS[0])
        show_scale(panel, key)
        panel.set_xlabel(label(key))
        panel.set_title(f"explains {shares[name]:.0%}")
    for panel in axes.flat[len(keys):]:
        panel.set_visible(False)
    for panel in axes[:, 0]:
        panel.set_ylabel(f"NPV, arm less baseline\n(1,000 {currency})" if sweep.sizes["arm"] > 1 else
                         f"NPV (1,000 {currency})")
    return figure


MOST = 9   # panels
if len(strongest) > MOST:
    print(f"{len(strongest) - MOST} weaker keys are not drawn")
if strongest:
    finish("5_effects", draw_effects(strongest[:MOST]),
           f"Points: {y.size} points of the sweep, mean of {outcome.sizes['replication']} replications. Line or "
           f"diamonds: mean over all other keys, with its 95% interval.{' Above zero the arm pays.' if decides else ''}")

# %% [markdown]
# ## 6. Where the decision flips

# %%
NODES = 41   # of the map, along each key


def response(keys):
    """Places along both keys, mean outcome there over all other keys, and half its 95% interval.

    In a design whose keys vary independently, taking off the main effects of the other keys leaves the mean where it
    is and the noise about it smaller.
    """
    rest = y.copy()
    for name in varied:
        if name not in keys and shares[name] > .05:
            effect = main_effect(outcome[name], y)
            rest -= effect - effect.mean()
    x = numpy.column_stack([unit_of(outcome[name]) for name in keys])
    at = [places_of(outcome[name], NODES) for name in keys]
    grid = numpy.meshgrid(*(unit_of(outcome[name], places) for name, places in zip(keys, at)))
    mean, half = smooth(numpy.column_stack([one.ravel() for one in grid]), x, rest)
    return at, mean.reshape(NODES, NODES), half.reshape(NODES, NODES)


def draw_map(keys):
    at, mean, half = response(keys)
    pays = (mean > 0).mean()
    title = f"{versus} changes its sign: it is above zero in {pays:.0%} of this range"
    if pays in (0, 1):
        title = f"{versus} is {'above' if pays else 'below'} zero over all of this range"
    figure, ((axes,),) = start(title, height=4.4)
    low, high = (-numpy.abs(y).max(), numpy.abs(y).max()) if decides else (y.min(), y.max())
    levels = MaxNLocator(12, steps=[1, 2, 5, 10]).tick_values(low / 1000, high / 1000)
    look = dict(cmap="PuOr_r" if decides else "cividis", vmin=levels[0], vmax=levels[-1])
    drawn_map = axes.contourf(*at, mean / 1000, levels, **look)
    if decides:
        axes.contourf(*at, numpy.abs(mean) - half, [-numpy.inf, 0], colors="none", hatches=["..."])
    if 0 < pays < 1:
        axes.contour(*at, mean, [0], colors=INK, linewidths=2)
    for marker, side in (("o", y > 0), ("v", y <= 0)) if decides else (("o", y == y),):
        axes.scatter(*(outcome[name][side] for name in keys), c=y[side] / 1000, s=24, marker=marker, edgecolor=INK,
                     linewidth=.6, clip_on=False, zorder=3, **look)
    for name, axis in zip(keys, "xy"):
        show_scale(axes, outcome[name], axis)
    axes.set(xlabel=label(outcome[keys[0]]), ylabel=label(outcome[keys[1]]))
    axes.grid(visible=False)
    bar = figure.colorbar(drawn_map, ax=axes, label=f"{versus} (1,000 {currency})")
    bar.outline.set_linewidth(.5)
    return figure


numeric = [name for name in strongest if "flag_values" not in outcome[name].attrs]
smoothly = sorted(numeric, key=lambda name: is_listed(outcome[name]))   # many values first, of them the strongest
pair = [name for name in (KEYS or smoothly[:2]) if name in varied]
if len(pair) == 2 and sweep.attrs.get("design") != "oat":
    finish("6_map", draw_map(pair),
           "Surface: local linear mean over all other keys, their main effects taken off. Marks: points of the sweep" +
           (" in their own colour, circles above zero, triangles below. Black line: zero. Dotted: the sign is not "
            "settled at 95%." if decides else " in their own colour."))
else:
    print("no map: it takes two keys that are numbers and were varied together")

# %% [markdown]
# ## 7. Parameters or luck?
#
# Replications with the same number share their luck in all points, so the spread is taken apart as points by
# replications (analysis of variance with random effects, Searle 1971): what points differ by is the parameters, the
# rest is luck.

# %%
def share_of_parameters(values):
    """Share of the variance of one run that the varied keys bring; values (point, replication)."""
    points, replications = values.shape
    by_point, by_luck, all_of_it = values.mean(1), values.mean(0), values.mean()
    rest = values - by_point[:, None] - by_luck + all_of_it
    noise = (rest ** 2).sum() / ((points - 1) * (replications - 1))
    parameters = max(0, by_point.var(ddof=1) - noise / replications)
    common = max(0, by_luck.var(ddof=1) - noise / points)
    variance = parameters + common + noise
    return (parameters / variance if variance > 0 else 0), variance


def share_with_interval(values, draws=400):
    """Share, its 95% interval by bootstrap over points, and the standard deviation of one run."""
    random = numpy.random.default_rng(0)
    again = [share_of_parameters(values[random.integers(0, len(values), len(values))])[0] for _ in range(draws)]
    share, variance = share_of_parameters(values)
    return share, *numpy.quantile(again, [.025, .975]), math.sqrt(variance)


def outcomes_of_sweep():
    """(name, unit, values by point and replication), as far as the sweep holds the measures."""
    whole = sweep.isel(point=numpy.flatnonzero(made))
    difference = ", against the baseline" if sweep.sizes["arm"] > 1 else ""
    worth = npv(whole)
    if sweep.sizes["arm"] > 1:
        yield "NPV of the baseline", currency, worth.sel(arm="baseline")
        yield f"NPV of {sweep_title}", currency, worth.sel(arm=compared)
    yield versus, currency, outcome
    last = (whole.months.astype(int) - 1) if "months" in whole else -1
    if "active_customers" in whole:
        customers = whole.active_customers.sum("segment", min_count=1).isel(month=last)
        yield f"customers at the end{difference}", "customers", less_baseline(customers).sel(arm=compared)
    if set(TRUE) <= set(whole):
        true = nps(whole, TRUE).isel(month=last)
        yield f"true NPS at the end{difference}", "points", less_baseline(true).sel(arm=compared)


def draw_luck():
    rows = [(name, unit, *share_with_interval(values.transpose("point", "replication").values))
            for name, unit, values in outcomes_of_sweep()]
    share = dict((row[0], row[2]) for row in rows)[versus]
    title = f"{share:.0%} of the spread of {versus} is parameters, {1 - share:.0%} luck"
    figure, ((axes,),) = start(title, height=.42 * len(rows) + 1.6)
    places = numpy.arange(len(rows))
    shares = 100 * numpy.array([row[2] for row in rows])
    axes.barh(places, shares, .62, color=COLOURS[0], label="parameters")
    axes.barh(places, 100 - shares, .62, left=shares, color="#e69f00", label="luck")
    for place, (_, unit, value, low, high, deviation) in enumerate(rows):
        axes.hlines(place, 100 * low, 100 * high, color=INK, linewidth=1.2)
        axes.annotate(f"{deviation:,.0f} {unit}" if deviation >= 100 else f"{deviation:,.1f} {unit}", (100, place),
                      xytext=(6, 0), textcoords="offset points", va="center", annotation_clip=False)
    axes.annotate("spread of one run\n(standard deviation)", (100, -.55), xytext=(6, 0), textcoords="offset points",
                  va="bottom", color=GREY, annotation_clip=False, size=8)
    axes.set_yticks(places, [textwrap.fill(row[0], 30) for row in rows], color=INK)
    axes.set(xlim=(0, 100), ylim=(len(rows) - .5, -.5), xlabel="share of the variance of one run, %")
    axes.grid(axis="y", visible=False)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncol=2, borderaxespad=.2)
    return figure


if outcome.sizes["replication"] > 1:
    finish("7_parameters_or_luck", draw_luck(),
           f"{outcome.sizes['point']} points, {outcome.sizes['replication']} replications. Black: 95% interval of the "
           "share by bootstrap over points. The share belongs to the ranges that were varied.")
else:
    print("one replication: luck cannot be told from parameters")
