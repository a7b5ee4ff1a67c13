"""Golden diaries: lives worth reading stay as they are until somebody looks at the difference.

    /usr/bin/python3 tests/golden/diary_test.py --update    writes them anew (set CXSIM, SOURCE_DIR)
"""

import difflib
import os
import pathlib
import subprocess
import sys
import unittest

PROGRAM = os.environ["CXSIM"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
GOLDEN = SOURCE / "tests" / "golden" / "diaries"
FIRST_RUN = SOURCE / "scenarios" / "01_first_run.toml"
LOUD = ["--set", "company.promise=0.95", "--set", "company.claim=0.9"]

# Life, who lives it, and words without which the story would not be told.
LIVES = {}


def life(name, person, words, *more):
    LIVES[name] = (person, words, more)


def tell(name):
    person, _, more = LIVES[name]
    return subprocess.run([PROGRAM, "diary", FIRST_RUN, "--person", str(person), "--quiet", *more],
                          capture_output=True, text=True, check=True).stdout


class Diaries(unittest.TestCase):
    maxDiff = None

    def test_lives_are_as_they_were(self):
        for name, (_, words, _) in LIVES.items():
            with self.subTest(name):
                golden = (GOLDEN / (name + ".txt")).read_text()
                told = tell(name)
                difference = "\n".join(difflib.unified_diff(golden.splitlines(), told.splitlines(), lineterm=""))
                self.assertEqual(golden, told, difference)
                flat = " ".join(told.split())
                for word in words:
                    self.assertIn(word, flat)


life("silent_leaver", 121, ["left without a complaint", "The main cause: dissatisfaction", "a base of 16%",
                            "net preference", "remembered satisfaction", "never complained"])
life("hostile_leaver", 694, ["hostile", "The main cause: hostility", "for hostility", "net preference"], *LOUD)
life("won_back", 1076, ["left and came back", "They came back and bought", "The main cause"])
life("stayed_in_spite", 52, ["stayed in spite of failures", "it failed", "It stayed unresolved"])

if __name__ == "__main__":
    if "--update" in sys.argv:
        for one in LIVES:
            (GOLDEN / (one + ".txt")).write_text(tell(one))
    else:
        unittest.main()
