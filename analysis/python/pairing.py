"""Prints by how much pairing shrinks the variance of NPV differences, for each arm of a result file.

Usage: python3 pairing.py FILE.h5

Paired: the variance over replications of the arm's NPV less the baseline's of the same replication. Unpaired:
the variance that the difference would have if the two had luck of their own, the sum of both variances.
"""

import sys

import numpy
import xarray

DAYS_PER_YEAR = 365.0
DAYS_PER_MONTH = 30


def npv_of(results):
    """Discounted profit from the first action of any arm on, by arm and replication; currency."""
    begun = results.action_day.values
    decision = int(begun[begun >= 0].min(initial=10**9)) if (begun >= 0).any() else 0
    ends = (numpy.arange(results.sizes["month"]) + 1) * DAYS_PER_MONTH
    counts = ends > decision
    years = (ends - decision) / DAYS_PER_YEAR
    weights = numpy.where(counts, (1 + results.attrs["discount_rate"]) ** -years, 0.0)
    return (results.profit.values * weights).sum(axis=2)


def table_of(results):
    """Rows of (arm, mean difference, its standard deviation, ratio of variances)."""
    npv = npv_of(results)
    for place, arm in enumerate(results.arm.values[1:], start=1):
        difference = npv[place] - npv[0]
        unpaired = npv[place].var(ddof=1) + npv[0].var(ddof=1)
        yield arm, difference.mean(), difference.std(ddof=1), unpaired / difference.var(ddof=1)


def main():
    results = xarray.open_dataset(sys.argv[1], engine="h5netcdf")
    print("| arm | NPV difference | its standard deviation | variance unpaired / paired |")
    print("|---|---|---|---|")
    for arm, mean, deviation, ratio in table_of(results):
        print(f"| `{arm}` | {mean:+,.0f} | {deviation:,.0f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
