"""The report's own tables as forms, so that the converter can read the tables it writes."""

import re
from collections.abc import Iterator

from converter.chinese import YEAR, YEAR_ENDING
from converter.pack.pack import Pack
from converter.pack.shapes.forms import Form, FormBlock, FormKind, FormRow
from converter.pack.shapes.tables import ReportTable, cells_in

RowsByName = dict[str, FormRow | tuple[str, ...]]

_AMOUNT = "amount"  # a column of a grid, whose rows say themselves which figures are theirs
_BASES = {"full": "full", "points": "score"}  # which key of pack.yaml names the basis of a scorecard column


def report_forms(pack: Pack) -> dict[str, Form]:
    """Return a form for every table of the report; that of a `grid` is the supplement's, if it has it too.

    A grid whose cells span several rows or columns, and is not the supplement's, is none.
    """
    found: dict[str, Form] = {}
    for name, table in pack.tables.items():
        if table.grid and name in pack.forms:
            found[name] = pack.forms[name]
        elif blocks := tuple(_blocks(table, pack)):
            found[name] = Form(titles=_titles(name, table, pack), kind=FormKind.FINAL, blocks=blocks)
    return found


def _blocks(table: ReportTable, pack: Pack) -> Iterator[FormBlock]:
    if table.rows or table.of:
        return iter(())
    if table.scores:
        return _scores(table, pack)
    return _columns(table, pack) if table.grid else _items(table, pack)


def _columns(table: ReportTable, pack: Pack) -> Iterator[FormBlock]:
    """Yield a block for every column of figures in a grid: heads in its first row, labels before its rows."""
    heads, *rows = map(cells_in, (*table.header, *table.grid))
    if any(cell.columns > 1 or cell.rows > 1 for row in (heads, *rows) for cell in row):
        return
    for number, head in enumerate(heads):
        figures: RowsByName = {
            row[number].figure: (_dated(row[0].text, pack),) for row in rows if row[number].figure
        }
        if figures:
            yield FormBlock(columns={_AMOUNT: (_dated(head.text, pack),)}, rows=figures)


def _titles(name: str, table: ReportTable, pack: Pack) -> tuple[str, ...]:
    return (_dated(table.caption, pack) or name,)


def _items(table: ReportTable, pack: Pack) -> Iterator[FormBlock]:
    """Yield the block of a table of items and bases: its columns of values are its bases in order."""
    heads = [*_leaves(table, pack)][1:]
    columns = dict(zip(table.bases, heads, strict=True))
    rows: RowsByName = {row.item: (row.label,) for row in table.items}
    yield FormBlock(columns={basis: (head,) for basis, head in columns.items()}, rows=rows)


def _scores(table: ReportTable, pack: Pack) -> Iterator[FormBlock]:
    """Yield the block of the scorecard: full points and points of every indicator."""
    heads = [*_leaves(table, pack)][-len(table.scores) :]
    columns: dict[str, tuple[str, ...]] = {
        getattr(pack.meta, _BASES[column]): (head,)
        for column, head in zip(table.scores, heads, strict=True)
        if column in _BASES
    }
    rows: RowsByName = {name: (name,) for name in pack.scorecard.indicators}
    yield FormBlock(columns=columns, rows=rows, unit=pack.meta.score_unit)


def _leaves(table: ReportTable, pack: Pack) -> Iterator[str]:
    """Yield the lowest header words of each column."""
    first, *below = map(cells_in, table.header)
    lower = iter(below[0] if below else ())
    for shape in first:
        if below and shape.rows == 1:
            yield from (_dated(next(lower).text, pack) for _ in range(shape.columns))
        else:
            yield _dated(shape.text, pack)


def figures_instead(form: str, pack: Pack) -> dict[str, str]:
    """Return, for a sheet of the supplement that is a table of the report, the ids of figures that may stand
    in place of others, by those of these.
    """
    sheet = pack.supplement.get(form)
    rows = pack.tables[sheet.grid].grid if sheet and sheet.grid else ()
    return {cell.figure: cell.otherwise for row in rows for cell in cells_in(row) if cell.otherwise}


def for_any_year(text: str, pack: Pack) -> str:
    """Return a fixed text of a table with its years worded, as the supplement has it, which is read back for
    any year.
    """
    names, words = pack.meta.variables, pack.words
    for name, word in ((names.year, words.any_year), (names.last_year, words.any_last_year)):
        text = text.replace(f"{{{{ {name} }}}}", word)
    return text


def _dated(text: str, pack: Pack) -> str:
    """Return a label with words for the years in place of its slots."""
    names, labels = pack.meta.variables, pack.labels
    for name, word in ((names.year, labels.this_year), (names.last_year, labels.last_year)):
        text = re.sub(rf"\{{\{{ {name} \}}\}}{YEAR}?{YEAR_ENDING}?", word, text)
    return text
