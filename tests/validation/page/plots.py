"""Curves as SVG: the same bytes from the same record."""

import io
import textwrap

import matplotlib
import matplotlib.colors
import numpy
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9",   # Okabe & Ito: whatever the
           "#882255", "#999933"]                                               # eye, it tells them apart; Tol
MARKERS = ["o", "s", "^", "D", "v"]
SIGNS = dict(zip(MARKERS, "○□△◇▽"))
# Instead of markers, where points are many: the line, and its sign.
DOTS = {"o": (":", "┄"), "s": ("-.", "─·"), "^": ((0, (1, 3)), "·"), "D": ("--", "╌"), "v": ("-", "─")}
INK, GREY, PALE = "#1b1b1b", "#5a5a5a", "#dddddd"
STYLE = {"svg.hashsalt": "cxsim", "svg.fonttype": "none", "font.family": "sans-serif",
         "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"], "font.size": 9,
         "axes.edgecolor": GREY, "axes.labelcolor": INK, "xtick.color": GREY, "ytick.color": GREY,
         "text.color": INK, "axes.spines.top": False, "axes.spines.right": False, "axes.linewidth": .8}
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
LEFT, RIGHT, BOTTOM, TOP, KEY = .09, .97, .175, .82, .23   # shares of the figure; KEY is the room for names
MOST_MARKERS = 30   # on a line
MOST_PAIRS = 4      # lines that the refined firm's can be drawn beside


def svg(curve, refined=None):
    """`refined` is the same curve on the refined firm, drawn beside: dashed lines or pale bars."""
    with matplotlib.rc_context({**matplotlib.rcParamsDefault, **STYLE}):
        text = io.StringIO()
        figure_of(curve, refined).savefig(text, format="svg", metadata=NO_METADATA)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


def figure_of(curve, refined=None):
    figure = Figure(figsize=(6.4, 3.6), facecolor="white")
    FigureCanvasSVG(figure)
    titles = textwrap.wrap(curve.title, 72)
    top = TOP - .06 * (len(titles) - 1)
    if len(curve.series) > MOST_PAIRS:
        refined = None
    alone = len(curve.series) == 1 and refined is None
    axes = figure.add_axes([LEFT, BOTTOM, (RIGHT if alone else RIGHT - KEY) - LEFT, top - BOTTOM])
    figure.text(.02, .965, "\n".join(titles), size=10.5, weight="bold", va="top")
    figure.text(.02, top + .055, curve.y, color=GREY, va="center")
    axes.set_xlabel(curve.x)
    axes.grid(axis="y", color=PALE, linewidth=.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=3)
    names = (draw_bars if curve.bars else draw_lines)(axes, curve, refined)
    if not alone:
        write_names(axes, names)
    return figure


def draw_lines(axes, curve, refined):
    """Returns (text, colour, height of the line's end, in shares of the axes)."""
    place = places(axes, curve, refined)
    ends = []
    for series, colour, marker in dressed(curve):
        x, y, low, high = place(series.x), *map(floats, (series.y, series.low, series.high))
        if series.published and few(x):
            axes.plot(x, y, ":", color=colour, linewidth=1, marker=marker, markerfacecolor="white",
                      markersize=6, zorder=4)
        elif series.published:
            axes.plot(x, y, linestyle=DOTS[marker][0], color=colour, linewidth=1.3, zorder=4)
        else:
            axes.plot(x, y, color=colour, linewidth=1.8, marker=marker if few(x) else None,
                      markersize=3.5, zorder=3)
            if len(low) == len(high) == len(x):
                axes.fill_between(x, low, high, color=colour, alpha=.18, linewidth=0)
        sign = (SIGNS[marker] if few(x) else DOTS[marker][1]) + " " if series.published else ""
        ends.append((sign + series.name, colour, y[numpy.isfinite(y)]))
    for series, colour, _ in dressed(refined):
        if not series.published:
            axes.plot(place(series.x), floats(series.y), "--", color=colour, linewidth=1.3, zorder=2)
    least, most = axes.get_ylim()
    axes.set_ylim(least, most)
    names = [(text, colour, (y[-1] - least) / (most - least) if len(y) else 0) for text, colour, y in ends]
    return names + ([("dashed: refined firm", GREY, 0)] if refined else [])


def few(points):
    return len(points) <= MOST_MARKERS


def draw_bars(axes, curve, refined):
    place = places(axes, curve, refined)
    bars = [(series, colour) for series, colour, _ in dressed(curve) if not series.published]
    bars += [(series, paler(colour)) for series, colour, _ in dressed(refined) if not series.published]
    width = .8 / max(1, len(bars))
    for number, (series, colour) in enumerate(bars):
        x, y = place(series.x) + (number - (len(bars) - 1) / 2) * width, floats(series.y)
        axes.bar(x, y, width * .92, color=colour)
        low, high = floats(series.low), floats(series.high)
        if len(low) == len(high) == len(y):
            axes.vlines(x, low, high, color=INK, linewidth=1)
    axes.axhline(0, color=GREY, linewidth=.8)
    for series, colour, marker in dressed(curve):
        if series.published:
            axes.plot(place(series.x), floats(series.y), linestyle="", color=colour, marker=marker,
                      markerfacecolor="white", markersize=6, zorder=4)
    names = [((SIGNS[marker] if series.published else "■") + " " + series.name, colour, 1 - .1 * number)
             for number, (series, colour, marker) in enumerate(dressed(curve))]
    return names + ([("pale: refined firm", GREY, 0)] if refined else [])


def dressed(curve):
    """(series, colour, marker); what was published is black and hollow."""
    given, published = 0, 0
    for series in curve.series if curve else []:
        if series.published:
            yield series, INK, MARKERS[published % len(MARKERS)]
            published += 1
        else:
            yield series, COLOURS[given % len(COLOURS)], MARKERS[given % len(MARKERS)]
            given += 1


def paler(colour):
    return tuple(1 - .4 * (1 - part) for part in matplotlib.colors.to_rgb(colour))


def places(axes, curve, refined):
    """Where x values stand: themselves, or one after the other if they are categories."""
    series = [*curve.series, *(refined.series if refined else [])]
    values = [x for one in series for x in one.x]
    if not curve.bars and not any(isinstance(x, str) for x in values):
        axes.xaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 2.5, 5, 10],
                                                 integer=all(x is None or x == round(x) for x in values)))
        return floats
    categories = list(dict.fromkeys(map(category, values)))
    width = max(8, 72 // len(categories))
    axes.set_xticks(range(len(categories)), [textwrap.fill(name, width) for name in categories])
    return lambda values: numpy.array([categories.index(category(x)) for x in values], float)


def category(value):
    return value if isinstance(value, str) else f"{value:g}"


def floats(values):
    return numpy.array([numpy.nan if value is None else value for value in values], float)


def write_names(axes, names):
    """Beside the axes, each near its height and clear of the others."""
    blocks = [(height, textwrap.wrap(text, 22), colour) for text, colour, height in names]
    blocks.sort(key=lambda block: -block[0])
    line = .078
    ceiling = 1.05
    for place, (height, lines, colour) in enumerate(blocks):
        beneath = sum(len(later) for _, later, _ in blocks[place + 1:]) * line
        tall = len(lines) * line
        top = min(ceiling, max(height + tall / 2, beneath + tall - .05))
        axes.text(1.025, top, "\n".join(lines), color=colour, va="top", size=8.5, transform=axes.transAxes)
        ceiling = top - tall
