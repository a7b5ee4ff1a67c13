"""Broken scenarios: each gives an error that helps, exit status 2, and nothing written."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from program import BASE, cxsim  # noqa: E402

HEAD = f'extends = "{BASE}"\n'

# A small firm of its own, for faults that a base would hide.
FIRM = """
[[department]]
name = "service"
[[touchpoint]]
name = "call"
owner = "service"
facets = { service = 1.0 }
[[touchpoint]]
name = "web"
owner = "service"
facets = { ux = 1.0 }
"""
JOURNEY = """
[[journey]]
name = "fix"
days_between = 100
"""


def edges(*lines):
    return FIRM + JOURNEY + "edges = [\n" + ",\n".join(lines) + "\n]\n"


# Name, text of the file, words the error must hold, and the line it must name (None: any or none).
def what_if(lines):
    """One intervention of the reference firm."""
    return HEAD + f'[[intervention]]\nname = "better"\n{lines}\n'


CASES = [
    ("unknown_key", HEAD + "[company]\nmaturity_stag = 3\n", ["company.maturity_stag", "maturity_stage"], 3),
    ("unknown_section", HEAD + "[compny]\nprice = 1\n", ["compny", "company"], 2),
    ("unknown_event", HEAD + '[record]\nlife_events = 10\nlife_event_kinds = ["close", "lef"]\n',
     ["record.life_event_kinds", "lef", "left"], 4),
    ("unknown_rule_key", HEAD + "[customer.perception]\npul = 0.2\n", ["customer.perception.pul", "pull"], 3),
    ("unknown_rule", HEAD + "[customer.percepton]\npull = 0.2\n", ["percepton", "perception"], 2),
    ("unknown_touchpoint_key", HEAD + '[[touchpoint]]\nname = "call"\npfail = 0.1\n',
     ["touchpoint.call.pfail", "p_fail"], 4),
    ("text_for_number", HEAD + '[company]\nprice = "high"\n', ["company.price", "number", "high"], 3),
    ("number_for_text", HEAD + "[simulation]\ncurrency = 5\n", ["simulation.currency", "text"], 3),
    ("fraction_for_whole", HEAD + "[simulation]\npeople = 10.5\n", ["simulation.people", "whole"], 3),
    ("number_for_flag", HEAD + '[[journey]]\nname = "fix"\nretries = 1\n', ["journey.fix.retries"], 4),
    ("list_for_table", HEAD + "company = [1, 2]\n", ["company", "table"], 2),
    ("share_above_one", HEAD + "[company]\npromise = 1.2\n", ["company.promise", "from 0 to 1", "1.2"], 3),
    ("negative_people", HEAD + "[simulation]\npeople = -5\n", ["simulation.people", "-5"], 3),
    ("huge_population", HEAD + "[simulation]\npeople = 900000000000\n", ["simulation.people"], 3),
    ("stage_seven", HEAD + "[company]\nmaturity_stage = 7\n", ["company.maturity_stage", "from 1 to 6"], 3),
    ("nan", HEAD + "[company]\nprice = nan\n", ["company.price"], 3),
    ("infinite", HEAD + "[company]\nprice = inf\n", ["company.price"], 3),
    ("dangling_touchpoint", HEAD + '[[journey]]\nname = "fix"\nsteps = ["app", "cal"]\n',
     ["journey.fix.steps", "cal", "call"], 4),
    ("dangling_owner", HEAD + '[[touchpoint]]\nname = "call"\nowner = "servise"\n',
     ["touchpoint.call.owner", "servise", "service"], 4),
    ("dangling_cause", HEAD + '[[touchpoint]]\nname = "call"\nroot_cause = "bilings"\n',
     ["touchpoint.call.root_cause", "billing"], 4),
    ("dangling_spawn", HEAD + '[[journey]]\nname = "use"\nspawns = "fixx"\n',
     ["journey.use.spawns", "fix"], 4),
    ("dangling_department_weight", HEAD + '[[touchpoint]]\nname = "call"\nweights = { servce = 1.0 }\n',
     ["touchpoint.call.weights.servce", "service"], 4),
    ("weights_do_not_add_up", HEAD + '[[touchpoint]]\nname = "call"\nweights = { service = 0.7, it = 0.1 }\n',
     ["touchpoint.call.weights", "0.8"], 4),
    ("facets_do_not_add_up", HEAD + '[[touchpoint]]\nname = "call"\nfacets = { service = 0.2 }\n',
     ["touchpoint.call.facets"], 4),
    ("no_touchpoint", '[[department]]\nname = "service"\n', ["touchpoint", "[[touchpoint]]"], None),
    ("no_journey", FIRM, ["journey", "[[journey]]"], None),
    ("empty_file", "", ["touchpoint"], None),
    ("two_ways_in", HEAD + '[[journey]]\nname = "fix"\nacquires = true\n', ["acquires"], None),
    ("unreachable_goal", edges('{ from = "entry", to = "call", on = "always" }',
                               '{ from = "call", to = "web", on = "always" }',
                               '{ from = "web", to = "call", on = "always" }'),
     ["journey.fix", "circle"], None),
    ("weights_vanish", edges('{ from = "entry", to = "call", on = "always" }',
                             '{ from = "call", to = "resolved", on = "success", weight = 0 }',
                             '{ from = "call", to = "abandoned", on = "failure" }'),
     ["journey.fix", "call", "success"], None),
    ("no_edge_on_failure", edges('{ from = "entry", to = "call", on = "always" }',
                                 '{ from = "call", to = "resolved", on = "success" }'),
     ["journey.fix", "call", "failure"], None),
    ("unreachable_touchpoint", edges('{ from = "entry", to = "call", on = "always" }',
                                     '{ from = "call", to = "resolved", on = "always" }',
                                     '{ from = "web", to = "resolved", on = "always" }'),
     ["journey.fix", "web", "cannot be reached"], None),
    ("nobody_enters", edges('{ from = "call", to = "resolved", on = "always" }'),
     ["journey.fix", "entry"], None),
    ("unknown_outcome", edges('{ from = "entry", to = "call", on = "alway" }',
                              '{ from = "call", to = "resolved", on = "always" }'),
     ["alway", "always"], None),
    ("bad_extends", 'extends = "bases/brodband.toml"\n', ["brodband"], 1),
    ("extends_itself", 'extends = "extends_itself.toml"\n', ["extends itself"], 1),
    ("not_utf8", b'[about]\ntitle = "\xff\xfe"\n', ["UTF-8"], None),
    ("not_toml", HEAD + "[company\nprice = 1\n", [], 2),
    ("duplicate_key", HEAD + "[company]\nprice = 1\nprice = 2\n", ["price"], 4),
    ("nameless_table", HEAD + "[[touchpoint]]\np_fail = 0.1\n", ["name"], None),
    ("same_name_twice", HEAD + '[[touchpoint]]\nname = "call"\n[[touchpoint]]\nname = "call"\n', ["call"], None),
    ("contradictory_thresholds", HEAD + "[customer.trust]\ncalm_below = 0.9\n",
     ["customer.trust.calm_below", "hostile_above"], 3),
    ("no_whole_month", HEAD + "[simulation]\ndays = 20\n", ["simulation.days", "30"], 3),
    ("no_date", HEAD + '[simulation]\nstart_date = "2026-02-30"\n', ["simulation.start_date"], 3),
    ("reserved_name", HEAD + '[[touchpoint]]\nname = "resolved"\nowner = "service"\n', ["reserved"], None),
    ("unknown_stage", HEAD + '[[stage]]\nname = "embedd"\nskill = 0.9\n', ["embedd", "embed"], None),
    ("unknown_intervention", HEAD + '[[arm]]\nname = "bold"\napply = ["training"]\n', ["training"], None),
    ("unknown_kind", what_if('kind = "trainning"'), ["trainning", "training"], None),
    ("no_kind", what_if(""), ["has no kind", "training"], None),
    ("shock_as_intervention", what_if('kind = "outage"'), ["outage", "[[shock]]"], None),
    ("scope_that_cannot_be", what_if('kind = "culture"\nsegments = ["everybody"]'),
     ["culture", "cannot be confined by segments"], None),
    ("scope_that_is_not", what_if('kind = "training"\ndepartments = ["servce"]'), ["servce", "service"], None),
    ("handle_of_another_kind", what_if('kind = "training"\nprice = 0.9'),
     ["intervention.better.price", "skill"], None),
    ("two_ways_at_once", what_if('kind = "price"\nprice = { add = 0.1, multiply = 2 }'),
     ["one way to change", "move_to"], None),
    ("amount_out_of_range", what_if('kind = "personalisation"\npersonalisation = 1.5'),
     ["intervention.better.personalisation", "from 0 to 1"], None),
    ("begins_after_the_end", what_if('kind = "culture"\nstart = 3000'), ["begins on day", "simulation.days"], None),
    ("improvement_that_ends", what_if('kind = "continuous_improvement"\nduration = 90'), ["has no end"], None),
    ("redesign_of_nothing", what_if('kind = "journey_redesign"\njourney = "join"'), ["changes nothing"], None),
    ("redesign_to_a_dead_end",
     what_if('kind = "journey_redesign"\njourney = "renew"\n'
             'edges = [{ from = "renewal", to = "resolved", weight = 0 }]'), ["journey.renew"], None),
    ("scope_of_nothing", what_if('kind = "training"\ndepartments = []'), ["the list is empty"], None),
    ("change_of_nothing", what_if('kind = "touchpoint_quality"\ntouchpoints = ["call"]'), ["changes nothing"], None),
    ("cause_without_a_level", what_if('kind = "outer_loop"\nroot_causes = ["billing"]'), ["level"], None),
    ("two_owners", what_if('kind = "cx_owner"\ndepartments = ["it", "billing"]'), ["one department"], None),
    ("half_life_of_a_climb", what_if('kind = "maturity_climb"\nhalf_life = 3'), ["half_life", "no such key"], None),
    ("begins_in_the_dropped_month",
     what_if('kind = "culture"\nstart = 1085\ncapex = 9000'), ["begins on day 1085", "1080"], None),
    ("two_climbs", what_if('kind = "maturity_climb"')
     + '[[intervention]]\nname = "again"\nkind = "maturity_climb"\n[[arm]]\nname = "a"\napply = ["better", "again"]\n',
     ["climbs already", "better"], None),
    ("both_kinds_of_mistakes", HEAD + "[company]\npromis = 0.5\n" + '[[intervention]]\nname = "x"\nkind = "trainin"\n',
     ["promis", "trainin"], None),
    ("baseline_that_acts", what_if('kind = "culture"') + '[[arm]]\nname = "baseline"\napply = ["better"]\n',
     ["baseline", "another name"], None),
    ("applied_twice", what_if('kind = "culture"') + '[[arm]]\nname = "a"\napply = ["better", "better"]\n',
     ["applied twice", "strength"], None),
    ("shock_with_a_taken_name", what_if('kind = "culture"') + '[[shock]]\nname = "better"\nkind = "news"\n',
     ["better", "already"], None),
    ("expects_nothing", HEAD + '[[expect]]\nname = "e"\noutcome = "nps_true"\n', ["expects nothing"], None),
    ("expects_of_nobody", HEAD + '[[expect]]\nname = "e"\noutcome = "nps_true"\narm = "x"\nchange = "up"\n',
     ["there is no arm", "baseline"], None),
    ("expects_beyond_the_end",
     HEAD + '[[expect]]\nname = "e"\noutcome = "nps_true"\nlow = 1\nmonths = [9, 3]\n',
     ["span of months", "[1, 12]"], None),
    ("none_within_what",
     HEAD + '[[arm]]\nname = "a"\n[[expect]]\nname = "e"\noutcome = "npv"\narm = "a"\nchange = "none"\n',
     ["within"], None),
    ("step_twice", HEAD + '[[journey]]\nname = "fix"\nsteps = ["app", "call", "app"]\n',
     ["journey.fix.steps", "app", "twice"], 4),
    ("unvisited_touchpoint", HEAD + '[[touchpoint]]\nname = "shop"\nowner = "sales"\nfacets = { service = 1.0 }\n',
     ["touchpoint.shop", "no journey visits"], None),
    ("care_for_nobody", HEAD + "[company]\ncare = 1\n", ["company.care", "care_for"], None),
    ("huge_file", "# " + "x" * (5 << 20), ["MiB"], None),
]


class BrokenScenarios(unittest.TestCase):
    def test_there_are_sixty_or_more(self):
        self.assertGreaterEqual(len(CASES), 60)

    def test_several_problems_are_told_at_once(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "several.toml")
            path.write_text(HEAD + "[company]\nprice = -1\npromis = 0.5\n[simulation]\ndays = 3\n")
            said = cxsim("check", path).stderr
            for word in ("company.price", "company.promis", "simulation.days", "3 problems"):
                self.assertIn(word, said)

    def test_a_set_that_fits_nothing(self):
        for words in (["--set", "company.maturty_stage=3"], ["--set", "touchpoint.cal.p_fail=.1"],
                      ["--set", "nonsense"], ["--people", "0"]):
            with self.subTest(words=words):
                done = cxsim("check", BASE, *words)
                self.assertEqual(done.returncode, 2)
                self.assertIn("what to do", done.stderr)


def make(name, text, words, line):
    def test(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, name + ".toml")
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            done = cxsim("run", path.name, "-o", "out.h5", folder=folder)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertEqual(done.stdout, "")
            self.assertIn(path.name, done.stderr)
            for word in (*words, "why it matters:", "what to do:"):
                self.assertIn(word, done.stderr)
            if line is not None:
                self.assertIn(f"{path.name}:{line}:", done.stderr)
            self.assertEqual([entry.name for entry in pathlib.Path(folder).iterdir()], [path.name])
    return test


for case in CASES:
    setattr(BrokenScenarios, "test_" + case[0], make(*case))

if __name__ == "__main__":
    unittest.main()
