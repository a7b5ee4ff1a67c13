"""The same run on any threads, in chunks of any size, over any lanes writes the same bytes, arms and all."""

import hashlib
import itertools
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["CXSIM"]
FIRST_RUN = os.path.join(os.environ["SOURCE_DIR"], "scenarios", "01_first_run.toml")
WHAT_IF = os.path.join(os.environ["SOURCE_DIR"], "tests", "determinism", "what_if.toml")
CONFINED = os.path.join(os.environ["SOURCE_DIR"], "tests", "determinism", "confined.toml")
EVERY_KIND = os.path.join(os.environ["SOURCE_DIR"], "scenarios", "library", "reference", "every_kind.toml")


def run(scenario, path, *options):
    """The status of a run that writes to `path`."""
    command = [PROGRAM, "run", scenario, "-o", path, "--quiet", *map(str, options)]
    return subprocess.run(command, capture_output=True).returncode


def lanes_here():
    """The kinds of lanes that this program and this processor have."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "any.h5")
        statuses = {kind: run(FIRST_RUN, path, "--people", 10, "--days", 30, "--replications", 1, "--lanes", kind)
                    for kind in ("scalar", "sse4", "avx2", "avx512")}
    return [kind for kind, status in statuses.items() if status == 0], statuses


class SameBytes(unittest.TestCase):
    def expect_one_file(self, scenario, options, ways):
        """Runs the scenario in every way (lanes, threads, chunk size) and compares whole files."""
        hashes = {}
        with tempfile.TemporaryDirectory() as folder:
            for lanes, threads, chunk in ways:
                path = pathlib.Path(folder, f"{lanes}_{threads}_{chunk}.h5")
                status = run(scenario, path, *options, "--lanes", lanes, "--threads", threads, "--chunk-size", chunk)
                self.assertEqual(status, 0, (lanes, threads, chunk))
                hashes[lanes, threads, chunk] = hashlib.sha256(path.read_bytes()).hexdigest()
        self.assertGreater(len(hashes), 1)
        self.assertEqual(len(set(hashes.values())), 1, hashes)

    def test_lanes_that_are_not_there_are_refused(self):
        found, statuses = lanes_here()
        self.assertIn("scalar", found)
        self.assertEqual({kind for kind, status in statuses.items() if status not in (0, 2)}, set(), statuses)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "any.h5")
            self.assertEqual(run(FIRST_RUN, path, "--lanes", "abacus"), 2)
            self.assertFalse(path.exists())

    def test_lanes_change_nothing(self):
        self.expect_one_file(FIRST_RUN, ["--people", 3000, "--days", 240, "--replications", 2],
                             itertools.product(lanes_here()[0], (1, 2), (7, 97, 4096)))

    def test_lanes_change_no_arm(self):
        self.expect_one_file(WHAT_IF, ["--people", 2000, "--days", 120, "--replications", 2],
                             itertools.product(lanes_here()[0], (1, 4), (61, 4096)))

    def test_lanes_change_nothing_that_only_some_meet(self):
        self.expect_one_file(CONFINED, [], itertools.product(lanes_here()[0], (1, 2, 4), (1, 61, 4096)))

    def test_lanes_change_no_kind_of_intervention(self):
        self.expect_one_file(EVERY_KIND, ["--people", 600, "--days", 360, "--replications", 1],
                             itertools.product(lanes_here()[0], (1, 2), (97, 4096)))

    def test_threads_and_chunks_change_nothing(self):
        hashes = {}
        with tempfile.TemporaryDirectory() as folder:
            for threads in (1, 2, 4):
                for chunk in (61, 1000, 4096):
                    path = pathlib.Path(folder, f"{threads}_{chunk}.h5")
                    subprocess.run([PROGRAM, "run", FIRST_RUN, "--people", "5000", "--days", "240",
                                    "--replications", "3", "--threads", str(threads), "--chunk-size",
                                    str(chunk), "-o", path, "--quiet"], check=True, capture_output=True)
                    hashes[threads, chunk] = hashlib.sha256(path.read_bytes()).hexdigest()
        self.assertEqual(len(set(hashes.values())), 1, hashes)

    def test_threads_and_chunks_change_no_arm(self):
        hashes = {}
        with tempfile.TemporaryDirectory() as folder:
            for threads, chunk in ((1, 4096), (1, 61), (2, 61), (4, 1000)):
                path = pathlib.Path(folder, f"{threads}_{chunk}.h5")
                subprocess.run([PROGRAM, "run", WHAT_IF, "--people", "2000", "--days", "120",
                                "--replications", "3", "--threads", str(threads), "--chunk-size",
                                str(chunk), "-o", path, "--quiet"], check=True, capture_output=True)
                hashes[threads, chunk] = hashlib.sha256(path.read_bytes()).hexdigest()
        self.assertEqual(len(set(hashes.values())), 1, hashes)

    def test_where_a_run_until_width_ends_is_no_question_of_time(self):
        def until(path, *more):
            subprocess.run([PROGRAM, "run", WHAT_IF, "--people", "300", "--days", "90", "--until-width", "2",
                            "--outcome", "nps_true", "-o", path, "--quiet", *more],
                           check=True, capture_output=True)
            return path

        def outcomes(path):
            return subprocess.run([PROGRAM, "summary", path, "--json"], check=True, capture_output=True).stdout

        with tempfile.TemporaryDirectory() as folder:
            one, many = (until(pathlib.Path(folder, f"{n}.h5"), "--threads", n) for n in ("1", "4"))
            self.assertEqual(one.read_bytes(), many.read_bytes())
            found = json.loads(outcomes(one))
            self.assertGreater(found["replications"], 10, "more than the first look")
            again = pathlib.Path(folder, "again.h5")
            subprocess.run([PROGRAM, "run", one, "-o", again, "--quiet"], check=True, capture_output=True)
            self.assertEqual(json.loads(outcomes(again)), found)
            plain = pathlib.Path(folder, "plain.h5")
            subprocess.run([PROGRAM, "run", WHAT_IF, "--people", "300", "--days", "90", "--replications",
                            str(found["replications"]), "-o", plain, "--quiet"], check=True, capture_output=True)
            self.assertEqual(json.loads(outcomes(plain)), found, "as if the number had been known")

    def test_another_seed_changes_the_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            contents = set()
            for seed in ("1", "2"):
                path = pathlib.Path(folder, seed + ".h5")
                subprocess.run([PROGRAM, "run", FIRST_RUN, "--people", "500", "--days", "60", "--seed", seed,
                                "-o", path, "--quiet"], check=True, capture_output=True)
                contents.add(path.read_bytes())
            self.assertEqual(len(contents), 2)


if __name__ == "__main__":
    unittest.main()
