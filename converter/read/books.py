"""Open any spreadsheet by its content, never by its extension, as grids of addressed cells."""

import io
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from converter import messages
from converter.pack import Limits
from converter.read.cells import Scalar
from converter.read.errors import ReadError
from converter.read.faults import faults_of_xls
from converter.read.hidden import Hidden, hidden_of_xls
from converter.read.password import opened
from converter.read.preflight import UnsafeError, preflight
from converter.read.recalculate import recalculated

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OOXML = b"xl/workbook.xml"  # the name of a part in the zip's directory
BLANKS = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first tag of a web page
SUFFIXES = {".xlsx", ".xlsm", ".xls", ".et", ".ett", ".ods", ".xlsb"}


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet from A1 on: rows of cells, merged ranges, and cells whose formula has no value.

    `merges` is None where the format does not tell. A merge is (first row, first column, last
    row, last column), zero-based. `unseen` are the hidden rows and columns of a sheet that is not
    `hidden` itself.
    """

    name: str
    rows: list[list[Scalar]]
    merges: list[tuple[int, int, int, int]] | None = None
    uncomputed: frozenset[str] = field(default_factory=frozenset)
    hidden: bool = False
    unseen: Hidden = field(default_factory=Hidden)

    def cell(self, row: int, column: int) -> Scalar:
        """Return a cell, '' outside the used range."""
        line = self.rows[row] if row < len(self.rows) else []
        return line[column] if column < len(line) else ""


def grids(path: Path, limits: Limits, password: str = "") -> tuple[list[Grid], bool]:
    """Return the worksheets of a spreadsheet, and whether formulas saved without results were computed.

    `password` opens a file that asks for one. ReadError if it is no spreadsheet or must not be opened.
    """
    data = opened(_bytes(path, limits), password, path.name)
    found = _grids(data, path.name, limits)
    lacking = OOXML in data and any(grid.uncomputed for grid in found)  # only these may lack results
    if lacking and (computed := recalculated(data)):
        return _grids(computed, path.name, limits), True
    return found, False


def _grids(data: bytes, file: str, limits: Limits) -> list[Grid]:
    try:
        if data.startswith(ZIP):
            uncomputed, unseen = preflight(data, limits)
        else:
            uncomputed, unseen = faults_of_xls(data), hidden_of_xls(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _grid(book, sheet, uncomputed.get(sheet.name, frozenset()), unseen.get(sheet.name, Hidden()))
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        ]
    except UnsafeError as reason:
        raise ReadError(messages.FILE_UNSAFE.format(file=file, reason=reason)) from None
    except PasswordError:
        raise ReadError(messages.FILE_ENCRYPTED.format(file=file)) from None
    except CalamineError as reason:
        raise ReadError(messages.FILE_BROKEN.format(file=file, reason=reason)) from None


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if path.stat().st_size > limits.file_bytes:
            raise ReadError(messages.FILE_UNSAFE.format(file=path.name, reason=messages.UNSAFE_SIZE))
        data = path.read_bytes()
    except OSError as reason:
        raise ReadError(messages.FILE_UNREADABLE.format(file=path.name, reason=reason.strerror)) from None
    if not data.startswith((ZIP, OLE)):
        kind = (
            messages.FILE_IS_MARKUP
            if data[:512].lstrip(BLANKS).startswith(b"<")
            else messages.FILE_NOT_SPREADSHEET
        )
        raise ReadError(kind.format(file=path.name))
    return data


def _grid(book: CalamineWorkbook, about: SheetMetadata, uncomputed: frozenset[str], unseen: Hidden) -> Grid:
    sheet = book.get_sheet_by_name(about.name)
    merges = sheet.merged_cell_ranges
    return Grid(
        about.name,
        sheet.to_python(skip_empty_area=False),
        None if merges is None else [(*first, *last) for first, last in merges],
        uncomputed,
        about.visible is not SheetVisibleEnum.Visible,
        unseen,
    )
