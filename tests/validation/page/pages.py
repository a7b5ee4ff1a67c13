"""Every page and plot, as text by path, and writing those that have changed."""

import json
import subprocess

from lab.record import curve_of
from lab.runs import ROOT
from .document import document
from .ledger import ledger
from .plots import svg
from .view import shown

DOCS = ROOT / "docs"
PLOTS = DOCS / "validation"
SEED = 1


def pages(facts, oracles, outcomes, screening, program):
    settings = settings_of(program)
    facts, oracles = shown(facts, outcomes, settings), shown(oracles, outcomes, settings)
    return {DOCS / "validation.md": document(facts, oracles, outcomes, screening, SEED),
            DOCS / "assumptions.md": ledger(settings, screening),
            **drawings([*facts, *oracles])}


def settings_of(program):
    printed = subprocess.run([program, "reference", "--json"], capture_output=True, text=True, check=True,
                             stdin=subprocess.DEVNULL)
    return json.loads(printed.stdout)


def drawings(experiments):
    drawn = {}
    for one in experiments:
        refined = (one.refined or {}).get("curves", {})
        for name, entry in one.reference.get("curves", {}).items():
            path = PLOTS / f"{name}.svg"
            if path in drawn:
                raise ValueError(f"two experiments draw {path.name}")
            drawn[path] = svg(curve_of(entry), curve_of(refined[name]) if name in refined else None)
    return drawn


def stale(wanted):
    """Paths whose file is not as wanted, and plots that nobody wants."""
    differ = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    return sorted([*differ, *(path for path in PLOTS.glob("*.svg") if path not in wanted)])


def write(wanted):
    """Writes what is stale, and returns what that was."""
    changed = stale(wanted)
    PLOTS.mkdir(exist_ok=True)
    for path in changed:
        if path in wanted:
            path.write_text(wanted[path])
        else:
            path.unlink()
    return changed
