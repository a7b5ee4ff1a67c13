import numpy
from lab import Check, Curve, Fact, Findings, Series, over_runs

from .agreement import exactly
from .fits import bass_adopters, fit_bass, fit_sbg, sbg_survival
from .oracle_3_heterogeneity import Cohort

KNOWN = 12                     # months that the curve is fitted to
REGULAR = (1000, 631, 468, 382, 326, 289, 262, 241)   # survivors after 0 to 7 years
ALPHA, BETA = .704, 1.182      # published for them
P, Q, MARKET, PERIODS = .03, .38, 10000, 20


def published_checks():
    """The fitting code against parameters that were published with their data."""
    alpha, beta = fit_sbg(REGULAR)
    return [Check("published alpha", "shifted beta-geometric fitted to the published cohort: alpha",
                  exactly(alpha), ALPHA - .0005, ALPHA + .0005, f"{ALPHA:g}"),
            Check("published beta", "the same: beta", exactly(beta), BETA - .0005, BETA + .0005, f"{BETA:g}")]


def bass_checks():
    """Adopters that follow the formula exactly must give back what made them."""
    p, q, market = fit_bass(bass_adopters(P, Q, MARKET, PERIODS))
    return [Check(f"Bass {name}", f"{name} of Bass fitted to adopters made by the formula", exactly(value),
                  true * .999, true * 1.001, f"{true:g}")
            for name, value, true in (("p", p, P), ("q", q, Q), ("market", market, MARKET))]


def foretold(left, last):
    """Survival after `last` months as the curve fitted to the first ones has it, and as it would be with one
    hazard for all."""
    return (sbg_survival(*fit_sbg(left[:KNOWN + 1]), last)[last], (left[KNOWN] / left[0])**(last / KNOWN))


def measure(lab):
    mixed, alike = Cohort(lab), Cohort(lab, {"segment.everybody.inertia_sd": 0})
    last = len(mixed.left) - 1
    alpha, beta = fit_sbg(mixed.left[:KNOWN + 1])
    fitted = sbg_survival(alpha, beta, last)
    misfit = numpy.abs(fitted - numpy.array(mixed.left) / mixed.size)[:KNOWN + 1].max()
    off, off_alike = (over_runs([foretold(left, last)[k] - left[last] / left[0] for left in mixed.by_run()])
                      for k in range(2))
    spreads = [beta_spread(*fit_sbg(cohort.left)) for cohort in (mixed, alike)]
    return Findings(
        checks=[
            *published_checks(), *bass_checks(),
            Check("fit", f"largest distance of the fitted curve from survival in the first {KNOWN} months",
                  exactly(misfit), 0, .005),
            Check("forecast", f"survival after {last} months as foretold from the first {KNOWN}, less what "
                  "it came to", off, -.02, .02, "0"),
            Check("one hazard", "the same foretold with one hazard for all, which must be too low", off_alike,
                  -1, -.02, control=True),
            Check("spread", f"standard deviation of hazards fitted to {last} months of customers who differ",
                  exactly(spreads[0]), .005, 1),
            Check("no spread", "the same fitted to customers who are alike", exactly(spreads[1]), 0, .005,
                  control=True)],
        curves={"fitted_survival": Curve(
            "A curve fitted to a year foretells three", "months",
            "share of the customers of day 0 who are left", [
                mixed.series("simulated"),
                Series(f"shifted beta-geometric fitted to {KNOWN} months", list(range(last + 1)),
                       fitted.tolist(), published=True)])},
        remark=f"Fitted to {KNOWN} months of {mixed.size:,} customers: alpha {alpha:.2f}, beta {beta:.0f}, a "
               f"mean hazard of {alpha / (alpha + beta):.4f} a month. It is off by {misfit:.4f} at most "
               f"within them and foretells {fitted[last]:.3f} after {last} months, where "
               f"{mixed.left[last] / mixed.size:.3f} are left; one hazard for all would foretell "
               f"{foretold(mixed.left, last)[1]:.3f}.")


def beta_spread(alpha, beta):
    """Standard deviation of a beta distribution."""
    return (alpha * beta / (alpha + beta + 1))**.5 / (alpha + beta)


ORACLE = Fact(
    number="O5",
    title="Models of the literature, fitted: the shifted beta-geometric and Bass",
    regularity="A cohort whose hazards differ by a beta distribution survives by the shifted beta-geometric, "
               "which foretells years from a few; adopters of a new product follow the diffusion of Bass.",
    source="Fader & Hardie 2007, Journal of Interactive Marketing; Bass 1969, Management Science",
    address="docslib.org/doc/2276465",
    standing="exact",
    role="untouched",
    measure=measure,
    how="A comparison rather than an oracle: the firm's hazards are logistic in a normal switching cost and "
        "not beta, so that the curve fitted to a year of the cohort of O3 need not fit. What is exact is the "
        "fitting code: it must find the published parameters of a published cohort, and p and q of adopters "
        "that the formula of Bass made. Controls: the same forecast with one hazard for all, and a fit to "
        "customers who are alike.",
    weakness="Bands of the fit and the forecast are ours. The published parameters and the cohort's last "
             "three years are from memory; that the one gives the other speaks for both.",
)
