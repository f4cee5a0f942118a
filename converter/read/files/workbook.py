"""Open any spreadsheet by its content, never by its name, as grids of addressed cells."""

import io

from msgspec import Struct
from msgspec.structs import replace
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from converter import messages
from converter.errors import ReadError
from converter.figures import position
from converter.pack import Limits
from converter.read.files import ods, xls, xlsb, xlsx
from converter.read.files.archive import UnsafeError, unpacked
from converter.read.files.filed_file import FiledFile
from converter.read.files.formulas import Formulas, StaleResult, stale
from converter.read.files.grid import Grid, Hidden
from converter.read.files.inspection import Content, Inspection, WorkbookFormat
from converter.read.files.office import converted
from converter.read.files.password import locked, opened

FORMATS: tuple[WorkbookFormat, ...] = (ods, xlsx, xlsb, xls)
SUFFIXES = frozenset[str]().union(*(known.SUFFIXES for known in FORMATS))

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
BLANKS = b"\xef\xbb\xbf \t\r\n"  # what may stand before the first tag of a web page


class OpenedWorkbook(Struct, frozen=True):
    """A workbook's worksheets; `recalculated` if formulas saved without results were computed anew."""

    grids: list[Grid]
    recalculated: bool


class _Inspected(Struct, frozen=True):
    """A workbook's format, its formulas by sheet, and its worksheets as the reader gives them."""

    format: WorkbookFormat
    formulas: dict[str, Formulas]
    grids: list[Grid]


def open_workbook(file: FiledFile, limits: Limits, password: str = "") -> OpenedWorkbook:
    """Return the worksheets of a spreadsheet.

    `password` opens a file that asks for one. ReadError if it is no spreadsheet or must not be opened.
    """
    data = opened(_bytes(file, limits), password, file.name)
    found = _read(data, file.name, limits)
    lacking = found.format is xlsx and any(grid.uncomputed for grid in found.grids)
    recalculated = converted(data, ".xlsx", "xlsx") if lacking else None
    if recalculated:
        found = _read(recalculated, file.name, limits)
    return OpenedWorkbook(_without_stale(found), recalculated is not None)


def vet(file: FiledFile, limits: Limits) -> None:
    """Raise ReadError if a zipped document of any kind must not be unpacked."""
    try:
        unpacked(_bytes(file, limits), limits)
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file.name, reason=reason)) from None


def _read(data: bytes, file: str, limits: Limits) -> _Inspected:
    """Return the worksheets; they are inspected before the reader sees them."""
    try:
        is_zip = data.startswith(ZIP)
        content = Content(data, unpacked(data, limits) if is_zip else {}, is_zip)
        of_format = next(known for known in FORMATS if known.matches(content))
        inspection = of_format.inspect(content, limits)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [
            _grid(book, about, inspection)
            for about in book.sheets_metadata
            if about.typ is SheetTypeEnum.WorkSheet
        ]
        return _Inspected(of_format, inspection.formulas, grids)
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file, reason=reason)) from None
    except (CalamineError, ValueError):  # it lets a number of thousands of digits through to Python
        message = messages.files.FILE_LOCKED if locked(data) else messages.files.FILE_BROKEN
        raise ReadError(message.format(file=file)) from None


def _bytes(file: FiledFile, limits: Limits) -> bytes:
    data = file.read_within(limits)
    if not data.startswith((ZIP, OLE)):
        raise ReadError(_why_no_workbook(data).format(file=file.name))
    return data


def _why_no_workbook(data: bytes) -> str:
    """Return the message for a file that is no workbook, whatever its name."""
    if XML_2003 in data[:2048]:
        return messages.files.FILE_IS_XML
    if data[:512].lstrip(BLANKS).startswith(b"<"):
        return messages.files.FILE_IS_PAGE
    return messages.files.FILE_NOT_SPREADSHEET


def _grid(book: CalamineWorkbook, about: SheetMetadata, inspection: Inspection) -> Grid:
    sheet = book.get_sheet_by_name(about.name)
    merges = sheet.merged_cell_ranges
    return Grid(
        about.name,
        sheet.to_python(skip_empty_area=False),
        None if merges is None else [(*first, *last) for first, last in merges],
        inspection.formulas.get(about.name, Formulas()).failed,
        about.visible is not SheetVisibleEnum.Visible,
        inspection.hidden.get(about.name, Hidden()),
    )


def _without_stale(found: _Inspected) -> list[Grid]:
    """Return the grids without the results their own formulas contradict."""
    contradicted = stale(found.formulas, {grid.name: grid.rows for grid in found.grids})
    return [_without(grid, contradicted.get(grid.name, [])) for grid in found.grids]


def _without(grid: Grid, contradicted: list[StaleResult]) -> Grid:
    if not contradicted:
        return grid
    rows = [list(row) for row in grid.rows]
    for result in contradicted:
        row, column = position(result.cell)
        rows[row][column] = ""
    cells = frozenset(result.cell for result in contradicted)
    return replace(grid, rows=rows, uncomputed=grid.uncomputed | cells, stale=tuple(contradicted))
