"""Tell which column of a panel holds which figure, and which can't be told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from converter.read.files.cells import amount
from converter.read.labels.vocabulary import CompiledBlock, Pattern, fits
from converter.read.tables.header_layout import HeaderLayout, Panel
from converter.read.tables.table import SheetTable


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each target; and of targets that can't be told apart, the columns that fit them."""

    found: dict[str, int] = field(default_factory=dict)
    alike: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def taken(self) -> set[int]:
        """Return the columns understood, if only to be told apart by no one."""
        return {*self.found.values(), *(column for columns in self.alike.values() for column in columns)}


class _Claim(NamedTuple):
    """The columns that fit a target best, and how many of their header words it asked for."""

    columns: list[int]
    words: int


def columns_of(part: CompiledBlock, panel: Panel, table: SheetTable) -> Columns:
    """Return each target's column: the plainest path that fits, none where two fit alike."""
    if not _is_within(part, panel, table):
        return Columns()
    claims, told = _by_header(part, panel, table.layout)
    return told or _told(claims, {target: _filled(each.columns, table) for target, each in claims.items()})


@lru_cache(maxsize=8192)
def _by_header(
    part: CompiledBlock, panel: Panel, layout: HeaderLayout
) -> tuple[dict[str, _Claim], Columns | None]:
    """Return what the header says of each target, and the columns if it alone tells them."""
    found = ((target, _claim(patterns, panel, layout)) for target, patterns in part.columns.items())
    claims = {target: claim for target, claim in found if claim}
    columns = {target: claim.columns for target, claim in claims.items()}
    alone = all(len(each) == 1 for each in columns.values())
    return claims, _told(claims, columns) if alone else None


def _claim(patterns: tuple[Pattern, ...], panel: Panel, layout: HeaderLayout) -> _Claim | None:
    ranked: dict[tuple[int, int], list[int]] = {}
    for order, pattern in enumerate(patterns):
        for column in panel.values:
            if fits(pattern, layout.paths[column]):
                ranked.setdefault((order, len(layout.paths[column])), []).append(column)
    if not ranked:
        return None
    best = min(ranked)
    return _Claim(ranked[best], len(patterns[best[0]]))


def _told(claims: dict[str, _Claim], filled: dict[str, list[int]]) -> Columns:
    """Return which targets have a column, of those of their claims that may hold the amount."""
    found: dict[str, int] = {}
    alike: dict[str, tuple[int, ...]] = {}
    for target, columns in filled.items():
        rival = _rival(target, columns[0], claims)
        if len(columns) > 1 or rival == claims[target].words:
            alike[target] = tuple(columns)
        elif rival < claims[target].words:
            found[target] = columns[0]
    return Columns(found, alike)


def _filled(columns: list[int], table: SheetTable) -> list[int]:
    """Return those of the columns that may hold the amount.

    Neighbours of one and the same path lie under one merged header: only one of them is ever filled.
    """
    together = columns[-1] - columns[0] == len(columns) - 1
    if len(columns) == 1 or not together or len({table.paths[each] for each in columns}) > 1:
        return columns
    return [each for each in columns if holds_amount(table, each)] or columns[:1]


def _rival(target: str, column: int, claims: dict[str, _Claim]) -> int:
    """Return by how many of its words another target asks for this very column, 0 if none does."""
    others = (each for other, each in claims.items() if other != target and each.columns == [column])
    return max((each.words for each in others), default=0)


def holds_amount(table: SheetTable, column: int) -> bool:
    """Tell whether any data row has a number in the column."""
    grid = table.sheet.grid
    return any(amount(grid.cell(row, column)) is not None for row in table.body)


def _is_within(part: CompiledBlock, panel: Panel, table: SheetTable) -> bool:
    """Tell whether the block belongs to the panel: by its header, or where no header says it, by its rows."""
    if not part.within:
        return True
    headed = _headed(part, table.layout)
    if headed:
        return panel in headed
    known = [(sum(1 for _ in _named(part, each, table)), each) for each in table.panels]
    most = max(count for count, _ in known)
    return most > 0 and [each for count, each in known if count == most] == [panel]


@lru_cache(maxsize=8192)
def _headed(part: CompiledBlock, layout: HeaderLayout) -> frozenset[Panel]:
    """Return the panels whose header says that the block belongs there."""
    return frozenset(panel for panel in layout.panels if fits(part.within, _words(panel, layout)))


def _words(panel: Panel, layout: HeaderLayout) -> set[str]:
    columns = (*panel.labels, *panel.codes, *panel.values)
    return {word for column in columns for word in layout.paths[column]}


def _named(part: CompiledBlock, panel: Panel, table: SheetTable) -> Iterator[str]:
    """Yield the items whose row stands in the panel."""
    labels = {row.label for row in table.rows(panel)}
    return (item for item, key in part.rows.items() if not key.labels.isdisjoint(labels))
