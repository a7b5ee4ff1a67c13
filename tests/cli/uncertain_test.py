"""cxsim run --uncertain from outside: what the scenario is not sure of is what is drawn, outcomes carry both kinds of
uncertainty, and nothing depends on threads."""

import json
import math
import pathlib
import sys
import tempfile
import tomllib
import unittest

import h5py
import numpy
import xarray

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import PROGRAM, SOURCE, cxsim  # noqa: E402

WHAT_IF = SOURCE / "scenarios" / "02_what_if.toml"
TINY = ["--people", "50", "--days", "60", "--threads", "1", "--set", "simulation.burn_in=0", "--set",
        "intervention.academy.start=0"]
DRAWS = 200
# Kolmogorov's distance that chance exceeds once in 100,000 samples of this size.
FAR = 2.47 / DRAWS ** .5

UNCERTAINTY = """
extends = {base}
[uncertainty]
company.maturity_stage = {{distribution = "uniform", low = 2, high = 5}}
"customer.word_of_mouth.heard_rate" = {{distribution = "loguniform", low = 0.001, high = 1}}
intervention.academy.start = {{distribution = "integer", low = 0, high = 9}}
"money.margin" = {{distribution = "triangular", low = 0.1, mode = 0.2, high = 0.8}}
market.expectation = {{distribution = "normal", mean = 0.7, sd = 0.03}}
[uncertainty.customer]
acquisition.first_consideration = {{distribution = "lognormal", median = 200, sd_log = 0.4}}
word_of_mouth.interest_patience = {{distribution = "none"}}
[uncertainty.money]
discount_rate = {{distribution = "listed", values = [0.05, 0.1, 0.2]}}
[uncertainty.journey.fix]
surveyed = {{distribution = "listed", values = [true, false]}}
"""


def normal(z):
    return .5 * (1 + numpy.vectorize(math.erf)(z / 2 ** .5))


# Cumulative distributions of what UNCERTAINTY says.
CUMULATIVE = {
    "company.maturity_stage": ("uniform", lambda x: (x - 2) / 3),
    "customer.word_of_mouth.heard_rate": ("loguniform", lambda x: numpy.log10(x / .001) / 3),
    "money.margin": ("triangular", lambda x: numpy.where(x < .2, (x - .1) ** 2 / .07, 1 - (.8 - x) ** 2 / .42)),
    "market.expectation": ("normal", lambda x: normal((x - .7) / .03)),
    "customer.acquisition.first_consideration": ("lognormal", lambda x: normal(numpy.log(x / 200) / .4)),
}


def distance(values, cumulative):
    """Kolmogorov's, of a sample to a distribution."""
    at = cumulative(numpy.sort(values))
    ranks = numpy.arange(len(values) + 1) / len(values)
    return max(numpy.abs(at - ranks[1:]).max(), numpy.abs(at - ranks[:-1]).max())


def value_at(resolved, key):
    """The scenario's own value at a key such as intervention.academy.effectiveness."""
    for part in key.split("."):
        if isinstance(resolved, list):
            resolved = next(one for one in resolved if one["name"] == part)
        else:
            resolved = resolved[part]
    return resolved


class InAFolder(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def run_uncertain(self, draws, *words, scenario=WHAT_IF, replications=2, status=0):
        done = cxsim("run", scenario, *TINY, "--replications", replications, "--uncertain", draws, *words,
                     folder=self.folder)
        self.assertEqual(status, done.returncode, done.stderr)
        return done

    def unsure(self, *lines):
        path = self.folder / "unsure.toml"
        path.write_text("\n".join([f"extends = {json.dumps(str(WHAT_IF))}", "[uncertainty]", *lines, ""]))
        return path


class Draws(unittest.TestCase):
    """Of a scenario that names every distribution there is."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        scenario = folder / "unsure.toml"
        scenario.write_text(UNCERTAINTY.format(base=json.dumps(str(WHAT_IF))))
        done = cxsim("run", scenario, *TINY[4:], "--people", "10", "--days", "30", "--replications", "1", "--uncertain",
                     DRAWS, "-o", "u.h5", "--quiet", folder=folder)
        assert done.returncode == 0, done.stderr
        cls.results = xarray.open_dataset(folder / "u.h5").load()
        cls.results.close()
        cls.resolved = tomllib.loads(cxsim("check", "u.h5", "--resolved", folder=folder).stdout)

    def test_follow_their_distributions(self):
        for key, (name, cumulative) in CUMULATIVE.items():
            with self.subTest(key):
                self.assertEqual(name, self.results[key].attrs["scale"])
                self.assertLess(distance(self.results[key].values, cumulative), FAR)

    def test_of_whole_numbers_and_lists_are_even(self):
        for key, values in (("intervention.academy.start", range(10)), ("money.discount_rate", (.05, .1, .2)),
                            ("journey.fix.surveyed", (0, 1))):
            with self.subTest(key):
                drawn = self.results[key].values
                self.assertEqual(set(values), set(drawn))
                share = 1 / len(values)
                for value in values:
                    self.assertAlmostEqual(share, (drawn == value).mean(),
                                           delta=4.9 * (share * (1 - share) / DRAWS) ** .5)
        self.assertEqual("true false", self.results["journey.fix.surveyed"].attrs["flag_meanings"])
        numpy.testing.assert_allclose(self.results.discount_rate, self.results["money.discount_rate"])
        numpy.testing.assert_array_equal(self.results.action_day[:, 1], self.results["intervention.academy.start"])

    def test_are_placed_in_the_unit_cube(self):
        cube = self.results.place_in_unit_cube
        self.assertTrue(((cube > 0) & (cube < 1)).all())
        for key, (_, cumulative) in CUMULATIVE.items():
            numpy.testing.assert_allclose(cube.sel(parameter=key), cumulative(self.results[key].values), atol=1e-4)

    def test_are_independent(self):
        numbers = self.results.place_in_unit_cube.values
        correlations = numpy.corrcoef(numbers.T) - numpy.eye(numbers.shape[1])
        self.assertLess(numpy.abs(correlations).max(), 6 / DRAWS ** .5)
        self.assertLess(numpy.abs(numpy.corrcoef(numbers) - numpy.eye(DRAWS)).max(), 6 / numbers.shape[1] ** .5)

    def assumptions(self):
        return [key for key in self.results.parameter.values
                if key not in CUMULATIVE and "listed" != self.results[key].attrs["scale"]
                and key != "intervention.academy.start"]

    def test_of_assumptions_lie_within_a_quarter(self):
        whole = 0
        for key in self.assumptions():
            with self.subTest(key):
                own = value_at(self.resolved, key)
                self.assertEqual("uniform", self.results[key].attrs["scale"])
                share = (self.results[key].values - own) / abs(own)
                self.assertLessEqual(abs(share).max(), .25 + 1e-5)
                if abs(abs(share).max() - .25) < .02 and share.min() < -.2 and share.max() > .2:
                    whole += 1
                    self.assertLess(distance(share, lambda x: numpy.clip((x + .25) / .5, 0, 1)), FAR)
        self.assertGreater(whole, 150)
        self.assertGreater(whole, .9 * len(self.assumptions()))

    def test_of_none_are_none(self):
        self.assertNotIn("customer.word_of_mouth.interest_patience", self.results.parameter)
        self.assertIn("intervention.academy.effectiveness", self.results.parameter)

    def test_choices_and_facts_stay_as_they_are(self):
        for key in ("simulation.people", "simulation.days", "intervention.academy.capex"):
            self.assertNotIn(key, self.results.parameter)


class Runs(InAFolder):
    def test_are_those_of_a_scenario_with_the_drawn_values(self):
        self.run_uncertain(3, "-o", "u.h5", "--quiet")
        with xarray.open_dataset(self.folder / "u.h5") as drawn:
            at = drawn.isel(point=2)
            words = [word for key in drawn.parameter.values for word in ("--set", f"{key}={float(at[key])!r}")]
            done = cxsim("run", WHAT_IF, *TINY, "--replications", "2", *words, "-o", "one.h5", "--quiet",
                         folder=self.folder)
            self.assertEqual(0, done.returncode, done.stderr)
            with xarray.open_dataset(self.folder / "one.h5") as run:
                names = [name for name in run.data_vars if run[name].dims[:1] == ("arm",) and run[name].ndim > 2]
                self.assertGreater(len(names), 80)
                for name in names:
                    numpy.testing.assert_array_equal(run[name].astype(at[name].dtype), at[name], name)

    def test_are_those_of_a_sweep_of_random_draws(self):
        self.run_uncertain(4, "-o", "u.h5", "--design-seed", "3", "--quiet")
        done = cxsim("sweep", WHAT_IF, *TINY, "--replications", "2", "--uncertain", "--design", "random", "-n", "4",
                     "--design-seed", "3", "-o", "s", "--quiet", folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual((self.folder / "s" / "results.h5").read_bytes(), (self.folder / "u.h5").read_bytes())

    def test_give_the_same_bytes_with_any_number_of_threads(self):
        words = ["run", WHAT_IF, *(word for word in TINY if word not in ("--threads", "1")), "--replications", "2",
                 "--uncertain", "5", "--quiet"]
        for threads in (1, 3):
            done = cxsim(*words, "--threads", threads, "-o", f"{threads}.h5", folder=self.folder)
            self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual((self.folder / "1.h5").read_bytes(), (self.folder / "3.h5").read_bytes())

    def test_depend_on_both_seeds(self):
        self.run_uncertain(3, "-o", "one.h5", "--quiet")
        self.run_uncertain(3, "-o", "draws.h5", "--design-seed", "2", "--quiet")
        self.run_uncertain(3, "-o", "luck.h5", "--seed", "2", "--quiet")
        one, draws, luck = (xarray.open_dataset(self.folder / name) for name in ("one.h5", "draws.h5", "luck.h5"))
        key = "customer.word_of_mouth.heard_rate"
        self.assertFalse((one[key] == draws[key]).any())
        numpy.testing.assert_array_equal(one[key], luck[key])
        self.assertFalse((one.profit == luck.profit).all())

    def test_take_again_what_the_scenario_does_not_allow(self):
        scenario = self.unsure('money.margin = {distribution = "normal", mean = 0.9, sd = 0.2}')
        done = self.run_uncertain(15, "-o", "u.h5", scenario=scenario, replications=1)
        self.assertRegex(done.stderr, r"15 draws of \d+ uncertain parameters, 1 replications? each; \d+ drawn again, "
                                      "for the scenario does not allow what they would have been\\.")
        with h5py.File(self.folder / "u.h5") as file:
            margin = file["money.margin"][...]
        self.assertTrue(((margin >= 0) & (margin <= 1)).all())
        self.assertEqual(15, len(set(margin)))


class Told(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.done = cls.run_again()
        cls.json = json.loads(cxsim("summary", "u.h5", "--json", folder=cls.folder).stdout)

    @classmethod
    def run_again(cls, *words):
        return cxsim("run", WHAT_IF, *TINY, "--replications", "2", "--uncertain", "12", "-o", "u.h5", *words,
                     folder=cls.folder)

    def test_text_has_both_arms_and_their_difference(self):
        self.assertEqual(0, self.done.returncode)
        self.assertRegex(self.done.stderr, r"\A12 draws of \d+ uncertain parameters, 2 replications each\.\n\Z")
        said = self.done.stdout
        for words in ("\nbaseline\n", "\ntrained\n", "\ntrained less baseline\n", "parameters", "luck", "P95",
                      "above 0 at", "12 draws of", "Results: u.h5\n", f"Next: {PROGRAM} sensitivity u.h5\n"):
            self.assertIn(words, said)
        self.assertNotIn("nan", said)

    def test_summary_of_the_file_is_the_same_text(self):
        said = cxsim("summary", "u.h5", folder=self.folder).stdout
        self.assertGreater(len(said), 1000)
        self.assertTrue(self.done.stdout.startswith(said + "\nResults:"))
        quiet = self.run_again("--quiet")
        self.assertEqual((said, ""), (quiet.stdout, quiet.stderr))

    def test_json_is_that_of_summary(self):
        again = json.loads(self.run_again("--json").stdout)
        self.assertEqual(self.json, again)
        self.assertEqual((12, 2), (again["points"], again["replications"]))
        self.assertEqual({"baseline", "trained"}, set(again["arms"]))
        self.assertNotIn("changes", again["arms"]["baseline"])

    def test_shares_are_shares(self):
        known = 0
        for arm in self.json["arms"].values():
            for row in [*arm["outcomes"].values(), *arm.get("changes", {}).values()]:
                shares = row["share_of_parameters"], row["share_of_luck"]
                if None in shares:
                    self.assertEqual((None, None), shares)
                    continue
                known += 1
                self.assertTrue(0 <= min(shares) and max(shares) <= 1)
                self.assertAlmostEqual(1, sum(shares))
        self.assertGreater(known, 40)

    def test_profit_is_that_of_all_runs(self):
        with h5py.File(self.folder / "u.h5") as file:
            profit = file["profit"][...].sum(axis=3)
        for name, values, row in (
                ("level", profit[:, 1], self.json["arms"]["trained"]["outcomes"]["profit"]),
                ("change", profit[:, 1] - profit[:, 0], self.json["arms"]["trained"]["changes"]["profit"])):
            with self.subTest(name):
                self.assertAlmostEqual(values.mean(), row["spread"]["mean"], places=4)
                self.assertAlmostEqual(values.std(ddof=1), row["spread"]["sd"], places=4)
                for share in (5, 50, 95):
                    self.assertAlmostEqual(numpy.percentile(values, share), row["spread"][f"p{share}"], places=4)
                self.assertEqual(((values.mean(axis=1) > 0).sum(), 12),
                                 (row["above_zero"]["count"], row["above_zero"]["of"]))
                self.assertAlmostEqual(self.share_of_parameters(values), row["share_of_parameters"], places=6)

    @staticmethod
    def share_of_parameters(y):
        """Two-way analysis of variance with one value a cell (Scheffe 1959)."""
        points, replications = y.shape
        means, lucks = y.mean(axis=1), y.mean(axis=0)
        together = ((y - means[:, None] - lucks + y.mean()) ** 2).sum() / ((points - 1) * (replications - 1))
        parts = [means.var(ddof=1) - together / replications, lucks.var(ddof=1) - together / points, together]
        parts = [max(part, 0) for part in parts]
        return parts[0] / sum(parts)

    def test_compare_refuses_the_file_and_says_where_to_look(self):
        for words in ([], ["--json"], ["--people"]):
            done = cxsim("compare", "u.h5", *words, folder=self.folder)
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            for text in ("u.h5: this is a sweep", "cxsim summary", "cxsim sensitivity"):
                self.assertIn(text, done.stderr)

    def test_sensitivity_reads_the_file(self):
        told = json.loads(cxsim("sensitivity", "u.h5", "--json", folder=self.folder).stdout)
        self.assertEqual(("random", 12), (told["design"], told["points"]))
        self.assertEqual(len(told["parameters"]), self.json["parameters"])


class Refused(InAFolder):
    def assert_refused(self, *said, words=(), scenario=WHAT_IF, draws="4", status=2):
        before = set(self.folder.iterdir())
        done = self.run_uncertain(draws, *words, scenario=scenario, status=status)
        self.assertEqual("", done.stdout)
        for text in said:
            self.assertIn(text, done.stderr)
        self.assertEqual(before, set(self.folder.iterdir()))

    def test_what_the_scenario_says_wrongly_is_told_with_its_line(self):
        wrong = {
            'money.margin = {distribution = "unifrom", low = 0, high = 1}':
                ['no distribution "unifrom"', "did you mean uniform?"],
            'money.margin = {distribution = "uniform", low = 0.5}': ["money.margin.high: it is missing"],
            'money.margin = {distribution = "uniform", low = 0.5, high = 0.4}': ["low is not below high"],
            'money.margin = {distribution = "uniform", low = 0, high = 1, mid = 1}': ["money.margin.mid"],
            'money.margin = {distribution = "uniform", low = 0, high = 9}': ["from 0 to 1 (share), found 9"],
            'money.margin = {distribution = "listed", values = []}': ["it lists no values"],
            "money.margin = 0.5": ["expected a distribution, found the number 0.5"],
            'company.maturty_stage = {distribution = "uniform", low = 1, high = 2}': ["did you mean maturity_stage?"],
        }
        for line, said in wrong.items():
            with self.subTest(line):
                self.assert_refused("unsure.toml:3: uncertainty.", "why it matters:", "what to do:", *said,
                                    scenario=self.unsure(line))

    def test_what_lies_in_the_way_of_one_dataset_is_told(self):
        self.assert_refused("simulation.replications", "--replications", scenario=self.unsure(
            'simulation.replications = {distribution = "integer", low = 1, high = 2}'))

    def test_wrong_words(self):
        for draws in ("1", "0", "-2", "many"):
            with self.subTest(draws):
                self.assert_refused("--uncertain", draws=draws)
        self.assert_refused("--until-width", words=["--until-width", "5"])

    def test_a_place_that_cannot_be_written_is_a_failure(self):
        self.assert_refused("no/u.h5: there is no folder no", "mkdir -p no", words=["-o", "no/u.h5", "--quiet"],
                            status=1)


if __name__ == "__main__":
    unittest.main()
