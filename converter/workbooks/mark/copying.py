"""A filed workbook copied, its remarks on it."""

import io
import warnings
from collections.abc import Mapping, Sequence

from msgspec import Struct
from openpyxl import Workbook, load_workbook

from converter import messages
from converter.errors import Failure, attempt
from converter.figures import position
from converter.pack import WorkbookStyle
from converter.workbooks.mark.front_sheet import FrontSheet
from converter.workbooks.mark.marking import SheetMarker
from converter.workbooks.mark.package import bare_package, not_copied
from converter.workbooks.mark.plain import PlainSheet, plain_workbook
from converter.workbooks.mark.remark import Remark
from converter.workbooks.mark.saving import ValueAt, saved


class MarkedCopy(Struct, frozen=True):
    """What a marked copy is made of: the filed sheets as they were read, the parts of the .xlsx they stood in
    ({} for other formats), its title, a note below that, and the remarks.
    """

    sheets: Sequence[PlainSheet]
    parts: Mapping[str, bytes]
    title: str
    note: str
    remarks: Sequence[Remark]


def marked_copy(copy: MarkedCopy, style: WorkbookStyle) -> bytes:
    """Return the copy as .xlsx: as filed or, where the library can't read that, with its values only."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library tells of each part it leaves out
        book, lacks = _opened(copy)
        pages = dict(zip((sheet.name for sheet in copy.sheets), book.worksheets, strict=True))
        marker = SheetMarker(pages, style.tones)
        marker.mark(copy.remarks)
        FrontSheet(book, pages, marker, style).write(copy.title, (copy.note, lacks), copy.remarks)
        return saved(book, {number: _results(sheet) for number, sheet in enumerate(copy.sheets, 2)})


def _opened(copy: MarkedCopy) -> tuple[Workbook, str]:
    """Return the workbook to mark, and in words what it lacks."""
    if copy.parts:
        book = attempt(copy.title, lambda: _loaded(copy))
        if not isinstance(book, Failure):
            kinds = [messages.workbooks.NOT_COPIED[kind] for kind in not_copied(copy.parts)]
            words = messages.workbooks.COPY_LACKS if kinds else messages.workbooks.COPY_ALIKE
            return book, words.format(lacks=messages.phrases.AND.join(kinds))
    book, is_whole = plain_workbook(copy.sheets)
    words = messages.workbooks.COPY_PLAIN if is_whole else messages.workbooks.COPY_CUT
    return book, words


def _loaded(copy: MarkedCopy) -> Workbook:
    """Return the filed workbook; ValueError if it has other sheets than were read."""
    book = load_workbook(io.BytesIO(bare_package(copy.parts)), keep_links=False)
    if [page.title for page in book.worksheets] != [sheet.name for sheet in copy.sheets]:
        raise ValueError(copy.title)
    for page, sheet in zip(book.worksheets, copy.sheets, strict=True):
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f" and _leads_out(cell.value):
                    cell.value = _results(sheet)(cell.coordinate) or None
        for name in [name for name, defined in page.defined_names.items() if "[" in (defined.value or "")]:
            del page.defined_names[name]
    for name in [name for name, defined in book.defined_names.items() if "[" in (defined.value or "")]:
        del book.defined_names[name]
    if book.calculation:
        book.calculation.fullCalcOnLoad = False
    return book


def _leads_out(formula: object) -> bool:
    """Whether a formula asks other files or programs."""
    text = formula if isinstance(formula, str) else str(getattr(formula, "text", ""))
    return "[" in text or "|" in text


def _results(sheet: PlainSheet) -> ValueAt:
    def result(address: str) -> object:
        row, column = position(address)
        line = sheet.rows[row] if row < len(sheet.rows) else ()
        return line[column] if column < len(line) else ""

    return result
