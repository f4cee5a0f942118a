"""One rough sheet as .xlsx, .xls or .ods: rows of cells, merged areas, hidden rows and columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import range_boundaries

from samples.filing.write_ods import COVERED, cell, element, ods_file


@dataclass(frozen=True)
class Rough:
    """A sheet as a case describes it; rows are counted from 1, columns and areas named as in A1:C2."""

    name: str
    rows: list[list[object]]
    merges: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()

    def write(self, path: Path) -> None:
        """Write the sheet as the kind of workbook the suffix says."""
        {".xlsx": self._xlsx, ".xls": self._xls, ".ods": self._ods}[path.suffix](path)

    def _xlsx(self, path: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = self.name
        for row in self.rows:
            sheet.append(row)
        for area in self.merges:
            sheet.merge_cells(area)
        for row in self.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in self.hidden_columns:
            sheet.column_dimensions[column].hidden = True
        book.save(path)

    def _xls(self, path: Path) -> None:
        book = xlwt.Workbook(encoding="utf-8")
        sheet = book.add_sheet(self.name)
        areas = {
            (top, left): (bottom, right) for left, top, right, bottom in map(range_boundaries, self.merges)
        }
        for at_row, row in enumerate(self.rows):
            for at_column, value in enumerate(row):
                bottom, right = areas.get((at_row + 1, at_column + 1), (at_row + 1, at_column + 1))
                if value is not None:
                    sheet.write_merge(at_row, bottom - 1, at_column, right - 1, value)
        for row in self.hidden_rows:
            sheet.row(row - 1).hidden = True
        for column in self.hidden_columns:
            sheet.col(column_index_from_string(column) - 1).hidden = True
        book.save(str(path))

    def _ods(self, path: Path) -> None:
        hidden = {column_index_from_string(column) for column in self.hidden_columns}
        columns = range(1, max(map(len, self.rows)) + 1)
        lines = [element("table:table-column", _seen(column not in hidden)) for column in columns]
        for at, row in enumerate(self.rows, 1):
            cells = self._ods_cells(at, row)
            lines.append(element("table:table-row", _seen(at not in self.hidden_rows), cells))
        path.write_bytes(ods_file([element("table:table", {"table:name": self.name}, lines)]))

    def _ods_cells(self, at: int, row: list[object]) -> list[str]:
        areas = [range_boundaries(area) for area in self.merges]
        spans = {left: right - left + 1 for left, top, right, _ in areas if top == at}
        covered = {column for left, span in spans.items() for column in range(left + 1, left + span)}
        return [
            COVERED if column in covered else _ods_cell(value, spans.get(column, 1))
            for column, value in enumerate(row, 1)
        ]


def _seen(seen: bool) -> dict[str, str]:
    return {} if seen else {"table:visibility": "collapse"}


def _ods_cell(value: object, span: int) -> str:
    text = "" if value is None else str(value)
    return cell(text, text if isinstance(value, int | float) else "", columns=span)
