"""analysis/python/first_look.py draws every figure from what the program wrote, and what it draws is right."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

os.environ["MPLBACKEND"] = "Agg"

import h5py
import matplotlib.image
import numpy
from matplotlib import pyplot

import sweep_sample

PROGRAM = os.environ["CXSIM"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
PYTHON = SOURCE / "analysis" / "python"
sys.path.insert(0, str(PYTHON))
import make_notebook

FIGURES = ["1_customers_and_nps", "2_payback", "3_journey", "4a_survival", "4b_counterfactual", "5_effects", "6_map",
           "7_parameters_or_luck"]
SCENARIO = f"""
extends = "{SOURCE}/scenarios/03_two_investments.toml"
[simulation]
people = 600
days = 720
replications = 3
[record]
people = "all"
"""
VARY = ["intervention.one_record.capex=3000:30000:log", "intervention.one_record.handoff_loss=0.2:0.9",
        "company.maturity_stage=2:5:int"]


def run(*command, folder):
    done = subprocess.run([*map(str, command)], cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def script(*words, folder):
    return run(sys.executable, "-B", PYTHON / "first_look.py", *words, folder=folder)


def cells():
    notebook = json.loads((PYTHON / "first_look.ipynb").read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def execute(folder, **names):
    """What the notebook's names stand for once its cells ran in order, in a folder with run.h5 and sweep/."""
    space = {"__name__": "__main__"}
    here = os.getcwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(None):
            for number, cell in enumerate(cells()):
                exec(compile(cell, f"cell {number}", "exec"), space)
                if re.search(r"^RUN = ", cell, re.MULTILINE):
                    space.update(names)
    finally:
        pyplot.close("all")
        os.chdir(here)
    return space


def npv(file):
    """By the book: every month, every run; for a run (arm, replication), for a sweep (point, arm, replication)."""
    profit = numpy.asarray(file["profit"][:], float)
    if profit.ndim == 3:
        return discounted(profit, file["action_day"][:], float(file.attrs["discount_rate"])).sum(-1)
    return numpy.array([discounted(profit[point], file["action_day"][point], file["discount_rate"][point]).sum(-1)
                        for point in range(len(profit))])


def discounted(profit, action_days, rate):
    begun = [day for day in action_days if day >= 0]
    decision = min(begun) if begun else 0
    worth = [0 if 30 * month <= decision else (1 + rate) ** (-(30 * month - decision) / 365)
             for month in range(1, profit.shape[-1] + 1)]
    return profit * numpy.array(worth)


class FirstLook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        home = tempfile.TemporaryDirectory()
        cls.addClassCleanup(home.cleanup)
        cls.folder = pathlib.Path(home.name)
        (cls.folder / "small.toml").write_text(SCENARIO)
        run(PROGRAM, "run", "small.toml", "-o", "run.h5", "--quiet", folder=cls.folder)
        run(PROGRAM, "sweep", "small.toml", *(word for key in VARY for word in ("--vary", key)), "--design", "sobol",
            "-n", 32, "--replications", 2, "-o", "sweep", "--quiet", folder=cls.folder)
        cls.names = execute(cls.folder)
        cls.figures = cls.names["FIGURES"]

    def opened(self, name):
        file = h5py.File(self.folder / name, "r")
        self.addCleanup(file.close)
        return file

    # The files.

    def test_the_script_draws_every_figure(self):
        script("run.h5", "sweep", "-o", "figures", folder=self.folder)
        self.assertEqual([f"{name}.png" for name in FIGURES], sorted(os.listdir(self.folder / "figures")))
        for name in FIGURES:
            with self.subTest(name):
                pixels = matplotlib.image.imread(self.folder / "figures" / f"{name}.png")[..., :3]
                self.assertGreater(pixels.std(), .05)
                middle = pixels[pixels.shape[0] // 4:-pixels.shape[0] // 4, pixels.shape[1] // 4:-pixels.shape[1] // 4]
                self.assertGreater(middle.std(), .05)
                self.assertGreater(numpy.ptp(middle, axis=2).max(), .2)   # colour: more than axes and text

    def test_arms_keys_and_format_can_be_chosen(self):
        keys = "company.maturity_stage,intervention.one_record.capex"
        script("run.h5", "sweep/results.h5", "-o", "chosen", "--arm", "record", "--arms", "record,causes", "--keys",
               keys, "--format", "svg", folder=self.folder)
        self.assertEqual([f"{name}.svg" for name in FIGURES], sorted(os.listdir(self.folder / "chosen")))

    def test_the_notebook_is_the_script(self):
        made = make_notebook.notebook_of((PYTHON / "first_look.py").read_text(encoding="utf-8"))
        self.assertEqual((PYTHON / "first_look.ipynb").read_text(encoding="utf-8"), made,
                         "make it anew: python3 analysis/python/make_notebook.py")

    def test_the_notebook_is_in_its_format(self):
        notebook = json.loads((PYTHON / "first_look.ipynb").read_text(encoding="utf-8"))
        self.assertEqual((4, 5), (notebook["nbformat"], notebook["nbformat_minor"]))
        names = [cell["id"] for cell in notebook["cells"]]
        self.assertEqual(len(names), len(set(names)))
        for cell in notebook["cells"]:
            self.assertRegex(cell["id"], r"^[a-zA-Z0-9_-]{1,64}$")
            self.assertEqual({}, cell["metadata"])
            self.assertEqual([], cell.get("outputs", []))
            self.assertNotIn("argparse", "".join(cell["source"]))

    def test_the_notebook_draws_every_figure(self):
        self.assertEqual(FIGURES, sorted(self.figures))

    # The numbers.

    def test_payback_ends_at_the_npv_of_the_file_and_of_the_program(self):
        lines = {line.get_label(): line.get_ydata() for line in self.figures["2_payback"].axes[0].lines}
        values = npv(self.opened("run.h5"))
        told = json.loads(run(PROGRAM, "compare", "run.h5", "--json", folder=self.folder))["arms"]
        for place, arm in enumerate(["record", "causes", "both"], start=1):
            with self.subTest(arm):
                expected = (values[place] - values[0]).mean()
                self.assertNotEqual(0, expected)
                self.assertAlmostEqual(expected, 1000 * float(lines[arm][-1]), 4)
                self.assertAlmostEqual(told[arm]["outcomes"]["npv"]["difference"]["mean"], expected, delta=.01)

    def test_survival_is_the_share_of_people_who_never_left(self):
        people = self.opened("run.h5")["people"]
        first, start = people["first_churn_day"][:], people["active_at_start"][:]
        line = {one.get_label(): one for one in self.figures["4a_survival"].axes[1].lines}["both"]
        for day in (0, 200, 719):
            kept = []
            for arm in (0, 3):
                lives = [(first[arm, r][(start[0, r] == 1) & ((first[0, r] < -99999) | (first[0, r] >= 0))])
                         for r in range(first.shape[1])]
                kept.append(numpy.mean([numpy.mean((one < 0) | (one > day)) for one in lives]))
            self.assertAlmostEqual(100 * (kept[1] - kept[0]), float(line.get_ydata()[day]), 6)
        self.assertGreater(numpy.ptp(line.get_ydata()), 0)

    def test_effects_are_drawn_at_the_design_and_npv_of_every_point(self):
        file = self.opened("sweep/results.h5")
        values = npv(file)
        expected = (values[:, 3] - values[:, 0]).mean(1) / 1000
        panels = {panel.get_xlabel().split(" ")[0]: panel for panel in self.figures["5_effects"].axes}
        dots = panels["one_record.capex"].lines[0]
        numpy.testing.assert_allclose(dots.get_xdata(), file["intervention.one_record.capex"][:])
        numpy.testing.assert_allclose(dots.get_ydata(), expected, rtol=1e-6)

    def test_the_design_arrives_as_coordinates(self):
        self.assertEqual(sorted(key.split("=")[0] for key in VARY), sorted(self.names["varied"]))

    # A sweep whose truth is known.

    def test_the_map_finds_where_the_decision_flips(self):
        names = self.of_sample()
        (strong, _), mean, half = names["response"](["company.strong", "customer.weak.rate"])
        flips = numpy.array([numpy.interp(0, row, strong) for row in mean])
        numpy.testing.assert_allclose(flips, sweep_sample.ZERO, atol=.06)
        self.assertTrue((half > 0).all())
        self.assertEqual("company.strong", names["strongest"][0])
        self.assertGreater(names["shares"]["company.strong"], .8)
        self.assertLess(names["shares"]["customer.weak.rate"], .1)

    def test_the_map_is_not_blurred_by_a_key_that_it_does_not_show(self):
        names = self.of_sample()
        _, mean, half = names["response"](["customer.weak.rate", "company.maturity_stage"])
        strong = names["outcome"]["company.strong"].values
        numpy.testing.assert_allclose(mean, sweep_sample.SLOPE * (strong.mean() - sweep_sample.ZERO), atol=500)
        self.assertLess(numpy.median(half), 300)   # 500 if the strong key were left in

    def test_luck_is_told_from_parameters(self):
        names = self.of_sample()
        share, low, high, spread = names["share_with_interval"](names["outcome"].values)
        strong = numpy.delete(sweep_sample.design()["company.strong"], sweep_sample.NOT_MADE)
        parameters = (sweep_sample.SLOPE * strong).var(ddof=1)
        truth = parameters / (parameters + sweep_sample.LUCK ** 2)
        self.assertAlmostEqual(truth, share, delta=.06)
        self.assertTrue(low < share < high)
        self.assertAlmostEqual((parameters + sweep_sample.LUCK ** 2) ** .5, spread, delta=.06 * spread)

    def of_sample(self):
        if not (self.folder / "sample.h5").exists():
            sweep_sample.write(self.folder / "sample.h5")
        return execute(self.folder, SWEEP="sample.h5")

    # The page.

    def test_what_the_page_says_runs(self):
        page = (SOURCE / "docs" / "python.md").read_text(encoding="utf-8")
        program = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
        run(sys.executable, "-c", program + "\nassert mature.size and nps.notnull().all()\n", folder=self.folder)
        (lines,) = re.findall(r"```r\n(.*?)```", page, re.DOTALL)
        if not shutil.which("Rscript"):
            self.skipTest("Rscript is not installed")
        shape = run("Rscript", "-e", lines + "cat(dim(profit))", folder=self.folder)
        self.assertEqual("24 3 4", shape.strip())


if __name__ == "__main__":
    unittest.main()
