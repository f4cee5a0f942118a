"""Say where a table holds amounts that were not understood, and lacks what was sought."""

from collections.abc import Iterator
from difflib import get_close_matches

from converter import messages
from converter.figures import Finding, Severity
from converter.read.forms.ambiguities import finding
from converter.read.forms.coverage import by_table, unread_columns, unread_rows
from converter.read.forms.filing import Unread
from converter.read.labels.vocabulary import CompiledBlock
from converter.read.tables.locate import BlockTable
from converter.read.tables.sheet import FormSheet

ALIKE = 0.6  # how alike a label must be to one that was sought, to be taken for a way of writing it
MOST_NAMED = 3  # so many cells are named


def unrecognised(sheet: FormSheet, found: list[BlockTable], lifted: set[str]) -> Iterator[Finding]:
    """Yield a finding for every table with columns, and one with rows, that may be those it seems to lack."""
    for _, there in by_table(found):
        lost = {each: words for place in there for each, words in _lost_columns(place, lifted).items()}
        if lost:
            yield from _report(sheet, unread_columns(sheet, there), lost, _principal(there, lifted))
        rows = {each: words for place in there for each, words in _lost_rows(place, lifted).items()}
        if rows:
            yield from _report(sheet, unread_rows(sheet, there), rows, "")


def _report(
    sheet: FormSheet, unread: Iterator[Unread], lost: dict[str, frozenset[str]], principal: str
) -> Iterator[Finding]:
    """Yield one finding for labels close to one that was sought; for any where the principal is lost."""
    cells: list[str] = []
    items: dict[str, None] = {}
    for each in unread:
        word = each.label.rpartition(" / ")[2]
        close = [item for item, words in lost.items() if get_close_matches(word, words, 1, ALIKE)]
        if wanted := close or [principal] * bool(principal):
            cells.append(each.cell)
            items.update(dict.fromkeys(wanted))
    if cells:
        what = messages.phrases.AND.join(items)
        yield finding(messages.reading.NOT_UNDERSTOOD, sheet, Severity.WARNING, cells[:MOST_NAMED], what)


def _principal(there: list[BlockTable], lifted: set[str]) -> str:
    """Return the figure for whose sake a table without panels of its own is there, if it was not lifted.

    Blocks of one table may be the ways in which it can be laid out: then one of them gives enough.
    """
    wanted = [_ids(each.part, next(iter(each.part.columns))) for each in there if not each.part.within]
    return wanted[0][0] if wanted and all(map(lifted.isdisjoint, wanted)) else ""


def _lost_columns(place: BlockTable, lifted: set[str]) -> dict[str, frozenset[str]]:
    """Return the words of the columns that gave nothing, by the first figure they would have given."""
    part = place.part
    return {
        _ids(part, target)[0]: frozenset().union(*(words for pattern in patterns for words in pattern))
        for target, patterns in part.columns.items()
        if lifted.isdisjoint(_ids(part, target))
    }


def _lost_rows(place: BlockTable, lifted: set[str]) -> dict[str, frozenset[str]]:
    """Return the labels of the rows that gave nothing, of a block that found its columns."""
    part = place.part
    targets = {target for columns in place.columns.values() for target in columns.found}
    return {
        item: key.labels
        for item, key in part.rows.items()
        if targets and lifted.isdisjoint(each for target in targets for each in _ids(part, target, [item]))
    }


def _ids(part: CompiledBlock, target: str, items: list[str] | None = None) -> list[str]:
    """Return the figures a column gives, of all rows or some."""
    if "." in target or part.block.texts:
        return [target]
    return [item if "." in item else f"{item}.{target}" for item in items or part.rows]
