"""Why the amounts of a table are not read, and tables that are known but not used."""

from converter import messages
from converter.figures import Finding, Severity, address, position
from converter.read.files.grid import Grid
from converter.read.forms.filing import UnusedTable
from converter.read.forms.sheet_finding import sheet_finding
from converter.read.tables.sheet import FormSheet
from converter.read.tables.title_block import TitleBlock


def not_read(sheet: FormSheet, title_block: TitleBlock) -> Finding:
    """Return why a sheet, or a table on it, with amounts is not read."""
    if sheet.grid.is_hidden:
        return sheet_finding(messages.reading.SHEET_HIDDEN, sheet, Severity.WARNING)
    if title_block.tangled:
        return sheet_finding(messages.reading.TABLES_TANGLED, sheet, Severity.WARNING, [title_block.title])
    if title_block.form is None and title_block.open_title:
        cell = title_block.title or address(0, 0)
        return sheet_finding(messages.reading.KIND_UNKNOWN, sheet, Severity.WARNING, [cell])
    if title_block.form is None and title_block.title:
        return sheet_finding(messages.reading.TABLE_UNKNOWN, sheet, Severity.NOTE, [title_block.title])
    if title_block.form is None:
        return sheet_finding(messages.reading.SHEET_UNKNOWN, sheet, Severity.NOTE)
    years = messages.phrases.AND.join(map(str, title_block.head_years))
    cells = dict.fromkeys(stated.cell or title_block.form for stated in title_block.stated.above)
    return sheet_finding(messages.reading.YEAR_UNKNOWN, sheet, Severity.WARNING, list(cells), years)


def unused(grid: Grid, title_block: TitleBlock) -> UnusedTable:
    """Return the table of a sheet that is known but not used."""
    at = position(title_block.title) if title_block.title else None
    title = str(grid.cell(*at)).strip() if at else grid.name
    meant = title_block.open_title
    return UnusedTable(grid.name, title_block.title, title, meant.forms if meant else ())
