"""Open any spreadsheet by its content, never by its name, as grids of addressed cells."""

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.errors import ReadError
from converter.figures import position
from converter.pack import Limits
from converter.read.files import ods, xls, xlsb, xlsx
from converter.read.files.archive import UnsafeError, unpacked
from converter.read.files.filed_file import FiledFile
from converter.read.files.format import Content, DamagedError, WorkbookFormat, Worksheet
from converter.read.files.formulas import StaleResult, stale
from converter.read.files.grid import Grid
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


class _Workbook(Struct, frozen=True):
    """A workbook's format and its worksheets as the format's module gives them."""

    format: WorkbookFormat
    sheets: list[Worksheet]


def open_workbook(file: FiledFile, limits: Limits, password: str = "") -> OpenedWorkbook:
    """Return the worksheets of a spreadsheet.

    `password` opens a file that asks for one. ReadError if it is no spreadsheet or must not be opened.
    """
    data = opened(_bytes(file, limits), password, file.name)
    found = _read(data, file.name, limits)
    lacking = found.format is xlsx and any(sheet.grid.uncomputed for sheet in found.sheets)
    recalculated = converted(data, ".xlsx", "xlsx") if lacking else None
    if recalculated:
        found = _read(recalculated, file.name, limits)
    return OpenedWorkbook(_without_stale(found.sheets), recalculated is not None)


def vet(file: FiledFile, limits: Limits) -> None:
    """Raise ReadError if a zipped document of any kind must not be unpacked."""
    try:
        unpacked(_bytes(file, limits), limits)
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file.name, reason=reason)) from None


def _read(data: bytes, file: str, limits: Limits) -> _Workbook:
    """Return the worksheets as the module of their format reads them."""
    try:
        is_zip = data.startswith(ZIP)
        content = Content(data, unpacked(data, limits) if is_zip else {}, is_zip)
        of_format = next(known for known in FORMATS if known.matches(content))
        return _Workbook(of_format, of_format.read(content, limits))
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file, reason=reason)) from None
    except DamagedError:
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


def _without_stale(sheets: list[Worksheet]) -> list[Grid]:
    """Return the grids without the results their own formulas contradict."""
    formulas = {sheet.grid.name: sheet.formulas for sheet in sheets}
    contradicted = stale(formulas, {sheet.grid.name: sheet.grid.rows for sheet in sheets})
    return [_without(sheet.grid, contradicted.get(sheet.grid.name, [])) for sheet in sheets]


def _without(grid: Grid, contradicted: list[StaleResult]) -> Grid:
    if not contradicted:
        return grid
    rows = [list(row) for row in grid.rows]
    for result in contradicted:
        row, column = position(result.cell)
        rows[row][column] = ""
    cells = frozenset(result.cell for result in contradicted)
    return replace(grid, rows=rows, uncomputed=grid.uncomputed | cells, stale=tuple(contradicted))
