"""Estimates from independent runs."""

from dataclasses import dataclass

import numpy
from scipy import stats


@dataclass(frozen=True)
class Estimate:
    """A number with its 95% interval and standard error, from `runs` independent runs."""

    value: float
    low: float
    high: float
    error: float
    runs: int


def over_runs(values):
    """The mean of one value a run, with Student's interval. Runs differ in their luck only, so they
    are independent; values of two arms of a run are paired: subtract them before."""
    values = numpy.asarray(values, dtype=float)
    if values.ndim != 1 or not numpy.isfinite(values).all():
        raise ValueError(f"one finite value a run is needed, not {values}")
    mean, runs = float(values.mean()), len(values)
    if runs == 1:
        return Estimate(mean, float("nan"), float("nan"), float("nan"), 1)
    error = float(values.std(ddof=1) / runs**.5)
    half = float(stats.t.ppf(.975, runs - 1)) * error
    return Estimate(mean, mean - half, mean + half, error, runs)
