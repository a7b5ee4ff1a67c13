"""The program from outside: verbs, exit statuses, streams, reruns, and Ctrl-C."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import BASE, FIRST_RUN, PROGRAM, cxsim  # noqa: E402

SMALL = ["--people", "400", "--days", "90", "--replications", "2"]


class InAFolder(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)

    def tearDown(self):
        self.scratch.cleanup()

    def run_small(self, *more):
        return cxsim("run", FIRST_RUN, *SMALL, *more, folder=self.folder)


class Run(InAFolder):
    def test_prints_the_table_and_where_the_results_are(self):
        done = self.run_small()
        self.assertEqual(done.returncode, 0, done.stderr)
        for words in ("active customers", "NPS, true", "NPS, measured", "churn", "Results: 01_first_run.h5"):
            self.assertIn(words, done.stdout)
        self.assertEqual(done.stderr, "", "progress is for terminals")
        self.assertTrue((self.folder / "01_first_run.h5").exists())
        self.assertFalse((self.folder / "01_first_run.h5.partial").exists())

    def test_a_result_file_reruns_to_the_same_bytes(self):
        self.run_small("-o", "one.h5", "--set", "company.promise=.85")
        done = cxsim("run", "one.h5", "-o", "two.h5", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.folder / "one.h5").read_bytes(), (self.folder / "two.h5").read_bytes())

    def test_a_rerun_without_a_name_leaves_its_original(self):
        self.run_small("-o", "one.h5")
        before = (self.folder / "one.h5").read_bytes()
        self.assertEqual(cxsim("run", "one.h5", folder=self.folder).returncode, 0)
        self.assertEqual((self.folder / "one.h5").read_bytes(), before)
        self.assertTrue((self.folder / "one.rerun.h5").exists())

    def test_the_settings_of_the_command_line_are_kept(self):
        self.run_small("--seed", "77", "-o", "one.h5")
        said = cxsim("check", "one.h5", "--resolved", folder=self.folder).stdout
        self.assertIn("seed = 77", said)

    def test_json_is_json_and_nothing_else(self):
        done = self.run_small("--json")
        outcomes = json.loads(done.stdout)
        churn = outcomes["arms"]["baseline"]["churn_rate"]
        self.assertTrue(0 < churn["p5"] <= churn["p50"] <= churn["p95"] < 1)
        again = json.loads(cxsim("summary", "01_first_run.h5", "--json", folder=self.folder).stdout)
        self.assertEqual(outcomes, again)

    def test_quiet_says_nothing_but_the_table(self):
        done = self.run_small("--quiet")
        self.assertEqual(done.stderr, "")
        self.assertNotIn("Results:", done.stdout)

    def test_an_output_that_cannot_be_written(self):
        done = self.run_small("-o", "no/such/folder/x.h5")
        self.assertEqual(done.returncode, 1)
        self.assertIn("what to do:", done.stderr)

    def test_a_large_run_is_announced(self):
        process = subprocess.Popen([PROGRAM, "run", FIRST_RUN, "--people", "9000000", "-o", "x.h5"],
                                   cwd=self.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.assertRegex(process.stderr.readline(), r"This will take about \d+ (minutes|seconds) and .* GB")
        process.kill()
        process.communicate()


class Interrupt(InAFolder):
    def test_what_was_finished_stays_and_is_refused(self):
        process = subprocess.Popen([PROGRAM, "run", FIRST_RUN, "--people", "2000", "--days", "720",
                                    "--replications", "500", "--threads", "1", "-o", "x.h5"],
                                   cwd=self.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        partial = self.folder / "x.h5.partial"
        for _ in range(600):
            if partial.exists() and partial.stat().st_size > 200_000:
                break
            time.sleep(.05)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, 130)
        self.assertRegex(said, r"Interrupted: \d+ finished runs")
        self.assertTrue(partial.exists())
        self.assertFalse((self.folder / "x.h5").exists())
        refused = cxsim("summary", partial)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("what to do:", refused.stderr)
        self.assertEqual(cxsim("summary", partial, "--incomplete").returncode, 0)


class OtherVerbs(InAFolder):
    def test_wrong_words_are_the_users(self):
        for words in ([], ["rum"], ["run"], ["run", BASE, "--people", "many"], ["run", BASE, "--threads", "0"]):
            with self.subTest(words=words):
                self.assertEqual(cxsim(*words).returncode, 2)

    def test_help_has_examples(self):
        for verb in ("run", "check", "map", "new", "scenarios", "reference", "summary", "diary"):
            done = cxsim(verb, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn("Examples:", done.stdout)

    def test_check_tells_that_all_is_well(self):
        done = cxsim("check", BASE)
        self.assertEqual(done.returncode, 0)
        self.assertIn("in order: 14 touchpoints, 6 journeys, 7 departments", done.stdout)

    def test_the_resolved_scenario_is_the_same_scenario(self):
        once = cxsim("check", BASE, "--resolved").stdout
        (self.folder / "resolved.toml").write_text(once)
        twice = cxsim("check", self.folder / "resolved.toml", "--resolved").stdout
        self.assertEqual(once, twice)

    def test_new_starts_a_scenario_that_runs(self):
        self.assertEqual(cxsim("new", "my_firm", folder=self.folder).returncode, 0)
        self.assertEqual(cxsim("run", "my_firm.toml", *SMALL, folder=self.folder).returncode, 0)
        self.assertEqual(cxsim("new", "my_firm", folder=self.folder).returncode, 2)

    def test_every_scenario_of_the_library_is_in_order(self):
        library = json.loads(cxsim("scenarios", "--json").stdout)
        self.assertGreaterEqual(len(library), 7)
        for scenario in library:
            with self.subTest(scenario["name"]):
                self.assertNotEqual(scenario["question"], "")
                self.assertEqual(cxsim("check", scenario["name"]).returncode, 0)

    def test_map_draws_every_journey(self):
        svg = cxsim("map", FIRST_RUN).stdout
        self.assertTrue(svg.lstrip().startswith("<"))
        self.assertIn("Installation", svg)
        self.assertIn("digraph", cxsim("map", FIRST_RUN, "--format", "dot").stdout)
        self.assertEqual(cxsim("map", FIRST_RUN, "--journey", "fixx").returncode, 2)

    def test_summary_refuses_what_is_no_result(self):
        for name, content in (("text.h5", b"hello"), ("empty.h5", b"")):
            (self.folder / name).write_bytes(content)
            done = cxsim("summary", name, folder=self.folder)
            self.assertEqual(done.returncode, 2)
            self.assertIn("what to do:", done.stderr)
        self.assertEqual(cxsim("summary", "nothing.h5", folder=self.folder).returncode, 2)

    def test_a_closed_pipe_is_a_failure(self):
        done = subprocess.run(f"'{PROGRAM}' reference > /dev/full", shell=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)

    def test_diary_asks_for_somebody_who_exists(self):
        done = cxsim("diary", FIRST_RUN, "--person", "99999999")
        self.assertEqual(done.returncode, 2)
        self.assertIn("0 to 9999", done.stderr)
        self.assertEqual(cxsim("diary", FIRST_RUN, "--person", "1", "--arm", "basline").returncode, 2)


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    unittest.main()
