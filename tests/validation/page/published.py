"""A published number as a range, to hold an interval against."""

import math
import re

ABOVE = "over|above|more than|at least|≥|>"
BELOW = "under|below|less than|at most|up to|≤|<"
ABOUT = "almost|about|some|nearly|around|roughly|~|≈|r ?="
NUMBER = r"([-+−]?(?:\d+\.?\d*|\.\d+))\s*%?"
PATTERN = re.compile(rf"(?:(?P<above>{ABOVE})|(?P<below>{BELOW})|(?:{ABOUT}))?\s*{NUMBER}"
                     rf"(?:\s*(?:-|–|to|\.\.|±)\s*{NUMBER})?(?:\s*\[{NUMBER}\s*(?:,|to)\s*{NUMBER}\])?"
                     r"(?: exactly| times| points)?(?: \([^()]*\))?")


def value_of(text):
    return float(text.replace("−", "-"))


def published_range(text):
    """(low, high) of a text such as `over .90`, `1.3-1.4`, `.581 [.487, .661]`; None where it says more than
    a number, since it may then be of something else."""
    found = PATTERN.fullmatch(text.split(" or ")[-1].strip())   # "1 in 26, or .038"
    if not found:
        return None
    numbers = [value_of(part) for part in found.groups()[2:6] if part is not None]
    if found["above"]:
        return numbers[0], math.inf
    if found["below"]:
        return -math.inf, numbers[0]
    if "±" in text:
        return numbers[0] - numbers[1], numbers[0] + numbers[1]
    return min(numbers), max(numbers)


def off_published(check):
    """Whether the 95% interval of a recorded check excludes the number that was published for it."""
    there = published_range(check["published"])
    if there is None or check["value"] is None:
        return False
    unit = .01 if "%" in check["published"] and "%" not in check["says"] else 1
    low, high = (check["value"] if end is None else end for end in check["interval"])
    return high < there[0] * unit or low > there[1] * unit
