"""The way from a printed figure back to the cells and rules it comes from.

A trail holds the figures of one report, what each is computed from, and where it is printed: `trail` has its
records, `build` makes it, `document` writes it into the report and reads it back. `find` finds the figure a
person asks for, `explain` words how it came about with the `sources` of the pack's rules, `printed_figures`
knows which cells a passage comes from. `printed_lines` are what a report prints, in `marked_text`: they tell
the next run what a person changed. Pure: it knows figures, packs and blocks, neither files nor Word.
"""

from converter.trace.build import build_trail, traced
from converter.trace.explain import describe, explain, report_line
from converter.trace.find import find
from converter.trace.marked_text import (
    joined_parts,
    marked,
    marked_runs,
    printed_text,
    text_parts,
    without_values,
)
from converter.trace.printed_figures import PrintedFigures
from converter.trace.printed_lines import (
    GeneratedLine,
    LineKind,
    cells_by_column,
    generated_lines,
    printed_lines,
)
from converter.trace.trail import Input, LeftOut, Occurrence, TracedFigure, Trail, with_inputs

__all__ = [
    "GeneratedLine",
    "Input",
    "LeftOut",
    "LineKind",
    "Occurrence",
    "PrintedFigures",
    "TracedFigure",
    "Trail",
    "build_trail",
    "cells_by_column",
    "describe",
    "explain",
    "find",
    "generated_lines",
    "joined_parts",
    "marked",
    "marked_runs",
    "printed_lines",
    "printed_text",
    "report_line",
    "text_parts",
    "traced",
    "with_inputs",
    "without_values",
]
