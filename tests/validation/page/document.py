"""docs/validation.md."""

from .disagreements import disagreements
from .opening import opening
from .outlook import outlook
from .overview import overview
from .power import small_form
from .screening import carrying
from .sections import section

ORACLES = """## Exact oracles

Here theory gives the number, and not somebody's survey: what these experiments find should agree with it up
to the luck of finitely many draws, or the distance is stated. Some are comparisons and no more, and say
so. The random numbers themselves are held to the published answers of Philox in `tests/base/random_test.cpp`, and the
theory's own code to cases worked by hand in `tests/validation/oracles_self_test.py`."""

CONTENTS = """Further down: [all facts in a table](#all-facts), [each fact](#fact-by-fact), [what the
literature disagrees about](#what-the-literature-disagrees-about), [exact oracles](#exact-oracles), [which
assumptions carry which fact](#which-assumptions-carry-which-fact), [what would change this
page](#what-would-change-this-page), [the small form](#the-small-form)."""


def document(facts, oracles, outcomes, screening, seed):
    return "\n\n".join([
        opening(facts, oracles, outcomes, seed), CONTENTS, overview(facts), "## Fact by fact",
        *map(section, facts), disagreements(facts), ORACLES, *map(section, oracles), carrying(screening),
        outlook(facts), small_form(facts)]) + "\n"
