"""A figure, its unit, and where it came from; the ledger of one department-year."""

from converter.figures.figure import Figure, Value, basis_of, item_of, total
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.ledger import Ledger, Line, Text
from converter.figures.origin import CellOrigin, Derived, Origin
from converter.figures.rounding import half_up, plain, printed
from converter.figures.score import Result, Score
from converter.figures.trail import Input, Mark, Noted, Trail, passage_of, resting

__all__ = [
    "CellOrigin",
    "Derived",
    "Figure",
    "Finding",
    "Input",
    "Ledger",
    "Line",
    "Mark",
    "Noted",
    "Origin",
    "Outcome",
    "Result",
    "Score",
    "Severity",
    "Text",
    "Trail",
    "Value",
    "basis_of",
    "half_up",
    "item_of",
    "passage_of",
    "plain",
    "printed",
    "resting",
    "total",
]
