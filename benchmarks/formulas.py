"""Workbooks in which totals are formulas, as departments' own tables have them; their saved results stand."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl.utils import get_column_letter

from samples.filing import write
from samples.filing.sheet import At, SheetTable

LONGEST = 12
"""Cells that a sum has at most."""
_CELL = r'(<c r="{cell}"[^>]*>)(<v>)'


def put_formulas(sheets: Sequence[SheetTable], book: Path, most: int) -> None:
    """Put formulas beside amounts of a workbook of these sheets, at most so many, spread over all of them."""
    found = [
        (f"xl/worksheets/sheet{number}.xml", at, formula)
        for number, sheet in enumerate(sheets, 1)
        for at, formula in _sums(sheet)
    ]
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for part, (row, column), formula in found[:: max(len(found) // most, 1)][:most]:
        cell = _CELL.format(cell=f"{get_column_letter(column)}{row}")
        changed, count = re.subn(cell, rf"\1<f>{formula}</f>\2", parts[part].decode())
        if count != 1:
            raise ValueError(f"{book.name}: no amount in {part}, row {row}, column {column}")
        parts[part] = changed.encode()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    book.write_bytes(write.with_fixed_times(book.read_bytes()))


def _sums(sheet: SheetTable) -> Iterator[tuple[At, str]]:
    """Yield the amounts that are the sum of those right of them, or below, each with its formula."""
    for at, value in sorted(sheet.cells.items()):
        if isinstance(value, Decimal) and value:
            last = _last(sheet, at, (0, 1)) or _last(sheet, at, (1, 0))
            if last:
                row, column = (at[0], at[1] + 1) if last[0] == at[0] else (at[0] + 1, at[1])
                first = f"{get_column_letter(column)}{row}"
                yield at, f"SUM({first}:{get_column_letter(last[1])}{last[0]})"


def _last(sheet: SheetTable, at: At, step: At) -> At | None:
    """Return the last of at least two cells that follow in a direction and add up to one."""
    total = Decimal(0)
    for nth in range(1, LONGEST + 1):
        place = (at[0] + nth * step[0], at[1] + nth * step[1])
        value = sheet.cells.get(place, Decimal(0))
        if not isinstance(value, Decimal):
            return None
        total += value
        if nth > 1 and total == sheet.cells[at]:
            return place
    return None
