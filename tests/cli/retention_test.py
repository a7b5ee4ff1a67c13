"""`cxsim summary --retention` says of a result file what R's survival package says of it."""

import json
import pathlib
import subprocess
import tempfile
import unittest

import h5py
from program import FIRST_RUN, cxsim

R = """
library(survival)
lives <- read.csv("lives.csv")
fit <- survfit(Surv(age, left) ~ 1, data = lives, conf.type = "log-log")
steps <- fit$n.event > 0
write.csv(data.frame(fit$time, fit$n.risk, fit$n.event, fit$surv, fit$lower, fit$upper)[steps, ],
          "steps.csv", row.names = FALSE)
"""
DAYS = 720


class Retention(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.home.name)
        ran = cxsim("run", FIRST_RUN, "--people", 4000, "--days", DAYS, "--replications", 2,
                    "--set", "record.people=\"all\"", "-o", "run.h5", "--quiet", folder=cls.folder)
        assert ran.returncode == 0, ran.stderr
        cls.said = json.loads(cls.say("--json"))

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    @classmethod
    def say(cls, *words):
        said = cxsim("summary", "run.h5", "--retention", *words, folder=cls.folder)
        assert said.returncode == 0, said.stderr
        return said.stdout

    def lives(self):
        """Age and whether they left, of everybody who first bought in the results."""
        with h5py.File(self.folder / "run.h5") as file:
            acquired = file["people/first_acquired_day"][0].ravel().astype(int)
            left = file["people/first_churn_day"][0].ravel().astype(int)
        pairs = [(a, l) for a, l in zip(acquired, left) if a >= 0]
        return [(l - a, 1) if l >= a else (DAYS - a, 0) for a, l in pairs]

    def test_agrees_with_r(self):
        lives = self.lives()
        self.assertGreater(sum(left for _, left in lives), 100)
        (self.folder / "lives.csv").write_text("age,left\n" + "".join(f"{a},{l}\n" for a, l in lives))
        subprocess.run(["Rscript", "-e", R], cwd=self.folder, check=True, capture_output=True)
        steps = [[float(number) for number in line.split(",")]
                 for line in (self.folder / "steps.csv").read_text().splitlines()[1:]]
        mine = self.said["arms"]["baseline"]["survival"]
        self.assertEqual(len(steps), len(mine))
        for (age, at_risk, left, survival, low, high), step in zip(steps, mine):
            self.assertEqual((age, at_risk, left), (step["age_in_days"], step["at_risk"], step["left"]))
            self.assertAlmostEqual(survival, step["survival"], 12)
            self.assertAlmostEqual(low, step["interval"][0], 9)
            self.assertAlmostEqual(high, step["interval"][1], 9)

    def test_counts_who_is_at_risk_where_nobody_leaves_too(self):
        """At every age shown, whether or not somebody left just then."""
        lives = self.lives()
        self.assertEqual([sum(age >= 30 * months for age, _ in lives) for months in self.said["ages_in_months"]],
                         self.said["arms"]["baseline"]["at_risk"])

    def test_shows_every_age_that_somebody_reached(self):
        ran = cxsim("run", FIRST_RUN, "--people", 500, "--days", 360, "--replications", 1, "--set",
                    "record.people=\"all\"", "--set", "customer.loyalty.look_base=0", "-o", "loyal.h5", "--quiet",
                    folder=self.folder)
        self.assertEqual(0, ran.returncode, ran.stderr)
        table = cxsim("summary", "loyal.h5", "--retention", folder=self.folder).stdout
        self.assertRegex(table, r"(?m)^  9 mo +[1-9]\d* +100\.0 ")

    def test_cohorts_hold_everybody_once(self):
        arm = self.said["arms"]["baseline"]
        self.assertEqual(arm["customers"], sum(cohort["customers"] for cohort in arm["cohorts"]))
        self.assertEqual(arm["customers"], len(self.lives()))
        self.assertEqual(3, self.said["cohort_months"])

    def test_a_cohort_is_shown_only_at_ages_all_of_it_could_reach(self):
        ages = self.said["ages_in_months"]
        for cohort in self.said["arms"]["baseline"]["cohorts"]:
            youngest = DAYS - 90 * cohort["number"] + 1
            for age, retained in zip(ages, cohort["retained"]):
                self.assertEqual(30 * age <= youngest, retained is not None, (cohort, age))

    def test_reads_as_a_table(self):
        text = self.say()
        for word in ("baseline:", "survival, %", "kept since the row above", "quarter 1", "Kaplan-Meier"):
            self.assertIn(word, text)
        self.assertEqual([], [line for line in text.splitlines() if line != line.rstrip()])

    def test_asks_for_people(self):
        ran = cxsim("run", FIRST_RUN, "--people", 300, "--days", 60, "--replications", 1,
                    "--set", "record.people=0", "-o", "nobody.h5", "--quiet", folder=self.folder)
        self.assertEqual(0, ran.returncode)
        said = cxsim("summary", "nobody.h5", "--retention", folder=self.folder)
        self.assertEqual(2, said.returncode)
        self.assertIn("record.people=all", said.stderr)


if __name__ == "__main__":
    unittest.main()
