"""A figure, its unit, and where it came from; the ledger of one department-year."""

from converter.figures.address import address, column_name, column_number, position
from converter.figures.figure import Figure, Value, basis_of, item_of, total
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.ledger import DetailRow, Ledger, Text
from converter.figures.origin import CellOrigin, Derived, Origin, SheetOrigin
from converter.figures.rounding import half_up, plain, printed

__all__ = [
    "CellOrigin",
    "Derived",
    "DetailRow",
    "Figure",
    "Finding",
    "Ledger",
    "Origin",
    "Outcome",
    "Severity",
    "SheetOrigin",
    "Text",
    "Value",
    "address",
    "basis_of",
    "column_name",
    "column_number",
    "half_up",
    "item_of",
    "plain",
    "position",
    "printed",
    "total",
]
