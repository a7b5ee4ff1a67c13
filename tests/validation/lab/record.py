"""What experiments gave, as a file that is the same wherever they run: record/outcomes.json holds for each
firm, size and fact its checks, curves and remark."""

import json
import math
import pathlib
import re

from .facts import Curve, Series

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "record"
OUTCOMES = FOLDER / "outcomes.json"
SCREENING = FOLDER / "screening.json"
DIGITS = 6


def rounded(value):
    """A number of few digits, so that another processor's last bit does not change the file."""
    value = float(value)
    if not math.isfinite(value):
        return None
    return float(f"{value:.{DIGITS}g}") + 0.0


def check_record(check):
    estimate = check.estimate
    return {"name": check.name, "says": check.says, "value": rounded(estimate.value),
            "interval": [rounded(estimate.low), rounded(estimate.high)], "error": rounded(estimate.error),
            "runs": int(estimate.runs), "band": [rounded(check.low), rounded(check.high)],
            "published": check.published, "control": check.control, "holds": bool(check.holds)}


def curve_record(curve):
    def points(values):
        return [value if isinstance(value, str) else rounded(value) for value in values]

    return {"title": curve.title, "x": curve.x, "y": curve.y, "bars": curve.bars,
            "series": [{"name": series.name, "x": points(series.x), "y": points(series.y),
                        "low": points(series.low), "high": points(series.high), "published": series.published}
                       for series in curve.series]}


def curve_of(entry):
    """The curve that an entry of the record holds."""
    return Curve(**{**entry, "series": [Series(**series) for series in entry["series"]]})


def in_band(value, band):
    low, high = band
    return value is not None and (low is None or low <= value) and (high is None or value <= high)


def status_of(checks):
    """What recorded checks say of their fact."""
    fails = [check for check in checks if not in_band(check["value"], check["band"])]
    if not checks or any(not check["control"] for check in fails):
        return "out of band"
    return "control failed" if fails else "in band"


def outcome(findings, ran, curves):
    """The entry of a fact that was measured; `ran` says what was simulated for it."""
    checks = [check_record(check) for check in findings.checks]
    entry = {"status": status_of(checks), "checks": checks, "remark": findings.remark, "ran": ran}
    if curves:
        entry["curves"] = {name: curve_record(curve) for name, curve in findings.curves.items()}
    return entry


def unrun(error):
    """The entry of a fact whose experiment failed, with the first line of what it says that is the same
    wherever it runs: not the command."""
    lines = [line for line in str(error).splitlines() if line.strip() and " --quiet " not in line]
    said = re.sub(r"\S*/cxsim_validation_\w+/", "", lines[0] if lines else "")
    return {"status": "unrun", "reason": f"{type(error).__name__}: {said}".rstrip(": ")}


def read(path=OUTCOMES):
    return json.loads(path.read_text()) if path.exists() else {}


def write(outcomes, path=OUTCOMES):
    path.parent.mkdir(exist_ok=True)
    path.write_text(as_text(outcomes) + "\n")


def as_text(value, indent=""):
    """JSON with sorted keys, and a list of plain values on one line."""
    deeper = indent + " "
    if isinstance(value, dict) and value:
        lines = [f"{deeper}{json.dumps(key)}: {as_text(value[key], deeper)}"
                 for key in sorted(value, key=in_order)]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        return "[\n" + ",\n".join(deeper + as_text(item, deeper) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def in_order(number):
    """Sorts 2 before 12, and facts before oracles."""
    letters = number.rstrip("0123456789")
    digits = number[len(letters):]
    return letters, int(digits) if digits else -1


def merged(outcomes, news, known):
    """The record with these entries in place of the old, and without experiments that are not `known` any
    more. All are {firm: {size: {fact: entry}}}."""
    whole = {firm: {size: {number: entry for number, entry in facts.items() if number in known}
                    for size, facts in sizes.items()} for firm, sizes in outcomes.items()}
    for firm, sizes in news.items():
        for size, facts in sizes.items():
            whole.setdefault(firm, {}).setdefault(size, {}).update(facts)
    return whole


def changes(outcomes, news):
    """Each status that is not what the record says, as a line."""
    return [f"{firm} firm, {size} size, {number}: {old['status']} -> {entry['status']}"
            for firm, sizes in news.items() for size, facts in sizes.items()
            for number, entry in facts.items()
            for old in [outcomes.get(firm, {}).get(size, {}).get(number)]
            if old and old["status"] != entry["status"]]
