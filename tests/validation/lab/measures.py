"""What several facts count in the same way. Results are arrays (arm, replication, month, ...)."""

import numpy

LAST_YEAR = slice(-12, None)   # of months


def touch_csat(results, arm=0, months=slice(None)):
    """Share of respondents who were satisfied with a contact outside journeys of mere use, one value a
    run: all touchpoints that survey, weighted by answers."""
    answers = results["touchpoint_surveys"][arm, :, months]
    satisfied = numpy.nan_to_num(results["touchpoint_satisfied_share"][arm, :, months]) * answers
    return satisfied.sum(axis=(1, 2)) / answers.sum(axis=(1, 2))


def journey_satisfied(results, journey, arm=0, months=slice(3, None)):
    """Share of closed journeys that satisfied, one value a run; the first 90 days are left out."""
    j = results.index("journey", journey)
    closed = results["journey_closed"][arm, :, months, j]
    satisfied = numpy.nan_to_num(results["journey_satisfied_share"][arm, :, months, j]) * closed
    return satisfied.sum(axis=1) / closed.sum(axis=1)


def sum_of(results, name, arm=0, months=slice(None)):
    """A count or an amount over months and everything else, one value a run."""
    values = results[name][arm, :, months]
    return values.reshape(values.shape[0], -1).sum(axis=1)


def customers(results, arm=0, months=slice(None)):
    """Mean number of customers at month end, one value a run."""
    return results["active_customers"][arm, :, months].sum(axis=2).mean(axis=1)


def all_costs(results, arm=0, months=slice(None)):
    """Every cost, in currency, one value a run: revenue less profit."""
    return sum_of(results, "revenue", arm, months) - sum_of(results, "profit", arm, months)
