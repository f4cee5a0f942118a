"""Find the tables that hold amounts not understood and lack figures that were sought."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from msgspec import Struct

from converter import messages
from converter.figures import Figure, Finding, Severity, figure_words, item_of, position
from converter.read.forms.filing import Unread
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.forms.table_coverage import BETWEEN_HEADS, TableCoverage
from converter.read.labels.compiled_blocks import CompiledBlock, figure_of
from converter.read.labels.vocabulary import Vocabulary
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.sheet import FormSheet

ALIKE = 0.6  # how similar a label must be to one that was sought, to count as a spelling of it
MOST_NAMED = 3  # so many cells are named


def unrecognised(sheet: FormSheet, tables: Sequence[TableCoverage], extracted: set[str]) -> Iterator[Finding]:
    """Yield a finding for every table with columns, and one with rows, that may be those it seems to lack.

    `extracted` are the ids of the figures found, and of those whose column is ambiguous.
    """
    for table in tables:
        yield from _grand_totals(sheet, table, extracted)
        lost = [_lost_columns(located, extracted) for located in table.blocks]
        if columns := {figure: words for of_block in lost for figure, words in of_block.items()}:
            unread = _without_other_items(table.columns, table.blocks)
            yield from _report(sheet, unread, columns, _principal(table.blocks, extracted))
        lost = [_lost_rows(located, extracted) for located in table.blocks]
        if rows := {item: words for of_block in lost for item, words in of_block.items()}:
            yield from _report(sheet, _without_other_items(table.rows, table.blocks), rows, "")


class NamedTwice(Struct, frozen=True):
    """A figure that two rows give by their name, one of them nil, where rows of figures `lost` are lacking
    that would stand below the same row: one of the two may be such.
    """

    figure: str
    lost: tuple[str, ...]
    cells: tuple[str, ...]


def named_twice(tables: Sequence[TableCoverage], figures: Sequence[Figure]) -> Iterator[NamedTwice]:
    """Yield the figures of which the name stands in two rows, and another row of the block in none."""
    by_id: dict[str, list[Figure]] = {}
    for figure in figures:
        by_id.setdefault(figure.id, []).append(figure)
    twice = {
        name: cells for name, found in by_id.items() if len(found) == 2 and (cells := _in_two_rows(*found))
    }
    for located in (located for table in tables for located in table.blocks if twice):
        keys, lost = located.block.rows, _lost_rows(located, set(by_id))
        for name, key in keys.items():
            beside = [item for item in lost if key.after and keys[item].after == key.after]
            for basis in (target for columns in located.columns.values() for target in columns.matched):
                if beside and (given := figure_of(name, basis)) in twice:
                    yield NamedTwice(given, tuple(figure_of(item, basis) for item in beside), twice[given])


def about_named_twice(sheet: FormSheet, found: Iterable[NamedTwice]) -> Iterator[Finding]:
    """Yield a finding for each of these."""
    for each in found:
        figure, lost = figure_words(each.figure), messages.phrases.OR.join(map(figure_words, each.lost))
        what = messages.reading.NAMED_AND_LOST.format(figure=figure, lost=lost)
        yield sheet_finding(messages.reading.NAMED_TWICE, sheet, Severity.ERROR, each.cells, what)


def _in_two_rows(one: Figure, other: Figure) -> tuple[str, ...]:
    """Return the cells of a figure read from two rows of one column, nil in one of them; () for others."""
    if not (one.cell and other.cell) or bool(one.value) == bool(other.value):
        return ()
    cells = (one.cell.cell, other.cell.cell)
    (row, column), (other_row, other_column) = map(position, cells)
    return cells if column == other_column and row != other_row else ()


def foreign_rows(sheet: FormSheet, tables: Sequence[TableCoverage]) -> Iterator[Finding]:
    """Yield a note on rows of our own workbook that are filled in, and that the pack does not have.

    Where blocks have headings, those and what stands beside them are rows as well.
    """
    plain = [table for table in tables if not any(located.block.anchor for located in table.blocks)]
    if foreign := [row for table in plain for row in table.filled_in]:
        labels = dict.fromkeys(row.label for row in foreign[:MOST_NAMED])
        cells = [row.cell for row in foreign[:MOST_NAMED]]
        what = messages.phrases.AND.join(labels)
        yield sheet_finding(messages.reading.FOREIGN_ROWS, sheet, Severity.NOTE, cells, what)


def _grand_totals(sheet: FormSheet, table: TableCoverage, extracted: set[str]) -> Iterator[Finding]:
    """Yield a finding on totals that sum up other items as well, where a block's first item has no other."""
    blocks = [located.block for located in table.blocks if located.block.leaves_totals]
    names = [item_of(target) for block in blocks for target in block.columns]
    item = next(filter(None, names), "")
    if not item or any(item_of(figure) == item for figure in extracted):
        return
    heads = [unread for unread in table.columns_without_rows if _is_total(sheet, unread)]
    if cells := [unread.cell for unread in heads or table.rows if _is_total(sheet, unread)]:
        yield sheet_finding(
            messages.reading.WITH_OTHER_ITEMS, sheet, Severity.WARNING, cells[:MOST_NAMED], item
        )


def _is_total(sheet: FormSheet, unread: Unread) -> bool:
    return unread.label.split(BETWEEN_HEADS)[-1] in sheet.vocabulary.total


def _without_other_items(unread: Sequence[Unread], blocks: Sequence[BlockTable]) -> list[Unread]:
    """Return the labels without those that are known to be items of other tables."""
    others = frozenset[str]().union(*(located.block.other_items for located in blocks))
    return [each for each in unread if others.isdisjoint(each.label.split(BETWEEN_HEADS))]


def _report(
    sheet: FormSheet, unread: Sequence[Unread], lost: dict[str, frozenset[str]], principal: str
) -> Iterator[Finding]:
    """Yield one finding for labels close to one that was sought; for any where the principal is lost."""
    cells: list[str] = []
    items: dict[str, None] = {}
    for label in unread:
        word = label.label.rpartition(BETWEEN_HEADS)[2]
        close = [item for item, words in lost.items() if _is_close(sheet.vocabulary, word, words)]
        if sought := close or [principal] * bool(principal):
            cells.append(label.cell)
            items.update(dict.fromkeys(sought))
    if cells:
        what = messages.phrases.AND.join(map(figure_words, items))
        yield sheet_finding(
            messages.reading.NOT_UNDERSTOOD, sheet, Severity.WARNING, cells[:MOST_NAMED], what
        )


@lru_cache(maxsize=4096)  # departments fill in the same forms, and lack the same
def _is_close(vocabulary: Vocabulary, label: str, sought: frozenset[str]) -> bool:
    """Whether a label is like one that was sought, and not of another kind instead."""
    close = get_close_matches(label, sought, max(1, len(sought)), ALIKE)
    kinds, own = vocabulary.kind_words, vocabulary.kind_words(label)
    carried_over = vocabulary.carried_over
    alike = [word for word in close if own <= kinds(word) or own >= kinds(word)]
    return any(bool(carried_over([label])) is bool(carried_over([word])) for word in alike)


def _principal(blocks: Sequence[BlockTable], extracted: set[str]) -> str:
    """Return the figure for whose sake a table without panels of its own is there, if it was not found.

    Blocks of one table may be the ways in which it can be laid out: then one of them gives enough.
    """
    sought = [next(iter(located.block.figures.values())) for located in blocks if not located.block.within]
    return sought[0][0] if sought and all(map(extracted.isdisjoint, sought)) else ""


def _lost_columns(located: BlockTable, extracted: set[str]) -> dict[str, frozenset[str]]:
    """Return the words of the columns that gave nothing, by the first figure they would have given."""
    words = _words_of_columns(located.block, located.table.sheet.vocabulary)
    ids = located.block.figures
    return {ids[target][0]: words[target] for target in words if extracted.isdisjoint(ids[target])}


@lru_cache(maxsize=1024)  # the blocks of the packs in use
def _words_of_columns(block: CompiledBlock, vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Return the words that say that a column is the one of a target, and of none else."""
    found = {}
    for target, patterns in block.columns.items():
        words = frozenset().union(*(words for each in patterns for words in each))
        of_others = block.items.difference(*(each[0] for each in patterns))
        found[target] = vocabulary.undated(words) - block.whole - of_others
    return found


def _lost_rows(located: BlockTable, extracted: set[str]) -> dict[str, frozenset[str]]:
    """Return the labels of the rows that gave nothing, of a block that found its columns."""
    block = located.block
    targets = {target for columns in located.columns.values() for target in columns.matched}
    whole = {target for target in targets if "." in target or block.holds_texts}
    if not targets or not extracted.isdisjoint(whole):
        return {}
    bases = targets - whole
    return {
        item: key.labels
        for item, key in block.rows.items()
        if extracted.isdisjoint(figure_of(item, basis) for basis in bases)
    }
