"""Every scenario of the library shows what it promises, at its own size, and promises something."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["CXSIM"]
SCENARIOS = pathlib.Path(os.environ["SOURCE_DIR"], "scenarios")
LIBRARY = sorted((SCENARIOS / "library").glob("*.toml"))
SIZES = sorted((SCENARIOS / "library" / "reference").glob("*_sizes.toml"))


def cxsim(*words):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)


class Library(unittest.TestCase):
    maxDiff = None

    def test_has_its_fourteen_lessons(self):
        self.assertEqual([f"{n:02}" for n in range(1, 15)], [path.name[:2] for path in LIBRARY])

    def test_lessons_are_on_firms_of_their_own(self):
        firms = {re.search(r'extends = "\.\./bases/(\w+)\.toml"', path.read_text()).group(1) for path in LIBRARY}
        self.assertEqual(13, len(firms), firms)

    def test_every_lesson_says_what_it_is_about(self):
        for path in LIBRARY:
            about = path.read_text().split("[about]")[1].split("\n[")[0]
            for key in ("title", "question", "concept", "look_for", "weakness"):
                with self.subTest(scenario=path.name, key=key):
                    self.assertRegex(about, rf'(?m)^{key} = ".{{10,}}"')


def promise(path):
    def test(self):
        with tempfile.TemporaryDirectory() as folder:
            results = pathlib.Path(folder, "results.h5")
            ran = cxsim("run", path, "-o", results, "--quiet")
            self.assertEqual(0, ran.returncode, ran.stderr)
            said = cxsim("compare", results, "--expect", "--json")
            told = cxsim("compare", results, "--expect").stdout
            checked = json.loads(said.stdout)
            self.assertGreaterEqual(len(checked), 1, "it promises nothing")
            self.assertEqual(0, said.returncode, told)
            self.assertEqual({"holds"}, {one["verdict"] for one in checked.values()}, told)
    return test


for scenario in LIBRARY + SIZES:
    setattr(Library, f"test_{scenario.stem}_shows_what_it_promises", promise(scenario))

if __name__ == "__main__":
    unittest.main()
