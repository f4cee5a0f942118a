"""The values and merged cells of a workbook as the library calamine reads them: all formats but .xlsx.

It gives an empty text for an empty cell and also for a formula without a value, says nothing of hidden rows
and columns, and reserves memory for the whole rectangle up to the farthest cell. So the module of a format
looks at the file first, and tells what is missing.
"""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from converter.read.files.format import DamagedError, Worksheet
from converter.read.files.formulas import Formulas
from converter.read.files.grid import Grid, Hidden

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook, SheetMetadata


def worksheets(
    data: bytes, formulas: Mapping[str, Formulas], hidden: Mapping[str, Hidden]
) -> list[Worksheet]:
    """Return the worksheets of a file, with the formulas and the hidden rows and columns by sheet name.

    A sheet without any may be left out of these. DamagedError if the library can't read the file.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _worksheet(book, about, formulas.get(about.name, Formulas()), hidden.get(about.name, Hidden()))
            for about in book.sheets_metadata
            if about.typ is SheetTypeEnum.WorkSheet
        ]
    except (CalamineError, ValueError):  # it lets a number of thousands of digits through to Python
        raise DamagedError from None


def _worksheet(
    book: "CalamineWorkbook", about: "SheetMetadata", formulas: Formulas, hidden: Hidden
) -> Worksheet:
    from python_calamine import SheetVisibleEnum

    sheet = book.get_sheet_by_name(about.name)
    merges = sheet.merged_cell_ranges
    grid = Grid(
        about.name,
        sheet.to_python(skip_empty_area=False),
        None if merges is None else [(*first, *last) for first, last in merges],
        formulas.failed,
        about.visible is not SheetVisibleEnum.Visible,
        hidden,
    )
    return Worksheet(grid, formulas)
