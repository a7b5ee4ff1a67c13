"""Writes a sweep whose truth is known, in the format of `cxsim sweep`, without running anything."""

import h5netcdf
import h5py
import numpy

POINTS, REPLICATIONS, MONTHS = 128, 3, 12
ZERO = .4       # value of company.strong at which the arm's NPV equals the baseline's
SLOPE = 6000.   # of that difference, over the whole range of company.strong; currency
LUCK = 900.     # standard deviation of what luck does to the difference of one run
NOT_MADE = 7    # point that misses a run
KEYS = {"company.strong": (0., 1., "linear", "share"), "customer.weak.rate": (.001, 1., "log", "d"),
        "company.maturity_stage": (2., 5., "integer", "1")}
DIMENSIONS = {"point": POINTS, "arm": 2, "replication": REPLICATIONS, "month": MONTHS}


def design():
    random = numpy.random.default_rng(1)
    return {"company.strong": random.random(POINTS), "customer.weak.rate": 10 ** (-3 * random.random(POINTS)),
            "company.maturity_stage": random.integers(2, 6, POINTS).astype(float)}


def profit():
    """(point, arm, replication, month); arms and points share the luck of a replication."""
    random = numpy.random.default_rng(2)
    shared = 1e5 + 5000 * random.standard_normal((1, REPLICATIONS)) + numpy.zeros((POINTS, 1))
    effect = SLOPE * (design()["company.strong"][:, None] - ZERO)
    effect = effect + LUCK * random.standard_normal((POINTS, REPLICATIONS))
    months = numpy.stack([shared, shared + effect], axis=1)[..., None] / MONTHS * numpy.ones(MONTHS)
    months[NOT_MADE, :, 1] = numpy.nan
    return months


def write(path):
    """Nothing is discounted and the arm begins on day 0, so NPV is the sum of the profit."""
    with h5netcdf.File(path, "w") as file:
        file.dimensions = DIMENSIONS
        for name in ("point", "replication"):
            file.create_variable(name, (name,), data=numpy.arange(DIMENSIONS[name], dtype="int32"))
        arm = file.create_variable("arm", ("arm",), dtype=h5py.string_dtype())
        arm[:] = numpy.array(["baseline", "change"], dtype=object)
        arm.attrs["titles"] = "Baseline\nA change"
        month = file.create_variable("month", ("month",), data=30. * numpy.arange(MONTHS))
        month.attrs["units"] = "days since 2026-01-01"
        for name, values in design().items():
            low, high, scale, unit = KEYS[name]
            key = file.create_variable(name, ("point",), data=values)
            key.attrs.update({"units": unit, "long_name": name, "scale": scale, "low": low, "high": high})
        file.create_variable("months", ("point",), data=numpy.full(POINTS, MONTHS, "int32"))
        file.create_variable("discount_rate", ("point",), data=numpy.zeros(POINTS))
        file.create_variable("action_day", ("point", "arm"), data=numpy.tile(numpy.int32([-1, 0]), (POINTS, 1)))
        file.create_variable("profit", tuple(DIMENSIONS), data=profit())
        file.attrs.update({"title": "A sample", "currency": "EUR", "coordinates": " ".join(KEYS)})
