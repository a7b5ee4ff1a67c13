"""Numbers pooled over runs, groups of customers at their reviews, and curves of means."""

import numpy
from lab import Estimate, Series, over_runs
from scipy import stats

FEWEST = 50   # rows a run below which a point of a curve is left out


def pooled(statistic, *counts):
    """`statistic` of counts summed over runs, for ratios whose parts are small in a run; its interval
    comes from leaving out one run at a time (jackknife). `counts` are arrays (run, ...)."""
    counts = [numpy.asarray(count, dtype=float) for count in counts]
    runs = len(counts[0])
    value = float(statistic(*(count.sum(axis=0) for count in counts)))
    if runs == 1:
        return over_runs([value])
    without = numpy.array([statistic(*(numpy.delete(count, run, axis=0).sum(axis=0) for count in counts))
                           for run in range(runs)])
    if not numpy.isfinite([value, *without]).all():
        raise ValueError(f"the statistic is not finite: {value}, {without}")
    error = float(((runs - 1) / runs * ((without - without.mean())**2).sum())**.5)
    half = float(stats.t.ppf(.975, runs - 1)) * error
    return Estimate(value, value - half, value + half, error, runs)


def rate(events, chances):
    """Share of chances taken; half an event is added, so that a small group has a rate above 0."""
    return (events + .5) / (chances + 1)


def ratio_of_rates(events_a, chances_a, events_b, chances_b):
    """How much higher the rate of group a is than that of group b, pooled over runs."""
    return pooled(lambda a, of_a, b, of_b: rate(a, of_a) / rate(b, of_b), events_a, chances_a, events_b,
                  chances_b)


def reviews(results, run, *columns):
    """Monthly reviews of a run: whether the customer left, and columns of the log."""
    rows = results.events("stayed", "looked", "left", run=run, columns=columns)
    return (rows["kind"] == results.kinds().index("left"), *(rows[name] for name in columns))


def rate_by_group(left, groups, count):
    """Customers who left and reviews, for each of `count` groups numbered from 0."""
    inside = (groups >= 0) & (groups < count)
    return (numpy.bincount(groups[inside], weights=left[inside], minlength=count),
            numpy.bincount(groups[inside], minlength=count))


def means(name, edges, runs):
    """The mean of y between edges of x as a series, drawn at the mean of x; `runs` are pairs (x, y) of
    arrays. Points that some run leaves nearly empty are missing."""
    count = len(edges) - 1
    places = [numpy.digitize(x, edges) - 1 for x, _ in runs]
    chosen = [k for k in range(count) if all((place == k).sum() >= FEWEST for place in places)]
    points = [over_runs([y[place == k].mean() for (_, y), place in zip(runs, places)]) for k in chosen]
    at = [float(numpy.mean([x[place == k].mean() for (x, _), place in zip(runs, places)])) for k in chosen]
    return Series(name, at, [p.value for p in points], [p.low for p in points], [p.high for p in points])


def correlation(x, y):
    return float(numpy.corrcoef(x, y)[0, 1])
