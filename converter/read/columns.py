"""Tell which column of a panel holds which figure, and which can't be told."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from converter.read.cells import amount
from converter.read.rows import Panel
from converter.read.table import Table
from converter.read.vocabulary import Part, fits


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each target; and of targets that can't be told apart, the columns that fit them."""

    found: dict[str, int] = field(default_factory=dict)
    alike: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def taken(self) -> set[int]:
        """Return the columns understood, if only to be told apart by no one."""
        return {*self.found.values(), *(column for columns in self.alike.values() for column in columns)}


@dataclass(frozen=True, slots=True)
class _Claim:
    """The columns that fit a target best, and how many of their header words it asked for."""

    columns: list[int]
    words: int


def columns_of(part: Part, panel: Panel, table: Table) -> Columns:
    """Return each target's column: the plainest path that fits, none where two fit alike."""
    if not _is_within(part, panel, table):
        return Columns()
    found: dict[str, int] = {}
    alike: dict[str, tuple[int, ...]] = {}
    claims = {target: claim for target in part.columns if (claim := _claim(target, part, panel, table))}
    for target, claim in claims.items():
        columns = _filled(claim.columns, table)
        rival = _rival(target, columns[0], claims)
        if len(columns) > 1 or rival == claim.words:
            alike[target] = tuple(columns)
        elif rival < claim.words:
            found[target] = columns[0]
    return Columns(found, alike)


def _claim(target: str, part: Part, panel: Panel, table: Table) -> _Claim | None:
    ranked: dict[tuple[int, int], list[int]] = {}
    patterns = part.columns[target]
    for order, pattern in enumerate(patterns):
        for column in panel.values:
            if fits(pattern, table.paths[column]):
                ranked.setdefault((order, len(table.paths[column])), []).append(column)
    if not ranked:
        return None
    best = min(ranked)
    return _Claim(ranked[best], len(patterns[best[0]]))


def _filled(columns: list[int], table: Table) -> list[int]:
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


def holds_amount(table: Table, column: int) -> bool:
    """Tell whether any data row has a number in the column."""
    grid = table.sheet.grid
    return any(amount(grid.cell(row, column)) is not None for row in table.body)


def _is_within(part: Part, panel: Panel, table: Table) -> bool:
    """Tell whether the block belongs to the panel: by its header, or where no header says it, by its rows."""
    if not part.within or fits(part.within, _words(panel, table)):
        return True
    if any(fits(part.within, _words(each, table)) for each in table.panels):
        return False
    known = [(sum(1 for _ in _named(part, each, table)), each) for each in table.panels]
    most = max(count for count, _ in known)
    return most > 0 and [each for count, each in known if count == most] == [panel]


def _words(panel: Panel, table: Table) -> set[str]:
    columns = (*panel.labels, *panel.codes, *panel.values)
    return {word for column in columns for word in table.paths[column]}


def _named(part: Part, panel: Panel, table: Table) -> Iterator[str]:
    """Yield the items whose row stands in the panel."""
    labels = {row.label for row in table.rows(panel)}
    return (item for item, key in part.rows.items() if not key.labels.isdisjoint(labels))
