"""What would change the verdicts."""

from .view import FIRMS, STANDINGS
from .words import bullets, safe


def outlook(facts):
    edge = [f"{fact.link} {safe(fact.experiment.title)} ({' and '.join(firms)})" for fact in facts
            if (firms := [name for firm, name in FIRMS.items() if near_edge(fact.entry(firm) or {})])]
    second_hand = [fact.link for fact in facts if fact.experiment.standing == "v"]
    unseen = [fact.link for fact in facts if fact.experiment.standing == "M"]
    lines = [
        "**Records of a real firm.** Nothing here was fitted to any firm's customers. Cohort retention, "
        "survey answers with their response rate, complaints and messages counted per bad episode, and waits "
        "would test facts 1, 5, 7, 12, 13, 20 and 25 directly: run them on a base of your own.",
        "**A base with other numbers.** Bands hold for one firm, a broadband provider at maturity stage 3, "
        "unless a fact says otherwise. Another firm may leave a band for good reasons.",
        "**Bands set by somebody else.** Who set them knew what an earlier implementation gave.",
        "**Sources read in full.** Most numbers were seen in summaries at the addresses given"
        + (f"; {STANDINGS['v']}: {', '.join(second_hand)}" if second_hand else "")
        + (f"; {STANDINGS['M']}: {', '.join(unseen)}" if unseen else "") + ".",
    ]
    if edge:
        lines.append("**More runs.** The interval of these facts reaches over an edge of its band, so that "
                     f"other luck may turn the verdict: {'; '.join(edge)}.")
    return "## What would change this page\n\n" + bullets(lines)


def near_edge(entry):
    return any(low is not None and high is not None and any(
        edge is not None and low < edge < high for edge in check["band"])
        for check in entry.get("checks", []) for low, high in [check["interval"]])
