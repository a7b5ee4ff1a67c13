"""An experiment and what the record says of it."""

import re
from dataclasses import dataclass

from lab.record import in_band, in_order
from .published import off_published

NOT_RUN = {"status": "unrun", "reason": "not run yet"}
ROLES = {"tuned": "tuned toward", "built in": "built in", "untouched": "untouched"}
STANDINGS = {"V": "number seen at the address", "v": "second-hand, or its direction only",
             "M": "from memory, the address not seen", "exact": "exact"}
FIRMS = {"reference": "reference firm", "refined": "refined firm"}


@dataclass(frozen=True)
class Shown:
    experiment: object
    reference: dict           # entries of the full size
    refined: dict = None      # None where there is none
    small: dict = None        # the small form on the reference firm
    fitted: tuple = ()        # settings whose default was fitted to it

    @property
    def number(self):
        return self.experiment.number

    @property
    def exact(self):
        """Whether theory gives the number."""
        return self.experiment.standing == "exact"

    @property
    def link(self):
        return f"[{self.number}](#{self.anchor})"

    @property
    def anchor(self):
        return f"{'oracle' if self.exact else 'fact'}-{self.number.lower()}"

    def entry(self, firm):
        return self.reference if firm == "reference" else self.refined

    def role(self, firm):
        experiment = self.experiment
        return (experiment.refined_role if firm == "refined" else "") or experiment.role

    @property
    def off(self):
        """Checks that are in band though their interval excludes the published number."""
        return [check for check in self.reference.get("checks", [])
                if not check["control"] and in_band(check["value"], check["band"]) and off_published(check)]

    @property
    def headline(self):
        """The checks that stand for the fact in a table: the first, and those that have a published number."""
        own = [check for check in self.reference.get("checks", []) if not check["control"]]
        return own[:1] + [check for check in own[1:] if check["published"]]

    def check(self, name, firm):
        checks = (self.entry(firm) or {}).get("checks", [])
        return next((check for check in checks if check["name"] == name), None)


def shown(experiments, outcomes, settings):
    reference, refined = outcomes.get("reference", {}), outcomes.get("refined", {})
    return [Shown(experiment, reference.get("full", {}).get(experiment.number, NOT_RUN),
                  refined.get("full", {}).get(experiment.number),
                  reference.get("small", {}).get(experiment.number), fitted_to(experiment.number, settings))
            for experiment in sorted(experiments, key=lambda experiment: in_order(experiment.number))]


def fitted_to(number, settings):
    """Keys whose source says that they were fitted to this fact."""
    return tuple(setting["key"] for setting in settings if number in facts_named(setting["source"]))


def facts_named(source):
    """Numbers in `fitted to fact 3`, `fitted to facts 5-6`, `fitted to facts 1, 2 and 3`."""
    said = re.search(r"fitted to facts? (\d+(?:(?:-|, | and )\d+)*)", source)
    if not said:
        return set()
    first, *more = re.findall(r"\d+", said[1])
    inside = range(int(first), int(more[-1]) + 1) if "-" in said[1] else ()
    return {first, *more, *map(str, inside)}


def has_refined(facts):
    return any(fact.refined for fact in facts)
