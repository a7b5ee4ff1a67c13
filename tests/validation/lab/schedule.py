"""Runs experiments in two processes. Those that share a scenario stay together, so that it runs once."""

import collections
import concurrent.futures
import inspect
import re
import sys
import time
from dataclasses import dataclass

from . import record
from .runs import Laboratory, Size


@dataclass(frozen=True)
class Job:
    """Experiments for one laboratory, by their numbers."""

    firm: str
    size: str
    numbers: tuple


class NotingLaboratory(Laboratory):
    """Remembers what was simulated since it was last asked."""

    def __init__(self, *words, **named):
        super().__init__(*words, **named)
        self._noted = collections.Counter()

    def run(self, scenario, people=20000, runs=5, *words, **named):
        self._noted[scenario, self.size.people(people), self.size.runs(runs)] += 1
        return super().run(scenario, people, runs, *words, **named)

    def noted(self):
        """[scenario, people, runs, times it was asked for]"""
        noted, self._noted = self._noted, collections.Counter()
        return [[*what, times] for what, times in sorted(noted.items())]


def entry_of(experiment, lab):
    """What the record says of an experiment."""
    try:
        return record.outcome(experiment.measure(lab), lab.noted(), curves=lab.size is Size.full)
    except Exception as error:  # Whatever it is, the page has to say that the fact was not measured.
        lab.noted()
        return record.unrun(error)


def jobs_of(experiments, firm, size):
    """Experiments in groups by the scenario that most of them use; the largest group first."""
    used = {experiment.number: scenarios_of(experiment) for experiment in experiments}
    users = collections.Counter(scenario for scenarios in used.values() for scenario in scenarios)
    groups = collections.defaultdict(list)
    for number, scenarios in used.items():
        groups[max(scenarios, key=lambda name: (users[name], name), default=number)].append(number)
    return [Job(firm, size, tuple(numbers)) for numbers in sorted(groups.values(), key=len, reverse=True)]


def scenarios_of(experiment):
    """The scenarios its module names."""
    text = inspect.getsource(sys.modules[experiment.measure.__module__])
    return sorted(set(re.findall(r'\brun\(\s*"(\w+)"', text)))


def run_jobs(experiments, jobs, workers=2, program=None):
    """Entries as {firm: {size: {fact: entry}}}, and seconds as {(firm, size, fact): seconds}."""
    entries, seconds = {}, {}
    with concurrent.futures.ProcessPoolExecutor(workers, initializer=_begin,
                                                initargs=(experiments, program)) as pool:
        for job, done in zip(jobs, pool.map(_run_job, jobs)):
            for number, entry, took in done:
                entries.setdefault(job.firm, {}).setdefault(job.size, {})[number] = entry
                seconds[job.firm, job.size, number] = took
    return entries, seconds


_here = {}


def _begin(experiments, program):
    _here.update(experiments={experiment.number: experiment for experiment in experiments}, program=program)


def _run_job(job):
    done = []
    with NotingLaboratory(getattr(Size, job.size), job.firm, program=_here["program"]) as lab:
        for number in job.numbers:
            began = time.monotonic()
            entry = entry_of(_here["experiments"][number], lab)
            took = time.monotonic() - began
            done.append((number, entry, took))
            print(f"{job.firm} firm, {job.size} size, {number}: {entry['status']}, {took:.0f} s",
                  file=sys.stderr, flush=True)
    return done
