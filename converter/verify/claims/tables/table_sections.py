"""The sections of a table: it is cut where new heads begin."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.pack import TableWords
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.tables.table_grid import TableGrid

LONGEST_HEAD = 12  # signs of a head below other rows: longer ones tell something


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
