"""A sweep that is killed, or finds the disk full or read-only, goes on where it stopped: same bytes."""

import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import tempfile
import time
import unittest

from program import FIRST_RUN, PROGRAM

KILLS = 30
SWEEP = ["sweep", str(FIRST_RUN), "--people", "400", "--days", "90", "--replications", "2",
         "--vary", "company.maturity_stage=1:6", "--vary", "customer.preference.quality=0.5:2:log",
         "--design", "sobol", "-n", "160", "--threads", "2"]
KEPT_BEFORE = re.compile(r"(\d+) runs? had been made before")


def sweep(folder, *words, **more):
    """Runs the sweep to its end; returns the finished process."""
    return subprocess.run([PROGRAM, *SWEEP, "-o", folder, *words], capture_output=True, text=True,
                          timeout=300, stdin=subprocess.DEVNULL, check=False, **more)


def kept_in(folder):
    """How many runs the journals hold, by what the next process says without making any."""
    said = sweep(folder, "--gather").stdout
    assert "What there is so far" in said or "Results:" in said, said
    import h5py  # pylint: disable=import-outside-toplevel
    path = pathlib.Path(folder) / "results.h5"
    partial = pathlib.Path(folder) / "results.h5.partial"
    with h5py.File(path if path.exists() else partial) as results:
        profit = results["profit"][:, 0, :, 0]
        return int((profit == profit).sum())


def can_mount():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", folder],
                              capture_output=True, check=False)
        if done.returncode == 0:
            subprocess.run(["umount", folder], check=True)
        return done.returncode == 0


class Clean(unittest.TestCase):
    """Every test here compares with the bytes of one clean run."""

    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.clean = pathlib.Path(cls.scratch.name) / "clean"
        done = sweep(cls.clean)
        assert done.returncode == 0, done.stderr
        cls.bytes = (cls.clean / "results.h5").read_bytes()

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def folder(self):
        return pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name)) / "sweep"

    def assert_same_as_clean(self, folder):
        self.assertEqual(self.bytes, (folder / "results.h5").read_bytes())


class Kills(Clean):
    def test_thirty_kills_over_several_shards_change_no_byte(self):
        luck = random.Random(20261122)
        folder = self.folder()
        splits = ["1/1", "1/3", "2/3", "3/3", "4/7", "2/2"]
        killed_in_work = 0
        for kill in range(KILLS):
            split = splits[kill % len(splits)]
            process = subprocess.Popen([PROGRAM, *SWEEP, "-o", folder, "--shard", split, "--resume"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(luck.uniform(.005, .06))
            killed_in_work += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.assertGreater(killed_in_work, KILLS // 2)
        for split in ["1/3", "3/3", "2/3"]:
            done = sweep(folder, "--shard", split, "--resume")
            self.assertEqual(0, done.returncode, done.stderr)
        self.assert_same_as_clean(folder)

    def test_a_kill_loses_only_runs_in_flight(self):
        folder = self.folder()
        kept = 0
        for _ in range(6):
            process = subprocess.Popen([PROGRAM, *SWEEP, "-o", folder, "--resume"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(.1)
            process.kill()
            process.wait()
            if not (folder / "sweep.toml").exists():
                continue
            now = kept_in(folder)
            self.assertGreaterEqual(now, kept)
            kept = now
        done = sweep(folder, "--resume")
        self.assertEqual(0, done.returncode, done.stderr)
        said = KEPT_BEFORE.search(done.stderr)
        self.assertEqual(kept, int(said.group(1)) if said else 0)
        self.assert_same_as_clean(folder)

    def test_a_kill_while_results_are_gathered(self):
        folder = self.folder()
        self.assertEqual(0, sweep(folder).returncode)
        for pause in [.01, .03, .05, .08]:
            (folder / "results.h5").unlink(missing_ok=True)
            process = subprocess.Popen([PROGRAM, *SWEEP, "-o", folder, "--resume"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(pause)
            process.kill()
            process.wait()
        self.assertEqual(0, sweep(folder, "--resume").returncode)
        self.assert_same_as_clean(folder)

    def test_an_interrupted_sweep_says_how_to_go_on(self):
        folder = self.folder()
        longer = ["4000" if word == "160" else word for word in SWEEP]
        process = subprocess.Popen([PROGRAM, *longer, "-o", folder], text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while process.poll() is None and not list(folder.glob("runs/*.runs")):
            time.sleep(.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        self.assertEqual(130, process.returncode)
        self.assertIn("--resume", said)


class Disks(Clean):
    def assert_told(self, done, word):
        self.assertEqual(1, done.returncode, done.stderr)
        self.assertIn(word, done.stderr)
        self.assertIn("--resume", done.stderr)

    @unittest.skipUnless(can_mount(), "a small disk cannot be mounted here: it takes root's rights")
    def test_a_full_disk_is_told_and_gone_on_from(self):
        for size in ["100k", "300k"]:  # full while runs are kept, and while they are gathered
            with self.subTest(size=size):
                self.fill(size)

    def fill(self, size):
        place = pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name))
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], check=True)
        try:
            folder = place / "sweep"
            self.assert_told(sweep(folder), "No space left on device")
            self.assertFalse((folder / "results.h5").exists())
            subprocess.run(["mount", "-o", "remount,size=200m", place], check=True)
            done = sweep(folder, "--resume")
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertRegex(done.stderr, KEPT_BEFORE)
            self.assert_same_as_clean(folder)
        finally:
            subprocess.run(["umount", place], check=True)

    def test_a_limit_on_file_sizes_is_told_and_gone_on_from(self):
        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))

        folder = self.folder()
        self.assert_told(sweep(folder, preexec_fn=limited), "File too large")
        done = sweep(folder, "--resume")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(done.stderr, KEPT_BEFORE)
        self.assert_same_as_clean(folder)

    @unittest.skipUnless(can_mount(), "a disk cannot be made read-only here: it takes root's rights")
    def test_a_read_only_folder_is_told_and_gone_on_from(self):
        place = pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name))
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "none", place], check=True)
        try:
            folder = place / "sweep"
            self.assertEqual(0, sweep(folder, "--shard", "1/2").returncode)
            subprocess.run(["mount", "-o", "remount,ro", place], check=True)
            done = sweep(folder, "--resume")
            self.assertIn(done.returncode, (1, 2))
            self.assertIn("Read-only file system", done.stderr)
            subprocess.run(["mount", "-o", "remount,rw", place], check=True)
            self.assertEqual(0, sweep(folder, "--resume").returncode)
            self.assert_same_as_clean(folder)
        finally:
            subprocess.run(["umount", place], check=True)

    @unittest.skipIf(os.geteuid() == 0, "root may write where others may not")
    def test_a_folder_without_the_right_to_write_is_told(self):
        place = pathlib.Path(tempfile.mkdtemp(dir=self.scratch.name))
        place.chmod(0o500)
        done = sweep(place / "sweep")
        self.assertEqual(2, done.returncode)
        self.assertIn("Permission denied", done.stderr)


if __name__ == "__main__":
    unittest.main()
