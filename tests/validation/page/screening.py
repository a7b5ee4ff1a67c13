"""What the screening of assumptions found: what carries a number, and what a setting drives."""

import re

from .words import count, number, percent, safe, table, wrapped

FLOOR = 2   # effects below this many standard deviations of the noise are not told from none


def strength(screening, key, name):
    """The mean absolute effect of a setting on an output, in standard deviations of its noise."""
    noise = screening["outputs"][name]["noise"]
    effect = screening["effects"][key].get(name, {}).get("mu_star") or 0
    return effect / noise if noise else 0


def carriers(screening, name, most=5):
    """Settings that move an output, the strongest first."""
    found = [(strength(screening, key, name), key) for key in screening["effects"]]
    return [key for force, key in sorted(found, key=lambda one: (-one[0], one[1]))[:most] if force >= FLOOR]


def driven(screening, key, most=3):
    """Outputs that a setting moves, the strongest first."""
    found = [(strength(screening, key, name), name) for name in screening["effects"].get(key, {})]
    return [name for force, name in sorted(found, key=lambda one: (-one[0], one[1]))[:most] if force >= FLOOR]


def effect(screening, key, name):
    """`0.041 share (12 × noise)`"""
    found, output = screening["effects"][key][name], screening["outputs"][name]
    sign = {1: "+", -1: "-"}.get(direction(found), "±")
    return (f"{sign}{number(found['mu_star'], 2)} {safe(output['unit'])}".rstrip()
            + f" ({times_noise(strength(screening, key, name))})")


def times_noise(force):
    """Noise from a few runs does not tell more than a hundredfold."""
    return "over 100 × noise" if force > 100 else f"{force:.0f} × noise"


def direction(found):
    """Which way an output moves as the setting rises; 0 where it goes both ways."""
    if found["mu"] is None or abs(found["mu"]) < .9 * found["mu_star"]:
        return 0
    return 1 if found["mu"] > 0 else -1


def what_drives(screening, key):
    """For the ledger: empty where the setting was not varied."""
    if not screening or key not in screening["effects"]:
        return ""
    names = driven(screening, key)
    return "; ".join(f"{safe(name)} {effect(screening, key, name)}" for name in names) or "nothing measurable"


TITLE = "## Which assumptions carry which fact"

ABOUT = """{varied} assumptions were varied, one after the other along {paths} through all of them (Morris
screening, {levels} levels; {people:,} people, {repeats}, {days:,} days; {measured} of {points} points). {range}
The effect is how much a number moves on average, up or down, when one assumption goes through its range, where
the others happen to stand; where it has a sign, the number always moved that way as the assumption rose. With so few
paths this ranks assumptions and does not measure them; ratios of small numbers and pairs of single contacts
can jump with any of them. Noise is the standard deviation that luck alone gives; below {floor} times that nothing is listed. What a
fact leans on is what to measure in your own firm first. [assumptions.md](assumptions.md) reads the same
results from the other side."""

MISSING = "Not screened yet: `./dev validate --screen` does it."


def carrying(screening):
    if not screening:
        return f"{TITLE}\n\n{MISSING}"
    design = screening["design"]
    rows = [row(screening, name) for name in sorted(screening["outputs"], key=place)]
    about = ABOUT.format(**design, paths=count(design["trajectories"], "random path"),
                         repeats=count(design["runs"], "run"), floor=FLOOR)
    return "\n\n".join([TITLE, wrapped(about), table(
        ["number", "at the defaults", "assumptions that move it most"], rows), quiet(screening)])


def place(name):
    """Facts in their order, then whatever else was counted."""
    fact = re.match(r"fact (\d+)", name)
    return (int(fact[1]) if fact else 1000), name


def row(screening, name):
    output = screening["outputs"][name]
    moved = [f"`{key}` {effect(screening, key, name)}" for key in carriers(screening, name)]
    says = f"{safe(name)}: {safe(output['says'])}" if output["says"] else safe(name)
    return [says, f"{number(output['base'])} {safe(output['unit'])}".strip(), "<br>".join(moved) or "none"]


def quiet(screening):
    """How many settings move nothing."""
    still = [key for key in screening["effects"] if not driven(screening, key)]
    all_of_them = len(screening["effects"])
    return (f"{len(still)} of {all_of_them} ({percent(len(still), all_of_them)}) of the assumptions looked at move "
            "none of these numbers measurably.")
