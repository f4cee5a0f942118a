"""The data rows of a table's panel: what identifies each of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from converter.chinese import ENUMERATION_COMMA, LABEL_BRACKETS
from converter.read.files.cells import Scalar, digits, label_of
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.header_layout import Panel
from converter.read.tables.sheet import FormSheet

_OPENING, _CLOSING = rf"[\[(<{LABEL_BRACKETS[::2]}]", rf"[\])>{LABEL_BRACKETS[1::2]}]"
_CODE = r"(\d{3}(?:[-.]?\d\d){0,2})"  # a class, an item, a detail, in one or with characters between
_BEHIND_CODE = rf"[-\u2013\u2014_.:{ENUMERATION_COMMA}]*"
_CODE_BEGINS = frozenset(f"0123456789[(<{LABEL_BRACKETS[::2]}")
_CODE_ENDS = frozenset(f"])>{LABEL_BRACKETS[1::2]}")
_PART = r"\d\d?"  # an item or a detail in a column of its own
_CODE_ONLY = re.compile(rf"{_OPENING}?({_CODE}|{_PART}){_CLOSING}?{_BEHIND_CODE}")
_CODE_AND_NAME = re.compile(rf"{_OPENING}?{_CODE}{_CLOSING}?{_BEHIND_CODE}(?=[^\W\d_])")
_NAME_AND_CODE = re.compile(rf"(?<=[^\W\d_]){_OPENING}{_CODE}{_CLOSING}$")


SHORTEST_CODE = 3  # a class of a classification; shorter numbers only count rows, or are parts of a code


class DataRow(Struct, frozen=True, gc=False):
    """A data row of a panel: its row in the grid, code, canonical label, whether it is counted in words.

    `other_code` is that of another classification, which says more of the same row, '' if there is none.
    `stated_in` is the column of the label if that holds the row's amount as well, -1 if it does not.
    """

    at: int
    code: str
    label: str
    counted: bool
    other_code: str = ""
    stated_in: int = -1


def data_rows(sheet: FormSheet, panel: Panel, body: Iterable[int]) -> tuple[DataRow, ...]:
    """Return those of the `body` of a table that have a code or a label in the panel.

    One cell may hold both: a class, an item or a detail of a classification, and its name. The word for a
    total may stand in a column beside them.
    """
    found = []
    above: list[str] = []
    total, of_sheet = sheet.vocabulary.total, (sheet.vocabulary, sheet.year)
    naming = (*panel.labels, *panel.codes)
    for index in body:
        cells = sheet.grid.rows[index]
        width = len(cells)
        parts = [code_of(cells[column]) for column in panel.codes if column < width]
        if len(parts) > 1:
            above = parts = _with_parts_above(parts, above)
        named = [cells[column] for column in naming if column < width]
        code, other, label, counted = _identified(*of_sheet, tuple(parts), tuple(named))
        if not code and label is None:
            beside = (label_of(cells[column]) for column in panel.beside if column < width)
            names = (sheet.name(word) for word in beside if word)
            label = next((name for name in names if name in total), None)
        stated_in = -1
        if label and not code:
            label, stated_in = _with_amount(sheet.vocabulary, cells, naming, label)
        if code or label is not None:
            found.append(DataRow(index, code, label or "", counted, other, stated_in))
    return tuple(found)


def _with_amount(
    vocabulary: Vocabulary, cells: Sequence[Scalar], naming: Iterable[int], label: str
) -> tuple[str, int]:
    """Return the label of a row, and the column where it stands if the amount stands behind it; else -1."""
    for column in naming:
        if column < len(cells) and isinstance(cell := cells[column], str) and cell:
            labelled = vocabulary.labelled(cell)
            return (labelled.label, column) if labelled else (label, -1)
    return label, -1


@lru_cache(maxsize=65536, typed=True)  # 1 is a code, True is none
def code_of(cell: Scalar) -> str:
    """Return the code that a cell holds, in digits alone, or ''; a part of a divided code is one, too."""
    if plain := digits(cell):
        return plain
    text = str(cell) if isinstance(cell, float) else label_of(cell)
    return _in_digits(found[1]) if (found := _CODE_ONLY.fullmatch(text)) else ""


def _in_digits(code: str) -> str:
    return code.replace(".", "").replace("-", "")


@lru_cache(maxsize=16384)  # the rows of the classifications repeat from table to table
def _identified(
    vocabulary: Vocabulary, year: int, parts: tuple[str, ...], named: tuple[Scalar, ...]
) -> tuple[str, str, str | None, bool]:
    """Return a row's code and that of another classification, its canonical label, None if it has no words,
    and whether that counts it in words.
    """
    (code, other), text = _joined(parts), _name(named)
    if not code and text[:1] in _CODE_BEGINS and (both := _CODE_AND_NAME.match(text)):
        code, text = _in_digits(both[1]), text[both.end() :]
    elif not code and text[-1:] in _CODE_ENDS and (both := _NAME_AND_CODE.search(text)):
        code, text = _in_digits(both[1]), text[: both.start()]
    label = vocabulary.canonical(text, year) if text else None
    return code, other, label, vocabulary.is_counted(text)


def _name(cells: Iterable[Scalar]) -> str:
    """Return the first words that are no mere number, '' if there are none."""
    for cell in cells:
        text = label_of(cell)
        if text and not code_of(text):
            return text
    return ""


def _with_parts_above(parts: list[str], above: list[str]) -> list[str]:
    """Return a divided code whole: a part left blank before a later one is that of the row above.

    Before a code in full nothing is left out.
    """
    last = max((nth for nth, part in enumerate(parts) if 0 < len(part) < SHORTEST_CODE), default=-1)
    first = max((nth for nth, part in enumerate(parts[:last]) if len(part) >= SHORTEST_CODE), default=0)
    blank = [nth for nth in range(first, min(last, len(above))) if not parts[nth]]
    return [above[nth] if nth in blank else part for nth, part in enumerate(parts)]


def _joined(parts: Iterable[str]) -> tuple[str, str]:
    """Return the code of its columns, and that of another classification beside it, '' if there is none.

    The second and third hold two digits each, zeros often lost, or else the code in full; one in full that
    does not begin like those before it belongs to another classification.
    """
    code = before = ""
    for part in parts:
        if len(part) > len(code) and part.startswith(code):
            code = part
        elif 0 < len(part) < SHORTEST_CODE:
            code += part.zfill(2)
        elif not code.startswith(part):
            before, code = before or code, part
    return (before, code) if before else (code, "")
