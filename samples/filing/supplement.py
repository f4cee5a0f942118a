"""Entering a department's values in a blank 补充资料 workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from samples.filing.write import with_fixed_times

Cell = str | int | Decimal
Entries = dict[str, dict[str, dict[str, Cell]]]
"""Sheet title → row label → column header → value; the header "" is the cell next to the label."""

Rows = Sequence[Sequence[str]]
"""A list as the files of samples/prose/ have it: numbers are texts, too."""

TITLE_ROWS = 3
HEAD_ROW = 4
LAST_YEAR, BUDGET, FINAL = "上年决算数", "本年预算数", "本年决算数"
_NUMBERING = re.compile(r"^(?:其中[：:]|[（(]?[0-9一二三四五六七八九十]+[）)、.．])")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_SUFFIX = re.compile(r"[（(][^（()）]*[）)]$|[：:]$")


def fill(blank: Path, target: Path, entries: Entries, lists: Mapping[str, Rows] | None = None) -> Path:
    """Enter values and rows of lists in a copy of a blank workbook.

    A sheet, row or column not found is a LookupError.
    """
    workbook = load_workbook(blank)
    for sheet, listed in (lists or {}).items():
        enter_rows(_page(workbook, sheet), listed)
    for sheet, rows in entries.items():
        page = _page(workbook, sheet)
        for label, values in rows.items():
            for header, value in values.items():
                row, column = _place(page, label, header)
                page.cell(row, column).value = value
    target.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(target)
    target.write_bytes(with_fixed_times(target.read_bytes()))
    return target


def enter_rows(page: Any, rows: Rows) -> None:
    """Enter the rows below the heads of a list's sheet."""
    for at, row in enumerate(rows, HEAD_ROW + 1):
        for column, text in enumerate(row, 1):
            if text:
                page.cell(at, column).value = cell_of(text)


def cell_of(text: str) -> Cell:
    """What is entered for a text: a number, if it is one."""
    return Decimal(text) if _NUMBER.fullmatch(text) else text


def _page(workbook: Any, sheet: str) -> Any:
    if sheet in workbook.sheetnames:
        return workbook[sheet]
    for page in workbook.worksheets:
        top = [page.title, *(cell.value for row in page.iter_rows(max_row=TITLE_ROWS) for cell in row)]
        if any(_normalised(sheet) in _normalised(text) for text in top):
            return page
    raise LookupError(f"没有工作表：{sheet}")


def _place(page: Any, label: str, header: str) -> tuple[int, int]:
    """The row of that label, and the column of the nearest such header above it."""
    above: int | None = None
    for row in page.iter_rows():
        texts = [(cell.column, _normalised(cell.value)) for cell in row if cell.value is not None]
        if texts and _normalised(label) in _variants(texts[0][1]) and (above or not header):
            return row[0].row, above or texts[0][0] + 1
        above = next(
            (column for column, text in texts if header and _normalised(header) in _variants(text)), above
        )
    raise LookupError(f"{page.title}：没有行“{label}”或其上方的列“{header}”")


def _variants(text: str) -> Iterator[str]:
    """A label, and the label without its numbering, its closing brackets, or both."""
    yield text
    yield from (bare := _NUMBERING.sub("", text), _SUFFIX.sub("", bare), _SUFFIX.sub("", text))


def _normalised(text: object) -> str:
    return re.sub(r"[\s“”]", "", "" if text is None else str(text))
