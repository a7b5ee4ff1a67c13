"""cxsim sweep from outside: which points each design runs, that a point is what cxsim run gives there, the folder, and
what is refused."""

import itertools
import json
import pathlib
import re
import sys
import tempfile
import unittest

import h5py
import numpy
import xarray

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import PROGRAM, SOURCE, cxsim  # noqa: E402

WHAT_IF = SOURCE / "scenarios" / "02_what_if.toml"
SMALL = ["--people", "200", "--days", "60", "--replications", "2", "--threads", "1", "--set", "simulation.burn_in=30",
         "--set", "intervention.academy.start=0"]
SAME_FOR_ALL = {"place_in_unit_cube", "months", "discount_rate", "action_day"}
HEARD, STAGE, MARGIN = "customer.word_of_mouth.heard_rate", "company.maturity_stage", "money.margin"
TWO = ["--vary", HEARD + "=0.02:0.5:log", "--vary", STAGE + "=1:6"]
FEW = ["--replications", "1", "--measures", "profit"]
VALUE_AT = dict(zip((HEARD, STAGE), (lambda u: .02 * 25 ** u, lambda u: 1 + 5 * u)))


def small(*words):
    """These words, and those of SMALL whose option is not among them: an option may be given once."""
    usual = [pair for pair in zip(SMALL[::2], SMALL[1::2]) if pair[0] == "--set" or pair[0] not in words]
    return [*itertools.chain(*usual), *words]


def measures_of(results):
    """The monthly measures: everything by point, arm, replication and month."""
    return [name for name in results.data_vars if name not in SAME_FOR_ALL]


def uncertain_scenario(folder, *more):
    """A scenario file that says what it is not sure of."""
    path = pathlib.Path(folder) / "unsure.toml"
    path.write_text("\n".join([f"extends = {json.dumps(str(WHAT_IF))}", "[uncertainty]", *more, ""]))
    return path


class Sweeping(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def sweep(self, *words, into="s", scenario=WHAT_IF, status=0):
        done = cxsim("sweep", scenario, *small(*words), "-o", into, folder=self.folder)
        self.assertEqual(status, done.returncode, done.stderr)
        return done

    def results(self, into="s"):
        results = xarray.open_dataset(self.folder / into / "results.h5").load()
        results.close()
        return results

    def swept(self, *words, **more):
        self.sweep(*words, "--quiet", **more)
        return self.results(more.get("into", "s"))


class APoint(Sweeping):
    def assert_is_run(self, results, point, *settings, days=60):
        """Number for number what cxsim run gives with these settings."""
        words = itertools.chain(*(("--set", setting) for setting in settings))
        done = cxsim("run", WHAT_IF, *small("--days", days, *words), "-o", f"run{point}.h5", "--quiet",
                     folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        with xarray.open_dataset(self.folder / f"run{point}.h5") as run:
            at_point = results.isel(point=point)
            self.assertGreater(len(measures_of(run)), 80)
            self.assertEqual(set(measures_of(run)), set(measures_of(results)))
            for name in measures_of(run):
                self.assertEqual(run[name].dims, at_point[name].dims, name)
                months = at_point[name].isel(month=slice(0, run.sizes["month"]))
                numpy.testing.assert_array_equal(months, run[name].astype(months.dtype), name)
                self.assertTrue(at_point[name].isel(month=slice(run.sizes["month"], None)).isnull().all(), name)
            self.assertEqual(run.sizes["month"], at_point.months)
            numpy.testing.assert_array_equal(run.action_day, at_point.action_day)
            self.assertEqual(run.attrs["discount_rate"], at_point.discount_rate)

    def test_is_what_a_run_with_its_settings_gives(self):
        results = self.swept("--vary", STAGE + "=1:6:3", "--vary", HEARD + "=0.02:0.5:2:log",
                             "--vary", 'intervention.academy.departments=["service"],["billing"]')
        self.assertEqual({"arm": 2, "replication": 2, "month": 2},
                         {name: results.sizes[name] for name in ("arm", "replication", "month")})
        for point in (0, 3, 6, 11):
            at = results.isel(point=point)
            place = ["service", "billing"][int(at["intervention.academy.departments"])]
            with self.subTest(point=point):
                self.assert_is_run(results, point, f"{STAGE}={float(at[STAGE])}", f"{HEARD}={float(at[HEARD])!r}",
                                   f'intervention.academy.departments=["{place}"]')
        profits = {float(profit) for profit in results.profit.isel(arm=1).sum(["replication", "month"])}
        self.assertGreater(len(profits), 6, "points differ")

    def test_may_be_shorter_start_elsewhere_and_discount_otherwise(self):
        results = self.swept("--vary", "simulation.days=30,60", "--vary", "intervention.academy.start=0,20",
                             "--vary", "money.discount_rate=0,0.25")
        numpy.testing.assert_array_equal([1, 1, 1, 1, 2, 2, 2, 2], results.months)
        numpy.testing.assert_array_equal([-1, 20], results.action_day[2])
        for point in (2, 5):
            at = results.isel(point=point)
            self.assert_is_run(results, point, f"intervention.academy.start={int(at['intervention.academy.start'])}",
                               f"money.discount_rate={float(at['money.discount_rate'])}",
                               days=int(at["simulation.days"]))

    def test_of_a_sampled_design_is_a_run_too(self):
        results = self.swept(*TWO, "--design", "lhs", "-n", "5")
        for point in (1, 4):
            at = results.isel(point=point)
            self.assert_is_run(results, point, f"{HEARD}={float(at[HEARD])!r}", f"{STAGE}={float(at[STAGE])!r}")

    def test_has_the_same_luck_as_all_others(self):
        results = self.swept("--vary", "intervention.academy.skill=0:0.25:4")
        others = results.isel(point=slice(1, None))
        for name in measures_of(results):
            alike, first = xarray.broadcast(others[name].isel(arm=0), results[name].isel(arm=0, point=0))
            numpy.testing.assert_array_equal(alike, first.transpose(*alike.dims), name)
        trained = results.mean_trust.isel(arm=1)
        self.assertFalse((trained.isel(point=0) == trained.isel(point=3)).all(), "what is done makes a difference")
        twins = results.mean_trust.isel(arm=0, point=0)
        self.assertFalse((twins.isel(replication=0) == twins.isel(replication=1)).all(), "replications differ")

    def test_seed_may_vary(self):
        results = self.swept("--vary", "simulation.seed=1,2,1")
        self.assertEqual([1, 2], list(results["simulation.seed"].values))
        self.assertFalse((results.profit[0] == results.profit[1]).all())


class Varying(Sweeping):
    def test_levels_are_combined_the_last_fastest(self):
        results = self.swept(*FEW, "--vary", STAGE + "=2:4:int", "--vary", HEARD + "=0.01:1:3:log",
                             "--vary", MARGIN + "=0.2:0.6:2", "--vary", "market.expectation=.6,.7")
        self.assertEqual("grid", results.attrs["design"])
        expected = list(itertools.product([2, 3, 4], [.01, .1, 1], [.2, .6], [.6, .7]))
        found = numpy.stack([results[key] for key in (STAGE, HEARD, MARGIN, "market.expectation")], axis=1)
        numpy.testing.assert_allclose(found, expected, rtol=1e-12)
        cube = results.place_in_unit_cube
        self.assertEqual([STAGE, HEARD, MARGIN, "market.expectation"], list(cube.parameter))
        numpy.testing.assert_allclose(cube[:, 1], numpy.tile(numpy.repeat([0, .5, 1], 4), 3))

    def test_the_design_is_told_beside_its_values(self):
        results = self.swept(*FEW, "--vary", STAGE + "=2:4:int", "--vary", HEARD + "=0.01:1:2:log",
                             "--vary", MARGIN + "=0.3,0.7", "--vary", "journey.fix.surveyed=true,false")
        keys = [STAGE, HEARD, MARGIN, "journey.fix.surveyed"]
        self.assertLessEqual(set(keys), set(results.coords))
        told = [[results[key].attrs[name] for name in ("key", "units", "scale", "low", "high")] for key in keys[:3]]
        self.assertEqual([[STAGE, "stage", "integer", 2, 4], [HEARD, "share", "loguniform", .01, 1],
                          [MARGIN, "share", "listed", .3, .7]], told)
        self.assertIn("one message", results[HEARD].attrs["long_name"])
        lanes = results["journey.fix.surveyed"]
        self.assertEqual("true false", lanes.attrs["flag_meanings"])
        numpy.testing.assert_array_equal([0, 1], lanes.attrs["flag_values"])
        numpy.testing.assert_array_equal([0, 1] * 12, lanes)

    def test_a_key_alone_is_drawn_as_the_scenario_says(self):
        unsure = uncertain_scenario(self.folder, f'{MARGIN} = {{distribution = "triangular", low = 0.1, mode = 0.2, '
                                    'high = 0.8}', f'{STAGE} = {{distribution = "listed", values = [2, 5]}}')
        results = self.swept(*FEW, "--vary", MARGIN, "--vary", STAGE, "--vary", HEARD, "-n", "64", scenario=unsure)
        self.assertEqual("sobol", results.attrs["design"])
        self.assertEqual(["triangular", "listed", "uniform"],
                         [results[key].attrs["scale"] for key in (MARGIN, STAGE, HEARD)])
        self.assertAlmostEqual(1.1 / 3, float(results[MARGIN].mean()), delta=.01)
        self.assertEqual(32, int((results[STAGE] == 2).sum()))
        self.assertEqual({2., 5.}, set(results[STAGE].values))
        own = float(re.search(r'heard_rate = ([\d.]+)', cxsim("check", WHAT_IF, "--resolved").stdout)[1])
        numpy.testing.assert_allclose([.75 * own, 1.25 * own], [results[HEARD].min(), results[HEARD].max()], rtol=.02)

    def test_uncertain_varies_all_that_is_unsure(self):
        unsure = uncertain_scenario(self.folder, f'{MARGIN} = {{distribution = "integer", low = 0, high = 1}}',
                                    f'{HEARD} = {{distribution = "none"}}')
        results = self.swept(*FEW, "--uncertain", "-n", "2", scenario=unsure)
        parameters = set(results.parameter.values)
        self.assertGreater(len(parameters), 100)
        self.assertLessEqual({MARGIN, "intervention.academy.effectiveness"}, parameters)
        self.assertNotIn(HEARD, parameters)

    def test_scenarios_from_the_library_and_result_files_are_swept(self):
        self.swept(*FEW, "--vary", MARGIN + "=.3,.4", scenario="02_what_if")
        again = self.swept("--vary", MARGIN + "=.3,.4", *FEW, into="again", scenario="s/results.h5")
        numpy.testing.assert_array_equal(self.results().profit, again.profit)


class Designs(Sweeping):
    def points(self, design, *words):
        """Places in the unit cube; the values must be those of the places."""
        results = self.swept(*FEW, *TWO, "--design", design, *words, into=f"{design}{'_'.join(words)}")
        self.assertEqual(design, results.attrs["design"])
        cube = results.place_in_unit_cube.values
        for column, key in enumerate((HEARD, STAGE)):
            numpy.testing.assert_allclose(results[key], VALUE_AT[key](cube[:, column]), rtol=6e-6)
            self.assertEqual((results[key].min(), results[key].max()),
                             (results[key].attrs["low"], results[key].attrs["high"]))
        self.base_points = int(results.attrs["base_points"])
        return cube

    def assert_one_in_each_of(self, parts, column):
        numpy.testing.assert_array_equal(numpy.arange(parts), numpy.sort(numpy.floor(column * parts)))

    def test_latin_hypercube_has_one_point_in_each_part(self):
        cube = self.points("lhs", "-n", "20")
        for column in cube.T:
            self.assert_one_in_each_of(20, column)

    def test_sobol_fills_the_square_evenly(self):
        cube = self.points("sobol", "-n", "16")
        for column in cube.T:
            self.assert_one_in_each_of(16, column)
        self.assert_one_in_each_of(16, (numpy.floor(cube[:, 0] * 4) + cube[:, 1]) / 4)

    def test_random_draws_lie_within(self):
        cube = self.points("random", "-n", "40")
        self.assertTrue(((cube > 0) & (cube < 1)).all())
        self.assertLess(len(set(numpy.floor(cube[:, 0] * 40))), 40, "not stratified")

    def test_saltelli_mixes_two_points_a_block(self):
        cube = self.points("saltelli", "-n", "8")
        self.assertEqual((32, 2), cube.shape)
        self.assertEqual(8, self.base_points)
        for a, b, first, second in cube.reshape(8, 4, 2):
            numpy.testing.assert_array_equal([[b[0], a[1]], [a[0], b[1]]], [first, second])
        self.assert_one_in_each_of(8, cube[::4, 0])
        self.assert_one_in_each_of(8, cube[1::4, 1])

    def test_morris_changes_one_setting_a_step_by_two_of_four_levels(self):
        cube = self.points("morris", "-n", "6")
        self.assertEqual((18, 2), cube.shape)
        self.assertLessEqual(set(numpy.round(3 * cube.ravel(), 9)), {0, 1, 2, 3})
        steps = numpy.abs(numpy.diff(cube.reshape(6, 3, 2), axis=1))
        numpy.testing.assert_allclose(2 / 3, steps.sum(axis=2))
        self.assertTrue(((steps == 0).sum(axis=2) == 1).all())
        numpy.testing.assert_allclose(2 / 3, steps.sum(axis=1), err_msg="each once a trajectory")

    def test_one_at_a_time_leaves_the_others_as_they_are(self):
        results = self.swept(*FEW, "--vary", STAGE + "=1:6:3", "--vary", MARGIN + "=.3,.4", "--vary",
                             "journey.fix.surveyed=true", "--design", "oat", "--set", STAGE + "=2", "--set",
                             MARGIN + "=.6")
        nan = numpy.nan
        numpy.testing.assert_array_equal([2, 1, 3.5, 6, 2, 2, 2], results[STAGE])
        numpy.testing.assert_array_equal([.6, .6, .6, .6, .3, .4, .6], results[MARGIN])
        numpy.testing.assert_array_equal([-1, -1, -1, -1, -1, -1, 0], results["journey.fix.surveyed"])
        numpy.testing.assert_array_equal([[nan] * 3, [0, nan, nan], [.5, nan, nan], [1, nan, nan], [nan, 0, nan],
                                          [nan, 1, nan], [nan, nan, .5]], results.place_in_unit_cube)

    def test_the_seed_of_the_design_names_its_chance(self):
        one, same, other = (self.points(*words) for words in
                            (("lhs", "-n", "9"), ("lhs", "-n", "9", "--design-seed", "1"),
                             ("lhs", "-n", "9", "--design-seed", "2")))
        numpy.testing.assert_array_equal(one, same)
        self.assertFalse((one == other).any())
        self.assertEqual("2", self.results("lhs-n_9_--design-seed_2").attrs["design_seed"])

    def test_usual_design_and_sizes(self):
        usual = {(): ("sobol", 128), ("--design", "lhs"): ("lhs", 100), ("--design", "random"): ("random", 100),
                 ("--design", "morris"): ("morris", 60)}
        for words, expected in usual.items():
            results = self.swept(*FEW, *TWO, *words, "--people", "20", "--days", "30", into=expected[0])
            self.assertEqual(expected, (results.attrs["design"], results.sizes["point"]))


class PointsOfAFile(Sweeping):
    def write(self, text):
        (self.folder / "points.csv").write_bytes(text.encode())
        return ["--points", "points.csv"]

    def test_are_run_in_their_order(self):
        words = self.write(f"{MARGIN},{STAGE}\n.3,4\n0.5,1.5\n.3,2\n")
        results = self.swept(*FEW, *words)
        self.assertEqual("csv", results.attrs["design"])
        numpy.testing.assert_array_equal([.3, .5, .3], results[MARGIN])
        numpy.testing.assert_array_equal([4, 1.5, 2], results[STAGE])
        self.assertTrue(results.place_in_unit_cube.isnull().all())
        alike = self.swept(*FEW, "--vary", f"{MARGIN}=.5", "--vary", f"{STAGE}=1.5", into="one")
        numpy.testing.assert_array_equal(alike.profit[0], results.profit[1])

    def test_are_read_as_spreadsheets_write_them(self):
        words = self.write(f'\ufeff"{MARGIN}",journey.fix.surveyed,intervention.academy.departments\r\n'
                           '0.3,true,"[""service"", ""billing""]"\r\n\r\n4e-1,false,"[""service""]"')
        results = self.swept(*FEW, *words, "--design", "csv")
        numpy.testing.assert_array_equal([.3, .4], results[MARGIN])
        numpy.testing.assert_array_equal([0, 1], results["journey.fix.surveyed"])
        self.assertEqual("true false", results["journey.fix.surveyed"].attrs["flag_meanings"])
        numpy.testing.assert_array_equal([0, 1], results["intervention.academy.departments"])

    def assert_refused(self, text, *said):
        done = self.sweep(*self.write(text), status=2)
        for words in said:
            self.assertIn(words, done.stderr)
        self.assertEqual(["points.csv"], [path.name for path in self.folder.iterdir()])

    def test_wrong_files_are_told(self):
        self.assert_refused("", "points.csv: there is no row of values below the header")
        self.assert_refused(f"{MARGIN}\n", "no row of values")
        self.assert_refused(f"{MARGIN},{STAGE}\n.3,4\n\n.3\n", "points.csv:4: it has 1 cell", "where the header has 2",
                            "what to do:")
        self.assert_refused(f"{MARGIN},{MARGIN}\n.3,4\n", "money.margin: it varies twice")
        self.assert_refused(f"{MARGIN}\n.3\n3\n", "at point 1", "expected a number from 0 to 1 (share), found 3")
        self.assert_refused(f"{MARGIN},company.maturty_stage\n.3,4\n", "did you mean maturity_stage?")


class Measures(Sweeping):
    def test_only_those_asked_for_are_kept_as_they_are_in_all(self):
        every = self.swept("--vary", MARGIN + "=.3,.4", into="all")
        some = self.swept("--vary", MARGIN + "=.3,.4", "--measures", "review_stars,churned")
        self.assertEqual({"review_stars", "churned", "profit"}, set(measures_of(some)))
        for name in measures_of(some):
            numpy.testing.assert_array_equal(every[name], some[name])
        self.assertEqual(["float64", "float32"], [str(some[name].dtype) for name in ("churned", "review_stars")])


class Folder(Sweeping):
    SMALL_SWEEP = ["--vary", STAGE + "=1:4:int"]

    def content(self):
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def assert_refused(self, *words, said, into="s"):
        before = self.content()
        done = self.sweep(*words, status=2, into=into)
        self.assertIn(said, done.stderr)
        self.assertEqual("", done.stdout)
        self.assertEqual(before, self.content())

    def test_tells_what_it_does(self):
        done = self.sweep(*self.SMALL_SWEEP)
        self.assertRegex(done.stderr, r"\A4 points of 1 parameter, 2 replications, 2 arms: 8 runs\.\n"
                                      r"8 runs in [\d.]+ s, [\d.]+ a second; 1 thread \d+% busy\.\n\Z")
        self.assertRegex(done.stdout, r"\AResults: s/results\.h5 \([\d.]+ MB; .*\)\n"
                         rf"Next: {re.escape(PROGRAM)} sensitivity s\n\Z")
        self.assertEqual({"results.h5", "runs", "sweep.toml"}, {path.name for path in (self.folder / "s").iterdir()})

    def test_quiet_says_nothing(self):
        for more in ([], ["--resume"], ["--gather"]):
            done = self.sweep(*self.SMALL_SWEEP, "--quiet", *more)
            self.assertEqual(("", ""), (done.stdout, done.stderr))

    def test_plan_says_what_is_swept(self):
        self.sweep(*self.SMALL_SWEEP)
        plan = (self.folder / "s" / "sweep.toml").read_text()
        for line in ('design = "grid"', "points = 4", f'key = "{STAGE}"', "people = 200"):
            self.assertIn("\n" + line + "\n", plan)
        with h5py.File(self.folder / "s" / "results.h5") as file:
            self.assertEqual(plan, file["provenance/sweep"][()].decode())
            self.assertEqual("yes", file.attrs["complete"])

    def test_of_this_sweep_goes_on_only_if_told_to(self):
        self.sweep(*self.SMALL_SWEEP)
        self.assert_refused(*self.SMALL_SWEEP, said="add --resume to go on with it")
        before = self.content()
        self.assertIn("8 runs had been made before.", self.sweep(*self.SMALL_SWEEP, "--resume").stderr)
        self.assertEqual(before, self.content())

    def test_of_another_sweep_is_left_alone(self):
        self.sweep(*self.SMALL_SWEEP)
        other = ["--vary", STAGE + "=1:5:int"]
        for words in ([], ["--resume"], ["--gather"], ["--shard", "1/2"]):
            self.assert_refused(*other, *words, said="it has `points = 4` where this command has `points = 5`")
        self.assert_refused(*self.SMALL_SWEEP, "--resume", "--seed", "7", said="`seed = 1` where this command")

    def test_extends_to_another_sweep_and_keeps_the_runs_that_fit(self):
        self.sweep(*self.SMALL_SWEEP)
        wider = ["--vary", STAGE + "=2:6:int", "--replications", "3"]
        done = self.sweep(*wider, "--extend")
        self.assertIn("6 runs had been made before.\n9 runs in", done.stderr)
        self.sweep(*wider, into="fresh")
        for name in ("results.h5", "sweep.toml"):
            self.assertEqual(*((self.folder / into / name).read_bytes() for into in ("s", "fresh")))
        self.assertIn("8 runs had been made before.", self.sweep(*self.SMALL_SWEEP, "--extend").stderr)
        self.assertEqual(4, self.results().sizes["point"])

    def test_holds_the_same_bytes_whatever_the_threads(self):
        for threads in ("1", "3"):
            self.sweep(*self.SMALL_SWEEP, "--threads", threads, into=threads)
        self.assertEqual(*((self.folder / threads / "results.h5").read_bytes() for threads in ("1", "3")))

    def test_extend_runs_again_what_other_settings_change(self):
        self.sweep(*self.SMALL_SWEEP)
        done = self.sweep(*self.SMALL_SWEEP, "--extend", "--set", MARGIN + "=.5")
        self.assertNotIn("made before", done.stderr)

    def test_of_something_else_is_left_alone(self):
        (self.folder / "s").mkdir()
        (self.folder / "s" / "notes").write_text("mine")
        self.assert_refused(*self.SMALL_SWEEP, said="this folder holds something else")
        self.assert_refused(*self.SMALL_SWEEP, said="this is a file, not a folder", into="s/notes")

    def test_in_no_folder_is_not_made(self):
        done = cxsim("sweep", WHAT_IF, *small(*self.SMALL_SWEEP), "-o", "no/such/folder", folder=self.folder)
        self.assertIn(done.returncode, (1, 2))
        self.assertIn("what to do:", done.stderr)
        self.assertEqual([], list(self.folder.iterdir()))

    def test_that_is_empty_may_be_used(self):
        (self.folder / "s").mkdir()
        self.sweep(*self.SMALL_SWEEP, into="s/")

    def test_that_cannot_take_the_results_is_a_failure(self):
        (self.folder / "s" / "runs").mkdir(parents=True)
        (self.folder / "s" / "results.h5").mkdir()
        (self.folder / "s" / "results.h5" / "notes").write_text("mine")
        done = self.sweep(*self.SMALL_SWEEP, status=1)
        self.assertIn("what to do:", done.stderr)


class Shards(Sweeping):
    SWEEP = [*TWO, "--design", "lhs", "-n", "3"]

    def test_together_write_what_one_process_writes(self):
        self.assertIn("of which this is share 2 of 2", self.sweep(*self.SWEEP, "--shard", "2/2").stderr)
        self.assertFalse((self.folder / "s" / "results.h5").exists())
        said = self.sweep(*self.SWEEP, "--shard", "2/2").stdout
        self.assertIn("Other runs of the sweep are still to be made", said)
        self.assertIn("Results: s/results.h5", self.sweep(*self.SWEEP, "--shard", "1/2").stdout)
        self.sweep(*self.SWEEP, into="whole")
        self.assertEqual(*((self.folder / into / "results.h5").read_bytes() for into in ("s", "whole")))

    def test_gather_shows_what_there_is(self):
        self.sweep(*self.SWEEP, "--shard", "1/4")
        said = self.sweep(*self.SWEEP, "--gather").stdout
        self.assertIn("s/results.h5.partial", said)
        self.assertIn("marked incomplete", said)
        whole = self.swept(*self.SWEEP, into="whole")
        with xarray.open_dataset(self.folder / "s" / "results.h5.partial") as part:
            self.assertEqual("no", part.attrs["complete"])
            made = part.profit.notnull().all(["arm", "month"])
            numpy.testing.assert_array_equal([[True, False], [False, False], [True, False]], made)
            numpy.testing.assert_array_equal([2, 0, 2], part.months)
            for name in measures_of(part):
                for point in (0, 2):
                    numpy.testing.assert_array_equal(whole[name][point, :, 0], part[name][point, :, 0], name)
                self.assertTrue(part[name][:, :, 1].isnull().all() and part[name][1].isnull().all(), name)
            numpy.testing.assert_array_equal(whole[STAGE], part[STAGE])

    def test_readers_take_what_is_incomplete_only_if_told_to(self):
        self.sweep(*self.SWEEP, "--shard", "1/4")
        self.sweep(*self.SWEEP, "--gather")
        for verb, place in (("sensitivity", "s"), ("summary", "s/results.h5.partial")):
            refused = cxsim(verb, place, folder=self.folder)
            self.assertEqual(2, refused.returncode)
            self.assertIn("what to do:", refused.stderr)
            self.assertEqual("", refused.stdout)
            read = cxsim(verb, place, "--incomplete", folder=self.folder)
            self.assertEqual(0, read.returncode, read.stderr)
            self.assertNotIn("nan", read.stdout)
        profit = json.loads(cxsim("summary", "s/results.h5.partial", "--incomplete", "--json",
                                  folder=self.folder).stdout)["arms"]["trained"]["outcomes"]["profit"]
        self.assertEqual(0, profit["above_zero"]["of"], "no point is known in full")
        known = self.swept(*self.SWEEP, into="whole").profit[[0, 2], 1, 0].sum("month")
        self.assertAlmostEqual(float(known.mean()), profit["spread"]["mean"], places=6)

    def test_the_last_one_takes_the_partial_file_away(self):
        self.sweep(*self.SWEEP, "--shard", "1/2")
        self.sweep(*self.SWEEP, "--gather")
        self.sweep(*self.SWEEP, "--resume")
        self.assertEqual({"results.h5", "runs", "sweep.toml"}, {path.name for path in (self.folder / "s").iterdir()})

    def test_more_shards_than_runs_do_no_harm(self):
        done = self.sweep(*self.SWEEP, "--shard", "9/9")
        self.assertIn("of which this is share 9 of 9", done.stderr)
        self.assertIn("Other runs", done.stdout)


class Refused(Sweeping):
    def assert_refused(self, *words, said):
        """Exit status 2, every text on stderr, and nothing written."""
        done = self.sweep(*words, status=2)
        self.assertEqual("", done.stdout)
        for text in said:
            self.assertIn(text, done.stderr)
        self.assertEqual([], list(self.folder.iterdir()))

    def assert_problem(self, *words, key, what, cure):
        self.assert_refused(*words, said=[f"command line: {key}: ", what, "why it matters:", "what to do:", cure])

    def test_where_a_setting_varies_cannot_be_read(self):
        form = "write key=lo:hi, key=lo:hi:n for n levels"
        wrong = {"": "nothing says how it varies", "=1:x": "one of its ends is not a number",
                 "=1:": "one of its ends is not a number", "=6:1": "low is not below high",
                 "=2:2": "low is not below high", "=1:6:foo": '"foo" is neither a number of levels nor a scale',
                 "=1:6:0": '"0" is neither', "=1:6:2.5": '"2.5" is neither', "=0:6:log": "low is not above 0",
                 "=1.5:6:int": "not whole numbers", "=1,,2": "a value of the list is empty",
                 "=-inf:1": "not a number", "=nan:1": "not a number"}
        for where, what in wrong.items():
            with self.subTest(where=where):
                self.assert_problem("--vary", STAGE + where, key=STAGE, what=what, cure=form)

    def test_what_the_scenario_does_not_allow_is_told_with_its_point(self):
        self.assert_problem("--vary", STAGE + "=1:6", "--vary", MARGIN + "=3,4", "-n", "2", key=MARGIN,
                            what="money.margin=3: expected a number from 0 to 1 (share), found 3",
                            cure="write a number from 0 to 1")
        self.assert_problem("--vary", "simulation.people=100:200", key="simulation.people",
                            what="expected a whole number", cure="write a whole number")
        self.assert_problem("--vary", "company.maturty_stage=1:6", key="company.maturty_stage",
                            what="there is no such key", cure="did you mean maturity_stage?")
        self.assert_problem("--vary", "intervention.academy.start=10,70", key="intervention.academy.start",
                            what="at point 1, intervention.academy.start=70", cure="begin before day 60")
        self.assert_refused("--vary", "simulation.days=60,90",
                            said=["at point 1, simulation.days=90", "more days than the scenario", "--days"])

    def test_what_cannot_vary(self):
        self.assert_refused(said=["nothing varies", "--vary company.maturity_stage=1:6:int"])
        self.assert_problem("--vary", STAGE + "=1:6", "--vary", STAGE + "=1:3", key=STAGE, what="it varies twice",
                            cure="name it once")
        self.assert_problem("--vary", "simulation.replications=1:6:int", key="simulation.replications",
                            what="cannot vary", cure="--replications")
        self.assert_problem("--vary", "record.people=1:6:int", key="record.people", what="it changes nothing",
                            cure="vary a setting of the model")

    def test_wrong_designs(self):
        self.assert_problem(*TWO, "--design", "sobl", key="--design", what='there is no design "sobl"',
                            cure="did you mean sobol?")
        self.assert_problem(*TWO, "--design", "csv", key="--design", what="csv needs a file of points",
                            cure="add --points FILE.csv")
        self.assert_problem(*TWO, "--points", "x.csv", key="--points", what="the file says already what varies",
                            cure="leave out")
        self.assert_problem("--points", "x.csv", "--design", "lhs", key="--points",
                            what="a design would choose other points", cure="leave out")
        self.assert_refused("--vary", STAGE + "=1:6:100000", "--vary", MARGIN + "=0:1:100000",
                            said=["the design has 1", "points", "sample with --design sobol"])

    def test_wrong_measures_and_shares(self):
        self.assert_problem(*TWO, "--measures", "profit,nps_tru", key="--measures",
                            what="there is no measure nps_tru", cure="did you mean nps_true?")
        for share in ("0/2", "3/2", "2", "1/2/3", "a/b", "1/", "-1/2"):
            with self.subTest(share=share):
                self.assert_problem(*TWO, f"--shard={share}", key="--shard",
                                    what=f'"{share}" is not a share of the sweep', cure="such as 2/8")

    def test_all_problems_are_told_at_once(self):
        self.assert_refused("--vary", STAGE + "=6:1", "--vary", MARGIN + "=1:x", said=[STAGE, MARGIN, "2 problems"])

    def test_wrong_words(self):
        for words in (["-n", "0"], ["-n", "x"], ["--design-seed", "x"], ["--threads", "0"], ["--no-such"]):
            with self.subTest(words=words):
                self.assert_refused(*TWO, *words, said=["--help"])
        self.assertEqual(2, cxsim("sweep", WHAT_IF, *TWO, folder=self.folder).returncode)

    def test_help_has_examples_and_every_design(self):
        said = cxsim("sweep", "--help").stdout
        for words in ("Examples:", "grid:", "lhs:", "sobol:", "saltelli:", "morris:", "oat:", "csv:", "random:"):
            self.assertIn(words, said)


if __name__ == "__main__":
    unittest.main()
