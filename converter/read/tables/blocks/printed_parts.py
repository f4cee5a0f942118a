"""Columns printed as their parts, as what basic expenditure is for persons and for offices: their sum is the
figure, where the amounts of the table show it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from converter.read.files.cells import amount, decimals
from converter.read.labels.compiled_blocks import CompiledBlock, HeadWords, fits
from converter.read.tables.header_layout import HeaderLayout, Panel
from converter.read.tables.table import SheetTable

MOST_ROWS_APART = 4  # one in so many rows may not add up: there a number is wrong

Parts = dict[str, tuple[int, ...]]
"""The columns that are the parts of each target."""


class _Apart(Struct, frozen=True):
    """The columns below the head of a target, and its pattern."""

    columns: tuple[int, ...]
    pattern: HeadWords

    @property
    def besides(self) -> list[HeadWords]:
        """What its pattern asks for besides each of its words: that other columns may have as well."""
        return [self.pattern[:nth] + self.pattern[nth + 1 :] for nth in range(len(self.pattern))]


def columns_of_parts(
    block: CompiledBlock, panel: Panel, table: SheetTable, matched: Mapping[str, int]
) -> Parts:
    """Return the targets without a column of their own whose parts, with the columns `matched`, come to a
    total of the table in its rows.
    """
    open_targets = frozenset(block.columns.keys() - matched)
    apart = _printed_apart(block, panel, table.layout, open_targets) if matched and open_targets else {}
    found: Parts = {}
    for besides in dict.fromkeys(each for parts in apart.values() for each in parts.besides):
        alike = {target: parts.columns for target, parts in apart.items() if besides in parts.besides}
        if _add_up(block, table, alike.values(), [*_columns_alike(table.layout, matched, besides)]):
            found |= alike
    return found


@lru_cache(maxsize=8192)
def _printed_apart(
    block: CompiledBlock, panel: Panel, layout: HeaderLayout, targets: frozenset[str]
) -> dict[str, _Apart]:
    """Return those of the targets below whose head several columns stand, none for all of it and none in
    common with another of them.
    """
    found = {
        target: parts
        for target, patterns in block.columns.items()
        if target in targets and (parts := _first_apart(block, patterns, panel, layout))
    }
    taken = Counter(column for each in found.values() for column in each.columns)
    return {
        target: each for target, each in found.items() if all(taken[column] == 1 for column in each.columns)
    }


def _first_apart(
    block: CompiledBlock, patterns: Sequence[HeadWords], panel: Panel, layout: HeaderLayout
) -> _Apart | None:
    for pattern in patterns:
        columns = tuple(
            column
            for column in panel.values
            if fits(pattern, layout.paths[column]) and layout.is_this_years(column, pattern)
        )
        own = {frozenset(layout.paths[column]).difference(*pattern) for column in columns}
        if len(columns) > 1:
            of_parts = len(own) == len(columns) and all(words - block.whole for words in own)
            return _Apart(columns, pattern) if of_parts else None
    return None


def _columns_alike(layout: HeaderLayout, matched: Mapping[str, int], besides: HeadWords) -> Iterator[int]:
    """Yield the columns that are on the same basis as the parts."""
    for column in dict.fromkeys(matched.values()):
        if fits(besides, layout.paths[column]):
            yield column


def _add_up(
    block: CompiledBlock, table: SheetTable, apart: Collection[tuple[int, ...]], columns: Sequence[int]
) -> bool:
    """Whether one of the columns is the sum of the parts and of the other columns, in most rows."""
    parts = [column for several in apart for column in several]
    others = [column for column in columns if column not in parts]
    return any(
        _is_sum(table, whole, [*parts, *_not_within(block, table.layout, whole, others)]) for whole in others
    )


def _not_within(block: CompiledBlock, layout: HeaderLayout, whole: int, columns: Sequence[int]) -> list[int]:
    """Return the columns without the whole, and without those that another of them sums up."""
    heads = [
        layout.paths[column][:-1]
        for column in columns
        if column != whole and len(layout.paths[column]) > 1 and layout.paths[column][-1] in block.whole
    ]
    return [
        column
        for column in columns
        if column != whole
        and (
            layout.paths[column][-1] in block.whole
            or not any(layout.paths[column][: len(head)] == head for head in heads)
        )
    ]


def _is_sum(table: SheetTable, whole: int, parts: Sequence[int]) -> bool:
    """Whether a column holds the sum of others in most rows, as far as their printed digits tell."""
    rows = [
        (total, [amount(table.sheet.grid.cell(row, column)) or Decimal(0) for column in parts])
        for row in table.body
        if (total := amount(table.sheet.grid.cell(row, whole))) is not None
    ]
    rows = [(total, amounts) for total, amounts in rows if total or any(amounts)]
    finest = max((decimals(number) for total, amounts in rows for number in (total, *amounts)), default=0)
    allowed = Decimal(len(parts) + 1).scaleb(-finest) / 2
    holding = sum(1 for total, amounts in rows if abs(total - sum(amounts)) <= allowed)
    return holding > (len(rows) - holding) * MOST_ROWS_APART
