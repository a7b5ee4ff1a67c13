"""cxsim studio from outside: what it offers, that it runs what cxsim run would, and how it ends."""

import json
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "cli"))
from program import SOURCE, cxsim  # noqa: E402
from studio_program import Listener, PROGRAM, Studio, stand_in_page  # noqa: E402

SET = ["company.promise=0.9", "simulation.people=400", "simulation.days=420",
       "simulation.burn_in=60", "simulation.replications=2"]
MINE = """
[[intervention]]
name = "desk"
kind = "training"
start = 60
[[arm]]
name = "mine"
title = "The bot, and a trained desk"
apply = ["bot", "desk"]
"""


def query(name, changes=(), **more):
    pairs = [("name", name), *(("set", change) for change in changes), *more.items()]
    return urllib.parse.urlencode(pairs)


class Session(unittest.TestCase):
    """One studio for all tests of a class, and a folder to work in."""

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.studio = Studio(limits="")
        cls.addClassCleanup(cls.studio.stop)

    def get(self, path, status=200):
        answer = self.studio.ask("GET", path)
        self.assertEqual(status, answer.status, answer.text[:1000])
        return answer

    def json(self, path, status=200):
        return json.loads(self.get(path, status).text)

    def post(self, path, value, status=200):
        answer = self.studio.post(path, value)
        self.assertEqual(status, answer.status, answer.text[:1000])
        return json.loads(answer.text)

    def run_to_its_end(self, scenario, changes=(), **more):
        """The number of a run that is done, and its events."""
        with Listener(self.studio) as listener:
            started = self.post("/api/runs", {"scenario": scenario, "set": list(changes), **more})
            events = listener.until("done", "failed", "stopped")
        self.assertEqual("done", events[-1]["event"], events[-1])
        return started, [json.loads(event["data"]) for event in events]

    def save(self, path, name):
        file = self.folder / name
        file.write_bytes(self.get(path).text)
        return file

    def outcomes(self, file):
        done = cxsim("summary", file, "--json")
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout)


class WhatItOffers(Session):
    def test_offers_the_whole_library(self):
        offered = self.json("/api/library")
        listed = json.loads(cxsim("scenarios", "--json").stdout)
        self.assertEqual([one["title"] for one in listed], [one["title"] for one in offered])
        lessons = [one["name"] for one in offered if one["is_lesson"]]
        self.assertEqual(14, len(lessons), lessons)
        for one in offered:
            if one["is_lesson"]:
                for words in ("question", "concept", "look_for", "weakness", "firm"):
                    self.assertTrue(one[words], (one["name"], words))

    def test_offers_controls_that_the_command_line_takes(self):
        for name in ("01_first_run", "03_chatbot_bet", "09_it_went_viral"):
            controls = self.json("/api/scenario?" + query(name))
            every = controls["simulation"] + controls["company"] + [
                control for one in controls["interventions"] for control in one["controls"]]
            # Few enough calls: of all controls at once, but the days, on which others depend.
            every = [control for control in every if control["key"] != "simulation.days"]
            for end in ("low", "value", "high"):
                words = [word for control in every
                         for word in ("--set", f"{control['key']}={control[end]:.12g}")]
                done = cxsim("check", name, *words)
                self.assertEqual(0, done.returncode, done.stderr)

    def test_shows_the_values_after_changes(self):
        controls = self.json("/api/scenario?" + query(
            "03_chatbot_bet", ["company.maturity_stage=4", 'arm.bot_alone.apply=[]']))
        self.assertEqual(4, controls["company"][0]["value"])
        self.assertEqual([], controls["arms"][1]["apply"])
        self.assertIn("--set company.maturity_stage=4", controls["command"])

    def test_offers_every_kind_of_intervention(self):
        catalogue = self.json("/api/catalogue?" + query("03_chatbot_bet"))
        natures = [kind["nature"] for kind in catalogue["kinds"]]
        self.assertEqual((23, 7), (natures.count("intervention"), natures.count("shock")))

    def test_says_what_cxsim_check_says(self):
        wrong = ["company.maturity_stag=4", "intervention.bott.technology=0.3"]
        problems = self.json("/api/scenario?" + query("03_chatbot_bet", wrong))["problems"]
        said = cxsim("check", "03_chatbot_bet", *(f"--set={change}" for change in wrong)).stderr
        for problem in problems:
            for words in (problem["key"], problem["what"], problem["why"], problem["cure"]):
                self.assertIn(words, said)


class WhatItRuns(Session):
    def test_runs_what_cxsim_run_would(self):
        started, events = self.run_to_its_end("03_chatbot_bet", SET)
        self.assertEqual(400, started["people"])
        self.assertEqual(400 * 2 * (60 + 4 * 420), started["person_days"])
        progress = [event for event in events if event["event"] == "progress"]
        for event in progress:
            self.assertEqual((started["run"], started["person_days"]), (event["run"], event["of"]))
        done = [event["done"] for event in progress]
        self.assertEqual(sorted(done), done)
        file = self.save(f"/api/runs/{started['run']}/results.h5", "studio.h5")
        words = [f"--set={change}" for change in SET]
        told = cxsim("run", "03_chatbot_bet", *words, "-o", self.folder / "told.h5")
        self.assertEqual(0, told.returncode, told.stderr)
        self.assertEqual((self.folder / "told.h5").read_bytes(), file.read_bytes())

    def test_shows_content_that_its_command_makes_again(self):
        started, _ = self.run_to_its_end("02_what_if", SET)
        content = self.json(f"/api/runs/{started['run']}")
        self.assertEqual(1, content["schema"])
        self.assertIsNone(content["customers"])
        self.assertEqual([], content["lives"])
        self.assertTrue(content["command"].startswith("cxsim run 02_what_if --set "))
        again = subprocess.run(content["command"].replace("cxsim", shlex.quote(PROGRAM), 1) + " -o again.h5",
                               shell=True, cwd=self.folder, capture_output=True, check=True,
                               env={**os.environ, "CXSIM_SCENARIOS": str(SOURCE / "scenarios")})
        self.assertIn(b"again.h5", again.stdout)
        file = self.save(f"/api/runs/{started['run']}/results.h5", "studio.h5")
        self.assertEqual((self.folder / "again.h5").read_bytes(), file.read_bytes())

    def test_saves_scenarios_that_give_the_same_numbers(self):
        for name, toml in (("plain", ""), ("mine", MINE)):
            started, _ = self.run_to_its_end("03_chatbot_bet", SET, toml=toml)
            answer = self.get(f"/api/runs/{started['run']}/scenario.toml")
            self.assertIn("attachment", answer.headers["Content-Disposition"])
            saved = self.folder / f"{name}.toml"
            saved.write_bytes(answer.text)
            checked = cxsim("check", saved)
            self.assertEqual(0, checked.returncode, checked.stderr)
            again = self.folder / f"{name}_again.h5"
            ran = cxsim("run", saved, "-o", again)
            self.assertEqual(0, ran.returncode, ran.stderr)
            file = self.save(f"/api/runs/{started['run']}/results.h5", f"{name}.h5")
            self.assertEqual(self.outcomes(again), self.outcomes(file))
            self.assertEqual(toml != "", "mine" in json.dumps(self.outcomes(file)))
            self.assertNotIn(str(SOURCE).encode(), file.read_bytes())

    def test_tells_lives_and_customers(self):
        started, _ = self.run_to_its_end("02_what_if", SET)
        run = f"/api/runs/{started['run']}"
        customers = self.json(run + "/customers?people=100")
        self.assertEqual((400, 100), (customers["population"], customers["sampled"]))
        life = self.json(run + "/life?person=7")
        self.assertEqual((7, 2), (life["person"], len(life["arms"])))
        diary = json.loads(cxsim("diary", "02_what_if", *(f"--set={change}" for change in SET),
                                 "--person", 7, "--json").stdout)
        self.assertEqual(diary["title"], life["arms"][0]["title"])
        self.assertTrue(self.json(run + "/lives"))
        self.json(run + "/life?person=400", 400)

    def test_makes_a_report(self):
        started, _ = self.run_to_its_end("02_what_if", SET)
        report = self.get(f"/api/runs/{started['run']}/report.html?quick=1")
        self.assertIn("attachment", report.headers["Content-Disposition"])
        self.assertIn(b'id="content"', report.text)

    def test_says_what_a_decision_leans_on(self):
        started, _ = self.run_to_its_end("02_what_if", SET)
        run = f"/api/runs/{started['run']}/leaning"
        self.json(run + "?arm=trained", 409)
        with Listener(self.studio) as listener:
            begun = self.post(run, {"arm": "trained"})
            self.assertGreater(begun["person_days"], 0)
            self.assertEqual("leaning", listener.until("leaning", "failed")[-1]["event"])
        leaning = self.json(run + "?arm=trained")
        self.assertTrue(leaning["swings"])
        self.post(run, {"arm": "baseline"}, 400)

    def test_stops(self):
        with Listener(self.studio) as listener:
            started = self.post("/api/runs", {"scenario": "03_chatbot_bet",
                                              "set": ["simulation.people=20000"]})
            self.assertEqual({"stopped": started["run"]}, self.post("/api/stop", {}))
            self.assertEqual("stopped", listener.until("stopped", "done")[-1]["event"])
        self.json(f"/api/runs/{started['run']}", 410)
        self.assertEqual({"stopped": None}, self.post("/api/stop", {}))

    def test_begins_anew_at_a_change(self):
        with Listener(self.studio) as listener:
            first = self.post("/api/runs", {"scenario": "03_chatbot_bet",
                                            "set": ["simulation.people=20000"]})
            second = self.post("/api/runs", {"scenario": "01_first_run", "set": SET})
            ended = [json.loads(event["data"]) for event in listener.until("done")
                     if event["event"] != "progress"]
        self.assertEqual([("stopped", first["run"]), ("done", second["run"])],
                         [(event["event"], event["run"]) for event in ended])

    def test_runs_nothing_that_is_too_much(self):
        for change in ("simulation.people=200000000", "simulation.days=36500"):
            problems = self.post("/api/runs", {"scenario": "03_chatbot_bet", "set": [
                change, "simulation.replications=100"]})["problems"]
            self.assertIn("cxsim run 03_chatbot_bet", problems[0]["cure"])

    def test_takes_no_wrong_words(self):
        for value in ([], {}, {"scenario": 1}, {"scenario": "01_first_run", "people": 100},
                      {"scenario": "01_first_run", "set": "company.promise=1"}):
            self.assertTrue(self.post("/api/runs", value, 400)["problems"])
        for value in ({"scenario": "01_first_run", "set": ["company.promise=2"]},
                      {"scenario": "/etc/passwd"}, {"scenario": "01_first_run", "toml": "a ="}):
            self.assertTrue(self.post("/api/runs", value)["problems"])
        self.json("/api/runs/999", 404)
        self.json("/api/nothing", 404)
        self.json("/api/library?x=1", 400)


class HowItBegins(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def started_with(self, *words):
        studio = Studio(*words, limits="")
        self.addCleanup(studio.stop)
        hash_ = urllib.parse.parse_qs(urllib.parse.urlsplit(studio.link).fragment)
        controls = json.loads(studio.ask("GET", "/api/scenario").text)
        self.assertEqual(hash_["scenario"], [controls["name"]])
        self.assertEqual(hash_.get("set", []), controls["set"])
        return studio, controls

    def refused(self, *words, **more):
        done = cxsim("studio", "--no-open", *words, **more)
        self.assertEqual("", done.stdout)
        self.assertIn("what to do:", done.stderr)
        return done

    def stub(self):
        stand_in_page(self.folder)
        return {**os.environ, "CXSIM_PAGE": str(self.folder)}

    def test_begins_with_a_first_scenario(self):
        _, controls = self.started_with()
        self.assertEqual("01_first_run", controls["name"])

    def test_carries_changes_in_its_link(self):
        _, controls = self.started_with("03_chatbot_bet", "--people", 300, "--set",
                                        'arm.bot_alone.apply=["bot", "customer_first"]')
        self.assertEqual("03_chatbot_bet", controls["name"])
        self.assertEqual(300, controls["simulation"][0]["value"])
        self.assertEqual(["bot", "customer_first"], controls["arms"][1]["apply"])

    def test_offers_a_scenario_of_ones_own_first(self):
        file = self.folder / "my firm.toml"
        base = SOURCE / "scenarios" / "02_what_if.toml"
        file.write_text(f'extends = "{base}"\n[about]\ntitle = "My firm"\n', encoding="utf-8")
        studio, controls = self.started_with(file)
        self.assertEqual("my firm", controls["name"])
        self.assertIn(f"'{file}'", controls["command"])
        library = json.loads(studio.ask("GET", "/api/library").text)
        self.assertEqual("My firm", library[0]["title"])
        self.assertFalse(library[0]["is_lesson"])

    def test_goes_on_from_a_result_file(self):
        done = cxsim("run", "02_what_if", *(f"--set={change}" for change in SET), "-o",
                     self.folder / "made.h5")
        self.assertEqual(0, done.returncode, done.stderr)
        _, controls = self.started_with(self.folder / "made.h5")
        self.assertEqual("What if: a trained service desk", controls["about"]["title"])
        self.assertEqual(400, controls["simulation"][0]["value"])

    def test_refuses_what_is_not_in_order(self):
        self.assertEqual(2, self.refused("no_such", env=self.stub()).returncode)
        self.assertEqual(2, self.refused("03_chatbot_bet", "--set", "company.promise=7",
                                         env=self.stub()).returncode)
        self.assertEqual(2, self.refused("--set", "company.promise=7",
                                         env=self.stub()).returncode)

    def test_says_how_to_build_the_page(self):
        done = self.refused(env={**os.environ, "CXSIM_PAGE": str(self.folder / "nothing")})
        self.assertEqual(1, done.returncode)
        self.assertIn("./dev", done.stderr)


class HowItEnds(unittest.TestCase):
    def test_leaves_nothing_behind(self):
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with tempfile.TemporaryDirectory() as folder:
                before = os.environ.get("TMPDIR")
                os.environ["TMPDIR"] = folder
                try:
                    studio = Studio("03_chatbot_bet", limits="")
                finally:
                    if before is None:
                        del os.environ["TMPDIR"]
                    else:
                        os.environ["TMPDIR"] = before
                private = list(pathlib.Path(folder).glob("cxsim-studio-*"))
                self.assertEqual(1, len(private))
                self.assertEqual(0o700, private[0].stat().st_mode & 0o777)
                with Listener(studio) as listener:
                    studio.post("/api/runs", {"scenario": "03_chatbot_bet",
                                              "set": ["simulation.people=20000"]})
                    listener.until("progress")
                    status, said = studio.stop(how)
                self.assertEqual(130, status)
                self.assertIn("Ctrl-C", said)
                self.assertEqual([], list(pathlib.Path(folder).glob("cxsim-studio-*")))


if __name__ == "__main__":
    unittest.main()
