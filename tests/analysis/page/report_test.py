"""cxsim report from outside: one file that holds its results and loads nothing, and what is refused."""

import base64
import gzip
import html.parser
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "cli")]
import contract  # noqa: E402
from program import FIRST_RUN, PROGRAM, SOURCE, cxsim  # noqa: E402

WHAT_IF = SOURCE / "scenarios" / "02_what_if.toml"
SMALL = ["--people", "1000", "--days", "360", "--replications", "3"]
# With a promise, and with a figure of the firm's own.
SCENARIO = f"""
extends = "{WHAT_IF}"
[measured]
nps = 12
[[expect]]
name = "it_helps"
says = "Training makes customers recommend."
outcome = "nps_true"
arm = "trained"
change = "up"
months = [7, 12]
"""
BUILT_PAGE = pathlib.Path(PROGRAM).parent / "page"
STUB = {
    "index.html": """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="color-scheme" content="light dark" />
<title>cxsim</title>
<script type="module" crossorigin src="./page.js"></script>
<link rel="stylesheet" crossorigin href="./page.css">
</head>
<body><div id="page"></div></body>
</html>
""",
    "page.js": 'document.title += "</script>";\n',
    "page.css": "body { color: green }\n",
}


class Tags(html.parser.HTMLParser):
    """The tags of a page, and the text of those it names by id or kind."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.texts, self.here = [], {}, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.here = self.tags[-1][1].get("id") or tag

    def handle_endtag(self, tag):
        self.here = None

    def handle_data(self, data):
        self.texts[self.here] = self.texts.get(self.here, "") + data


def content_of(path):
    packed = Tags(path.read_text(encoding="utf-8")).texts["content"]
    return json.loads(gzip.decompress(base64.b64decode(packed, validate=True)))


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        page = cls.folder / "stub"
        page.mkdir()
        for name, text in STUB.items():
            (page / name).write_text(text, encoding="utf-8")
        (cls.folder / "mine.toml").write_text(SCENARIO, encoding="utf-8")
        cls.made("run", "mine.toml", *SMALL, "-o", "two.h5")
        cls.made("run", FIRST_RUN, "--people", "300", "--days", "90", "--replications", "2",
                 "--set", "record.people=0", "-o", "one.h5")
        cls.quick = cls.made("report", "two.h5", "--quick")
        cls.content = content_of(cls.folder / "two.html")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def call(cls, *words, page="stub"):
        return cxsim(*words, folder=cls.folder, env={**os.environ, "CXSIM_PAGE": str(page and cls.folder / page)})

    @classmethod
    def made(cls, *words):
        done = cls.call(*words)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done

    def assert_told(self, words, status, *said, page="stub"):
        before = sorted(self.folder.iterdir())
        done = self.call("report", *words, page=page)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        for text in ("what to do:", *said):
            self.assertIn(text, done.stderr)
        self.assertEqual(sorted(self.folder.iterdir()), before, "something was left behind")

    def assert_self_contained(self, text):
        tags = Tags(text)
        for tag, attributes in tags.tags:
            self.assertNotIn(tag, ("link", "iframe", "img", "object", "embed", "base"))
            for name in ("src", "href", "srcset", "action", "data"):
                self.assertNotIn(name, attributes, tag)
        policy = [a["content"] for tag, a in tags.tags if a.get("http-equiv") == "Content-Security-Policy"]
        self.assertEqual(policy, ["default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
                                  "img-src data: blob:"])
        self.assertNotRegex(tags.texts.get("style", ""), r"@import|url\((?!['\"]?data:)")
        return tags

    def test_says_where_the_report_is(self):
        self.assertEqual(self.quick.stdout, "")
        self.assertRegex(self.quick.stderr, r"^Report: two\.html \(\d\.\d MB\)\.")
        self.assertEqual(self.call("report", "two.h5", "--quick", "--quiet").stderr, "")

    def test_is_one_file_that_loads_nothing(self):
        text = (self.folder / "two.html").read_text(encoding="utf-8")
        tags = self.assert_self_contained(text)
        self.assertNotRegex(text, "https?://")
        self.assertEqual(tags.texts["title"], self.content["about"]["title"] + " - report")
        self.assertIn(("html", {"lang": "en"}), tags.tags)
        self.assertIn("color: green", tags.texts["style"])
        self.assertIn('document.title += "\\x3C/script>";', tags.texts["script"])

    def test_holds_what_the_page_expects(self):
        told, c = contract.members(), self.content
        self.assertIn("cumulative_npv", c["series"])
        for name, parts in {
            "Content": [c], "Arm": c["arms"], "Named": c["segments"], "Outcome": c["outcomes"],
            "Spread": c["outcomes"][0]["arms"], "Series": c["series"].values(),
            "Band": c["series"]["profit"]["arms"], "SegmentSeries": c["segment_series"].values(),
            "Decision": c["decisions"], "PeopleGroup": c["decisions"][0]["people"],
            "Retention": [c["retention"]], "RetentionCohort": c["retention"]["arms"][0]["cohorts"],
            "Promise_": c["promises"], "JourneyMap": [c["map"]], "MapColumn": c["map"]["columns"],
            "MapPlace": c["map"]["places"], "MapLink": c["map"]["links"], "Reason": c["reasons"],
            "Customers": [c["customers"]], "CustomersOfArm": c["customers"]["arms"], "Life": c["lives"],
            "Diary": c["lives"][0]["arms"], "LifeEntry": c["lives"][0]["arms"][0]["entries"],
        }.items():
            self.assertTrue(parts, name)
            for part in parts:
                self.assertEqual(told[name] - set(part), set(), f"{name} lacks them")

    def test_says_what_compare_says(self):
        compared = json.loads(self.made("compare", "two.h5", "--json").stdout)
        for decision in self.content["decisions"]:
            arm = compared["arms"][self.content["arms"][decision["arm"]]["name"]]
            npv = arm["outcomes"]["npv"]["difference"]
            self.assertAlmostEqual(decision["npv"]["mean"], npv["mean"], places=3)
            self.assertAlmostEqual(decision["npv"]["low"], npv["t_interval"][0], places=3)
            self.assertEqual(decision["payback"]["months"], arm["payback"]["months"])
            last = self.content["series"]["cumulative_npv"]["arms"][decision["arm"]]["mean"][-1]
            self.assertAlmostEqual(last / npv["mean"], 1, places=4)

    def test_holds_what_the_scenario_promises_and_the_firm_measured(self):
        promise = self.content["promises"][0]
        self.assertEqual((promise["name"], promise["against"], promise["months"], promise["against_months"]),
                         ("it_helps", "baseline", [7, 12], [7, 12]))
        self.assertRegex(self.content["measured"]["text"], r"NPS of those who answer +12")

    def test_keeps_the_command_that_makes_it_again(self):
        words = self.content["command"].split()
        self.assertEqual(words[:3], ["cxsim", "run", "mine.toml"])
        self.made(*words[1:], "-o", "again.h5")
        self.assertEqual((self.folder / "again.h5").read_bytes(), (self.folder / "two.h5").read_bytes())

    def test_the_same_file_gives_the_same_report(self):
        self.made("report", "two.h5", "-o", "a.html", "--threads", "1")
        self.made("report", "two.h5", "-o", "b.html")
        report = (self.folder / "a.html").read_bytes()
        self.assertEqual(report, (self.folder / "b.html").read_bytes())
        self.assertNotIn(str(self.folder).encode(), report)

    def test_holds_the_ledger_unless_it_is_to_be_quick(self):
        self.assertIsNone(self.content["decisions"][0]["explanation"]["leans_on"])
        self.made("report", "two.h5", "-o", "ledger.html", "--people", "10")
        with_ledger = content_of(self.folder / "ledger.html")
        explained = json.loads(self.made("compare", "two.h5", "--explain", "trained", "--json").stdout)
        found = with_ledger["decisions"][0]["explanation"]["leans_on"]
        self.assertEqual([swing["key"] for swing in found["swings"]],
                         [swing["key"] for swing in explained["leans_on"]["swings"]])
        self.assertEqual(found["people"], explained["leans_on"]["people"])
        self.assertEqual(with_ledger["customers"]["sampled"], 10)

    def test_one_arm_alone_without_people_is_enough(self):
        self.made("report", "one.h5", "-o", "one.html")
        content = content_of(self.folder / "one.html")
        self.assertEqual(content["decisions"], [])
        self.assertIsNone(content["retention"])
        self.assertEqual(content["months"], 3)

    def test_goes_to_standard_output(self):
        done = self.made("report", "two.h5", "--quick", "-o", "-")
        self.assertEqual(done.stdout, (self.folder / "two.html").read_text(encoding="utf-8"))

    def test_refuses_what_is_no_result(self):
        (self.folder / "text.h5").write_text("no results")
        self.assert_told(["none.h5"], 2, "none.h5")
        self.assert_told(["text.h5"], 2, "text.h5")
        self.assert_told([WHAT_IF], 2, "02_what_if.toml")

    def test_refuses_a_sweep(self):
        self.made("sweep", WHAT_IF, *SMALL[:4], "--replications", "1", "--vary", "money.margin=0.4:0.6:2",
                  "--design", "grid", "-o", "swept")
        self.assert_told(["swept"], 2, "sweep", "cxsim summary")
        self.assert_told(["swept/results.h5"], 2, "sweep", "cxsim summary")

    def test_refuses_a_run_that_did_not_end_unless_told(self):
        partial = self.folder / "half.h5.partial"
        whole = (self.folder / "one.h5").read_bytes()
        partial.write_bytes(whole)
        import h5py
        with h5py.File(partial, "r+") as file:
            file.attrs["complete"] = type(file.attrs["complete"])(0)
        self.assert_told([partial.name], 2, "incomplete")
        self.made("report", partial.name, "--incomplete", "--quick", "-o", "half.html")

    def test_refuses_options_that_mean_nothing(self):
        for words in (["--people", "0"], ["--threads", "0"], ["--frobnicate"]):
            self.assertEqual(self.call("report", "two.h5", *words).returncode, 2, words)

    def test_fails_where_it_cannot_write(self):
        self.assert_told(["two.h5", "-o", "nowhere/a.html"], 1, "there is no folder nowhere")
        self.assert_told(["two.h5", "-o", "stub"], 1, "this is a folder")
        self.assert_told(["two.h5", "--quick", "-o", "/proc/a.html"], 1, "/proc/a.html")

    def test_does_not_write_over_the_results(self):
        before = (self.folder / "two.h5").read_bytes()
        self.assert_told(["two.h5", "--quick", "-o", "./two.h5"], 2, "result file itself", "two.html")
        self.assertEqual((self.folder / "two.h5").read_bytes(), before)

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_fails_in_a_folder_that_is_read_only(self):
        closed = self.folder / "closed"
        closed.mkdir(mode=0o500)
        self.assert_told(["two.h5", "-o", "closed/a.html"], 1, "cannot write in the folder closed")

    def test_fails_where_the_page_was_not_built(self):
        (self.folder / "empty").mkdir(exist_ok=True)
        self.assert_told(["two.h5", "-o", "a.html"], 1, "index.html", "./dev page", page="empty")

    def test_stops_when_interrupted(self):
        environment = {**os.environ, "CXSIM_PAGE": str(self.folder / "stub")}
        with subprocess.Popen([PROGRAM, "report", "two.h5", "-o", "stopped.html", "--threads", "1"],
                              cwd=self.folder, env=environment, stderr=subprocess.PIPE, text=True) as process:
            while process.poll() is None and not catches_interrupts(process.pid):
                time.sleep(.001)
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=300)[1]
        self.assertEqual(process.returncode, 130, said)
        self.assertIn("no report was written", said)
        self.assertEqual(list(self.folder.glob("stopped*")), [])

    @unittest.skipUnless((BUILT_PAGE / "index.html").exists(), "the page was not built: ./dev page builds it")
    def test_the_page_itself_stays_small_and_loads_nothing(self):
        environment = {k: v for k, v in os.environ.items() if k != "CXSIM_PAGE"}
        done = cxsim("report", "two.h5", "-o", "real.html", "--quick", folder=self.folder, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        report = self.folder / "real.html"
        self.assert_self_contained(report.read_text(encoding="utf-8"))
        self.assertEqual(content_of(report), self.content)
        self.assertLess(report.stat().st_size, 2e6)


def catches_interrupts(pid):
    """Whether the process has said what is to happen on Ctrl-C."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    caught = int(re.search(r"^SigCgt:\s*(\w+)", status, re.MULTILINE)[1], 16)
    return bool(caught >> (signal.SIGINT - 1) & 1)


if __name__ == "__main__":
    unittest.main()
