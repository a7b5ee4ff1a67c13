"""How the page begins: what it is, and the lists that a sceptic asks for first."""

from .view import FIRMS, ROLES, has_refined
from .words import band, bullets, count, percent, safe, value, wrapped

TITLE = "# Validation: where the model is right, and where it is not"

ABOUT = """Each fact below was published about customers and is an experiment here: a measurement on the
simulator, a band in which it should lie, and the published number. Most have controls, where the cause is
absent or the result must come out otherwise{without}. `./dev validate` runs them and writes this page. {sizes}Numbers are means over runs that differ in
their luck only (seed {seed} names it), and brackets hold their 95% interval (Student's t over runs; for
numbers pooled over runs, leaving out one run at a time): how sure the simulation is of its own number, not
how sure anybody is of the model. `./dev test` runs every experiment again in a [small form](#the-small-form),
whose power is stated there, and fails when a number or a verdict is no longer the one recorded. The bands
were set by people who knew what an earlier implementation of the same equations gave, so that being in band
is weak evidence where a fact was tuned toward, and none where it was built in."""

REFINED = """The refined firm is the reference firm with refinements switched on
(`scenarios/bases/broadband_refined.toml`). They were made to bring some of the facts closer to what was
published, so its roles are its own."""


def opening(facts, oracles, outcomes, seed):
    return "\n\n".join([TITLE, wrapped(ABOUT.format(sizes=sizes(outcomes), seed=seed, without=without_controls(facts))),
                        counts(facts, oracles), "## What a sceptic asks first", *lists(facts)])


def without_controls(facts):
    bare = [fact.link for fact in facts
            if not any(check["control"] for check in fact.reference.get("checks", []))]
    return f" (all but {', '.join(bare)})" if bare else ""


def sizes(outcomes):
    entries = outcomes.get("reference", {}).get("full", {}).values()
    ran = [one for entry in entries for one in entry.get("ran", [])]
    if not ran:
        return ""
    people, runs = [one[1] for one in ran], [one[2] for one in ran]
    return (f"An experiment takes {min(people):,} to {max(people):,} people and {min(runs)} to {max(runs)} "
            "runs, most of them five years long. ")


def counts(facts, oracles):
    lines = []
    for firm, name in FIRMS.items():
        entries = [fact.entry(firm) for fact in facts if fact.entry(firm)]
        fine = sum(entry["status"] == "in band" for entry in entries)
        if entries:
            lines.append(f"**{fine} of {count(len(entries), 'fact')} in band on the {name} "
                         f"({percent(fine, len(entries))}).**")
    agree = sum(oracle.reference["status"] == "in band" for oracle in oracles)
    lines.append(f"{agree} of {len(oracles)} comparisons with exact theory agree, or are as far off as they say.")
    if has_refined(facts):
        lines.append(REFINED)
    return wrapped(" ".join(lines))


def lists(facts):
    for title, meaning, lines_of in LISTS:
        lines = [line for fact in facts for line in lines_of(fact)]
        yield f"**{title}** ({len(lines)}): {meaning}.\n\n{bullets(lines) if lines else 'None.'}"


def with_role(role):
    """Facts with this role, and what their role is on the refined firm if that differs."""
    def line(fact):
        if fact.role("reference") != role:
            return []
        other = fact.role("refined")
        notes = [safe(fact.experiment.caveat)] if fact.experiment.caveat else []
        if fact.refined and other != role:
            notes.append(f"on the refined firm {ROLES[other]}")
        if role == "untouched" and fact.fitted:
            notes.append(f"fitted to it: {', '.join(f'`{key}`' for key in fact.fitted)}")
        return [named(fact) + (f" ({'; '.join(notes)})" if notes else "")]
    return line


def named(fact):
    return f"{fact.link} {safe(fact.experiment.title)}"


def out_of_band(fact):
    where = [f"{name}, {what}" for firm, name in FIRMS.items() for what in misses(fact.entry(firm))]
    return [f"{named(fact)}: {'; '.join(where)}"] if where else []


def misses(entry):
    return [f"{'control: ' if check['control'] else ''}{safe(check['says'])} "
            f"{value(check)}, band {band(check['band'])}"
            for check in (entry or {}).get("checks", []) if not check["holds"]]


def unrun(fact):
    reasons = [f"{name}, {safe(entry['reason'])}" for firm, name in FIRMS.items()
               for entry in [fact.entry(firm)] if entry and entry["status"] == "unrun"]
    return [f"{named(fact)}: {'; '.join(reasons)}"] if reasons else []


def off(fact):
    found = [f"{safe(check['name'].replace('_', ' '))} {value(check)}, published {safe(check['published'])}"
             for check in fact.off]
    return [f"{named(fact)}: {'; '.join(found)}"] if found else []


LISTS = [
    ("Tuned toward", "some number of the model was chosen with the fact in view; to be in band says that the "
     "tuning worked", with_role("tuned")),
    ("Built in, so only a regression test", "an equation states the fact; its experiment shows that the "
     "program computes the equation", with_role("built in")),
    ("Untouched", "nothing was chosen with the fact in view, unless it says so; these are predictions of the "
     "model", with_role("untouched")),
    ("Out of band", "the model misses the fact, or a control fails", out_of_band),
    ("Unrun", "no measurement", unrun),
    ("In band but off the published value", "the reference firm's 95% interval excludes the nearest published "
     "number; what was published is not always just what is measured", off),
]
