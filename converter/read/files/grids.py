"""Open any spreadsheet by its content, never by its extension, as grids of addressed cells."""

import io
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from converter import messages
from converter.errors import ReadError, reading
from converter.figures import position
from converter.pack import Limits
from converter.read.files.archive import UnsafeError, unpacked
from converter.read.files.cells import Scalar
from converter.read.files.formulas import Formulas, StaleResult, stale
from converter.read.files.hidden import Hidden, hidden_of_xls
from converter.read.files.inspection import preflight
from converter.read.files.office import converted
from converter.read.files.password import locked, opened
from converter.read.files.xls import formulas_of_xls

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OOXML = b"xl/workbook.xml"  # the name of a part in the zip's directory
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
BLANKS = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first tag of a web page
SUFFIXES = {".xlsx", ".xlsm", ".xls", ".et", ".ett", ".ods", ".xlsb"}


Merge = tuple[int, int, int, int]
"""Merged cells: first row, first column, last row, last column, zero-based."""


class Grid(Struct, frozen=True, eq=False):
    """One sheet from A1 on: rows of cells, merged ranges, and cells whose formula has no value.

    `merges` is None where the format does not tell. `uncomputed` are the cells whose formula has no value or
    an error, `stale` those among them whose saved value contradicts their formula: all these are empty in
    `rows`. `hidden` are the hidden rows and columns of a sheet that is not hidden itself.
    """

    name: str
    rows: list[list[Scalar]]
    merges: list[Merge] | None = None
    uncomputed: frozenset[str] = frozenset()
    is_hidden: bool = False
    hidden: Hidden = field(default_factory=Hidden)
    stale: tuple[StaleResult, ...] = ()

    def cell(self, row: int, column: int) -> Scalar:
        """Return a cell, '' outside the used range."""
        line = self.rows[row] if row < len(self.rows) else []
        return line[column] if column < len(line) else ""


class OpenedWorkbook(Struct, frozen=True):
    """A workbook's worksheets; `recalculated` if formulas saved without results were computed anew."""

    grids: list[Grid]
    recalculated: bool


def open_workbook(path: Path, limits: Limits, password: str = "") -> OpenedWorkbook:
    """Return the worksheets of a spreadsheet.

    `password` opens a file that asks for one. ReadError if it is no spreadsheet or must not be opened.
    """
    data = opened(_bytes(path, limits), password, path.name)
    found, formulas = _grids(data, path.name, limits)
    lacking = OOXML in data and any(grid.uncomputed for grid in found)
    recalculated = converted(data, ".xlsx", "xlsx") if lacking else None
    if recalculated:
        found, formulas = _grids(recalculated, path.name, limits)
    return OpenedWorkbook(_checked(found, formulas), recalculated is not None)


def vet(path: Path, limits: Limits) -> None:
    """Raise ReadError if a zipped document of any kind must not be unpacked."""
    try:
        unpacked(_bytes(path, limits), limits)
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=path.name, reason=reason)) from None


def _grids(data: bytes, file: str, limits: Limits) -> tuple[list[Grid], dict[str, Formulas]]:
    try:
        if data.startswith(ZIP):
            formulas, unseen = preflight(data, limits)
        else:
            formulas, unseen = formulas_of_xls(data), hidden_of_xls(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _grid(book, each, formulas.get(each.name, Formulas()).failed, unseen.get(each.name, Hidden()))
            for each in book.sheets_metadata
            if each.typ is SheetTypeEnum.WorkSheet
        ], formulas
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file, reason=reason)) from None
    except (CalamineError, ValueError):  # it lets a number of thousands of digits through to Python
        said = messages.files.FILE_LOCKED if locked(data) else messages.files.FILE_BROKEN
        raise ReadError(said.format(file=file)) from None


def _bytes(path: Path, limits: Limits) -> bytes:
    with reading(path.name):
        if not path.is_file() and path.is_symlink() | path.exists():
            raise ReadError(messages.files.FILE_IRREGULAR.format(file=path.name))
        if path.stat().st_size > limits.file_bytes:
            raise ReadError(
                messages.files.FILE_UNSAFE.format(file=path.name, reason=messages.files.UNSAFE_SIZE)
            )
        data = path.read_bytes()
    if not data.startswith((ZIP, OLE)):
        raise ReadError(_no_workbook(data).format(file=path.name))
    return data


def _no_workbook(data: bytes) -> str:
    """Return what is to be said of a file that is no workbook but may bear the name of one."""
    if XML_2003 in data[:2048]:
        return messages.files.FILE_IS_XML
    if data[:512].lstrip(BLANKS).startswith(b"<"):
        return messages.files.FILE_IS_PAGE
    return messages.files.FILE_NOT_SPREADSHEET


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


def _checked(grids: list[Grid], formulas: dict[str, Formulas]) -> list[Grid]:
    """Return the grids without the results their own formulas contradict."""
    found = stale(formulas, {grid.name: grid.rows for grid in grids})
    return [_without(grid, found[grid.name]) if grid.name in found else grid for grid in grids]


def _without(grid: Grid, contradicted: list[StaleResult]) -> Grid:
    for each in contradicted:
        row, column = position(each.cell)
        grid.rows[row][column] = ""
    cells = frozenset(each.cell for each in contradicted)
    return replace(grid, uncomputed=grid.uncomputed | cells, stale=tuple(contradicted))
