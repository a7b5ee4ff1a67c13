"""The small form that the tests run, and what it can see."""

from .view import NOT_RUN
from .words import number, safe, table, with_interval

POWER = 2.8   # standard errors: 1.96 for a two-sided test at 5%, and .84 for a power of 80%

ABOUT = """## The small form

`./dev test` runs every fact and oracle with a fifth of the people and half of the runs, but three at least,
on the reference firm. Equal seeds give equal numbers to the last bit, so a change of the model shows there at
once, however small its effect: the test compares with the record. What follows is about something else: how
far a fact would have to move for the small form to see it with *new* luck. The smallest shift is 2.8 standard
errors, which a two-sided test at 5% finds four times in five; with three runs the standard error is itself
known only roughly. *Room* is half the band, or where the band has one edge, the distance from the full-size
number to it: where the shift is smaller than the room, the small form tells a fact in the middle of its band
from one outside it. Oracles are held to standard errors at either size."""


def small_form(facts):
    rows = [row for one in facts for row in rows_of(one)]
    titles = ["#", "number", "people × runs", "small form", "standard error", "smallest shift seen", "room"]
    return "\n\n".join([ABOUT, elsewhere(facts), table(titles, rows)])


def elsewhere(facts):
    """Which verdicts are others than at full size."""
    other = [f"{one.link} {one.small['status']}" for one in facts
             if one.small and one.small["status"] != one.reference["status"]]
    if other:
        return f"With so little data the small form finds otherwise than the full size: {', '.join(other)}."
    return "The small form comes to the same verdicts as the full size."


def rows_of(one):
    entry = one.small or NOT_RUN
    own = [check for check in entry.get("checks", []) if not check["control"]]
    if not own:
        return [[one.link, entry["status"], *[number(None)] * 5]]
    return [[one.link, safe(check["says"]), sizes(entry), with_interval(check["value"], check["interval"]),
             number(check["error"], 2), number(POWER * check["error"], 2) if check["error"] else number(None),
             number(room(check, one.check(check["name"], "reference")), 2)] for check in own]


def sizes(entry):
    """The size of what was simulated; several scenarios of one size are not told apart."""
    told = dict.fromkeys(f"{people:,} × {runs}" for _, people, runs, _ in entry["ran"])
    return "<br>".join(told) or "none"


def room(check, full):
    low, high = check["band"]
    value = (full or check)["value"]
    if low is not None and high is not None:
        return (high - low) / 2
    if value is None or low is None and high is None:
        return None
    return abs(value - (high if low is None else low))
