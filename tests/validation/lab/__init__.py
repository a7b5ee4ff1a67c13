"""What an experiment on the simulator needs: runs of the program, estimates with intervals, and
findings that can be held against a published number."""

from .estimates import Estimate, over_runs
from .facts import Check, Curve, Fact, Findings, Series
from .runs import Laboratory, Results, Size

__all__ = ["Check", "Curve", "Estimate", "Fact", "Findings", "Laboratory", "Results", "Series", "Size",
           "over_runs"]
