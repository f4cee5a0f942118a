"""Follow a table over page breaks: its header may be repeated there, or another table begins."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from converter.read.files.cells import amount, label_of
from converter.read.tables.header import Header, header_at, is_header_again
from converter.read.tables.sheet import FormSheet


class TableBody(Struct, frozen=True):
    """The data rows of a table without repeated headers, and the row of a header not its own, or -1."""

    body: Sequence[int]
    other_header: int = -1


def table_body(sheet: FormSheet, header: Header, stop: int) -> TableBody:
    """Return the data rows of the table below a header, to before row `stop`.

    The same header again goes on with the table if nothing stands above it that speaks of another;
    any other header ends it.
    """
    key_row = _key_row(sheet, header)
    first = header.first
    body: list[int] = []
    while (found := _key_again(sheet, header, header.top + key_row, range(first, stop))) is not None:
        again = header_at(sheet, found - key_row, stop)
        body += range(first, again.top)
        if again.layout.paths != header.layout.paths or not _is_page_break(sheet, header, again.top):
            return TableBody(body, again.top)
        first = again.first
    rest = range(first, stop)
    return TableBody([*body, *rest] if body else rest)


def _key_row(sheet: FormSheet, header: Header) -> int:
    """Return how many rows below its top a header names the columns that identify rows."""
    rows = range(header.top, header.first)
    return next((nth for nth, row in enumerate(rows) if sheet.head(row).names_any(sheet.vocabulary.keys)), 0)


def _key_again(sheet: FormSheet, header: Header, key_row: int, rows: Iterable[int]) -> int | None:
    """Return the next row that names the columns that identify rows, as a header does."""
    canonical, keys, year = sheet.vocabulary.canonical, sheet.vocabulary.keys, sheet.year
    columns = [column for panel in header.layout.panels[:1] for column in (*panel.labels, *panel.codes)]
    for row in rows:
        cells = sheet.grid.rows[row]
        for column in columns:
            cell = cells[column] if column < len(cells) else ""
            is_key = cell and isinstance(cell, str) and canonical(cell, year) in keys
            if is_key and is_header_again(sheet, row, key_row):
                return row
    return None


def _is_page_break(sheet: FormSheet, header: Header, top: int) -> bool:
    """Whether the lines above a repeated header say nothing that its first page did not say."""
    grid, lines = sheet.grid, sheet.vocabulary.title_lines
    stated = {text for row in grid.rows[: header.top] for text in map(label_of, row) if text}
    for row in range(top - 1, header.first, -1):
        if any(amount(cell) is not None for cell in grid.rows[row]):
            break
        for cell in grid.rows[row]:
            text = label_of(cell)
            ours = not text or text in stated or lines.is_page_frame(text) or lines.is_table_number(text)
            title = lines.title(cell) if isinstance(cell, str) and not ours else None
            if not ours and not (title and sheet.form in title.forms):
                return False
    return True
