"""True NPS and its changes, what people lived through before and after a day, and series with bands."""

import tomllib

import numpy
from lab import Series, over_runs
from lab.measures import LAST_YEAR

DAYS = 100_000   # more than any run has, so that person and day make one number


def nps(results, arm=0, months=LAST_YEAR):
    """True NPS, mean of month ends, one value a run."""
    return nps_by_month(results, arm)[:, months].mean(axis=1)


def nps_by_month(results, arm=0):
    """True NPS of all segments together, as (run, month)."""
    promoters, detractors, active = (results[name][arm].sum(axis=2)
                                     for name in ("promoters", "detractors", "active_customers"))
    return 100 * (promoters - detractors) / active


def percent_more(after, before):
    return 100 * (after / before - 1)


def banded(name, x, runs):
    """A series from values (run, point), with the 95% interval of each point's mean."""
    points = [over_runs(values) for values in numpy.asarray(runs, dtype=float).T]
    return Series(name, [float(one) for one in x], [p.value for p in points], [p.low for p in points],
                  [p.high for p in points])


def bars(name, estimates):
    """A series of bars from estimates by category."""
    points = list(estimates.values())
    return Series(name, list(estimates), [p.value for p in points], [p.low for p in points],
                  [p.high for p in points])


def setting(results, *path):
    """A setting of the firm as the run resolved it; names pick from lists of tables."""
    text = results.file["provenance/scenario_as_resolved"][()]
    value = tomllib.loads(text.decode() if isinstance(text, bytes) else str(text))
    for word in path:
        value = (next(one for one in value if one["name"] == word) if isinstance(value, list)
                 else value[word])
    return value


def moments(rows):
    """Person and day of each row as one number; rows of a run come in this order."""
    return rows["person"].astype(numpy.int64) * DAYS + rows["day"]


def latest(when, people, days):
    """For each person and day the place of their latest moment until then, -1 without one."""
    place = numpy.searchsorted(when, people.astype(numpy.int64) * DAYS + days, side="right") - 1
    theirs = (place >= 0) & (when[numpy.maximum(place, 0)] // DAYS == people) if len(when) else place >= 0
    return numpy.where(theirs, place, -1)


def happened(when, since, days):
    """Whether a person's moment in `when` lies 0 to `days` days after that in `since`."""
    return numpy.searchsorted(when, since + days, side="right") > numpy.searchsorted(when, since, side="left")


def like_for_like(value, treated, others, kind):
    """Mean of a value of the treated and of others made alike: the mean over the kinds that hold
    both, weighted by the treated."""
    size = int(kind.max()) + 1
    count = [numpy.bincount(kind[who], minlength=size) for who in (treated, others)]
    total = [numpy.bincount(kind[who], weights=value[who].astype(float), minlength=size)
             for who in (treated, others)]
    both = (count[0] > 0) & (count[1] > 0)
    if not both.any():
        raise ValueError("nobody to compare with")
    weights = count[0][both] / count[0][both].sum()
    return tuple(float((weights * total[k][both] / count[k][both]).sum()) for k in (0, 1))
