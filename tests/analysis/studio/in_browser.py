"""Runs the scripts of browser/ with node, and counts what they say."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
PROGRAM = pathlib.Path(os.environ["CXSIM"])
SCRIPTS = pathlib.Path(__file__).parent / "browser"
PAGE_SOURCE = SOURCE / "analysis" / "studio" / "page"
PATIENCE = 800  # seconds
counts = {"pass": 0, "fail": 0}


def missing_tools():
    """What building and testing the page takes and is not there, with how to get it."""
    if shutil.which("node") is None:
        return "node is missing: apt-get install nodejs npm"
    if not (PAGE_SOURCE / "node_modules" / "playwright-core").is_dir():
        return "the page's packages are missing: ./dev page installs them"
    return ""


def missing_browser():
    page = pathlib.Path(os.environ.get("CXSIM_PAGE") or PROGRAM.parent / "page")
    if not pathlib.Path(os.environ.get("CHROMIUM", "/usr/bin/chromium")).exists():
        return "chromium is missing: apt-get install chromium"
    if not (page / "index.html").exists():
        return f"there is no built page in {page}: ./dev page builds it"
    return ""


def skip_without(case, *missing):
    for what in filter(None, missing):
        print(f"skipped: {what}", flush=True)
        case.skipTest(what)


def run_script(name, made):
    """One script in a node of its own; its tests are counted, its output is shown."""
    screenshots = os.environ.get("SCREENSHOTS", PROGRAM.parent / "page-screenshots")
    done = subprocess.run(
        ["node", "--test-reporter=spec", SCRIPTS / name], cwd=made, text=True, check=False,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE,
        env={**os.environ, "MADE": made, "SCREENSHOTS": str(screenshots), "NO_COLOR": "1"})
    print(f"{name}\n{done.stdout}", flush=True)
    told = dict(re.findall(r"^\S+ (pass|fail|cancelled|skipped) (\d+)$", done.stdout, re.MULTILINE))
    counts["pass"] += int(told.get("pass", 0))
    counts["fail"] += sum(int(told.get(how, 0)) for how in ("fail", "cancelled", "skipped"))
    return done.returncode


class Scripts(unittest.TestCase):
    """The scripts of a class run one after the other and share the reports that they make."""

    scripts: list = []

    def test_scripts(self):
        skip_without(self, missing_tools(), missing_browser())
        with tempfile.TemporaryDirectory(prefix="cxsim-page-") as made:
            for name in self.scripts:
                with self.subTest(name):
                    self.assertEqual(run_script(name, made), 0, f"{name} fails: its output is above")


def main():
    """Ends with how many tests of the scripts passed and failed."""
    done = unittest.main(module="__main__", exit=False, verbosity=0)
    print(f"{counts['pass']} passed, {counts['fail']} failed")
    sys.exit(0 if done.result.wasSuccessful() else 1)
