"""`cxsim export --format xes`: the contact log as a valid event log, every contact once."""

import collections
import datetime
import pathlib
import tempfile
import unittest

import h5py
from lxml import etree
from program import SOURCE, cxsim

TITLE = 'Firm & <sons>, "what if"'
SCENARIO = f"""extends = "{SOURCE / 'scenarios' / '02_what_if.toml'}"
[about]
title = '{TITLE}'
[simulation]
people = 600
days = 240
burn_in = 120
replications = 2
[record]
people = 100
contacts = 60
life_events = 20
"""
TYPES = {"string": str, "int": int, "float": float,
         "date": datetime.datetime.fromisoformat}


def attributes(element):
    """Key -> value of the attributes of a log, a trace, an event or a global."""
    return {one.get("key"): TYPES[one.tag](one.get("value")) for one in element
            if one.tag in TYPES}


class EventLog(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.home.name)
        (cls.folder / "firm.toml").write_text(SCENARIO)
        cls.call("run", "firm.toml", "--quiet", "-o", "firm.h5")
        cls.said = cls.call("export", "firm.h5", "--format", "xes", "--arm", "trained",
                            "--replication", "all", "-o", "all.xes").stderr
        cls.log = etree.parse(cls.folder / "all.xes").getroot()
        cls.cases = [(attributes(trace), [attributes(event) for event in trace.iter("event")])
                     for trace in cls.log.iter("trace")]
        with h5py.File(cls.folder / "firm.h5") as file:
            cls.contacts = cls.rows(file, "contacts")
            cls.lives = cls.rows(file, "life_events")
            cls.labels = {name: [text.decode() for text in file[name]]
                          for name in ("arm", "touchpoint", "journey", "segment",
                                       "upstream_touchpoint", "upstream_root_cause")}
            cls.kinds = file["life_events/kind"].attrs["flag_meanings"].split()
            cls.answerers = file["contacts/answered_by"].attrs["flag_meanings"].split()
            cls.start = datetime.datetime.fromisoformat(file.attrs["start_date"] + "T00:00+00:00")
            arm = cls.labels["arm"].index("trained")
            cls.segments = {(run, int(person)): cls.labels["segment"][place]
                            for run in range(2) for person, place in
                            zip(file["people/person"], file["people/segment"][arm, run])}
        cls.own = [row for row in cls.contacts if row["arm_index"] == arm]
        cls.arm = arm

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    @classmethod
    def call(cls, *words):
        said = cxsim(*words, folder=cls.folder)
        assert said.returncode == 0, said.stderr
        return said

    @staticmethod
    def rows(file, group):
        columns = {name: data[...] for name, data in file[group].items() if name != "event"}
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def test_follows_the_schema(self):
        schema = etree.RelaxNG(etree.parse(pathlib.Path(__file__).with_name("xes.rng")))
        self.assertTrue(schema.validate(etree.parse(self.folder / "all.xes")), schema.error_log)
        self.assertFalse(schema.validate(etree.fromstring("<log xes.version='1'><trace/><global/></log>")))
        self.assertFalse(schema.validate(etree.fromstring(
            "<log xes.version='1'><int key='a' value='1.5'/></log>")))
        self.assertEqual("1849.2016", self.log.get("xes.version"))

    def test_no_element_has_two_attributes_of_one_key(self):
        for element in self.log.iter("log", "trace", "event", "global"):
            keys = [one.get("key") for one in element if one.get("key")]
            self.assertEqual(len(keys), len(set(keys)))

    def test_every_prefix_is_of_an_extension(self):
        declared = {one.get("prefix") for one in self.log.iter("extension")}
        used = {one.get("key").split(":")[0] for one in self.log.iter(*TYPES)
                if ":" in one.get("key")}
        self.assertEqual(declared, used)

    def test_what_is_global_is_everywhere_and_of_one_type(self):
        for scope in ("trace", "event"):
            declared = [one for one in self.log.iter("global") if one.get("scope") == scope]
            self.assertEqual(1, len(declared))
            types = {(one.get("key"), one.tag) for one in declared[0]}
            self.assertGreater(len(types), 5)
            for element in self.log.iter(scope):
                self.assertLessEqual(types, {(one.get("key"), one.tag) for one in element})

    def test_classifiers_are_made_of_globals(self):
        self.assertEqual(3, len(list(self.log.iter("classifier"))))
        for classifier in self.log.iter("classifier"):
            keys = {one.get("key") for declared in self.log.iter("global")
                    if declared.get("scope") == classifier.get("scope") for one in declared}
            self.assertLessEqual(set(classifier.get("keys").split()), keys)

    def test_time_goes_on_within_a_case(self):
        for _, events in self.cases:
            times = [event["time:timestamp"] for event in events]
            self.assertEqual(sorted(times), times)
            self.assertTrue(all(time.tzinfo for time in times))

    def test_holds_every_contact_once(self):
        told = collections.Counter(
            (case["replication"], case["person"], case["journey"],
             (event["time:timestamp"] - self.start).days, event["concept:name"], event["outcome"],
             event["cause"], event["upstream_touchpoint"], event["number_in_journey"],
             event["answered_by"])
            for case, events in self.cases for event in events)
        logged = collections.Counter(
            (row["replication_index"], row["person"], self.labels["journey"][row["journey_index"]],
             row["day"], self.labels["touchpoint"][row["touchpoint_index"]],
             ("failure", "success")[row["success"]],
             self.labels["upstream_root_cause"][row["upstream_root_cause_index"]],
             self.labels["upstream_touchpoint"][row["upstream_touchpoint_index"]],
             row["number_in_journey"], self.answerers[row["answered_by"]])
            for row in self.own)
        self.assertEqual([], list((logged - told).items())[:3])
        self.assertEqual([], list((told - logged).items())[:3])
        self.assertEqual(1, max(told.values()))
        self.assertGreater(len({cause for *_, cause, _, _, _ in told}), 1)
        self.assertEqual({"failure", "success"}, {event["outcome"] for _, events in self.cases
                                                  for event in events})
        self.assertEqual(f"{len(self.own)} contacts on {len(self.cases)} journeys written to "
                         "all.xes\n", self.said)

    def test_numbers_are_those_of_the_log(self):
        events = [event for _, events in self.cases for event in events]
        for event, row in zip(events, self.own, strict=True):
            for name in ("wait", "expected", "perceived", "gap", "reaction", "satisfaction"):
                self.assertEqual(row[name], type(row[name])(event[name]), name)
            self.assertEqual(row["csat"] == row["csat"], "csat" in event)

    def test_a_case_is_one_journey_of_one_person(self):
        names = [case["concept:name"] for case, _ in self.cases]
        self.assertEqual(len(names), len(set(names)))
        numbers = collections.defaultdict(list)
        for case, events in self.cases:
            self.assertEqual(list(range(1, len(events) + 1)),
                             [event["number_in_journey"] for event in events])
            self.assertEqual("{replication}-{person}-{journey_number}".format(**case),
                             case["concept:name"])
            numbers[case["replication"], case["person"]].append(case["journey_number"])
        for of_person in numbers.values():
            self.assertEqual(list(range(1, len(of_person) + 1)), of_person)

    def test_tells_how_journeys_ended_where_lives_are_logged(self):
        ends = {}
        for row in self.lives:
            kind = self.kinds[row["kind"]]
            key = (row["arm_index"], row["replication_index"], row["person"], row["day"])
            if kind == "close":
                ends[key] = "resolved" if row["success"] else "abandoned"
            if kind == "declined":
                ends[key] = "declined"
        told = set()
        for case, events in self.cases:
            day = (events[-1]["time:timestamp"] - self.start).days
            key = (self.arm, case["replication"], case["person"], day)
            self.assertEqual(ends.get(key, "unknown"), case["ended"], case)
            told.add(case["ended"])
        self.assertLessEqual({"resolved", "abandoned", "unknown"}, told)

    def test_tells_segments_where_people_are_recorded(self):
        for case, _ in self.cases:
            self.assertEqual(self.segments.get((case["replication"], case["person"])),
                             case.get("segment"))
        self.assertTrue(any("segment" in case for case, _ in self.cases))

    def test_places_touchpoints(self):
        seen = {(event["concept:name"], event["channel"], event["stage"], event["org:group"])
                for _, events in self.cases for event in events}
        self.assertEqual(len(seen), len({name for name, *_ in seen}))
        self.assertIn(("call", "phone", "help", "service"), seen)

    def test_escapes_what_xml_reserves(self):
        self.assertEqual(TITLE, attributes(self.log)["concept:name"])

    def test_takes_one_arm_and_replication(self):
        self.call("export", "firm.h5", "--format", "xes", "--quiet")
        log = etree.parse(self.folder / "firm.xes").getroot()
        self.assertEqual({("baseline", 0)}, {(attributes(trace)["arm"],
                                              attributes(trace)["replication"])
                                             for trace in log.iter("trace")})
        self.assertEqual(sum(row["arm_index"] == row["replication_index"] == 0
                             for row in self.contacts), len(list(log.iter("event"))))

    def test_wrong_input_is_told(self):
        for words, cure in ((("--arm", "traind"), "trained"), (("--replication", "2"), "0 to 1"),
                            (("--replication", "x"), "or all"), (("--table", "arms"), "--table")):
            said = cxsim("export", "firm.h5", "--format", "xes", "-o", "no.xes", *words,
                         folder=self.folder)
            self.assertEqual(2, said.returncode, words)
            self.assertIn(cure, said.stderr)
        self.assertFalse((self.folder / "no.xes").exists())

    def test_needs_contacts(self):
        self.call("run", "firm.toml", "--set", "record.contacts=0", "--replications", 1, "--quiet",
                  "-o", "none.h5")
        said = cxsim("export", "none.h5", "--format", "xes", folder=self.folder)
        self.assertEqual(2, said.returncode)
        self.assertIn("add contacts = 1000 to [record] and run again", said.stderr)


if __name__ == "__main__":
    unittest.main()
