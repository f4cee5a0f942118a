"""The way from a printed figure back to the cells and rules it comes from.

A trail holds the figures of one report, what each is computed from, and where it is printed: `trail` has its
records, `build` makes it, `document` writes it into the report and reads it back. `find` finds the figure a
person asks for, `explain` words how it came about with the `sources` of the pack's rules, `printed_figures`
knows which cells a passage comes from. Pure: it knows figures, packs and blocks, neither files nor Word.
"""

from converter.trace.build import build_trail, traced
from converter.trace.explain import describe, explain, report_line
from converter.trace.find import find
from converter.trace.printed_figures import PrintedFigures
from converter.trace.trail import Input, Occurrence, TracedFigure, Trail, line_digest

__all__ = [
    "Input",
    "Occurrence",
    "PrintedFigures",
    "TracedFigure",
    "Trail",
    "build_trail",
    "describe",
    "explain",
    "find",
    "line_digest",
    "report_line",
    "traced",
]
