"""Open any spreadsheet by its content, never by its name, as grids of addressed cells."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from converter import messages
from converter.errors import ReadError
from converter.figures import LONGEST_CELL_TEXT, address
from converter.pack import Limits
from converter.read.files import ods, xls, xls95, xlsb, xlsx
from converter.read.files.archive import UnsafeError, unpacked
from converter.read.files.cells import Scalar
from converter.read.files.filed_file import HEAD, FiledFile
from converter.read.files.format import DamagedError, FileContent, WorkbookFormat, Worksheet
from converter.read.files.formulas import Solution
from converter.read.files.grid import Grid
from converter.read.files.office.converting import converted
from converter.read.files.password import locked, opened
from converter.read.files.plain_text import separator_of
from converter.read.files.results import results_in, solutions_of, with_results
from converter.read.files.xlsx.number_formats import number_formats as xlsx_formats

FORMATS: tuple[WorkbookFormat, ...] = (ods, xlsx, xlsb, xls95, xls)
SUFFIXES = frozenset[str]().union(*(known.SUFFIXES for known in FORMATS))

_RECALCULATED: Mapping[WorkbookFormat, str] = {xlsx: ".xlsx", ods: ".ods"}
"""The formats in which LibreOffice computes formulas that have no result, and their suffixes."""

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
OLD_EXCEL = {b"\x09\x00": "2.x", b"\x09\x02": "3.0", b"\x09\x04": "4.0", b"\x09\x08": "5.0/95"}
"""What a workbook begins with that is not in a compound file, by version of Excel."""
MIME = b"MIME-Version:"  # a web page in one file with its pictures begins so
_BEFORE_TAGS = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"  # what may stand before the first tag of a text


class OpenedWorkbook(Struct, frozen=True):
    """A workbook's worksheets, and by sheet the cells whose formula was saved without a result.

    `computed` were computed by us, `recalculated` by LibreOffice. `parts` are those of an .xlsx package, by
    name, {} of any other format; `data` are the bytes of an .xls, b"" of any other. `formats` are the codes
    of number formats by sheet and address, of a text of tags.
    """

    grids: list[Grid]
    computed: dict[str, list[str]]
    recalculated: dict[str, list[str]]
    parts: Mapping[str, bytes]
    data: bytes = b""
    formats: Mapping[str, Mapping[str, str]] = {}

    @property
    def tells_formats(self) -> bool:
        """Whether it is known how its numbers are shown."""
        return bool(self.parts or self.data or self.formats)


class _Workbook(Struct, frozen=True):
    """A workbook's format and its worksheets as the format's module gives them."""

    format: WorkbookFormat
    sheets: list[Worksheet]
    parts: Mapping[str, bytes]


def open_workbook(file: FiledFile, limits: Limits, password: str = "") -> OpenedWorkbook:
    """Return the worksheets of a spreadsheet.

    `password` opens a file that asks for one. ReadError if it is no spreadsheet or must not be opened.
    """
    data = opened(_bytes(file, limits), password, file.name)
    found = _read(data, file.name, limits)
    for sheet in found.sheets:
        _check_texts(sheet.grid, file.name)
    solutions = solutions_of(found.sheets)
    lacking = {name: solution.lacking for name, solution in solutions.items() if solution.lacking}
    given = _from_libreoffice(data, found.format, lacking, limits) if lacking else {}
    if given:
        solutions = solutions_of(found.sheets, given)
    computed = {
        name: [cell for cell in solution.computed if cell not in given.get(name, {})]
        for name, solution in solutions.items()
    }
    return OpenedWorkbook(
        [with_results(sheet.grid, solutions.get(sheet.grid.name, Solution())) for sheet in found.sheets],
        {name: cells for name, cells in computed.items() if cells},
        {name: list(cells) for name, cells in given.items()},
        found.parts if found.format is xlsx else {},
        data if found.format is xls else b"",
        {sheet.grid.name: sheet.formats for sheet in found.sheets if sheet.formats},
    )


def number_formats(workbook: OpenedWorkbook) -> Mapping[str, Mapping[str, str]]:
    """Return the code of each number's format, by sheet and address, where it has one besides the general
    one; {} of a file whose format does not tell.
    """
    if workbook.parts:
        return xlsx_formats(workbook.parts)
    return xls.number_formats(workbook.data) if workbook.data else workbook.formats


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
        content = FileContent(data, unpacked(data, limits) if is_zip else {}, is_zip)
        of_format = _format_of(content)
        return _Workbook(of_format, of_format.read(content, limits), content.parts)
    except UnsafeError as reason:
        raise ReadError(messages.files.FILE_UNSAFE.format(file=file, reason=reason)) from None
    except DamagedError:
        message = messages.files.FILE_LOCKED if locked(data) else messages.files.FILE_BROKEN
        raise ReadError(message.format(file=file)) from None


def _format_of(content: FileContent) -> WorkbookFormat:
    if content.data.startswith((ZIP, OLE)):
        return next(known for known in FORMATS if known.matches(content))
    from converter.read.files import text  # which is rare

    return text


def is_tagged(head: bytes) -> bool:
    """Whether a file that begins so is a text of tags: a web page, or XML."""
    return head.lstrip(_BEFORE_TAGS).startswith(b"<")


def _check_texts(grid: Grid, file: str) -> None:
    """Raise ReadError at a text longer than Excel writes: what reads labels takes time for each character."""
    if max(map(len, grid.texts), default=0) <= LONGEST_CELL_TEXT:
        return
    for row, line in enumerate(grid.rows):
        for column, cell in enumerate(line):
            if isinstance(cell, str) and len(cell) > LONGEST_CELL_TEXT:
                reason = messages.files.UNSAFE_TEXT.format(sheet=grid.name, cell=address(row, column))
                raise ReadError(messages.files.FILE_UNSAFE.format(file=file, reason=reason))


def _bytes(file: FiledFile, limits: Limits) -> bytes:
    data = file.read_within(limits)
    if not data.startswith((ZIP, OLE)) and not is_tagged(data[:HEAD]):
        raise ReadError(_why_no_workbook(data).format(file=file.name))
    return data


def _why_no_workbook(data: bytes) -> str:
    """Return the message for a file that is no workbook, whatever its name."""
    if data[:2] in OLD_EXCEL and data[3:4] == b"\0":
        return messages.files.FILE_IS_OLD_EXCEL.replace("{version}", OLD_EXCEL[data[:2]])
    if data.lstrip().startswith(MIME):
        return messages.files.FILE_IS_MHT
    if separator := separator_of(data[:HEAD]):
        words = messages.files.SEPARATORS[separator]
        return messages.files.FILE_IS_TEXT.replace("{separator}", words)
    return messages.files.FILE_NOT_SPREADSHEET


def _from_libreoffice(
    data: bytes, known: WorkbookFormat, cells: Mapping[str, Sequence[str]], limits: Limits
) -> dict[str, dict[str, Scalar]]:
    """Return by sheet what LibreOffice computes for cells; none where it is not installed, or fails."""
    recalculated = converted(data, _RECALCULATED[known], "xlsx", limits) if known in _RECALCULATED else None
    if recalculated is None:
        return {}
    try:
        sheets = {sheet.grid.name: sheet for sheet in _read(recalculated, "", limits).sheets}
    except ReadError:
        return {}
    found = {name: results_in(sheets[name], wanted) for name, wanted in cells.items() if name in sheets}
    return {name: values for name, values in found.items() if values}
