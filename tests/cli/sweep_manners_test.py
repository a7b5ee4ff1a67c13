"""Manners of the verbs that sweep: small things that a user would stumble over."""

import json
import pathlib
import tempfile
import unittest

import xarray

from program import SOURCE, cxsim

WHAT_IF = SOURCE / "scenarios" / "02_what_if.toml"
SMALL = ["--people", "100", "--days", "60", "--replications", "2", "--threads", "1", "--set", "simulation.burn_in=0",
         "--set", "intervention.academy.start=0"]
STAGE, MARGIN = "company.maturity_stage", "money.margin"


class Manners(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def do(self, *words, status=0):
        done = cxsim(*words, folder=self.folder)
        self.assertEqual(status, done.returncode, done.stderr)
        return done

    def sweep(self, *words, status=0):
        done = self.do("sweep", WHAT_IF, *SMALL, *words, "-o", "s", status=status)
        if status == 2:
            self.assertFalse((self.folder / "s").exists())
        return done

    def points(self, text):
        (self.folder / "points.csv").write_text(text)
        return ["--points", "points.csv"]

    def test_measures_bring_what_they_are_means_of(self):
        for name in ("nps_true", "ces"):
            self.sweep("--vary", MARGIN + "=.3,.4", "--measures", name, "--extend")
            self.do("sensitivity", "s", "--outcome", "measure." + name)

    def test_summary_shows_what_a_sweep_of_few_measures_kept(self):
        self.sweep("--vary", MARGIN + "=.3,.4", "--measures", "review_stars")
        rows = json.loads(self.do("summary", "s/results.h5", "--json").stdout)["arms"]["trained"]["outcomes"]
        self.assertLessEqual({"profit", "review_stars"}, set(rows))

    def test_compare_of_a_sweep_is_refused_in_every_form(self):
        self.sweep("--vary", MARGIN + "=.3,.4")
        for words in (["--expect"], ["--explain", "trained"]):
            self.assertIn("this is a sweep", self.do("compare", "s/results.h5", *words, status=2).stderr)

    def test_summary_takes_the_folder(self):
        self.sweep("--vary", MARGIN + "=.3,.4")
        self.assertEqual(self.do("summary", "s/results.h5").stdout, self.do("summary", "s").stdout)

    def test_measures_leave_the_scenario_to_its_place(self):
        self.do("sweep", "--measures", "profit", WHAT_IF, *SMALL, "--vary", MARGIN + "=.3,.4", "-o", "s")

    def test_two_scales_or_two_numbers_of_levels_are_refused(self):
        for where in ("=1:6:int:log", "=1:6:2:3"):
            self.sweep("--vary", STAGE + where, status=2)

    def test_a_size_that_a_design_cannot_have_is_refused(self):
        self.assertIn("--size", self.sweep("--vary", STAGE + "=1:6:int", "-n", "3", status=2).stderr)
        self.sweep(*self.points(f"{STAGE}\n2\n"), "-n", "3", status=2)

    def test_gather_makes_no_folder(self):
        self.sweep("--vary", MARGIN + "=.3,.4", "--gather", status=2)

    def test_spaces_around_cells_are_no_part_of_them(self):
        self.sweep(*self.points(f"{STAGE}, {MARGIN}\n1, 0.3\n2, 0.4\n"))
        with xarray.open_dataset(self.folder / "s" / "results.h5") as results:
            self.assertEqual([.3, .4], list(results[MARGIN].values))

    def test_a_file_of_points_that_is_not_there_is_no_scenario(self):
        said = self.sweep("--points", "nothing.csv", status=2).stderr
        self.assertNotIn("scenario to read", said)
        self.assertNotIn(".toml", said)

    def test_a_wrong_value_is_told_with_its_line(self):
        self.assertIn("points.csv:3", self.sweep(*self.points(f"{MARGIN}\n.3\n3\n"), status=2).stderr)

    def test_export_takes_the_folder_and_writes_beside_its_results(self):
        self.sweep("--vary", MARGIN + "=.3,.4")
        self.do("export", "s", "--quiet")
        self.assertTrue((self.folder / "s" / "tables" / "design.csv").exists())

    def test_a_folder_does_not_hide_a_scenario_of_the_library(self):
        (self.folder / "02_what_if").mkdir()
        self.do("check", "02_what_if")

    def test_a_blank_cell_leaves_the_scenarios_own_value(self):
        self.sweep(*self.points(f"{MARGIN},{STAGE}\n.3,\n.4,5\n"))
        with xarray.open_dataset(self.folder / "s" / "results.h5") as results:
            self.assertEqual([3, 5], list(results[STAGE].values))

    def test_a_seed_of_the_draws_needs_draws(self):
        self.do("run", WHAT_IF, *SMALL, "--design-seed", "3", "-o", "u.h5", status=2)

    def test_another_currency_is_told_as_such(self):
        said = self.sweep("--vary", "simulation.currency=EUR,USD", status=2).stderr
        self.assertNotIn("--days", said)

    def test_flag_meanings_are_words(self):
        self.sweep("--vary", 'touchpoint.call.title="The line","A desk"')
        with xarray.open_dataset(self.folder / "s" / "results.h5") as results:
            self.assertEqual("The_line A_desk", results["touchpoint.call.title"].attrs["flag_meanings"])

    def test_ends_of_a_range_are_as_they_were_written(self):
        self.sweep("--vary", "market.expectation=.6234567:.7:2")
        with xarray.open_dataset(self.folder / "s" / "results.h5") as results:
            self.assertEqual(.6234567, results["market.expectation"].values[0])

    def test_vary_may_narrow_what_is_uncertain(self):
        unsure = self.folder / "unsure.toml"
        unsure.write_text(f'extends = {json.dumps(str(WHAT_IF))}\n[uncertainty]\nmoney.margin = '
                          '{distribution = "uniform", low = 0.1, high = 0.9}\n')
        self.do("sweep", unsure, *SMALL, "--uncertain", "--vary", MARGIN + "=.3,.4", "-n", "3", "-o", "s")
        with xarray.open_dataset(self.folder / "s" / "results.h5") as results:
            self.assertLessEqual(set(results[MARGIN].values), {.3, .4})

    def test_the_heads_of_columns_stand_over_them(self):
        self.sweep("--vary", STAGE + "=1:6:4")
        lines = self.do("summary", "s/results.h5").stdout.splitlines()
        head = next(line for line in lines if "parameters" in line)
        row = next(line for line in lines if "NPS, true" in line and "%" in line)
        end = row.index("%") if "%" in row else 0
        self.assertEqual(head.index("parameters") + len("parameters"), end + 1)

    def test_designs_that_are_no_sample_have_no_shares(self):
        self.sweep("--vary", STAGE + "=1:6", "--design", "oat")
        self.assertNotIn("Of this spread", self.do("sensitivity", "s").stdout)

    def test_what_is_incomplete_is_called_so(self):
        words = ["--vary", STAGE + "=1:4:int"]
        self.sweep(*words, "--shard", "1/3")
        self.sweep(*words, "--gather")
        self.assertIn("ncomplete", self.do("sensitivity", "s", "--incomplete").stdout)

    def test_ends_of_a_curve_lie_where_the_table_says(self):
        self.sweep("--vary", STAGE + "=1:6", "--design", "lhs", "-n", "400", "--measures", "review_stars", "--extend")
        told = json.loads(self.do("sensitivity", "s", "--outcome", "measure.review_stars", "--json").stdout)
        self.assertAlmostEqual(1 + 5 * .95, told["parameters"][0]["high"]["value"], delta=.02)


if __name__ == "__main__":
    unittest.main()
