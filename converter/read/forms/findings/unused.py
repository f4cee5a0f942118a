"""Why the amounts of a table are not read, and tables that are known but not used."""

from converter import messages
from converter.figures import Finding, Severity, address, position
from converter.read.files.grid import Grid
from converter.read.forms.filing import UnusedTable
from converter.read.forms.findings.bare_sheets import count_of_amounts, is_laid_out, looks_like_table
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.tables.sheet import FormSheet
from converter.read.tables.titles.title_block import TitleBlock


def passed_over(sheet: FormSheet, title_block: TitleBlock) -> Finding | UnusedTable | None:
    """Return why a table is not read, whether it holds amounts or is blank; None for what is no table: a
    cover, a list of tables, a page of words.
    """
    grid = sheet.grid
    if grid.is_hidden:
        has_amounts = looks_like_table(sheet)
        return sheet_finding(messages.reading.SHEET_HIDDEN, sheet, Severity.WARNING) if has_amounts else None
    if title_block.is_contents:
        return None
    if title_block.form is not None and not sheet.form:
        return _unused(grid, title_block)
    if count_of_amounts(sheet) and (is_laid_out(sheet) or looks_like_table(sheet)):
        return _not_read(sheet, title_block)
    is_titled = title_block.form is not None or title_block.open_title or title_block.title
    return _unused(grid, title_block) if is_titled and is_laid_out(sheet) else None


def _not_read(sheet: FormSheet, title_block: TitleBlock) -> Finding:
    """Return why a sheet, or a table on it, with amounts is not read."""
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


def _unused(grid: Grid, title_block: TitleBlock) -> UnusedTable:
    """Return the table of a sheet that is known but not used."""
    at = position(title_block.title) if title_block.title else None
    title = str(grid.cell(*at)).strip() if at else grid.name
    meant = title_block.open_title
    return UnusedTable(grid.name, title_block.title, title, meant.forms if meant else ())
