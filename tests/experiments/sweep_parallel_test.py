"""docs/cluster/sweep.parallel.sh: five shards, two at a time, one of them killed in the middle of its work and tried
again, give the bytes of one process. Skipped where GNU parallel is not installed."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sharding import FIRST_RUN, SWEEP, faltering, whole, with_top  # noqa: E402

SHARDS = 5

# As the kernel does when memory runs out: without a word, and the whole try with it.
KILL = "touch {mark}; kill -KILL $! $$"


def is_gnu(program):
    said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10, check=False).stdout
    return said.startswith("GNU parallel")


class SweepByParallel(unittest.TestCase):
    def setUp(self):
        parallel = shutil.which("parallel")
        if parallel is None or not is_gnu(parallel):
            print("skipped: not installed: parallel (GNU)", flush=True)
            self.skipTest("GNU parallel is not installed")
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        # Where parallel keeps its notes, among them that its citation notice was read.
        (self.folder / "parallel").mkdir()
        (self.folder / "parallel" / "will-cite").touch()

    def sweep(self, program):
        script = self.folder / "sweep.sh"
        script.write_text(with_top("sweep.parallel.sh", cxsim=program, scenario=FIRST_RUN, sweep=SWEEP,
                                   folder="sharded", shards=SHARDS, at_once=2, threads=1))
        return subprocess.run(["bash", script], cwd=self.folder, capture_output=True, text=True, timeout=80,
                              stdin=subprocess.DEVNULL, check=False,
                              env={**os.environ, "PARALLEL_HOME": str(self.folder / "parallel")})

    def logged(self):
        """The shards in the job log, in the order of their ends, each with its exit status and signal."""
        lines = (self.folder / "sharded.joblog").read_text().splitlines()[1:]
        return [(line.split("--shard ")[1].split("/")[0], *line.split("\t")[6:8]) for line in lines]

    def test_a_killed_shard_is_tried_again_and_the_bytes_are_those_of_one_process(self):
        program, killed = faltering(self.folder, self.folder / "sharded", f"3/{SHARDS}", catch=KILL)
        done = self.sweep(program)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(killed.exists())
        self.assertEqual(sorted(self.logged()), [(str(shard), "0", "0") for shard in range(1, SHARDS + 1)])
        self.assertEqual((self.folder / "sharded" / "results.h5").read_bytes(), whole(self.folder / "whole"))

    def test_a_shard_that_never_succeeds_is_told_and_the_next_start_begins_with_it(self):
        program, mended = faltering(self.folder, self.folder / "sharded", f"3/{SHARDS}", "kill -KILL $!; exit 1")
        self.assertNotEqual(self.sweep(program).returncode, 0)
        before = self.logged()
        self.assertIn(("3", "1", "0"), before)
        self.assertFalse((self.folder / "sharded" / "results.h5").exists())

        mended.touch()
        done = self.sweep(program)
        self.assertEqual(done.returncode, 0, done.stderr)
        again = {shard for shard, *_ in self.logged()[len(before):]}
        self.assertEqual(again, {str(shard) for shard in range(1, SHARDS + 1)} -
                         {shard for shard, status, _ in before if status == "0"})
        self.assertEqual((self.folder / "sharded" / "results.h5").read_bytes(), whole(self.folder / "whole"))


if __name__ == "__main__":
    unittest.main()
