"""Every fact and oracle, measured anew in the small form, against what the record says of it."""

import unittest

from facts import FACTS
from lab import Laboratory, Size, record
from oracles import ORACLES

STALE = "the validation page is stale: run ./dev validate and look at what changed"
NEARLY = 1.1 * 10**(1 - record.DIGITS)   # the record keeps so many digits
ZERO = 1e-9


class SmallForm(unittest.TestCase):
    """One test for each fact and oracle. The simulator is deterministic to the last bit, so that any change
    of the model shows."""

    @classmethod
    def setUpClass(cls):
        cls.lab = Laboratory(Size.small)
        cls.addClassCleanup(cls.lab.close)

    def measures_what_is_recorded(self, experiment):
        known = record.read()["reference"]["small"].get(experiment.number)
        self.assertIsNotNone(known, STALE)
        self.assertNotEqual(known["status"], "unrun", known.get("reason"))
        found = [record.check_record(check) for check in experiment.measure(self.lab).checks]
        self.assertEqual(names(found), names(known["checks"]), STALE)
        for now, then in zip(found, known["checks"]):
            with self.subTest(check=now["name"]):
                self.assertEqual(differences(now, then), {}, STALE)
        self.assertEqual(record.status_of(found), known["status"], STALE)


def names(checks):
    return [check["name"] for check in checks]


def differences(now, then):
    """What is not the same: (now, then) by name."""
    return {part: (now.get(part), then.get(part)) for part in now.keys() | then.keys()
            if not same(now.get(part), then.get(part))}


def same(now, then):
    """Whether two values of a record are equal but for the last digit of a number."""
    if isinstance(now, list) and isinstance(then, list):
        return len(now) == len(then) and all(map(same, now, then))
    if isinstance(now, float) and isinstance(then, float):
        return abs(now - then) <= NEARLY * max(abs(now), abs(then)) + ZERO
    return now == then


def test_of(experiment):
    def test(self):
        self.measures_what_is_recorded(experiment)
    test.__doc__ = f"{experiment.number}: {experiment.title}"
    return test


for one in [*FACTS, *ORACLES]:
    setattr(SmallForm, f"test_{one.number}", test_of(one))


if __name__ == "__main__":
    unittest.main()
