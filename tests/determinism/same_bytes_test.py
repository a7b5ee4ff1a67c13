"""The same run on any number of threads with any chunk size writes the same bytes, arms and all."""

import hashlib
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["CXSIM"]
FIRST_RUN = os.path.join(os.environ["SOURCE_DIR"], "scenarios", "01_first_run.toml")
WHAT_IF = os.path.join(os.environ["SOURCE_DIR"], "tests", "determinism", "what_if.toml")


class SameBytes(unittest.TestCase):
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
