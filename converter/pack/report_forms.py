"""The report's own tables as forms: what the converter writes it can read, by the same description."""

import re
from collections.abc import Iterator

from converter.chinese import YEAR, YEAR_ENDING
from converter.pack.forms import Block, Form, FormKind
from converter.pack.pack import Pack
from converter.pack.tables import GridCell, ReportTable

_SCORES = {"full": "full", "points": "score"}  # what a scorecard line prints, and the basis it goes by


def report_forms(pack: Pack) -> dict[str, Form]:
    """Return a form for every table of the report; one that is also a supplement's sheet has its own."""
    found: dict[str, Form] = {}
    for name, table in pack.tables.items():
        if table.grid:
            found[name] = pack.forms[name]
        else:
            blocks = tuple(_scores(table, pack) if table.scores else _items(table, pack))
            found[name] = Form(titles=_titles(name, table, pack), kind=FormKind.FINAL, blocks=blocks)
    return found


def _titles(name: str, table: ReportTable, pack: Pack) -> tuple[str, ...]:
    return (_dated(table.caption, pack) or name,)


def _items(table: ReportTable, pack: Pack) -> Iterator[Block]:
    """Yield the block of a table of items and bases: its value columns are its bases in order."""
    heads = [*_leaves(table, pack)][1:]
    columns = dict(zip(table.bases, heads, strict=True))
    rows = {row.item: (row.label,) for row in table.items}
    yield Block(columns={basis: (head,) for basis, head in columns.items()}, rows=rows)


def _scores(table: ReportTable, pack: Pack) -> Iterator[Block]:
    """Yield the block of a scorecard: full points and points of every indicator."""
    heads = [*_leaves(table, pack)][-len(table.scores) :]
    columns = {
        getattr(pack.meta, _SCORES[score]): (head,)
        for score, head in zip(table.scores, heads, strict=True)
        if score in _SCORES
    }
    rows = {each: (each,) for each in pack.scorecard.indicators}
    yield Block(columns=columns, rows=rows, unit=pack.meta.score_unit)


def _leaves(table: ReportTable, pack: Pack) -> Iterator[str]:
    """Yield the header words of each column, the upper ones apart."""
    first, *below = table.header
    lower = iter(below[0] if below else ())
    for cell in first:
        shape = cell if isinstance(cell, GridCell) else GridCell(text=str(cell))
        if below and shape.rows == 1:
            yield from (_dated(_text(next(lower)), pack) for _ in range(shape.columns))
        else:
            yield _dated(shape.text, pack)


def _text(cell: GridCell | str) -> str:
    return cell.text if isinstance(cell, GridCell) else str(cell)


def _dated(text: str, pack: Pack) -> str:
    """Return a label with its slots for the years replaced by the words that stand for them."""
    names, labels = pack.meta.variables, pack.labels
    for name, word in ((names.year, labels.this_year), (names.last_year, labels.last_year)):
        text = re.sub(rf"\{{\{{ {name} \}}\}}{YEAR}?{YEAR_ENDING}?", word, text)
    return text
