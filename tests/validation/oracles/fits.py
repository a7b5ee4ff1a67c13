"""Models of the literature fitted to counts: the shifted beta-geometric of Fader & Hardie 2007 to a
cohort's survivors, and the diffusion of Bass 1969 to adopters."""

import numpy
from scipy import optimize, special


def sbg_survival(alpha, beta, periods):
    """Share that survives 0, 1, ... `periods` renewals: B(alpha, beta + t) / B(alpha, beta)."""
    t = numpy.arange(periods + 1)
    return numpy.exp(special.betaln(alpha, beta + t) - special.betaln(alpha, beta))


def fit_sbg(survivors):
    """alpha and beta of greatest likelihood, from how many are left after 0, 1, 2 ... renewals."""
    survivors = numpy.asarray(survivors, dtype=float)
    left = survivors[:-1] - survivors[1:]

    def misfit(logs):
        curve = sbg_survival(*numpy.exp(logs), len(survivors) - 1)
        leaving = numpy.maximum(curve[:-1] - curve[1:], 1e-300)
        return -(left @ numpy.log(leaving) + survivors[-1] * numpy.log(max(curve[-1], 1e-300))) / survivors[0]

    found = [optimize.minimize(misfit, start, method="Nelder-Mead",
                               options={"xatol": 1e-8, "fatol": 1e-14, "maxiter": 20000, "maxfev": 20000})
             for start in ((0., 0.), (0., 3.), (-1., 1.))]
    best = min(found, key=lambda result: result.fun)
    alpha, beta = numpy.exp(best.x)
    return float(alpha), float(beta)


def bass_adopters(p, q, market, periods):
    """Adopters in each of the first `periods` periods: market (F(t) - F(t-1))."""
    decay = numpy.exp(-(p + q) * numpy.arange(periods + 1))
    return market * numpy.diff((1 - decay) / (1 + q / p * decay))


def fit_bass(adopters):
    """p, q and the market of least squares, from adopters in each period (Srinivasan & Mason 1986)."""
    adopters = numpy.asarray(adopters, dtype=float)
    total, periods = adopters.sum(), len(adopters)

    def distance(logs):
        p, q, more = numpy.exp(logs)
        return (bass_adopters(p, q, total * (1 + more), periods) - adopters) / adopters.mean()

    low, high = numpy.log([1e-6, 1e-6, 1e-6]), numpy.log([1, 5, 20])
    found = [optimize.least_squares(distance, numpy.log(start), bounds=(low, high), xtol=1e-14, ftol=1e-14,
                                    gtol=1e-14, max_nfev=5000)
             for start in ((.01, .3, .1), (.001, .6, .1), (.03, .1, 1.), (.005, 1.2, .02))]
    best = min(found, key=lambda result: result.cost)
    p, q, more = numpy.exp(best.x)
    return float(p), float(q), float(total * (1 + more))
