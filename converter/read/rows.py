"""The data rows of a table's panel: what identifies each of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from converter.read.cells import Scalar, digits, words
from converter.read.sheet import Sheet

_CODE_BEGINS = frozenset("0123456789[(\u3010")
_CODE_AND_NAME = re.compile(r"[\[(\u3010]?((?:\d\d){1,3}\d)[\])\u3011]?[-\u2013\u2014_.:\u3001]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Panel:
    """Columns that belong together: those that identify a row, and those that hold its values."""

    labels: tuple[int, ...]
    codes: tuple[int, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A data row of a panel: its code, its canonical label, and whether it is counted in words."""

    index: int
    code: str
    label: str
    counted: bool


def data_rows(sheet: Sheet, panel: Panel, body: Iterable[int]) -> tuple[Row, ...]:
    """Return those of the `body` of a table that have a code or a label in the panel.

    One cell may hold both: a class, an item or a detail of a classification, and its name.
    """
    found = []
    above: list[str] = []
    naming = (*panel.labels, *panel.codes)
    for index in body:
        cells = sheet.grid.rows[index]
        width = len(cells)
        parts = [digits(cells[column]) for column in panel.codes if column < width]
        if len(parts) > 1:
            above = parts = _with_parts_above(parts, above)
        code = _joined(parts)
        text = _name([cells[column] for column in naming if column < width])
        if not code and text[:1] in _CODE_BEGINS and (both := _CODE_AND_NAME.match(text)):
            code, text = both[1], text[both.end() :]
        if code or text:
            found.append(Row(index, code, sheet.name(text), sheet.vocabulary.is_counted(text)))
    return tuple(found)


def _name(cells: Iterable[Scalar]) -> str:
    """Return the first words that are no mere number, '' if there are none."""
    for cell in cells:
        text = words(cell)
        if text and not text.isdigit():
            return text
    return ""


def _with_parts_above(parts: list[str], above: list[str]) -> list[str]:
    """Return a divided code whole: a part left blank before another one is that of the row above."""
    last = max((nth for nth, part in enumerate(parts) if part), default=-1)
    return [part or (above[nth] if nth < min(last, len(above)) else "") for nth, part in enumerate(parts)]


def _joined(parts: list[str]) -> str:
    """Return the code of its columns.

    The second and third hold two digits each, zeros often lost, or else the code in full.
    """
    code = ""
    for part in parts:
        longer = len(part) > len(code) and part.startswith(code)
        code = part if longer else code + part.zfill(2) if part else code
    return code
