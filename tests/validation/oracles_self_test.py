"""The theory that the oracles hold the program against, held against what can be worked out by hand or
was published. The program does not run here."""

import pathlib
import sys
import unittest

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from lab import Estimate  # noqa: E402
from oracles import ORACLES, agreement, fits  # noqa: E402
from oracles.chains import ABANDONED, RESOLVED, Walk, expected_visits, next_steps  # noqa: E402
from oracles.erlang import erlang_a, erlang_c, sakasegawa  # noqa: E402
from oracles.oracle_1_queue import own_checks  # noqa: E402
from oracles.oracle_3_heterogeneity import hazard, net_preference, stepwise_survival, survival  # noqa: E402
from oracles.oracle_4_awareness import reached  # noqa: E402


class Queues(unittest.TestCase):
    def test_erlang_a_gives_the_published_case(self):
        for check in own_checks():
            self.assertTrue(check.holds, check)

    def test_erlang_a_with_endless_patience_is_erlang_c(self):
        patient, endless = erlang_c(6, 10 / 4.8, 10), erlang_a(6, 10 / 4.8, 10, 1e9)
        self.assertAlmostEqual(endless.waits, patient.waits, 6)
        self.assertAlmostEqual(endless.wait, patient.wait, 6)
        self.assertLess(endless.abandons, 1e-6)

    def test_erlang_a_keeps_its_balance(self):
        # Who hangs up is who waits, times the rate of losing patience.
        queue = erlang_a(3, 1, 4, 2)
        self.assertAlmostEqual(queue.abandons, queue.wait / 2, 12)
        # One agent and patience as long as the service: callers are Poisson in number.
        one = erlang_a(1, 1, 1, 1)
        self.assertAlmostEqual(one.waits, 1 - numpy.exp(-1), 12)
        self.assertAlmostEqual(one.wait, numpy.exp(-1), 12)

    def test_erlang_c_of_one_and_two_agents(self):
        one, two = erlang_c(1, 2, 1), erlang_c(2, 1, 1)
        self.assertAlmostEqual(one.waits, 1 / 2, 12)
        self.assertAlmostEqual(one.wait, 1, 12)
        self.assertAlmostEqual(two.waits, 1 / 3, 12)
        self.assertAlmostEqual(two.wait, 1 / 3, 12)

    def test_erlang_c_has_no_answer_at_full_load(self):
        with self.assertRaises(ValueError):
            erlang_c(2, 1, 2)

    def test_sakasegawa_is_exact_for_one_agent(self):
        for load in (.3, .6, .9):
            self.assertAlmostEqual(sakasegawa(1, 1 / load, 1), erlang_c(1, 1 / load, 1).wait, 12)


class Chains(unittest.TestCase):
    def test_a_fair_game_of_three_coins(self):
        visits, ends = expected_visits({1: {0: .5, 2: .5}, 2: {1: .5, 3: .5}}, {1: 1.})
        self.assertAlmostEqual(visits[1], 4 / 3, 12)
        self.assertAlmostEqual(visits[2], 2 / 3, 12)
        self.assertAlmostEqual(ends[0], 2 / 3, 12)
        self.assertAlmostEqual(ends[3], 1 / 3, 12)

    def test_skipped_steps(self):
        ways = next_steps([("a", .8), ("b", .9), ("c", .3)], 0)
        self.assertAlmostEqual(ways["a"], .8, 12)
        self.assertAlmostEqual(ways["b"], .2 * .9, 12)
        self.assertAlmostEqual(ways["c"], .2 * .1 * .3, 12)
        self.assertAlmostEqual(ways[RESOLVED], .2 * .1 * .7, 12)
        self.assertEqual(next_steps([("a", 1.)], 0), {"a": 1.})
        walk = Walk([("a", .5), ("b", .5)], {"a": 0., "b": 0.})
        self.assertAlmostEqual(walk.skipped, 1 / 4, 12)
        self.assertAlmostEqual(walk.visits["a"], 2 / 3, 12)
        self.assertAlmostEqual(walk.visits["b"], 2 / 3, 12)
        self.assertAlmostEqual(walk.resolved, 1, 12)

    def test_giving_up_sooner_with_every_failure(self):
        fails = .3
        walk = Walk([("a", 1.)], {"a": fails}, slope=.5)
        self.assertAlmostEqual(1 - walk.resolved, fails * (.5 + .5 * fails), 12)
        self.assertAlmostEqual(walk.contacts, 1 + .5 * fails, 12)

    def test_giving_up_at_the_limit(self):
        fails = .3
        walk = Walk([("a", 1.)], {"a": fails}, slope=0, limit=2)
        self.assertAlmostEqual(1 - walk.resolved, fails**3, 12)
        self.assertAlmostEqual(walk.contacts, 1 + fails + fails**2, 12)

    def test_the_limit_stops_nobody_who_succeeds(self):
        walk = Walk([(name, 1.) for name in "abcd"], dict.fromkeys("abcd", 0.), limit=1)
        self.assertEqual((walk.contacts, walk.resolved), (4., 1.))

    def test_failures_are_forgotten_at_the_next_touchpoint(self):
        fails = .2
        one = Walk([("a", 1.)], {"a": fails}, limit=100)
        two = Walk([("a", 1.), ("b", 1.)], {"a": fails, "b": fails}, limit=100)
        self.assertAlmostEqual(two.resolved, one.resolved**2, 12)

    def test_a_journey_that_is_not_retried(self):
        walk = Walk([("a", 1.)], {"a": .3}, retries=False)
        self.assertAlmostEqual(walk.contacts, 1, 12)
        self.assertAlmostEqual(walk.resolved, .7, 12)

    def test_lengths_add_up(self):
        walk = Walk([("a", .8), ("b", .9), ("c", .3)], {"a": .1, "b": .2, "c": .3})
        lengths = walk.lengths(20)
        self.assertAlmostEqual(sum(lengths), 1, 12)
        self.assertAlmostEqual(sum((k + 1) * chance for k, chance in enumerate(lengths)), walk.contacts, 12)
        self.assertNotEqual(RESOLVED, ABANDONED)


class Mixtures(unittest.TestCase):
    def scenario(self, spread):
        """The numbers of the model as its description has them."""
        return {
            "customer": {
                "preference": {"product_weight": .35, "service_weight": .3, "ux_weight": .2,
                               "brand_weight": .15, "quality": 3, "quality_reference": .74,
                               "satisfaction": 1.2, "satisfaction_reference": .1, "implicit": .8,
                               "commitment": 1.2, "trust": .8, "trust_reference": .5},
                "loyalty": {"look_base": .16, "look_satisfaction": 3, "look_delight": 0, "delight_above": .2,
                            "look_most": .95}},
            "segment": [{"belief": .74, "satisfaction": .2, "implicit": .08, "commitment": .3, "trust": .55,
                         "inertia_mean": .9, "founding_inertia": .6, "inertia_sd": spread}],
            "rival": [{"quality": .74, "satisfaction": .1, "price": 1}]}

    def test_net_preference_by_hand(self):
        by_hand = 1.2 * .1 + .8 * .08 + 1.2 * .3 + .8 * .05
        self.assertAlmostEqual(net_preference(self.scenario(1.4)), by_hand, 12)

    def test_the_hazard_by_hand(self):
        leaves = hazard(self.scenario(1.4))(-.584)
        self.assertAlmostEqual(leaves, .16 * numpy.exp(-.6) / 2, 12)

    def test_without_a_spread_survival_is_geometric(self):
        alike = self.scenario(0)
        stays = 1 - hazard(alike)(1.5)
        for months in (1, 12, 36):
            self.assertAlmostEqual(survival(alike, months), stays**months, 9)

    def test_a_spread_raises_retention_over_time(self):
        mixed = self.scenario(1.4)
        left = [survival(mixed, 12 * year) for year in range(4)]
        retention = [later / sooner for sooner, later in zip(left, left[1:])]
        self.assertTrue(retention[0] < retention[1] < retention[2])
        self.assertAlmostEqual(left[0], 1, 9)

    def test_keeping_traits_in_steps_hardly_matters(self):
        mixed = self.scenario(1.4)
        self.assertAlmostEqual(stepwise_survival(mixed, 36), survival(mixed, 36), 4)


class Awareness(unittest.TestCase):
    def test_the_closed_form(self):
        scenario = {"company": {"advertising": .001},
                    "intervention": [{"start": 360, "advertising": {"multiply": 3.}}]}
        self.assertAlmostEqual(reached(scenario, "baseline", 10), 1 - .999**300, 12)
        self.assertAlmostEqual(reached(scenario, "campaign", 12), 1 - .999**360, 12)
        self.assertAlmostEqual(reached(scenario, "campaign", 13), 1 - .999**360 * .997**30, 12)


class Fits(unittest.TestCase):
    def test_survival_that_was_published(self):
        survival = fits.sbg_survival(.704, 1.182, 3)
        self.assertAlmostEqual(survival[1], 1.182 / (.704 + 1.182), 12)
        for found, published in zip(survival[1:], (.627, .474, .388)):
            self.assertAlmostEqual(found, published, 3)

    def test_parameters_that_were_published(self):
        alpha, beta = fits.fit_sbg([1000, 631, 468, 382, 326, 289, 262, 241])
        self.assertAlmostEqual(alpha, .704, 3)
        self.assertAlmostEqual(beta, 1.182, 3)

    def test_a_cohort_gives_back_what_made_it(self):
        for alpha, beta in ((.704, 1.182), (2., 9.), (1., 60.)):
            found = fits.fit_sbg(1e6 * fits.sbg_survival(alpha, beta, 12))
            numpy.testing.assert_allclose(found, (alpha, beta), rtol=1e-3)

    def test_adopters_give_back_what_made_them(self):
        for p, q in ((.03, .38), (.005, .6), (.08, .15)):
            for periods in (10, 25):
                found = fits.fit_bass(fits.bass_adopters(p, q, 5000, periods))
                numpy.testing.assert_allclose(found, (p, q, 5000), rtol=1e-6)

    def test_without_imitation_adoption_is_exponential(self):
        adopters = fits.bass_adopters(.1, 1e-12, 1, 3)
        numpy.testing.assert_allclose(adopters.cumsum(), 1 - numpy.exp(-.1 * numpy.arange(1, 4)), rtol=1e-9)


class Agreement(unittest.TestCase):
    def test_a_share_has_the_binomial_error(self):
        estimate = agreement.share(20, 100, 3)
        self.assertAlmostEqual(estimate.error, .04, 12)
        self.assertEqual((estimate.value, estimate.runs), (.2, 3))
        self.assertGreater(agreement.share(0, 100, 3).error, 0)

    def test_a_mean_has_the_error_of_its_values(self):
        estimate = agreement.mean([1, 2, 3, 4], 2)
        self.assertAlmostEqual(estimate.value, 2.5, 12)
        self.assertAlmostEqual(estimate.error, (5 / 3 / 4)**.5, 12)

    def test_agreement_within_errors_and_not_beyond(self):
        near, far = Estimate(1.3, 0, 0, .1, 3), Estimate(1.5, 0, 0, .1, 3)
        self.assertTrue(agreement.agrees("near", "value", near, 1).holds)
        self.assertFalse(agreement.agrees("far", "value", far, 1).holds)
        self.assertAlmostEqual(agreement.furthest([agreement.agrees("far", "value", far, 1)]), 5, 9)

    def test_a_blunt_comparison_is_noticed(self):
        sharp = agreement.agrees("sharp", "people, share", agreement.share(5000, 10000, 3), .5)
        blunt = agreement.agrees("blunt", "people, share", agreement.share(9990, 10000, 3), .999)
        self.assertTrue(agreement.sharp([sharp]).holds)
        self.assertFalse(agreement.sharp([sharp, blunt]).holds)


class Oracles(unittest.TestCase):
    def test_each_says_what_it_is(self):
        self.assertEqual([oracle.number for oracle in ORACLES], [f"O{k + 1}" for k in range(len(ORACLES))])
        for oracle in ORACLES:
            self.assertEqual((oracle.standing, oracle.role), ("exact", "untouched"))
            self.assertTrue(oracle.title and oracle.regularity and oracle.source and oracle.how)


if __name__ == "__main__":
    unittest.main()
