"""Figures: what is known of one department in one year, and where each figure comes from.

A `figure` is an item on a basis, such as the final accounts of an item, with its `value` in a base unit; its
`origin` is a cell of a workbook or a formula over other figures. The `ledger` holds the figures, detail
rows, lists and texts of a department-year. A `finding` is what there is to say about them. `rounding` is the
only place where figures are rounded, `address` the only parser of cell addresses; `words` say figures, cells
and formulas as people read them. This is the lowest package: it knows no pack.
"""

from converter.figures.address import (
    LONGEST_CELL_TEXT,
    SHEET_COLUMNS,
    SHEET_ROWS,
    Merge,
    address,
    column_name,
    column_number,
    position,
)
from converter.figures.figure import Figure, basis_of, column_of, is_unread, item_of, total, value_of
from converter.figures.finding import Finding, Outcome, Severity
from converter.figures.ledger import DetailRow, Ledger, ListRow, Text, resting_on
from converter.figures.origin import CellOrigin, Derived, Origin, SheetOrigin, sum_origin
from converter.figures.rounding import exact_text, half_up, printed
from converter.figures.value import NO_VALUE, UNBOUNDED, ZERO, Value, sum_values
from converter.figures.words import (
    call_words,
    condition_words,
    equation_words,
    figure_words,
    formula_words,
    place_words,
    some_of,
)

__all__ = [
    "LONGEST_CELL_TEXT",
    "NO_VALUE",
    "SHEET_COLUMNS",
    "SHEET_ROWS",
    "UNBOUNDED",
    "ZERO",
    "CellOrigin",
    "Derived",
    "DetailRow",
    "Figure",
    "Finding",
    "Ledger",
    "ListRow",
    "Merge",
    "Origin",
    "Outcome",
    "Severity",
    "SheetOrigin",
    "Text",
    "Value",
    "address",
    "basis_of",
    "call_words",
    "column_name",
    "column_number",
    "column_of",
    "condition_words",
    "equation_words",
    "exact_text",
    "figure_words",
    "formula_words",
    "half_up",
    "is_unread",
    "item_of",
    "place_words",
    "position",
    "printed",
    "resting_on",
    "some_of",
    "sum_origin",
    "sum_values",
    "total",
    "value_of",
]
