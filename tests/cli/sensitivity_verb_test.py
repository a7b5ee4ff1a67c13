"""cxsim sensitivity from outside: sweeps whose results are overwritten by functions of known truth, so that everything
from the file to the table is held against it; and what is printed, drawn and refused."""

import itertools
import json
import pathlib
import shutil
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import h5py
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import SOURCE, cxsim  # noqa: E402

WHAT_IF = SOURCE / "scenarios" / "02_what_if.toml"
TINY = ["--people", "20", "--days", "60", "--threads", "1", "--set", "simulation.burn_in=0", "--set",
        "intervention.academy.start=0", "--measures", "review_stars", "--quiet"]
KEYS = ["market.expectation", "customer.word_of_mouth.heard_rate", "money.margin"]
THREE = ["--vary", KEYS[0] + "=.5:.9:4", "--vary", KEYS[1] + "=.01:1:3:log", "--vary", KEYS[2] + "=.2:.6:3"]
LEVEL = ["--outcome", "measure.review_stars", "--arm", "baseline", "--level"]
BASELINE, TRAINED = 0, 1

SWEEPS = {
    "saltelli": [*THREE, "--design", "saltelli", "-n", "512", "--replications", "1"],
    "lhs": [*THREE, "--design", "lhs", "-n", "400", "--replications", "3"],
    "morris": [*THREE, "--design", "morris", "-n", "12", "--replications", "2"],
    "oat": [*THREE, "--vary", "journey.fix.surveyed=false,true", "--design", "oat", "--replications", "3"],
    "grid": [*THREE, "--vary", "journey.fix.surveyed=false,true", "--replications", "2"],
    "csv": ["--points", "points.csv", "--replications", "2"],
}


def ishigami(u):
    """Ishigami & Homma 1990 with a = 7, b = 0.1."""
    x = numpy.pi * (2 * u - 1)
    return numpy.sin(x[:, 0]) + 7 * numpy.sin(x[:, 1]) ** 2 + .1 * x[:, 2] ** 4 * numpy.sin(x[:, 0])


# Saltelli et al. 2008, pages 179 to 182.
ISHIGAMI_FIRST, ISHIGAMI_TOTAL = [.3139, .4424, 0], [.5576, .4424, .2437]


def linear(u):
    return 4 * u[:, 0] - 2 * u[:, 1]


SCRATCH = tempfile.TemporaryDirectory()
FOLDER = pathlib.Path(SCRATCH.name)


def tearDownModule():
    SCRATCH.cleanup()


class Known(unittest.TestCase):
    """A folder of sweeps, made once for all; every test writes its own truth into a copy."""

    @classmethod
    def setUpClass(cls):
        cls.folder = FOLDER

    def results_of(self, design):
        if not (self.folder / design).exists():
            rows = [.5, .01, .2] + numpy.random.default_rng(5).random((80, 3)) * [.4, .99, .4]
            numpy.savetxt(self.folder / "points.csv", rows, delimiter=",", header=",".join(KEYS), comments="")
            done = cxsim("sweep", WHAT_IF, *TINY, *SWEEPS[design], "-o", design, folder=self.folder)
            assert done.returncode == 0, done.stderr
        copy = self.folder / f"{design}.copy.h5"
        shutil.copy(self.folder / design / "results.h5", copy)
        return copy

    def cube(self, results):
        with h5py.File(results) as file:
            self.assertEqual(KEYS, [name.decode() for name in file["parameter"][:3]])
            return file["place_in_unit_cube"][...]

    def write(self, results, measure, arm, values):
        """Of values[point] or values[point, replication]: the same in every month."""
        with h5py.File(results, "r+") as file:
            months = file[measure][:, arm]
            values = values.reshape(len(values), -1, *[1] * (months.ndim - 2))
            file[measure][:, arm] = numpy.broadcast_to(values, months.shape)

    def write_npv(self, results, arm, npv):
        """The same profit every month, of this net present value."""
        with h5py.File(results, "r+") as file:
            rate, day = file["discount_rate"][...], file["action_day"][:, TRAINED]
            ends = 30 * (1 + numpy.arange(file["profit"].shape[3]))
            worth = (1 + rate[:, None]) ** -((ends - day[:, None]) / 365)
            monthly = npv / worth.sum(axis=1)
            file["profit"][:, arm] = numpy.broadcast_to(monthly[:, None, None], file["profit"][:, arm].shape)

    def look(self, results, *words, status=0):
        done = cxsim("sensitivity", results, *words, folder=self.folder)
        self.assertEqual(status, done.returncode, done.stderr)
        return done

    def told(self, results, *words):
        return json.loads(self.look(results, *words, "--json").stdout)

    def by_key(self, told, *path):
        """One number of each of KEYS."""
        found = {}
        for parameter in told["parameters"]:
            found[parameter["key"]] = parameter
            for name in path:
                found[parameter["key"]] = found[parameter["key"]][name]
        return [found[key] for key in KEYS]

    def assert_near(self, expected, found, within):
        numpy.testing.assert_allclose(found, expected, rtol=0, atol=within)


class SobolIndices(Known):
    def setUp(self):
        self.results = self.results_of("saltelli")
        self.y = ishigami(self.cube(self.results))
        self.write(self.results, "review_stars", BASELINE, self.y)

    def test_of_ishigami_are_found(self):
        told = self.told(self.results, *LEVEL)
        self.assert_near(ISHIGAMI_FIRST, self.by_key(told, "sobol", "first"), .04)
        self.assert_near(ISHIGAMI_TOTAL, self.by_key(told, "sobol", "total"), .04)
        for kind, truth in (("first", ISHIGAMI_FIRST), ("total", ISHIGAMI_TOTAL)):
            for (low, high), share in zip(self.by_key(told, "sobol", kind + "_interval"), truth):
                self.assertTrue(low - .01 <= share <= high + .01, (kind, low, share, high))

    def test_the_sample_is_that_of_the_independent_points(self):
        told = self.told(self.results, *LEVEL)
        independent = self.y.reshape(-1, 5)[:, :2]
        self.assertAlmostEqual(independent.mean(), told["spread"]["mean"], places=5)
        self.assertAlmostEqual(independent.std(ddof=1), told["spread"]["sd"], places=5)
        self.assert_near(ISHIGAMI_FIRST, self.by_key(told, "first_order", "share"), .05)

    def test_the_pair_that_interacts_is_found(self):
        pairs = self.told(self.results, *LEVEL)["interactions"]
        shares = {frozenset(pair["parameters"]): pair["share"] for pair in pairs}
        self.assertEqual(3, len(shares))
        self.assertAlmostEqual(.2437, shares.pop(frozenset([KEYS[0], KEYS[2]])), delta=.06)
        self.assertLess(max(shares.values()), .03)

    def test_the_strongest_comes_first(self):
        told = self.told(self.results, *LEVEL)
        self.assertEqual(KEYS, [parameter["key"] for parameter in told["parameters"]])
        self.assertEqual(("saltelli", 2560, 1), (told["design"], told["points"], told["replications"]))

    def test_one_replication_cannot_tell_luck(self):
        self.assertIsNone(self.told(self.results, *LEVEL)["variance"]["luck"]["share"])
        self.assertIn("not known from one replication", self.look(self.results, *LEVEL).stdout)

    def test_arms_are_held_against_each_other(self):
        u = self.cube(self.results)
        self.write(self.results, "review_stars", TRAINED, self.y + 3 * u[:, 2])
        outcome = ["--outcome", "measure.review_stars"]
        usual = self.told(self.results, *outcome)
        self.assertEqual(("trained", "baseline"), (usual["arm"], usual["against"]))
        self.assert_near([0, 0, 1], self.by_key(usual, "sobol", "total"), 1e-3)
        self.assertAlmostEqual(1.5, usual["spread"]["mean"], delta=.01)
        turned = self.told(self.results, *outcome, "--arm", "baseline", "--against", "trained")
        self.assertAlmostEqual(-usual["spread"]["mean"], turned["spread"]["mean"])
        self.assertEqual(0, turned["above_zero"]["points"])
        level = self.told(self.results, *outcome, "--level")
        self.assertEqual(("trained", None), (level["arm"], level["against"]))
        self.assertAlmostEqual(5, level["spread"]["mean"], delta=.02)
        self.assertNotIn("above_zero", level)


class SharesOfASample(Known):
    def test_a_linear_outcome_is_split_by_its_slopes(self):
        results = self.results_of("lhs")
        self.write(results, "review_stars", BASELINE, linear(self.cube(results)))
        told = self.told(results, *LEVEL)
        self.assert_near([.8, .2, 0], self.by_key(told, "first_order", "share"), .03)
        for end, share in (("low", .05), ("high", .95)):
            values = self.by_key(told, end, "value")
            u = numpy.array([(values[0] - .5) / .4, 1 + numpy.log10(values[1]) / 2, (values[2] - .2) / .4])
            self.assert_near([share] * 3, u, .03)
            truth = [4 * u[0] - 1, 2 - 2 * u[1], 1]
            self.assert_near(truth, self.by_key(told, end, "outcome"), .3)
            for (low, high), outcome in list(zip(self.by_key(told, end, "interval"), truth))[:2]:
                self.assertTrue(low <= outcome <= high, (low, outcome, high))
        self.assertEqual(["uniform", "loguniform", "uniform"], self.by_key(told, "scale"))

    def test_luck_takes_its_share(self):
        results = self.results_of("lhs")
        u = self.cube(results)
        chance = numpy.random.default_rng(11)
        luck = numpy.array([-.9, .1, .8])
        noise = chance.normal(0, .7, (len(u), 3))
        y = (linear(u)[:, None] + luck + noise).astype("float32").astype(float)
        self.write(results, "review_stars", BASELINE, y)
        told = self.told(results, *LEVEL)

        # Two-way analysis of variance with one value a cell (Scheffe 1959).
        points, replications = y.shape
        means, lucks = y.mean(axis=1), y.mean(axis=0)
        rest = y - means[:, None] - lucks + y.mean()
        together = (rest ** 2).sum() / ((points - 1) * (replications - 1))
        expected = {"parameters": means.var(ddof=1) - together / replications,
                    "luck": lucks.var(ddof=1) - together / points, "together": together}
        for part, variance in expected.items():
            self.assertAlmostEqual(variance, told["variance"][part]["variance"], places=4, msg=part)
            self.assertAlmostEqual(variance / sum(expected.values()), told["variance"][part]["share"], places=4)
        truth = {"parameters": 20 / 12, "luck": luck.var(ddof=1), "together": .49}
        for part, variance in truth.items():
            self.assertAlmostEqual(variance, told["variance"][part]["variance"], delta=.12 * variance, msg=part)
        of_means = 20 / 12 + .49 / 3
        self.assert_near([16 / 12 / of_means, 4 / 12 / of_means, 0], self.by_key(told, "first_order", "share"), .05)

    def test_points_of_a_file_are_ranked(self):
        results = self.results_of("csv")
        with h5py.File(results) as file:
            margin = file["money.margin"][...]
        self.write(results, "review_stars", BASELINE, 10 * margin)
        told = self.told(results, *LEVEL)
        self.assertEqual("csv", told["design"])
        self.assert_near([0, 0, 1], self.by_key(told, "first_order", "share"), .1)
        self.assertAlmostEqual(numpy.quantile(margin, .05) * 10, self.by_key(told, "low", "outcome")[2], delta=.1)

    def test_levels_of_a_grid_have_their_means(self):
        results = self.results_of("grid")
        cube = self.cube(results)
        y = numpy.array([0, 5, 2, 3])[numpy.round(3 * cube[:, 0]).astype(int)] + 1. * cube[:, 3]
        self.write(results, "review_stars", BASELINE, y)
        told = self.told(results, *LEVEL)
        self.assertEqual(("grid", 72), (told["design"], told["points"]))
        strong, flag = told["parameters"][:2]
        self.assertEqual([KEYS[0], "journey.fix.surveyed"], [strong["key"], flag["key"]])
        self.assertAlmostEqual(.5, strong["low"]["value"])
        self.assertAlmostEqual(y[cube[:, 0] == 0].mean(), strong["low"]["outcome"], places=5)
        self.assertAlmostEqual(y[cube[:, 0] == 1].mean(), strong["high"]["outcome"], places=5)
        self.assertEqual(["false", "true"], [flag["low"]["value"], flag["high"]["value"]])
        self.assertAlmostEqual(1, flag["high"]["outcome"] - flag["low"]["outcome"], places=5)
        variances = numpy.array([numpy.var([0, 5, 2, 3]), .25])
        found = [strong["first_order"]["share"], flag["first_order"]["share"]]
        self.assert_near(variances / variances.sum(), found, .06)


class ElementaryEffects(Known):
    def test_are_those_of_the_trajectories(self):
        results = self.results_of("morris")
        u = self.cube(results)
        y = 5 * u[:, 0] - 3 * u[:, 1] + 4 * u[:, 1] * u[:, 2]
        self.write(results, "review_stars", BASELINE, y)
        steps = numpy.diff(u.reshape(12, 4, 3), axis=1)
        changes = numpy.diff(y.reshape(12, 4), axis=1)
        effects = [(changes[steps[:, :, k] != 0] / steps[:, :, k][steps[:, :, k] != 0]) for k in range(3)]
        told = self.told(results, *LEVEL)
        self.assert_near([effect.mean() for effect in effects], self.by_key(told, "morris", "mu"), 1e-4)
        self.assert_near([abs(effect).mean() for effect in effects], self.by_key(told, "morris", "mu_star"), 1e-4)
        self.assert_near([effect.std(ddof=1) for effect in effects], self.by_key(told, "morris", "sigma"), 1e-4)
        self.assertAlmostEqual(5, self.by_key(told, "morris", "mu_star")[0], places=4)
        self.assertAlmostEqual(0, self.by_key(told, "morris", "sigma")[0], places=4)
        self.assertEqual(KEYS[0], told["parameters"][0]["key"])
        self.assertNotIn("first_order", told["parameters"][0])
        self.assertNotIn("choice", told)


class OneAtATime(Known):
    def test_ends_are_those_of_the_points(self):
        results = self.results_of("oat")
        cube = self.cube(results)
        self.assertEqual((13, 4), cube.shape)
        y = numpy.full(13, 2.)
        y[1:5] = [1, 2, 3, 7]                                # expectation
        y[5:8] = [4, 2, 1]                                   # heard rate
        y[11:] = [2.5, 1.5]                                  # surveyed
        luck = numpy.array([-.5, 0, .5])
        self.write(results, "review_stars", BASELINE, y[:, None] + luck)
        told = self.told(results, *LEVEL)
        self.assertEqual(2, told["own"])
        found = {one["key"]: (one["low"]["outcome"], one["high"]["outcome"]) for one in told["parameters"]}
        self.assertEqual({KEYS[0]: (1, 7), KEYS[1]: (4, 1), KEYS[2]: (2, 2), "journey.fix.surveyed": (2.5, 1.5)}, found)
        self.assertEqual([KEYS[0], KEYS[1], "journey.fix.surveyed", KEYS[2]],
                         [one["key"] for one in told["parameters"]])
        half = 4.302653 * .5 / 3 ** .5                       # Student's t for two degrees of freedom
        self.assert_near([1 - half, 1 + half], told["parameters"][0]["low"]["interval"], 1e-5)
        self.assertEqual("false", told["parameters"][2]["low"]["value"])


class Choosing(Known):
    """NPV of the arms differs by 6000 (u0 - .4) + 2000 (u1 - .5): mean 600."""

    def setUp(self):
        self.results = self.results_of("lhs")
        u = self.cube(self.results)
        shared = 50000 + 20000 * u[:, 2]
        self.difference = 6000 * (u[:, 0] - .4) + 2000 * (u[:, 1] - .5)
        self.write_npv(self.results, BASELINE, shared)
        self.write_npv(self.results, TRAINED, shared + self.difference)
        self.told_npv = self.told(self.results)

    def test_npv_is_discounted_profit(self):
        self.assertEqual(("npv", "EUR at the decision"), (self.told_npv["outcome"], self.told_npv["unit"]))
        self.assertAlmostEqual(self.difference.mean(), self.told_npv["spread"]["mean"], delta=.01)
        self.assertEqual({"points": int((self.difference > 0).sum()), "of": 400}, self.told_npv["above_zero"])
        self.assert_near([.9, .1, 0], self.by_key(self.told_npv, "first_order", "share"), .03)

    def test_knowing_everything_is_worth_what_the_wrong_arm_costs(self):
        choice = self.told_npv["choice"]
        self.assertEqual("trained", choice["best_arm"])
        self.assertEqual((int((self.difference < 0).sum()), 400), (choice["another_is_best"], choice["of"]))
        everything = choice["value_of_knowing_everything"]
        self.assertAlmostEqual(-self.difference[self.difference < 0].sum() / 400, everything["value"], delta=.01)
        # E[max(D, 0)] - E[D] by the midpoint rule.
        grid = (numpy.arange(2000) + .5) / 2000
        exact = numpy.maximum(-(6000 * (grid[:, None] - .4) + 2000 * (grid - .5)), 0).mean()
        self.assertAlmostEqual(exact, everything["value"], delta=30)
        self.assertTrue(everything["interval"][0] <= exact <= everything["interval"][1])

    def test_knowing_one_parameter_is_worth_what_it_decides(self):
        # With z = .4: the mean of 6000 (z - u) below z; then of 2000 u - 400 below 0; the third decides nothing.
        found = self.by_key(self.told_npv, "value_of_knowing", "value")
        self.assert_near([6000 * .4 ** 2 / 2, 400 ** 2 / 2000 / 2, 0], found, 20)
        self.assertLess(found[2], 1)

    def test_is_told_whatever_outcome_is_looked_at(self):
        other = self.told(self.results, *LEVEL)
        self.assertEqual(self.told_npv["choice"], other["choice"])

    def test_is_told_in_words(self):
        said = self.look(self.results).stdout
        for words in ("Choosing among 2 arms by NPV: trained is best on average; another is best at",
                      "Knowing everything before choosing is worth 4", "knowing one parameter alone:"):
            self.assertIn(words, said)
        alone = said.split("knowing one parameter alone:")[1]
        self.assertLess(alone.index(KEYS[0]), alone.index(KEYS[1]))

    def test_an_arm_that_is_always_best_leaves_nothing_to_know(self):
        self.write_npv(self.results, BASELINE, numpy.zeros(400))
        choice = self.told(self.results)["choice"]
        self.assertEqual((0, 0), (choice["another_is_best"], choice["value_of_knowing_everything"]["value"]))
        self.assertIn("would change the choice", self.look(self.results).stdout)


class Told(Known):
    DRAWN = {"saltelli": {"tornado", "effects", "interactions", "surface"},
             "lhs": {"tornado", "effects", "interactions", "surface"},
             "grid": {"tornado", "effects", "interactions", "surface"}, "morris": {"effects"}, "oat": {"tornado"}}
    TABLES = {"saltelli": "by Sobol' indices", "lhs": "alone (first order)", "grid": "alone (first order)",
              "morris": "Elementary effects", "oat": "One parameter at a time"}

    def known(self, design):
        results = self.results_of(design)
        cube = numpy.nan_to_num(self.cube(results), nan=.5)
        self.write(results, "review_stars", BASELINE, ishigami(cube[:, :3]))
        return results

    def test_text_names_every_parameter_and_what_was_asked(self):
        for design in self.TABLES:
            with self.subTest(design):
                said = self.look(self.known(design), *LEVEL).stdout
                self.assertIn("What if: a trained service desk\nreview_stars, baseline (stars)\n", said)
                self.assertRegex(said, rf"\d+ points of \d parameters \({design}\), \d replications?")
                self.assertIn(self.TABLES[design], said)
                table = said.split(self.TABLES[design])[1].split("\n\n")[0]
                for key in KEYS:
                    self.assertIn("  " + key, table)
                self.assertNotRegex(said, r"\bnan\b")
                self.assertLessEqual(max(map(len, said.splitlines())), 120)

    def test_plots_are_svg_files(self):
        for design, drawn in self.DRAWN.items():
            with self.subTest(design):
                done = self.look(self.known(design), *LEVEL, "--plots", design + ".plots", "--json")
                json.loads(done.stdout)
                folder = self.folder / (design + ".plots")
                self.assertEqual(drawn, {path.stem for path in folder.iterdir()})
                for path in folder.iterdir():
                    self.assertIn(str(pathlib.Path(design + ".plots") / path.name), done.stderr)
                    root = xml.etree.ElementTree.parse(path).getroot()
                    self.assertEqual("{http://www.w3.org/2000/svg}svg", root.tag)
                    self.assertNotRegex(path.read_text(), r"\bnan\b")
                    if path.stem != "interactions":
                        self.assertIn("review_stars, baseline", " ".join(root.itertext()))

    def test_plots_that_cannot_be_written_are_a_failure(self):
        results = self.known("oat")
        for place in ("no/such", results):
            done = self.look(results, *LEVEL, "--plots", place, status=1)
            self.assertIn("cannot be written", done.stderr)

    def test_a_folder_is_read_as_its_results(self):
        self.results_of("grid")
        words = ["--outcome", "measure.review_stars"]
        self.assertEqual(self.look("grid/results.h5", *words).stdout, self.look("grid", *words).stdout)

    def test_help_has_examples(self):
        self.assertIn("Examples:", cxsim("sensitivity", "--help").stdout)


class ManyParameters(Known):
    def test_the_text_has_the_strongest_and_json_has_all(self):
        done = cxsim("sweep", WHAT_IF, *TINY, "--uncertain", "--design", "random", "-n", "12", "--replications", "1",
                     "-o", "many", folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        words = ["--outcome", "measure.review_stars", "--level"]
        told = self.told("many", *words)
        count = len(told["parameters"])
        self.assertGreater(count, 100)
        self.assertIn(f"and {count - 30} more, each weaker than these (all of them with --json)",
                      self.look("many", *words).stdout)


class Refused(Known):
    def assert_refused(self, place, *words, said):
        done = self.look(place, *words, status=2)
        self.assertEqual("", done.stdout)
        for text in itertools.chain(said, ["what to do:"]):
            self.assertIn(text, done.stderr)

    def test_what_is_not_there(self):
        results = self.results_of("oat")
        self.assert_refused(results, "--outcome", "nvp", said=["nvp: there is no outcome of this name", "npv?"])
        self.assert_refused(results, "--outcome", "measure.review_starz", said=["measure.review_stars?"])
        self.assert_refused(results, "--outcome", "measure.review_stars.x", said=["there is no outcome"])
        self.assert_refused(results, "--arm", "trianed", said=["there is no arm trianed", "did you mean trained?"])
        self.assert_refused(results, "--against", "basline", said=["there is no arm basline", "did you mean baseline?"])
        self.assert_refused("nothing", said=["nothing: there is no such file"])
        self.assertEqual(2, self.look(results, "--level", "--against", "baseline", status=2).returncode)

    def test_what_is_no_sweep(self):
        done = cxsim("run", WHAT_IF, *TINY[:-3], "--replications", "2", "-o", "run.h5", "--quiet", folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assert_refused("run.h5", said=["run.h5: this is the result of one run, not of a sweep",
                                            "cxsim run --uncertain"])
        (self.folder / "text.h5").write_text("hello")
        self.assert_refused("text.h5", said=["not an HDF5 file"])
        (self.folder / "empty").mkdir(exist_ok=True)
        self.assert_refused("empty", said=["empty: the folder holds no results yet", "--gather", "--incomplete"])

    def test_what_is_not_complete(self):
        words = ["sweep", WHAT_IF, *TINY, *THREE, "--design", "lhs", "-n", "4", "--replications", "1", "-o", "part"]
        for more in (["--shard", "1/2"], ["--gather"]):
            self.assertEqual(0, cxsim(*words, *more, folder=self.folder).returncode)
        self.assert_refused("part", said=["part: the folder holds no results yet"])
        self.assert_refused("part/results.h5.partial", said=["this file is incomplete"])
        told = self.told("part", "--incomplete", "--outcome", "measure.review_stars")
        self.assertEqual((4, 2), (told["points"], told["above_zero"]["of"]))


if __name__ == "__main__":
    unittest.main()
