"""cxsim compare from outside: what it prints, what it refuses, and that people add up to months."""

import json
import pathlib
import sys
import tempfile
import unittest

import h5py
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import FIRST_RUN, SOURCE, cxsim  # noqa: E402

WHAT_IF = SOURCE / "scenarios" / "02_what_if.toml"
SMALL = ["--people", "2000", "--days", "360", "--replications", "3", "--set", "record.people=all"]


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.ran = cxsim("run", WHAT_IF, *SMALL, "-o", "two.h5", folder=cls.folder)
        if cls.ran.returncode != 0:
            raise RuntimeError(cls.ran.stderr)
        cls.json = json.loads(cls.compare("two.h5", "--people", "--json").stdout)
        cls.arm = cls.json["arms"]["trained"]

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def compare(cls, *words):
        return cxsim("compare", *words, folder=cls.folder)

    def assert_refused(self, words, *said):
        done = self.compare(*words)
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertEqual(done.stdout, "")
        for text in ("what to do:", *said):
            self.assertIn(text, done.stderr)

    def test_prints_each_arm_and_what_to_take_away(self):
        done = self.compare("two.h5")
        self.assertEqual(done.returncode, 0, done.stderr)
        for words in ("trained against baseline", "difference", "95% interval", "NPV", "by luck alone"):
            self.assertIn(words, done.stdout)
        self.assertRegex(done.stdout, r"above zero in \d of 3 replications")
        self.assertRegex(done.stdout, r"halving the interval takes about \d+ replications")
        self.assertNotIn("nan", done.stdout)
        self.assertNotIn("Customer by customer", done.stdout)

    def test_a_run_with_arms_ends_with_the_same_comparison(self):
        self.assertIn(self.compare("two.h5").stdout.split("\n\n", 1)[1], self.ran.stdout)

    def test_turned_round_it_turns_the_sign(self):
        turned = json.loads(self.compare("two.h5", "--against", "trained", "--json").stdout)
        back = turned["arms"]["baseline"]["outcomes"]["npv"]["difference"]["mean"]
        self.assertAlmostEqual(back, -self.arm["outcomes"]["npv"]["difference"]["mean"])

    def test_json_holds_intervals_payback_and_people(self):
        npv = self.arm["outcomes"]["npv"]["difference"]
        self.assertEqual(npv["pairs"], 3)
        self.assertLess(npv["t_interval"][0], npv["mean"])
        self.assertLess(npv["mean"], npv["t_interval"][1])
        self.assertEqual(len(self.arm["payback"]["months"]), 3)
        self.assertEqual(self.json["decision_day"], self.arm["action_day"])
        self.assertIn("everybody", self.arm["people"]["groups"])

    def test_npv_is_the_discounted_difference_in_profit(self):
        with h5py.File(self.folder / "two.h5") as file:
            profit = file["profit"][:]
            rate = file.attrs["discount_rate"]
        day = self.json["decision_day"]
        months = numpy.arange(day // 30, profit.shape[2])
        worth = (1 + rate) ** -((30 * (months + 1) - day) / 365)
        gain = ((profit[1] - profit[0])[:, months] * worth).sum(axis=1).mean()
        self.assertAlmostEqual(self.arm["outcomes"]["npv"]["difference"]["mean"], gain, places=4)

    def test_people_add_up_to_the_months(self):
        people = self.arm["people"]["groups"]["everybody"]
        with h5py.File(self.folder / "two.h5") as file:
            change = {name: (file[name][1] - file[name][0]).sum(axis=2)
                      for name in ("churned", "active_customers")}
        sums = people["sum_of_differences"]
        self.assertEqual(people["people"], 2000)
        self.assertNotEqual(sums["times_churned"], 0)
        self.assertAlmostEqual(sums["times_churned"], change["churned"].sum(axis=1).mean())
        self.assertAlmostEqual(sums["customers_at_end"], change["active_customers"][:, -1].mean())

    # A record holds its profit as a float.
    def test_profits_of_people_leave_out_only_what_the_firm_pays(self):
        with h5py.File(self.folder / "two.h5") as file:
            change = {name: file[name][1].sum() - file[name][0].sum()
                      for name in ("profit", "intervention_cost", "advertising_cost")}
        months = (change["profit"] + change["intervention_cost"] + change["advertising_cost"]) / 3
        people = self.arm["people"]["groups"]["everybody"]["sum_of_differences"]["lifetime_profit"]
        self.assertAlmostEqual(people, months, delta=.05)

    def test_segments_and_tiers_add_up_to_everybody(self):
        groups = self.arm["people"]["groups"]
        for kind in ("segment", "value"):
            parts = [group for name, group in groups.items() if name.startswith(kind)]
            for fate in ("stays", "kept", "lost", "leaves", "buys", "won", "missed", "outside"):
                self.assertAlmostEqual(sum(part[fate] for part in parts), groups["everybody"][fate])

    def test_people_are_told_in_words(self):
        said = self.compare("two.h5", "--people").stdout
        for words in ("Customer by customer", "2,000 of 2,000 people", "kept", "value top"):
            self.assertIn(words, said)

    def test_refuses_an_arm_that_is_not_there(self):
        self.assert_refused(["two.h5", "--arm", "trianed"], "did you mean trained?")
        self.assert_refused(["two.h5", "--against", "basline"], "did you mean baseline?")
        self.assert_refused(["two.h5", "--arm", "baseline"], "with itself")

    def test_refuses_one_arm_and_says_how_to_get_two(self):
        done = cxsim("run", FIRST_RUN, "--people", "300", "--days", "60", "--replications", "2",
                     "-o", "one.h5", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_refused(["one.h5"], "nothing to compare", "[[arm]]")

    def test_refuses_people_who_were_not_recorded(self):
        done = cxsim("run", WHAT_IF, "--people", "300", "--days", "240", "--replications", "2", "--set",
                     "record.people=0", "-o", "nobody.h5", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_refused(["nobody.h5", "--people"], "record.people")

    def test_refuses_what_is_no_result(self):
        (self.folder / "text.h5").write_text("hello")
        self.assert_refused(["text.h5"])
        self.assert_refused(["missing.h5"])

    def test_help_has_examples(self):
        self.assertIn("Examples:", self.compare("--help").stdout)


if __name__ == "__main__":
    unittest.main()
