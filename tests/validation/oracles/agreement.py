"""When a simulated number agrees with an exact one: when it lies within a few standard errors of it,
and when these errors are small enough for that to say something."""

import tomllib

import numpy
from lab import Check, Estimate


def _estimate(value, error, runs):
    return Estimate(value, value - 1.96 * error, value + 1.96 * error, error, runs)


def share(some, of, runs):
    """The share of independent cases, with the binomial standard error."""
    value = float(some) / float(of)
    # One case of the rarer sort is assumed where there is none, so that the error is never zero.
    rarer = min(max(value, 1 / float(of)), 1 - 1 / float(of))
    return _estimate(value, (rarer * (1 - rarer) / float(of))**.5, runs)


def mean(values, runs):
    """The mean of independent values, with its standard error."""
    values = numpy.asarray(values, dtype=float)
    return _estimate(float(values.mean()), float(values.std(ddof=1)) / len(values)**.5, runs)


def exactly(value):
    """A number that was worked out and not simulated."""
    return Estimate(float(value), float(value), float(value), 0., 1)


def agrees(name, says, estimate, exact, errors=4, control=False):
    """The check that a simulated number lies within some standard errors of the exact one."""
    reach = errors * estimate.error
    return Check(name, says, estimate, exact - reach, exact + reach, f"{exact:.5g} exactly", control)


def sharp(checks, most=.02):
    """The check that the others could have failed: their largest standard error, relative to the value,
    and where that is a share, to the rarer of what is shared."""
    worst = max(checks, key=_relative_error)
    return Check("errors", "largest standard error among the comparisons, relative to the value, that of "
                 f"'{worst.name}'", exactly(_relative_error(worst)), 0, most)


def _relative_error(check):
    value = check.estimate.value
    if check.says.endswith("share"):
        value = min(value, 1 - value)
    return check.estimate.error / abs(value) if value else float("inf")


def furthest(checks):
    """The largest distance from the exact value among checks, in standard errors."""
    return max(abs(c.estimate.value - (c.low + c.high) / 2) / c.estimate.error for c in checks
               if c.estimate.error > 0)


def scenario_of(results):
    """The scenario of a result file with every setting written out."""
    text = results.file["provenance/scenario_as_resolved"][()]
    return tomllib.loads(text.decode() if isinstance(text, bytes) else text)
