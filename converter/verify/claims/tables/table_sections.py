"""Where tables are cut: into sections, where new heads begin within one; and by columns, so that one goes on
in the next, which has the same rows and other heads.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from msgspec.structs import replace

from converter.chinese import TABLE
from converter.document.contents import Tabular
from converter.pack import TableWords
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.tables.table_grid import TableGrid

LONGEST_HEAD = 12  # signs of a head below other rows: longer ones tell something

LEAST_ROWS_IN_COMMON = 4  # that both have, and this share of those of either
LEAST_SHARE_OF_ROWS = 0.8
_IN_BRACKETS = re.compile(r"\([^()]*\)")
TableBelow = tuple[int, Tabular, Sequence[str]]
"""A table, the number of its content, and the lines above it."""


class TableSections:
    """Cuts tables above rows of new heads, which end what the heads above say."""

    def __init__(self, words: TableWords) -> None:
        self._heads, self._surely = re.compile(words.heads), re.compile(words.unlike)

    def of(self, table: TableGrid) -> Iterator[TableGrid]:
        """Yield the sections of a table from the top."""
        with_numbers = {row for row, _ in table.numbers}
        without = (row for row in table.body if row not in with_numbers)
        headed = [row for row in without if self._is_of_heads(table, row)]
        starts = [row for row in headed if row - 1 not in headed]
        for start, stop in pairwise((table.rows.start, *starts, table.rows.stop)):
            yield _cut(table, range(start, stop), headed)

    def _is_of_heads(self, table: TableGrid, row: int) -> bool:
        """Whether a row without numbers has heads of several columns of numbers, or one that nothing but a
        head is called, other than those above it.
        """
        texts = [normal_text(text) for text in table.texts.printed[row]]
        found = {
            column: texts[column]
            for column in table.number_columns
            if column < len(texts)
            and len(texts[column]) <= LONGEST_HEAD
            and self._heads.search(texts[column])
        }
        is_new = any(text not in table.header(column) for column, text in found.items())
        several = set(found.values())
        return is_new and (len(several) > 1 or any(map(self._surely.fullmatch, several)))


def _cut(table: TableGrid, rows: range, headed: Sequence[int]) -> TableGrid:
    below = next((row for row in rows if row not in headed), rows.stop)
    return replace(
        table,
        rows=rows,
        numbers={cell: claim for cell, claim in table.numbers.items() if cell[0] in rows},
        is_open_above=table.is_open_above and rows.start == table.rows.start,
        is_open_below=table.is_open_below and rows.stop == table.rows.stop,
        heads_end=below if rows.start in headed else 0,
    )


def open_beside(tables: Sequence[TableBelow]) -> frozenset[int]:
    """Return the contents of the tables that are a piece of one with more columns."""
    return frozenset(_open_beside(tables))


def _open_beside(tables: Sequence[TableBelow]) -> Iterator[int]:
    for (one, left, above), (other, right, below) in pairwise(tables):
        if _have_one_title(above, below) and _go_on(left, right):
            yield from (one, other)


def _have_one_title(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether two tables have one title, what stands in brackets aside; the second may have none."""
    one, other = map(_title, (above, below))
    return not other or one == other


def _title(lines: Sequence[str]) -> str:
    bare = (_IN_BRACKETS.sub("", normal_text(line)) for line in reversed(lines))
    return next((line for line in bare if line.endswith(TABLE)), "")


def _go_on(left: Tabular, right: Tabular) -> bool:
    """Whether two tables have the same rows, and no head in common but that of these."""
    rows = [_labels(table) for table in (left, right)]
    heads = [{cell.text for cell in table.rows[0][1:]} - {""} for table in (left, right) if table.rows]
    common = len(rows[0] & rows[1])
    is_one = common >= max(LEAST_ROWS_IN_COMMON, LEAST_SHARE_OF_ROWS * max(map(len, rows)))
    return is_one and all(heads) and heads[0].isdisjoint(heads[1])


def _labels(table: Tabular) -> Set[str]:
    return {text for row in table.rows[1:] if row and (text := row[0].text)}
