"""docs/assumptions.md: every default that is no choice, how far to trust it, and what it drives."""

import collections
import tomllib

from lab.runs import FIRMS, ROOT
from .screening import FLOOR, what_drives
from .words import bullets, count, number, percent, safe, table

ABOUT = """# Assumptions: what the model takes for granted

Every default of the simulator with how far to trust it, as `cxsim reference` prints it. *Published*: the
number stands in the source. *Derived*: from a published number, or fitted to a published fact. *Assumption*:
nobody's measurement; where a source is named, it supports the sign or the form and not the size. *Choice*:
what the user's firm and experiment are. `--set key=value` changes any of them."""

TAGS = {"assumption": "assumptions", "derived": "derived", "published": "published", "choice": "choices"}
MEASURED = ("touchpoint", "journey")
LEVELS = ("rational", "emotional", "sensorial", "physical")


def ledger(settings, screening):
    return "\n\n".join([ABOUT, counts(settings), drives_about(settings, screening), "## Settings",
                        *sections(settings, screening), firm()]) + "\n"


def counts(settings):
    tags = collections.Counter(setting["tag"] for setting in settings)
    rows = [[name, str(tags[tag]), percent(tags[tag], len(settings))] for tag, name in TAGS.items()]
    return (table(["tag", "settings", "share"], [*rows, ["all", str(len(settings)), ""]])
            + "\n\nChoices are not listed here; [scenario-reference.md](scenario-reference.md) lists them.")


def drives_about(settings, screening):
    if not screening:
        return ("What each assumption drives is not known yet: the screening of assumptions has not been run "
                "(`./dev validate --screen`).")
    varied = [setting for setting in settings if setting["key"] in screening["effects"]]
    return (f"*Drives* names the numbers that a setting moves most, at most three, with how much they move "
            "on average when it goes through its range, and that against the noise of luck; nothing "
            f"measurable is less than {FLOOR} times the noise. {len(varied)} settings were looked at; where the "
            "column is empty, the setting was not. "
            "[validation.md](validation.md#which-assumptions-carry-which-fact) tells how.")


def sections(settings, screening):
    listed = collections.defaultdict(list)
    for setting in settings:
        if setting["tag"] != "choice":
            listed[section_of(setting["key"])].append(setting)
    shown = ["default", "unit", "range", "tag", "meaning", "source"]
    titles = ["key", *shown, *(["drives"] if screening else [])]
    for name, own in listed.items():
        rows = [[f"`{setting['key']}`", *(safe(setting[part]) for part in shown),
                 *([what_drives(screening, setting["key"])] if screening else [])] for setting in own]
        yield f"### {safe(name)}\n\n" + table(titles, rows)


def section_of(key):
    """`customer.fading` of `customer.fading.valence`; `intervention` of every kind of intervention."""
    parts = key.split(".")
    return ".".join(parts[:2]) if len(parts) > 2 and not parts[1].startswith("<") else parts[0]


def firm():
    """The numbers of the reference firm's own file."""
    path = f"scenarios/bases/{FIRMS['reference']}"
    base = tomllib.loads((ROOT / path).read_text())
    numbers = sum(count_numbers(base[part]) for part in MEASURED)
    lines = [
        f"`{path}`: {count(numbers, 'number')} of {count(len(base['touchpoint']), 'touchpoint')} and "
        f"{count(len(base['journey']), 'journey')}: what a contact delivers, how often it fails, what it "
        "costs, how often a need comes up. Below are those that matter most.",
        "`sim/company/maturity.hpp`: the levers of the six stages of maturity, sixty numbers; "
        "[model.md](model.md) prints them.",
    ]
    return "\n\n".join([
        "## The reference firm",
        "Choices in a firm of your own, assumptions here: nobody measured this firm, which does not exist.",
        bullets(lines), touchpoints(base), journeys(base)])


def count_numbers(value):
    if isinstance(value, dict):
        return sum(map(count_numbers, value.values()))
    if isinstance(value, list):
        return sum(map(count_numbers, value))
    return int(isinstance(value, (int, float)) and not isinstance(value, bool))


def touchpoints(base):
    rows = [[safe(one.get("title", one["name"])), *(number(one["quality"].get(level)) for level in LEVELS),
             number(one.get("p_fail")), number(one.get("effort")), number(one.get("human_share", 0)),
             number(one.get("service_minutes", 0)), number(one.get("cost"))] for one in base["touchpoint"]]
    return table(["touchpoint", *(f"{level} quality" for level in LEVELS), "chance to fail", "effort, points",
                  "human share", "minutes", "cost, currency"], rows)


def journeys(base):
    rows = [[safe(one.get("title", one["name"])), number(one.get("importance")), days(one),
             safe(", ".join(map(step, one["steps"])))] for one in base["journey"]]
    return table(["journey", "importance", "days between needs", "steps, with their chance"], rows)


def days(journey):
    between = journey.get("days_between")
    return number(between) if between else "when a prospect considers the firm"


def step(one):
    return one if isinstance(one, str) else f"{one['touchpoint']} {number(one.get('chance', 1))}"
