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
from converter.pack import GridCell, Pack, ReportTable, SupplementEntry, SupplementSheet, read_ids
from converter.supplement.cell_styles import CellStyles, set_grid_widths, set_up_printing, set_widths

EPOCH = datetime(2000, 1, 1)  # no clock in the file: the same pack gives the same workbook
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
HEAD_ROW = 4  # below title, note and unit line


def write_blank(pack: Pack, path: Path) -> None:
    """Write the pack's supplement workbook to `path`, which must not exist (FileExistsError), whole or not at
    all.
    """
    book = Workbook()
    book.remove(book.active)
    for name, sheet in pack.supplement.items():
        _SheetWriter(book.create_sheet(name), sheet, pack).write()
    book.properties.creator = ""
    book.properties.created = book.properties.modified = EPOCH
    data = _undated(book)
    with path.open("xb") as target:
        try:
            target.write(data)
            target.flush()
        except OSError:
            path.unlink()
            raise


class _SheetWriter:
    """Writes one sheet: title, note and unit line above, then a grid or a list of entries."""

    def __init__(self, page: Worksheet, sheet: SupplementSheet, pack: Pack) -> None:
        self._page, self._sheet, self._pack = page, sheet, pack
        self._styles = CellStyles(pack.style.workbooks.supplement)

    def write(self) -> None:
        if self._sheet.grid:
            table = self._pack.tables[self._sheet.grid]
            self._above(len(table.widths))
            self._grid(table)
        else:
            self._above(2 + len(self._sheet.figures) + len(self._sheet.words))
            self._entries()
        set_up_printing(self._page)

    def _above(self, width: int) -> None:
        unit = messages.workbooks.UNIT_LINE.format(unit=self._sheet.unit) if self._sheet.unit else ""
        for row, text in enumerate((self._sheet.title, self._sheet.note, unit), 1):
            self._page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
            self._page.cell(row, 1, text or None)
        self._styles.above(self._page)

    def _entries(self) -> None:
        page, sheet, styles = self._page, self._sheet, self._styles
        heads = [sheet.key, *sheet.figures, *sheet.words, messages.workbooks.TIP_COLUMN]
        for column, text in enumerate(heads, 1):
            styles.head(page.cell(HEAD_ROW, column, text))
        for row, entry in enumerate(sheet.entries, HEAD_ROW + 1):
            styles.label(page.cell(row, 1, entry.label))
            for column, head in enumerate(heads[1:-1], 2):
                styles.entry(page.cell(row, column), number=head in sheet.figures)
            styles.tip(page.cell(row, len(heads), entry.tip))
            if check := _input_check(entry, sheet):
                check.add(f"B{row}:{column_name(max(1, len(sheet.figures)))}{row}")
                page.add_data_validation(check)
        set_widths(page, len(sheet.figures), len(sheet.words))
        page.freeze_panes = f"B{HEAD_ROW + 1}"

    def _grid(self, table: ReportTable) -> None:
        for row, cells in enumerate(table.grid, HEAD_ROW):
            column = 1
            for cell in cells:
                shape = cell if isinstance(cell, GridCell) else GridCell(text=str(cell))
                self._grid_cell(row, column, shape)
                column += shape.columns
        set_grid_widths(self._page, table.widths)

    def _grid_cell(self, row: int, column: int, shape: GridCell) -> None:
        cell = self._page.cell(row, column, _general(shape.text, self._pack) or None)
        if shape.figure and shape.figure not in read_ids(self._pack):
            cell.value = messages.workbooks.COMPUTED_CELL
            self._styles.computed(cell)
        elif shape.figure or shape.words:
            self._styles.entry(cell, number=bool(shape.figure))
        else:
            self._styles.label(cell)
        if shape.columns > 1:
            last = column + shape.columns - 1
            self._page.merge_cells(start_row=row, start_column=column, end_row=row, end_column=last)


def _input_check(entry: SupplementEntry, sheet: SupplementSheet) -> DataValidation | None:
    """Return the check of what is entered: a drop-down, a range of numbers, or any amount; None for texts."""
    if entry.choices:
        check = DataValidation(type="list", formula1=f'"{",".join(entry.choices)}"', allow_blank=True)
    elif entry.least or sheet.figures:
        most = entry.most or messages.workbooks.GREATEST_AMOUNT
        least = entry.least or f"-{messages.workbooks.GREATEST_AMOUNT}"
        check = DataValidation(
            type="decimal", operator="between", formula1=least, formula2=most, allow_blank=True
        )
        check.error = messages.workbooks.INPUT_RANGE.format(least=least, most=most)
    else:
        return None
    check.errorTitle, check.showErrorMessage = messages.workbooks.INPUT_WRONG, True
    return check


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
        for member in source.infolist():
            undated = zipfile.ZipInfo(member.filename, ZIP_EPOCH)
            target.writestr(undated, source.read(member), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
