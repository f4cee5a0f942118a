"""Cells of a form that hold no number where one belongs."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.figures import DetailRow, Figure, Finding, Severity
from converter.read.files.cells import amount, label_of
from converter.read.forms.sheet_finding import sheet_finding
from converter.read.tables.sheet import FormSheet


def not_numbers(
    sheet: FormSheet, figures: Sequence[Figure], detail_rows: Sequence[DetailRow]
) -> Iterator[Finding]:
    """Yield a finding for each cell that holds words where an amount belongs, or nothing at all."""
    blank = [figure for figure in figures if figure.value is None]
    of_rows = [figure for row in detail_rows for figure in row.figures.values() if figure.value is None]
    cells = (figure.cell for figure in (*blank, *of_rows))
    for cell in dict.fromkeys(cell for cell in cells if cell and _is_no_amount(cell.raw, sheet)):
        yield sheet_finding(messages.reading.NOT_A_NUMBER, sheet, Severity.ERROR, [cell.cell])
    if sheet.blank_is_nil and len(blank) < len(figures):
        cells = (figure.cell for figure in blank)
        for cell in dict.fromkeys(cell for cell in cells if cell and cell.raw == ""):
            if cell.cell not in sheet.grid.uncomputed:
                yield sheet_finding(messages.reading.NO_NUMBER, sheet, Severity.ERROR, [cell.cell])


def _is_no_amount(raw: object, sheet: FormSheet) -> bool:
    """Whether a cell is neither blank nor an amount, nor says why there is none."""
    if isinstance(raw, str):
        return raw != "" and bool(label_of(raw)) and not sheet.vocabulary.answer.search(raw)
    return amount(raw) is None
