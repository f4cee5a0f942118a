"""Write the blank supplement workbook: formatted, with instructions, drop-downs and input checks."""

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from converter import messages
from converter.figures import column_name
from converter.pack import GridCell, GridRow, Pack, SupplementEntry, SupplementSheet, read_ids
from converter.supplement import look

EPOCH = datetime(2000, 1, 1)  # no clock in the file: the same pack gives the same workbook
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_blank(pack: Pack, path: Path) -> None:
    """Write the pack's supplement workbook to `path`, which must not exist (FileExistsError)."""
    book = Workbook()
    book.remove(book.active)
    for name, sheet in pack.supplement.items():
        page = book.create_sheet(name)
        _head(page, sheet, _width(pack, sheet))
        if sheet.grid:
            _grid(page, pack, sheet)
        else:
            _entries(page, sheet)
        look.print_setup(page)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = EPOCH
    with path.open("xb") as target:
        target.write(_undated(book))


def _width(pack: Pack, sheet: SupplementSheet) -> int:
    if sheet.grid:
        return len(pack.tables[sheet.grid].widths)
    return 2 + len(sheet.figures) + len(sheet.words)


def _head(page: Worksheet, sheet: SupplementSheet, width: int) -> None:
    for row, text in enumerate((sheet.title, sheet.note, ""), 1):
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        page.cell(row, 1, text or None)
    if sheet.unit:
        page.cell(3, 1, messages.blank.UNIT_LINE.format(unit=sheet.unit))
    look.head(page)


def _entries(page: Worksheet, sheet: SupplementSheet) -> None:
    headers = [sheet.key, *sheet.figures, *sheet.words, messages.blank.TIP_COLUMN]
    for column, text in enumerate(headers, 1):
        look.header_cell(page.cell(4, column, text))
    for row, entry in enumerate(sheet.entries, 5):
        look.label_cell(page.cell(row, 1, entry.label))
        for column, header in enumerate(headers[1:-1], 2):
            look.input_cell(page.cell(row, column), number=header in sheet.figures)
        look.tip_cell(page.cell(row, len(headers), entry.tip))
        _validate(page, entry, sheet, row)
    look.widths(page, len(sheet.figures), len(sheet.words))
    page.freeze_panes = "B5"


def _validate(page: Worksheet, entry: SupplementEntry, sheet: SupplementSheet, row: int) -> None:
    """Attach the entry's input check: a drop-down, a range of whole numbers, or non-negative amounts."""
    if entry.choices:
        rule = DataValidation(type="list", formula1=f'"{",".join(entry.choices)}"', allow_blank=True)
    elif entry.least or sheet.figures:
        most = entry.most or messages.blank.GREATEST_AMOUNT
        least = entry.least or f"-{messages.blank.GREATEST_AMOUNT}"
        rule = DataValidation(
            type="decimal", operator="between", formula1=least, formula2=most, allow_blank=True
        )
        rule.error = messages.blank.INPUT_RANGE.format(least=least, most=most)
    else:
        return
    rule.errorTitle, rule.showErrorMessage = messages.blank.INPUT_WRONG, True
    columns = max(1, len(sheet.figures))
    rule.add(f"B{row}:{column_name(columns)}{row}")
    page.add_data_validation(rule)


def _grid(page: Worksheet, pack: Pack, sheet: SupplementSheet) -> None:
    for row, cells in enumerate(pack.tables[sheet.grid].grid, 4):
        column = 1
        for cell in cells:
            column += _grid_cell(page, row, column, cell, pack)
    look.grid_widths(page, pack.tables[sheet.grid].widths)


def _grid_cell(page: Worksheet, row: int, column: int, cell: GridRow | GridCell | str, pack: Pack) -> int:
    """Write one cell of the grid and return how many columns it covers."""
    shape = cell if isinstance(cell, GridCell) else GridCell(text=str(cell))
    target = page.cell(row, column, _general(shape.text, pack) or None)
    if shape.figure and shape.figure not in read_ids(pack):
        look.computed_cell(target, messages.blank.COMPUTED_CELL)
    elif shape.figure or shape.words:
        look.input_cell(target, number=bool(shape.figure))
    else:
        look.label_cell(target)
    if shape.columns > 1:
        page.merge_cells(
            start_row=row, start_column=column, end_row=row, end_column=column + shape.columns - 1
        )
    return shape.columns


def _general(text: str, pack: Pack) -> str:
    """Return a fixed text with the years worded, since a blank form is for any year."""
    names, words = pack.meta.variables, pack.words
    for name, word in ((names.year, words.any_year), (names.last_year, words.any_last_year)):
        text = text.replace(f"{{{{ {name} }}}}", word)
    return text


def _undated(book: Workbook) -> bytes:
    """Return the workbook's bytes with all dates of its package fixed."""
    written, fixed = BytesIO(), BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.infolist():
            target.writestr(
                zipfile.ZipInfo(each.filename, ZIP_EPOCH), source.read(each), zipfile.ZIP_DEFLATED
            )
    return fixed.getvalue()
