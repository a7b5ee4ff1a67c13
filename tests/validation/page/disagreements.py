"""Where published findings pull in different directions, and what the model does there."""

from .words import bullets, safe, sentence

GENERAL = [
    "**Bad news travels, yet praise is more common.** In 15 studies positive word of mouth is three times "
    "as frequent as negative (East, Hammond & Wright 2007), while each bad experience is told to more "
    "people than a good one (Anderson 1998). Both hold, because bad experiences are rarer: see facts "
    "[5](#fact-5) and [6](#fact-6).",
    "**Bad is stronger, yet it fades faster.** Bad events weigh more than good ones when they happen "
    "(Baumeister et al. 2001), but unpleasant feelings about the past fade faster than pleasant ones "
    "(Walker & Skowronski 2009, the fading-affect bias). The model has the first and leaves out the "
    "second: good and bad memories fade alike.",
    "**Loyalty is not profit.** Tenure and profit correlate at .20 to .45 (Reinartz & Kumar 2002): many "
    "who stay bring little, and some who bring much do not stay. See fact [20](#fact-20).",
    "**What five points less defection are worth.** Reichheld & Sasser's +30% to +85% of profit is "
    "contested as a thought experiment, not a measurement (Sharp, "
    "<https://marketingscience.info/loyalty-myths/>). See fact [14](#fact-14).",
    "**The best-known numbers on complaining are only known second-hand.** That one dissatisfied customer "
    "in 26 complains, and that the dissatisfied tell nine or ten others, goes back to studies by TARP "
    "that are quoted far more often than they can be read. See fact [7](#fact-7).",
]


def disagreements(facts):
    own = [f"{fact.link} {safe(fact.experiment.title)}: {safe(sentence(fact.experiment.disagreement))}"
           for fact in facts if fact.experiment.disagreement]
    return ("## What the literature disagrees about\n\n" + bullets(GENERAL)
            + ("\n\nAnd fact by fact:\n\n" + bullets(own) if own else ""))
