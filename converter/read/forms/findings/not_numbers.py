"""Cells of a form that hold no number where one belongs, or one with its label, or in a unit of its own."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.figures import DetailRow, Figure, Finding, Severity, address
from converter.read.files.cells import amount, label_of
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.tables.sheet import FormSheet

LONGEST = 20  # characters of a cell that are shown
MOST_NAMED = 3  # so many cells are named
CUT_OFF = "…"


def amounts_with_labels(
    sheet: FormSheet, figures: Sequence[Figure], detail_rows: Sequence[DetailRow]
) -> Iterator[Finding]:
    """Yield a finding for the cells that hold an amount with its label where no figure was read from them and
    no cell on the sheet holds the amount by itself.
    """
    labelled = {text: found for text in sheet.grid.texts if (found := sheet.vocabulary.labelled(text))}
    if not labelled:
        return
    of_rows = (figure for row in detail_rows for figure in row.figures.values())
    read = {figure.cell.cell for figure in (*figures, *of_rows) if figure.cell}
    alone = {abs(number) for row in sheet.grid.rows for cell in row if (number := amount(cell)) is not None}
    cells = [
        address(row, column)
        for row, line in enumerate(sheet.grid.rows)
        for column, cell in enumerate(line)
        if isinstance(cell, str) and cell in labelled and abs(labelled[cell].amount.number) not in alone
    ]
    if lost := [cell for cell in cells if cell not in read]:
        yield sheet_finding(messages.reading.LABEL_AND_NUMBER, sheet, Severity.ERROR, lost)


def in_other_units(
    sheet: FormSheet, figures: Sequence[Figure], detail_rows: Sequence[DetailRow]
) -> Iterator[Finding]:
    """Yield a finding for each unit that cells state where the sheet states another: their own counts."""
    of_rows = (figure for row in detail_rows for figure in row.figures.values())
    read = sheet.vocabulary.amounts.read
    cells: dict[tuple[str, str], dict[str, None]] = {}
    for cell in (figure.cell for figure in (*figures, *of_rows)):
        if cell and cell.raw and isinstance(cell.raw, str):  # most are numbers, or blank
            found = read(label_of(cell.raw))
            if found and found.unit != cell.unit:
                cells.setdefault((found.unit, cell.unit), {})[cell.cell] = None
    for (own, stated), at in cells.items():
        what = messages.reading.UNITS_OF_CELLS.format(count=len(at), own=own, stated=stated)
        yield sheet_finding(messages.reading.CELLS_IN_UNIT, sheet, Severity.WARNING, [*at][:MOST_NAMED], what)


def not_numbers(
    sheet: FormSheet, figures: Sequence[Figure], detail_rows: Sequence[DetailRow]
) -> Iterator[Finding]:
    """Yield a finding for each cell that holds words where an amount belongs, or nothing at all."""
    blank = [figure for figure in figures if figure.value is None]
    of_rows = [figure for row in detail_rows for figure in row.figures.values() if figure.value is None]
    units = {figure.cell: figure.unit for figure in (*blank, *of_rows)}
    for cell in units:
        if not cell or not _is_no_amount(cell.raw, sheet):
            continue
        rough = isinstance(cell.raw, str) and sheet.vocabulary.amounts.is_rough(label_of(cell.raw))
        in_words = messages.reading.NOT_A_NUMBER
        if units[cell] in sheet.vocabulary.in_numbers:
            in_words = messages.reading.NO_NUMBER_IN_WORDS
        message = messages.reading.ROUGH_NUMBER if rough else in_words
        yield sheet_finding(message, sheet, Severity.ERROR, [cell.cell], shown(cell.raw))
    if sheet.blank_is_nil and len(blank) < len(figures):
        cells = (figure.cell for figure in blank)
        for cell in dict.fromkeys(cell for cell in cells if cell and cell.raw == ""):
            if cell.cell not in sheet.grid.uncomputed:
                yield sheet_finding(messages.reading.NO_NUMBER, sheet, Severity.ERROR, [cell.cell])


def shown(raw: object) -> str:
    """Return the words of a cell, cut off where they are long."""
    words = str(raw)
    return words if len(words) <= LONGEST else words[:LONGEST] + CUT_OFF


def _is_no_amount(raw: object, sheet: FormSheet) -> bool:
    """Whether a cell is neither blank nor an amount, nor says why there is none."""
    if isinstance(raw, str):
        return raw != "" and bool(label_of(raw)) and not sheet.vocabulary.answer.search(raw)
    return amount(raw) is None
