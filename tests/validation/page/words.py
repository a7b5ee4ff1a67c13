"""Numbers and pieces of text as the pages print them."""

import math
import re
import textwrap

NOTHING = "–"
TINY = 1e-5   # bands that begin here mean "more than zero"


def number(value, digits=3):
    if value is None:
        return NOTHING
    if abs(value) < 1e-9:
        return "0"
    if abs(value) < TINY:
        return f"{value:.1e}"
    places = digits - 1 - math.floor(math.log10(abs(value)))
    if places <= 0:
        return f"{value:,.0f}"
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def with_interval(value, interval, limits=(None, None)):
    """`0.913 [0.911, 0.915]`, with the digits that the interval leaves meaning to, four at most. A number
    without an interval has those that its band has."""
    low, high = interval
    if value is not None and abs(value) < 1e-9 and high is not None and abs(high - low) < 1e-9:
        return "0"
    if value is None or low is None or high is None or high <= low:
        return number(value, digits_of(limits))
    places = 1 - math.floor(math.log10((high - low) / 2))
    places = min(places, 3 - math.floor(math.log10(max(abs(value), abs(low), abs(high)))))
    places = max(0, min(places, 6))
    return "{} [{}, {}]".format(*(without_minus_zero(f"{x:,.{places}f}") for x in (value, low, high)))


def value(check):
    """A recorded check's number, or that there is none."""
    return with_interval(check["value"], check["interval"], check["band"]) if check else NOTHING


def without_minus_zero(text):
    return text[1:] if text.startswith("-") and not text.strip("-0.,") else text


def band(limits):
    low, high = limits
    if low is None and high is None:
        return "none"
    if low is None:
        return "below 0" if -TINY < high < 0 else f"at most {number(high, 4)}"
    if high is None:
        return "above 0" if 0 < low < TINY else f"at least {number(low, 4)}"
    digits = digits_of(limits)
    return f"{'above 0' if 0 < low < TINY else number(low, digits)} to {number(high, digits)}"


def digits_of(limits):
    """Digits that tell the ends of a band apart, four or more."""
    low, high = limits
    if low is None or high is None or high <= low:
        return 4
    return max(4, 3 + math.floor(math.log10(max(abs(low), abs(high)) / (high - low))))


def percent(part, whole):
    return f"{100 * part / whole:.0f}%" if whole else NOTHING


def count(amount, thing):
    return f"{amount:,} {thing}" if amount == 1 else f"{amount:,} {thing}s"


def safe(text):
    """Text that Markdown leaves as it is, also in a table."""
    return re.sub(r"([|*<~_])", r"\\\1", text)


def sentence(text):
    text = text.strip()
    return text if not text or text[-1] in ".?!" else text + "."


def table(titles, rows):
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def wrapped(text):
    return textwrap.fill(text, 110, break_long_words=False, break_on_hyphens=False)


def bullets(lines):
    return "\n".join(f"- {line}" for line in lines)


def links(text):
    """Addresses, parted by semicolons, as links where they are whole."""
    return "; ".join(f"<https://{part}>" if re.fullmatch(r"[\w.-]+\.[a-z]+(/[^\s…<>;]*)?", part)
                     and "..." not in part else safe(part)
                     for part in re.split(r"\s*;\s+", text.replace("https://", "").strip()))
