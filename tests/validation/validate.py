"""Runs every experiment, keeps what they gave, and writes the pages that tell of it."""

import argparse
import os
import subprocess
import sys

from facts import FACTS
from lab import record
from lab.runs import FIRMS, ROOT
from lab.schedule import jobs_of, run_jobs
from oracles import ORACLES
from page import pages

EXPERIMENTS = [*FACTS, *ORACLES]
PROGRAM = os.environ.get("CXSIM", str(ROOT / "build" / "release" / "cxsim"))


def asked():
    parser = argparse.ArgumentParser(prog="./dev validate", description=__doc__)
    parser.add_argument("--only", metavar="1,12,O2", help="only these; the record keeps the rest")
    parser.add_argument("--firm", choices=[*FIRMS, "both"], default="both")
    parser.add_argument("--small", action="store_true", help="only the small form, which the tests run")
    parser.add_argument("--workers", type=int, default=2, help="processes at once")
    parser.add_argument("--accept", action="store_true", help="write even where a status has changed")
    parser.add_argument("--pages", action="store_true", help="run nothing: write the pages from the record")
    parser.add_argument("--screen", action="store_true", help="find which assumptions carry which fact: an hour or more; "
                        "--trajectories N, --minutes N")
    options, options.for_screening = parser.parse_known_args()
    if options.for_screening and not options.screen:
        parser.error(f"what is {' '.join(options.for_screening)}?")
    return options


def chosen(only):
    numbers = [experiment.number for experiment in EXPERIMENTS]
    wanted = [word.strip() for word in only.split(",")] if only else numbers
    strangers = sorted(set(wanted) - set(numbers))
    if strangers:
        sys.exit(f"validate: there is no fact or oracle {', '.join(strangers)}")
    return [experiment for experiment in EXPERIMENTS if experiment.number in wanted]


def firms(asked_for):
    there = [firm for firm, base in FIRMS.items() if (ROOT / "scenarios" / "bases" / base).exists()]
    return [firm for firm in there if asked_for in (firm, "both")]


def all_jobs(experiments, options):
    """Oracles are about the program, so one firm is enough for them."""
    facts = [experiment for experiment in experiments if experiment in FACTS]
    sizes = ["small"] if options.small else ["full", "small"]
    return [job for size in sizes for firm in firms(options.firm)
            for job in jobs_of(experiments if firm == "reference" else facts, firm, size)]


def print_table(entries, seconds):
    print(f"{'firm':<10} {'size':<6} {'fact':<5} {'status':<15} {'seconds':>7}")
    for (firm, size, number), took in seconds.items():
        entry = entries[firm][size][number]
        print(f"{firm:<10} {size:<6} {number:<5} {entry['status']:<15} {took:7.1f}")
        if entry["status"] == "unrun":
            print(f"{'':<24}{entry['reason']}")
        for check in entry.get("checks", []):
            if not check["holds"]:
                print(f"{'':<24}{'control ' if check['control'] else ''}{check['name']}: {check['value']} "
                      f"is not in {check['band']}")


def write_pages(outcomes):
    for path in pages.write(pages.pages(FACTS, ORACLES, outcomes, record.read(record.SCREENING), PROGRAM)):
        print(f"wrote {path}", file=sys.stderr)


def main():
    options = asked()
    if options.screen:
        screening = str(record.FOLDER.parent / "screening.py")
        return subprocess.run([sys.executable, "-B", screening, *options.for_screening], check=False).returncode
    known = record.read()
    if options.pages:
        write_pages(known)
        return 0
    experiments = chosen(options.only)
    entries, seconds = run_jobs(experiments, all_jobs(experiments, options), options.workers, PROGRAM)
    print_table(entries, seconds)
    changed = record.changes(known, entries)
    print("\n".join(["", "Not what the record says:", *changed] if changed else []))
    if changed and not options.accept:
        print("Nothing was written. If this is how it should be: ./dev validate --accept")
        return 1
    whole = record.merged(known, entries, [one.number for one in EXPERIMENTS])
    record.write(whole)
    write_pages(whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
