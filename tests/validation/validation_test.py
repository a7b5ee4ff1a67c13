"""The record is whole, its verdicts follow from its numbers, and the pages say what it says."""

import os
import unittest

from facts import FACTS
from lab import record
from oracles import ORACLES
from page import pages

PUBLISHED = [*range(1, 10), *range(11, 15), *range(16, 21), *range(22, 26), *range(27, 32)]
OUTCOMES = record.read()
FULL = OUTCOMES["reference"]["full"]
SMALL = OUTCOMES["reference"]["small"]


def entries():
    return [((firm, size, number), entry) for firm, sizes in OUTCOMES.items() for size, facts in sizes.items()
            for number, entry in facts.items()]


class Record(unittest.TestCase):
    def test_every_published_regularity_was_measured(self):
        self.assertEqual([int(fact.number) for fact in FACTS], PUBLISHED)
        for fact in FACTS:
            with self.subTest(fact.number):
                self.assertIn(fact.number, FULL)
                self.assertNotEqual(FULL[fact.number]["status"], "unrun")

    def test_nothing_is_recorded_that_no_experiment_measures(self):
        known = {one.number for one in [*FACTS, *ORACLES]}
        for where, _ in entries():
            self.assertIn(where[2], known, where)

    def test_a_verdict_is_what_the_numbers_give(self):
        for where, entry in entries():
            if entry["status"] != "unrun":
                with self.subTest(where):
                    self.assertEqual(record.status_of(entry["checks"]), entry["status"])
                    for check in entry["checks"]:
                        self.assertEqual(record.in_band(check["value"], check["band"]), check["holds"])

    def test_a_band_does_not_depend_on_the_size(self):
        """Together with the small form, which measures anew, this holds recorded bands to those in facts/.
        Oracles are left out: theirs are counted in standard errors."""
        for fact in FACTS:
            with self.subTest(fact.number):
                full, small = ({check["name"]: check["band"] for check in size[fact.number]["checks"]}
                               for size in (FULL, SMALL))
                self.assertEqual(full, small)

    def test_every_fact_has_a_check_with_a_band(self):
        for fact in FACTS:
            with self.subTest(fact.number):
                self.assertTrue(any(not check["control"] and check["band"] != [None, None]
                                    for check in FULL[fact.number]["checks"]))

    def test_nine_facts_in_ten_are_in_band(self):
        fine = [fact.number for fact in FACTS if FULL[fact.number]["status"] == "in band"]
        self.assertGreaterEqual(len(fine), .9 * len(FACTS), f"in band: {', '.join(fine)}")


class Pages(unittest.TestCase):
    def test_pages_and_plots_say_what_the_record_says(self):
        wanted = pages.pages(FACTS, ORACLES, OUTCOMES, record.read(record.SCREENING), os.environ["CXSIM"])
        self.assertEqual([str(path.relative_to(pages.DOCS)) for path in pages.stale(wanted)], [],
                         "write them anew: ./dev validate --pages")


if __name__ == "__main__":
    unittest.main()
