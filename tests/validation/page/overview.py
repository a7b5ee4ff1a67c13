"""One row a fact."""

from .view import FIRMS, NOT_RUN, ROLES, has_refined
from .words import band, safe, table, value


def overview(facts):
    firms = [firm for firm in FIRMS if firm == "reference" or has_refined(facts)]
    titles = ["#", "fact", "published", *(FIRMS[firm] for firm in firms), "band", "status", "role"]
    return "## All facts\n\n" + table(titles, [row(fact, firms) for fact in facts])


def row(fact, firms):
    checks = fact.headline
    return [fact.link, safe(fact.experiment.title),
            lines(checks, lambda check: safe(check["published"]) or "direction only"),
            *(lines(checks, lambda check, firm=firm: value(fact.check(check["name"], firm)))
              for firm in firms),
            lines(checks, lambda check: band(check["band"])), status(fact, firms), role(fact, firms)]


def lines(checks, text):
    """One line a check, named where there are several."""
    if len(checks) == 1:
        return text(checks[0])
    return "<br>".join(f"{safe(check['name'].replace('_', ' '))}: {text(check)}" for check in checks)


def status(fact, firms):
    words = [(fact.entry(firm) or NOT_RUN)["status"] for firm in firms]
    words = [word if word == "in band" else f"**{word}**" for word in words]
    return words[0] if len(set(words)) == 1 else f"{words[0]}; refined: {words[1]}"


def role(fact, firms):
    words = [ROLES.get(fact.role(firm), fact.role(firm)) for firm in firms]
    return words[0] if len(set(words)) == 1 else f"{words[0]}; refined: {words[1]}"
