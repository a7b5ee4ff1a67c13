"""A run logs the contacts and the lives of those who are asked for, and neither log changes the other or the run."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import h5py

PROGRAM = os.environ["CXSIM"]
FIRST_RUN = pathlib.Path(os.environ["SOURCE_DIR"], "scenarios", "01_first_run.toml")
CONTACTS, LIVES = "record.contacts=5", "record.life_events=40"
KINDS = 'record.life_event_kinds=["close", "left"]'


class Logs(unittest.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.folder = pathlib.Path(home.name)

    def run_with(self, name, *settings):
        path = self.folder / name
        words = [word for setting in settings for word in ("--set", setting)]
        subprocess.run([PROGRAM, "run", FIRST_RUN, "--people", "200", "--days", "360", "--replications", "1", "--quiet",
                        "-o", path, *words], check=True, capture_output=True, stdin=subprocess.DEVNULL)
        file = h5py.File(path, "r")
        self.addCleanup(file.close)
        return file

    def columns(self, file, group):
        return {name: column[...].tobytes() for name, column in file[group].items() if name != "event"}

    def test_each_log_holds_its_own_people_and_kinds(self):
        both = self.run_with("both.h5", CONTACTS, LIVES, KINDS)
        names = both["life_events/kind"].attrs["flag_meanings"].split()
        self.assertLessEqual({names[kind] for kind in both["life_events/kind"][...]}, {"close", "left"})
        self.assertLessEqual(len(set(both["contacts/person"][...])), 5)
        self.assertGreater(len(set(both["life_events/person"][...])), 5)
        self.assertGreater(len(both["contacts/day"]), 0)

    def test_one_log_does_not_change_the_other_nor_the_run(self):
        both = self.run_with("both.h5", CONTACTS, LIVES, KINDS)
        contacts = self.run_with("contacts.h5", CONTACTS)
        lives = self.run_with("lives.h5", LIVES, KINDS)
        none = self.run_with("none.h5")
        self.assertEqual(self.columns(both, "contacts"), self.columns(contacts, "contacts"))
        self.assertEqual(self.columns(both, "life_events"), self.columns(lives, "life_events"))
        for measure in ("revenue", "active_customers", "wom_negative"):
            self.assertEqual(both[measure][...].tobytes(), none[measure][...].tobytes())


if __name__ == "__main__":
    unittest.main()
