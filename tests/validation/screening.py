"""Which assumptions carry which fact: Morris's elementary effects of every setting that is not the user's choice.

    ./dev validate --screen [--trajectories N] [--workers N]

Each trajectory starts at a random point of a grid and moves one setting after the other, in random order, by two
thirds of its range; the effect of a setting is what its step does to a number, as if it had gone through the
whole range (Morris 1991; mean of absolute effects: Campolongo, Cariboni & Saltelli 2007). All points of a
trajectory share their luck. What luck alone does is seen at each trajectory's start, run again with other seeds.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time
import warnings

import numpy
from facts import FACTS
from lab import Laboratory, Size, record
from lab.measures import all_costs, customers, LAST_YEAR, sum_of
from lab.runs import ROOT
from page.screening import driven

PROGRAM = os.environ.get("CXSIM", str(ROOT / "build" / "release" / "cxsim"))
STEP = 2 / 3        # of the range
RESEEDED = 3        # further seeds at the start of each trajectory
SMALL = Size("screening", .15, 0)
SMALL.runs = lambda wanted: 1
WHOLE = {"network.links", "company.queue.agents", "company.queue.settling_days", "company.queue.opening_days",
         "customer.loyalty.period", "customer.online_review.initial_count", "customer.online_review.memory",
         "customer.acquisition.unaware_pause"}
PEOPLE = "segment.everybody"
OUTCOMES = {
    "customers": ("customers at month end, last year", "customers", lambda r, y: customers(r, months=y)),
    "true NPS": ("NPS of everybody, last year", "points", lambda r, y: r["nps_true"][0, :, y].mean(axis=(1, 2))),
    "churn": ("customers who leave, last year", "% a month",
              lambda r, y: 100 * sum_of(r, "churned", months=y) / 12 / customers(r, months=y)),
    "revenue": ("revenue, last year", "a customer and month",
                lambda r, y: sum_of(r, "revenue", months=y) / 12 / customers(r, months=y)),
    "cost": ("every cost, last year", "a customer and month",
             lambda r, y: all_costs(r, months=y) / 12 / customers(r, months=y)),
}


def numbers_of(text):
    """The bounds in `0 to 1`, `above 0`, `0 or more`."""
    if " to " in text:
        low, high = text.split(" to ")
        return float(low), float(high)
    if text.startswith("above"):
        return 1e-6, float("inf")
    if text.endswith("or more"):
        return float(text.split()[0]), float("inf")
    return float("-inf"), float("inf")


class Assumption:
    """A setting and the range it is varied in: its default, less or more a share `swing` of it."""

    def __init__(self, setting, swing):
        self.key = setting["key"].replace("segment.<name>", PEOPLE)
        self.default = float(setting["default"])
        low, high = numbers_of(setting["range"])
        ends = sorted((self.default * (1 - swing), self.default * (1 + swing)))
        self.low, self.high = max(low, ends[0]), min(high, ends[1])
        self.whole = self.key in WHOLE

    def at(self, place):
        """The setting at a place in [0, 1] of its range, as --set takes it."""
        value = self.low + place * (self.high - self.low)
        return str(round(value)) if self.whole else f"{value:.9g}"


def candidates(swing):
    """Assumptions, derived and published numbers with one value of their own that is not zero."""
    said = json.loads(subprocess.run([PROGRAM, "reference", "--json"], capture_output=True, text=True,
                                     check=True).stdout)
    for setting in said:
        own = "<" not in setting["key"].replace("segment.<name>", "") and "," not in setting["key"]
        try:
            nonzero = float(setting["default"]) != 0
        except ValueError:
            continue
        if own and nonzero and setting["tag"] != "choice" and setting["key"] != "customer.loyalty.period":
            yield Assumption(setting, swing)


def fingerprint(settings):
    """What a short run of the scenarios of all facts gives, to see which settings matter at all."""
    marks = []
    for scenario in ("lives", "technology", "staffing", "firestorm"):
        with Laboratory(size=Size("trial", .025, 0), extra=settings, program=PROGRAM) as lab:
            lab.size.runs = lambda wanted: 1
            results = lab.run(scenario, days=420)
            marks.append(hashlib.sha256(b"".join(
                results.file[name][...].tobytes() for name in sorted(results.file) if name not in ("arm", "month")
                and hasattr(results.file[name], "shape") and results.file[name].dtype.kind in "if")).hexdigest())
    return marks


def moves_something(assumption):
    return fingerprint({assumption.key: assumption.at(1)}) != fingerprint({assumption.key: assumption.at(0)})


def measured(point):
    """Every check of every fact, and the outcomes, with these settings and this seed."""
    settings, seed = point
    found = {}
    with warnings.catch_warnings(), Laboratory(size=SMALL, extra=settings, seed=seed, program=PROGRAM) as lab:
        warnings.simplefilter("ignore")
        lives = lab.run("lives")
        for name, (_, _, value) in OUTCOMES.items():
            found[name] = float(value(lives, LAST_YEAR)[0])
        for fact in FACTS:
            try:
                checks = fact.measure(lab).checks
            except (ValueError, ZeroDivisionError, RuntimeError, IndexError):
                continue   # too few cases here: the effect is not known at this point
            for check in checks:
                if not check.control:
                    found[f"fact {fact.number}: {check.name}"] = check.estimate.value
    return found


def trajectory(number, count):
    """Places of all settings, point after point, and which one moved to get there."""
    luck = numpy.random.default_rng([20130901, number])
    place = luck.integers(0, 2, count) / 3.           # of the grid 0, 1/3, 2/3, 1: room for a step up
    place = numpy.where(luck.random(count) < .5, place, place + STEP)
    points, moved = [place.copy()], []
    for setting in luck.permutation(count):
        place[setting] += STEP if place[setting] < .5 else -STEP
        points.append(place.copy())
        moved.append(int(setting))
    return points, moved


def settings_at(assumptions, place):
    return {assumption.key: assumption.at(where) for assumption, where in zip(assumptions, place)}


def all_points(assumptions, trajectories):
    """(name, settings, seed) of every run; names never change, so that work can go on where it stopped."""
    for extra in range(RESEEDED + 1):
        yield f"base/{extra}", {}, 1 + extra
    for t in range(trajectories):
        points, _ = trajectory(t, len(assumptions))
        for extra in range(RESEEDED):
            yield f"{t}/luck{extra}", settings_at(assumptions, points[0]), 1000 * (t + 1) + 1 + extra
        for k, place in enumerate(points):
            yield f"{t}/{k}", settings_at(assumptions, place), 1000 * (t + 1)


def run_all(points, cache, workers, minutes):
    """Measures what the cache does not hold yet, as far as the time goes; one line a point."""
    done = {}
    if cache.exists():
        done = dict(json.loads(line) for line in cache.read_text().splitlines())
    todo = [point for point in points if point[0] not in done]
    began = time.time()
    with concurrent.futures.ProcessPoolExecutor(workers) as pool, cache.open("a") as file:
        jobs = {pool.submit(measured, point[1:]): point[0] for point in todo}
        for n, job in enumerate(concurrent.futures.as_completed(jobs), 1):
            if time.time() - began > 60 * minutes:
                pool.shutdown(cancel_futures=True)
                break
            done[jobs[job]] = job.result()
            file.write(json.dumps([jobs[job], done[jobs[job]]]) + "\n")
            file.flush()
            left = (time.time() - began) / n * (len(todo) - n)
            print(f"\r{n} of {len(todo)} points, {left / 60:.0f} min left ", end="", file=sys.stderr)
    return done


def effects_of(assumptions, done, trajectories):
    """{key: {name: {mu_star, mu, sigma}}} over the trajectories in which a number was measured at both ends."""
    found = {assumption.key: {} for assumption in assumptions}
    for t in range(trajectories):
        points, moved = trajectory(t, len(assumptions))
        for k, setting in enumerate(moved):
            before, after = done.get(f"{t}/{k}", {}), done.get(f"{t}/{k + 1}", {})
            step = points[k + 1][setting] - points[k][setting]
            for name in set(before) & set(after):
                found[assumptions[setting].key].setdefault(name, []).append((after[name] - before[name]) / step)
    return {key: {name: {"mu_star": float(numpy.mean(numpy.abs(effects))), "mu": float(numpy.mean(effects)),
                         "sigma": float(numpy.std(effects, ddof=1)) if len(effects) > 1 else None}
                  for name, effects in names.items()} for key, names in found.items()}


def outputs_of(done, trajectories):
    """What each number is at the defaults, and how much luck alone makes of an effect."""
    units = {name: (says, unit) for name, (says, unit, _) in OUTCOMES.items()}
    says = {**units}
    known = record.read().get("reference", {}).get("full", {})
    for number, entry in known.items():
        for check in (check for check in entry.get("checks", []) if not check["control"]):
            says[f"fact {number}: {check['name']}"] = (check["says"], "")
    outputs = {}
    names = {name for found in done.values() for name in found}
    for name in sorted(names & set(says)):   # a check that has another name now is another measurement
        base = [done[f"base/{k}"][name] for k in range(RESEEDED + 1) if name in done[f"base/{k}"]]
        pairs = [(done.get(f"{t}/luck{k}", {}), done.get(f"{t}/0", {})) for t in range(trajectories)
                 for k in range(RESEEDED)]
        gaps = [other[name] - first[name] for other, first in pairs if name in other and name in first]
        if base and gaps:
            noise = float(numpy.sqrt(numpy.mean(numpy.square(gaps)))) / STEP
            text, unit = says[name]
            outputs[name] = {"says": text, "unit": unit, "base": float(numpy.mean(base)), "noise": noise}
    return outputs


def shortened(value):
    """Four digits are more than an effect of a few trajectories deserves."""
    if isinstance(value, dict):
        return {key: shortened(one) for key, one in value.items()}
    return float(f"{value:.4g}") if isinstance(value, float) else value


def what_was_varied(options):
    low, high = (f"{100 * (1 + side * options.swing):.0f}%" for side in (-1, 1))
    left_out = ("Settings that moved nothing in a wider screening (70% to 130%, two paths, in which many firms failed "
                "altogether) were left out. ") if options.carriers else ""
    return (f"Each went from {low} to {high} of its default, as far as its own range allows. {left_out}The levers of the "
            "maturity stages, touchpoints, journeys and what is off by default were not varied.")


def main():
    parser = argparse.ArgumentParser(prog="./dev validate --screen", description=__doc__)
    parser.add_argument("--screen", action="store_true")
    parser.add_argument("--trajectories", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--swing", type=float, default=.1, help="range to either side, as a share of the default")
    parser.add_argument("--carriers", action="store_true",
                        help="only settings that the screening on record found to move something")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="start no point after this long")
    options = parser.parse_args()
    folder = pathlib.Path(ROOT, "build", "screening")
    folder.mkdir(parents=True, exist_ok=True)
    every = list(candidates(options.swing))
    earlier = record.read(record.SCREENING) if options.carriers else None
    listed = folder / "moving.json"
    if not listed.exists():
        with concurrent.futures.ProcessPoolExecutor(options.workers) as pool:
            moving = [one.key for one, moves in zip(every, pool.map(moves_something, every)) if moves]
        listed.write_text(json.dumps(moving))
    moving = set(json.loads(listed.read_text()))
    assumptions = [one for one in every if one.key in moving and (
        not earlier or driven(earlier, one.key.replace(PEOPLE, "segment.<name>")))]
    print(f"{len(assumptions)} of {len(every)} settings are varied", file=sys.stderr)
    points = list(all_points(assumptions, options.trajectories))
    name = hashlib.sha256(json.dumps([options.swing, *(one.key for one in assumptions)]).encode()).hexdigest()[:12]
    done = run_all(points, folder / f"points_{name}.jsonl", options.workers, options.minutes)
    outputs = outputs_of(done, options.trajectories)
    effects = effects_of(assumptions, done, options.trajectories)
    still = {one.key: {} for one in every if one not in assumptions}
    kept = {key.replace(PEOPLE, "segment.<name>"): {name: effect for name, effect in names.items() if name in outputs}
            for key, names in {**effects, **still}.items()}
    record.write(shortened({
        "design": {"trajectories": options.trajectories, "levels": 4, "people": SMALL.people(20000), "runs": 1,
                   "days": 1825, "varied": len(assumptions), "points": len(points),
                   "measured": sum(point[0] in done for point in points), "range": what_was_varied(options)},
        "outputs": outputs, "effects": kept}), record.SCREENING)
    return 0


if __name__ == "__main__":
    sys.exit(main())
