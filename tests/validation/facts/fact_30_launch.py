import numpy
from lab import Check, Curve, Fact, Findings, Series, over_runs
from oracles.fits import bass_adopters, fit_bass
from .histories import banded

A_YEAR = 12                # months of 30 days
LENGTH = A_YEAR * 30 / 365   # of such a year, in years
SILENT = {f"customer.word_of_mouth.{name}": 0 for name in ("base", "positive", "negative")}


def first_purchases(results):
    """People who buy for the first time, as (run, year)."""
    first = (results["acquired"] - results["won_back"])[0].sum(axis=2)
    years = first.shape[1] // A_YEAR
    return first[:, :years * A_YEAR].reshape(len(first), years, A_YEAR).sum(axis=2)


def adopters(years, market, innovation, imitation):
    """Adopters in each of the first years by the Bass model; its coefficients are a calendar year."""
    return bass_adopters(innovation * LENGTH, imitation * LENGTH, market, years)


def fit(first):
    """Market, p and q of one run, and the share of variance that the fitted curve explains."""
    innovation, imitation, market = fit_bass(first)
    missed = ((first - bass_adopters(innovation, imitation, market, len(first)))**2).sum()
    return market, innovation / LENGTH, imitation / LENGTH, 1 - missed / ((first - first.mean())**2).sum()


def peak(first):
    """Year of most adopters, from 1; the mean of three years is what is compared."""
    smooth = numpy.convolve(first, numpy.ones(3) / 3, mode="same")
    smooth[0], smooth[-1] = first[:2].mean(), first[-2:].mean()
    return float(smooth.argmax() + 1)


def measure(lab):
    first = first_purchases(lab.run("launch"))
    silent = first_purchases(lab.run("launch", settings=SILENT))
    fits = numpy.array([fit(run) for run in first])
    years = first.shape[1]
    innovation, imitation = over_runs(fits[:, 1]), over_runs(fits[:, 2])
    q_early = over_runs([fit(run[:10])[2] for run in first])
    silent_fits = [fit(run)[2] for run in silent]
    q_silent = over_runs(silent_fits)
    mean_fit = numpy.mean([adopters(years, *one[:3]) for one in fits], axis=0)
    average = adopters(years, first.sum(axis=1).mean(), .03, .38)
    at = list(range(1, years + 1))
    return Findings(
        checks=[
            Check("innovation", "Bass coefficient p, a year", innovation, .005, .08, ".03"),
            Check("imitation", "Bass coefficient q, a year", imitation, .15, .6, ".38"),
            Check("talk", "q less q where nobody talks, a year", over_runs(fits[:, 2] - silent_fits), 1e-6),
            Check("wave", "share of the variance of adopters between years that the Bass curve explains",
                  over_runs(fits[:, 3]), .8, 1),
            Check("peak", f"year of most adopters; 1 and {years} would be no wave", over_runs(
                [peak(run) for run in first]), 2, years - 1),
            Check("silent", "adopters where nobody talks, against where people do", over_runs(
                silent.sum(axis=1) / first.sum(axis=1)), 0, .6, control=True),
        ],
        curves={"launch": Curve(
            "A launch", "year", "people who buy for the first time in it",
            [banded("simulated", at, first), Series("Bass curve fitted", at, mean_fit.tolist()),
             banded("simulated, nobody talks", at, silent),
             Series("Bass curve of p .03, q .38, as many in all", at, average.tolist(), published=True)])},
        remark=f"Fitted to the first ten years alone q is {q_early.value:.2f}. And where nobody talks at all "
               f"the fit still gives a q of {q_silent.value:.2f}: it holds the years that people take to "
               "decide.")


FACT = Fact(
    number="30",
    title="New offers spread in a wave",
    regularity="Adopters come in a wave; over many products the Bass model's coefficient of innovation p "
               "averages .03 a year, that of imitation q .38.",
    source="Bass 1969; averages of Sultan, Farley & Lehmann 1990, Journal of Marketing Research",
    address="tx.shu.edu.tw/SilverJay/SJay05-u/BassModel.htm",
    standing="V",
    role="untouched",
    measure=measure,
    how="The reference firm with 1% of people as customers and hardly any advertising (.00008 a day), "
        "fifteen years. First purchases of each year, win-backs left out; p, q and the size of the market "
        "fitted to each run. Control: where nobody talks far fewer adopt.",
    weakness="q is no proof of imitation here: without any word of mouth it lies in the band as well, so that only the "
             "difference speaks of talk. The fit also "
             "depends on how many years it is given.",
)
