"""A formula that names cells by how far they are, R[-1]C, or by numbers, R2C3: as it reads in A1 style."""

import re

from converter.figures import column_name
from converter.read.files.formulas.sheet import LONGEST
from converter.read.files.formulas.tokens import LAST_COLUMN, LAST_ROW

_PLACE = r"(?:\[(-?[0-9]{1,7})\]|([0-9]{1,7}))?+"
_WORD = re.compile(
    r'"(?:[^"]|"")*+"'  # a text
    r"|'(?:[^']|'')*+'"  # a sheet's name
    rf"|(?<![\w.$\]])(?:R{_PLACE}C{_PLACE}|R{_PLACE}|C{_PLACE})(?![\w.(!\[])"
    r"|(?P<other>[^\W\d][\w.]*+(?![\w.(!]))",  # a name, or a cell in A1 style
    re.IGNORECASE,
)
_TRUTHS = ("TRUE", "FALSE")


def in_a1_style(formula: str, row: int, column: int) -> str:
    """Return a formula of the cell in this row and column in A1 style, '' where that can't be said."""
    if len(formula) > LONGEST:
        return ""
    written, end = list[str](), 0
    for found in _WORD.finditer(formula):
        if found["other"] and found["other"].upper() not in _TRUTHS:
            return ""
        place = found[0] if found["other"] or found[0][0] in "\"'" else _named(found, row, column)
        if not place:
            return ""
        written += (formula[end : found.start()], place)
        end = found.end()
    return "".join((*written, formula[end:])).removeprefix("=")


def _named(found: re.Match[str], row: int, column: int) -> str:
    """Return a reference in A1 style, '' if it is none of a sheet; a whole row or column as an area."""
    _, far_down, in_row, far_right, in_column, rows, of_row, columns, of_column, _ = (
        found[0],
        *found.groups(),
    )
    word = found[0].upper()
    if "C" not in word:
        line = _number(rows, of_row, row, LAST_ROW)
        return f"{line}:{line}" if line else ""
    if "R" not in word:
        name = _number(columns, of_column, column, LAST_COLUMN)
        return f"{column_name(name - 1)}:{column_name(name - 1)}" if name else ""
    line, name = _number(far_down, in_row, row, LAST_ROW), _number(far_right, in_column, column, LAST_COLUMN)
    return f"{column_name(name - 1)}{line}" if line and name else ""


def _number(relative: str | None, absolute: str | None, own: int, last: int) -> int:
    """Return a row or column counted from 1, 0 if it is beyond any sheet."""
    number = int(absolute) if absolute else own + 1 + int(relative or 0)
    return number if 1 <= number <= last + 1 else 0
