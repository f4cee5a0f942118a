"""The words of a formula, and a formula moved to another cell.

One linear pattern a word. A formula with anything else in it (names, other workbooks, arrays, columns of
tables) is not taken apart at all: a wrong result would be worse than none.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from converter.figures import SHEET_COLUMNS, SHEET_ROWS, column_name, column_number
from converter.read.files.formulas.sheet import LONGEST

LAST_ROW, LAST_COLUMN = SHEET_ROWS - 1, SHEET_COLUMNS - 1  # counted from 0

_SHEET = r"(?:(?:'(?:[^']|'')++'|[^\W\d][\w.]*+)!)?+"
_AREA = (
    r"\$?+[A-Za-z]{1,3}+\$?+[0-9]{1,7}+(?::\$?+[A-Za-z]{1,3}+\$?+[0-9]{1,7}+)?+"
    r"|\$?+[A-Za-z]{1,3}+:\$?+[A-Za-z]{1,3}+"
    r"|\$?+[0-9]{1,7}+:\$?+[0-9]{1,7}+"
)
_WORD = re.compile(
    rf"(?P<area>{_SHEET}(?:{_AREA})(?![\w.(!:]))"
    r"|(?P<number>(?:[0-9]{1,30}+(?:\.[0-9]{0,30}+)?+|\.[0-9]{1,30}+)(?:[eE][+-]?+[0-9]{1,3}+)?+(?![\w.!:]))"
    r'|(?P<text>"(?:[^"]|"")*+")'
    r"|(?P<function>[A-Za-z][\w.]*+\()"
    r"|(?P<truth>(?:TRUE|FALSE)(?![\w.(!:]))"
    r"|(?P<sign><=|>=|<>|[-+*/^%&=<>(),])"
    r"|(?P<blank>\s++)",
    re.IGNORECASE,
)
_CORNER = re.compile(r"(\$?)([A-Za-z]*)(\$?)([0-9]*)")


class Token(Struct, frozen=True, gc=False):
    """A word of a formula; `kind` is the name of its group in the pattern, 'end' behind the last."""

    kind: str
    text: str


class NotEvaluableError(Exception):
    """A formula beyond what is evaluated here, or one whose cells do not tell."""


def tokens(formula: str) -> Iterator[Token]:
    """Yield the words of a formula, blanks among them; NotEvaluableError where something is no word."""
    if len(formula) > LONGEST:
        raise NotEvaluableError
    place = 0
    while place < len(formula):
        found = _WORD.match(formula, place)
        if found is None:
            raise NotEvaluableError
        yield Token(found.lastgroup or "", found.group())
        place = found.end()


def moved(formula: str, rows: int, columns: int) -> str:
    """Return a formula as it reads so many rows below and columns to the right, '' where that is unknown."""
    try:
        return "".join(
            _moved_area(token.text, rows, columns) if token.kind == "area" else token.text
            for token in tokens(formula)
        )
    except NotEvaluableError:
        return ""


def _moved_area(text: str, rows: int, columns: int) -> str:
    sheet, mark, corners = text.rpartition("!")
    return sheet + mark + ":".join(_moved_corner(corner, rows, columns) for corner in corners.split(":"))


def _moved_corner(corner: str, rows: int, columns: int) -> str:
    found = _CORNER.fullmatch(corner)
    if found is None:
        raise NotEvaluableError
    fixed_column, letters, fixed_row, digits = found.groups()
    if not letters and fixed_column:  # a row alone: the one mark is the row's
        fixed_column, fixed_row = "", fixed_column
    if letters and not fixed_column:
        letters = column_name(_within(column_number(letters) + columns, LAST_COLUMN))
    if digits and not fixed_row:
        digits = str(_within(int(digits) - 1 + rows, LAST_ROW) + 1)
    return f"{fixed_column}{letters}{fixed_row}{digits}"


def _within(place: int, last: int) -> int:
    if not 0 <= place <= last:
        raise NotEvaluableError
    return place
