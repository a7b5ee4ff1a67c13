"""A published regularity, the experiment that looks for it, and what it found."""

from dataclasses import dataclass, field
from typing import Callable

from .estimates import Estimate


@dataclass(frozen=True)
class Check:
    """One number held against a band. A control shows that the fact could have failed: it is the same
    measurement where the cause is absent, or where it must come out otherwise."""

    name: str                 # short and unique within the fact: "touchpoints"
    says: str                 # "satisfied respondents after contacts, share"
    estimate: Estimate
    low: float = float("-inf")
    high: float = float("inf")
    published: str = ""       # the published number, where there is one for just this quantity
    control: bool = False

    @property
    def holds(self):
        return self.low <= self.estimate.value <= self.high


@dataclass(frozen=True)
class Series:
    """Points of a plot; `low` and `high` are a 95% band, or empty."""

    name: str
    x: list
    y: list
    low: list = field(default_factory=list)
    high: list = field(default_factory=list)
    published: bool = False   # drawn as what the literature says


@dataclass(frozen=True)
class Curve:
    title: str
    x: str                    # axis titles, with units
    y: str
    series: list
    bars: bool = False        # x are categories


@dataclass(frozen=True)
class Findings:
    checks: list
    curves: dict = field(default_factory=dict)   # file name without ending -> Curve
    remark: str = ""                             # a sentence computed from the run, for the page


@dataclass(frozen=True)
class Fact:
    """`measure(lab)` runs the experiment and returns Findings."""

    number: str
    title: str
    regularity: str           # what was published, in our words
    source: str               # authors, year, outlet
    address: str              # where the number was seen
    standing: str             # "V" seen at the address, "v" second-hand or direction only, "M" from memory
    role: str                 # "tuned", "built in" or "untouched"
    measure: Callable
    how: str                  # the experiment in two or three sentences
    refined_role: str = ""    # in the refined firm, where it differs
    caveat: str = ""          # to the role, in a few words
    disagreement: str = ""    # what else the literature says
    weakness: str = ""        # why one should not lean on it
