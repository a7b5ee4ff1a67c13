"""A section an experiment: what was published, how it was looked for, and what was found."""

from .view import FIRMS, ROLES, STANDINGS
from .words import NOTHING, band, links, safe, sentence, table, value


AGREES = {"in band": "Agrees", "out of band": "Does not agree", "control failed": "A control fails"}


def section(one):
    experiment = one.experiment
    return "\n\n".join(part for part in [
        f'### <a id="{one.anchor}"></a>{one.number}. {safe(experiment.title)}',
        verdict(one),
        safe(sentence(experiment.regularity)),
        source(one),
        f"*Experiment:* {safe(sentence(experiment.how))}",
        checks(one),
        remark(one),
        *plots(one),
        f"*What else the literature says:* {safe(sentence(experiment.disagreement))}"
        if experiment.disagreement else "",
        f"*Settings fitted to it:* {', '.join(f'`{key}`' for key in one.fitted)}." if one.fitted else "",
        f"*Weakness:* {safe(sentence(experiment.weakness))}" if experiment.weakness else "",
    ] if part)


def verdict(one):
    """`**In band** on the reference firm (tuned toward); **out of band** on the refined firm (untouched).`"""
    if one.exact:
        return f"**{AGREES.get(one.reference['status'], one.reference['status'])}.**"
    words = []
    for firm, name in FIRMS.items():
        entry = one.entry(firm)
        if entry:
            reason = f": {safe(entry['reason'])}" if entry["status"] == "unrun" else ""
            status = entry["status"] if words else entry["status"].capitalize()
            words.append(f"**{status}** on the {name} ({ROLES.get(one.role(firm), one.role(firm))}){reason}")
    return "; ".join(words) + "."


def source(one):
    experiment = one.experiment
    words = [f"*Source:* {safe(sentence(experiment.source))}"]
    if experiment.address:
        words.append(links(experiment.address) + ("." if one.exact else f" ({standing(experiment)})."))
    return " ".join(words)


def standing(experiment):
    return STANDINGS.get(experiment.standing, experiment.standing)


def checks(one):
    """The reference firm gives the rows; a check that only the refined firm has comes after them."""
    names = list(dict.fromkeys(check["name"] for firm in FIRMS
                               for check in (one.entry(firm) or {}).get("checks", [])))
    if not names:
        return ""
    firms = [firm for firm in FIRMS if one.entry(firm)]
    titles = (["", "theory", "band", "found", "holds"] if one.exact else
              ["", "published", "band", *(FIRMS[firm] for firm in firms), "holds"])
    return table(titles, [row(one, name, firms) for name in names])


def row(one, name, firms):
    found = {firm: one.check(name, firm) for firm in firms}
    first = next(check for check in found.values() if check)
    kind = "*control:* " if first["control"] else ""
    held = ["yes" if check["holds"] else "**no**" for check in found.values() if check]
    return [f"{kind}{safe(first['says'])}", safe(first["published"]) or NOTHING, band(first["band"]),
            *map(value, found.values()),
            held[0] if len(set(held)) == 1 else "; refined: ".join(held)]


def remark(one):
    """On the refined firm only where it says something else."""
    first, second = ((one.entry(firm) or {}).get("remark", "") for firm in FIRMS)
    words = [safe(sentence(first))] if first else []
    if second and second != first:
        words.append(f"*On the refined firm:* {safe(sentence(second))}")
    return "\n\n".join(words)


def plots(one):
    return [f"![{alternative(curve)}](validation/{name}.svg)"
            for name, curve in sorted(one.reference.get("curves", {}).items())]


def alternative(curve):
    return f"{curve['title']}: {curve['y']}, by {curve['x']}".replace("[", "(").replace("]", ")")
