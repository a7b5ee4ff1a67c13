"""docs/cluster/sweep.sbatch on a real Slurm of one machine: four tasks, one of them requeued in the middle of its
work, give the bytes of one process. Skipped where no Slurm can run."""

import pathlib
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sharding import FIRST_RUN, SWEEP, faltering, whole, with_top  # noqa: E402
from slurm_of_one import Slurm, Unavailable  # noqa: E402

TASKS = 4
UNTIL_FROZEN = 15
UNTIL_DONE = 30

# It lies still until Slurm takes it away, or the test is over without that.
FREEZE = "kill -STOP $!; touch {mark}; sleep 60; kill -KILL $!"


class SweepOnSlurm(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.slurm = Slurm(self.folder / "slurm", cores=TASKS)
        self.addCleanup(self.slurm.stop)
        try:
            self.slurm.start()
        except Unavailable as why:
            print(f"skipped: no Slurm on this machine: {why}", flush=True)
            self.skipTest(str(why))

    def submit(self, program):
        script = self.folder / "sweep.sbatch"
        script.write_text(with_top("sweep.sbatch", cxsim=program, scenario=FIRST_RUN,
                                   folder=self.folder / "sharded", sweep=SWEEP))
        return self.slurm.call("sbatch", "--parsable", f"--array=1-{TASKS}", "--cpus-per-task=1",
                               "--mem-per-cpu=0", "--chdir", self.folder, script)

    def wait_for(self, what, seconds, is_so):
        end = time.monotonic() + seconds
        while not is_so():
            self.assertLess(time.monotonic(), end, f"{what}: not within {seconds} s\n{self.logs()}")
            time.sleep(.1)

    def logs(self):
        return "\n".join(log.name + "\n" + log.read_text() for log in sorted(self.folder.glob("*.log")))

    def test_a_requeued_task_goes_on_and_the_bytes_are_those_of_one_process(self):
        program, frozen = faltering(self.folder, self.folder / "sharded", f"2/{TASKS}", catch=FREEZE)
        job = self.submit(program)
        self.wait_for("shard 2 frozen", UNTIL_FROZEN, frozen.exists)
        self.assertFalse((self.folder / "sharded" / "results.h5").exists())
        self.slurm.call("scontrol", "requeue", f"{job}_2")
        self.wait_for("an empty queue", UNTIL_DONE, lambda: self.slurm.call("squeue", "--noheader") == "")

        sharded = self.folder / "sharded" / "results.h5"
        self.assertTrue(sharded.exists(), self.logs())
        log = (self.folder / f"sweep-{job}_2.log").read_text()
        self.assertIn("DUE TO JOB REQUEUE", log)
        self.assertRegex(log, r"[1-9]\d* runs? had been made before")
        self.assertEqual(sharded.read_bytes(), whole(self.folder / "whole"))


if __name__ == "__main__":
    unittest.main()
