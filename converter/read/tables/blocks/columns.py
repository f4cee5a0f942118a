"""Match the columns of a panel to the figures a block asks for; of several equally good, none is chosen."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from converter.read.files.cells import amount
from converter.read.labels.compiled_blocks import CompiledBlock, HeadWords, fits
from converter.read.tables.blocks.printed_parts import Parts, columns_of_parts
from converter.read.tables.header_layout import HeaderLayout, Panel
from converter.read.tables.table import SheetTable


class Columns(Struct, frozen=True):
    """The column of each target; of targets for which no single column is best, all that fit.

    A target is a basis, or a whole `item.basis` id, to which the block maps a column. Not matched is a total
    that includes what was carried over from last year: `with_carried` has it and the columns of that.
    `passed_over` are columns that a target would have taken, had there not been a better one. `parts` are the
    columns that a target is the sum of, the first of which is `matched`.
    """

    matched: dict[str, int] = field(default_factory=dict)
    ambiguous: dict[str, tuple[int, ...]] = field(default_factory=dict)
    with_carried: dict[str, tuple[int, ...]] = field(default_factory=dict)
    passed_over: frozenset[int] = frozenset()
    parts: Parts = field(default_factory=dict)

    @property
    def read(self) -> set[int]:
        """The columns that figures are read from."""
        return {*self.matched.values(), *(column for columns in self.parts.values() for column in columns)}

    @property
    def understood(self) -> set[int]:
        """The columns that belong to a target, whether it is certain or one of several that fit."""
        doubtful = (*self.ambiguous.values(), *self.with_carried.values())
        ambiguous = (column for columns in doubtful for column in columns)
        return {*self.read, *ambiguous, *self.passed_over}


class _Candidates(Struct, frozen=True):
    """The columns that fit a target best, and how many of their header words it asks for.

    `others` have no words but those that a later pattern asks for, or that are over the best as well.
    """

    columns: list[int]
    words: int
    others: frozenset[int]


class _HeaderMatch(Struct, frozen=True):
    """Each target's candidates, and the columns if the header alone decides them."""

    candidates: dict[str, _Candidates]
    decided: Columns | None


def match_columns(block: CompiledBlock, table: SheetTable) -> dict[Panel, Columns]:
    """Return by panel each target's column: the one with the shortest path that fits, none of two equally
    good; none in a panel the block does not belong to.
    """
    within = _panels_within(block, table)
    return {
        panel: _match_panel(block, panel, table) if panel in within else Columns() for panel in table.panels
    }


def _match_panel(block: CompiledBlock, panel: Panel, table: SheetTable) -> Columns:
    by_header = _match_header(block, panel, table.layout)
    candidates = by_header.candidates
    columns = by_header.decided or _decide(
        candidates, {target: _filled(each.columns, table) for target, each in candidates.items()}
    )
    if table.layout.carried_over:
        columns = _without_totals_with_carried(columns, block, table)
    return _with_parts(columns, columns_of_parts(block, panel, table, columns.matched))


def _with_parts(columns: Columns, parts: Parts) -> Columns:
    """Return the columns with the targets that are printed as their parts."""
    if not parts:
        return columns
    matched = columns.matched | {target: several[0] for target, several in parts.items()}
    ambiguous = {target: several for target, several in columns.ambiguous.items() if target not in parts}
    return replace(columns, matched=matched, ambiguous=ambiguous, parts=parts)


def _without_totals_with_carried(columns: Columns, block: CompiledBlock, table: SheetTable) -> Columns:
    """Return the columns without totals beside which amounts carried over from last year stand."""
    with_carried = {}
    for target, column in columns.matched.items():
        beside = table.layout.carried_over_beside(column, _words_for_total(block, target))
        if filled := [each for each in beside if any(_amounts(table, each))]:
            with_carried[target] = (column, *filled)
    matched = {name: column for name, column in columns.matched.items() if name not in with_carried}
    return Columns(matched, columns.ambiguous, with_carried, columns.passed_over)


@lru_cache(maxsize=1024)
def _words_for_total(block: CompiledBlock, target: str) -> frozenset[str]:
    """Return the words of heads that say no more than a total to a target: those in one with such as well."""
    alike = (words for pattern in block.columns[target] for words in pattern)
    return block.whole.union(*(words for words in alike if not words.isdisjoint(block.whole)))


@lru_cache(maxsize=8192)
def _match_header(block: CompiledBlock, panel: Panel, layout: HeaderLayout) -> _HeaderMatch:
    found = (
        (target, _candidates(block, patterns, panel, layout)) for target, patterns in block.columns.items()
    )
    candidates = {target: each for target, each in found if each}
    columns = {target: each.columns for target, each in candidates.items()}
    alone = all(len(each) == 1 for each in columns.values())
    return _HeaderMatch(candidates, _decide(candidates, columns) if alone else None)


def _candidates(
    block: CompiledBlock, patterns: tuple[HeadWords, ...], panel: Panel, layout: HeaderLayout
) -> _Candidates | None:
    """Return the columns that fit the first pattern that any fits, with the fewest words it does not ask for,
    then with the fewest in all; where none does, those that are the parts of what fits.
    """
    ranked: dict[tuple[int, int, int], list[int]] = {}
    parts: dict[int, list[int]] = {}
    beyond: dict[int, list[tuple[int, set[str]]]] = {}
    for order, pattern in enumerate(patterns):
        for column in panel.values:
            if _is_of_item(block, pattern, layout.paths[column]) and layout.is_this_years(column, pattern):
                if _is_part(block, pattern, column, panel, layout):
                    parts.setdefault(order, []).append(column)
                    continue
                words = set(layout.paths[column])
                besides = words.difference(block.whole, *pattern)
                counted = words - block.whole.difference(*pattern)
                ranked.setdefault((order, len(besides), len(counted)), []).append(column)
                beyond.setdefault(column, []).append((order, besides))
    if not ranked:
        first = min(parts, default=None)
        return None if first is None else _Candidates(parts[first], len(patterns[first]), frozenset())
    best = min(ranked)
    known = set(layout.paths[ranked[best][0]])
    others = (
        column
        for column, fitting in beyond.items()
        if any(order > best[0] and besides <= known for order, besides in fitting)
    )
    saying = frozenset(column for column in others if not block.whole.issuperset(layout.paths[column]))
    return _Candidates(ranked[best], len(patterns[best[0]]), saying)


def _is_of_item(block: CompiledBlock, pattern: HeadWords, path: tuple[str, ...]) -> bool:
    """Whether a head fits a pattern, and no word below says that the column is of another item."""
    if not fits(pattern, path):
        return False
    lowest = next((word for word in reversed(path) if word in block.items), "")
    return not lowest or any(lowest in words for words in pattern)


def _is_part(
    block: CompiledBlock, pattern: HeadWords, column: int, panel: Panel, layout: HeaderLayout
) -> bool:
    """Whether a column has a head of its own, as others have, below all that a pattern asks for."""
    path = layout.paths[column]
    asked = max(nth for nth, word in enumerate(path) if any(word in words for words in pattern)) + 1
    if block.whole.issuperset(path[asked:]):
        return False
    beside = (layout.paths[other] for other in panel.values if other != column)
    return any(other[:asked] == path[:asked] and other != path for other in beside)


def _decide(candidates: dict[str, _Candidates], columns_of: dict[str, list[int]]) -> Columns:
    """Return which targets have a column; `columns_of` are those of the candidates that may hold it."""
    matched: dict[str, int] = {}
    ambiguous: dict[str, tuple[int, ...]] = {}
    for target, columns in columns_of.items():
        words, rival = candidates[target].words, _rival(target, columns[0], candidates)
        if len(columns) > 1 or rival == words:
            ambiguous[target] = tuple(columns)
        elif rival < words:
            matched[target] = columns[0]
    others = (candidates[target].others for target in matched)
    return Columns(matched, ambiguous, passed_over=frozenset[int]().union(*others))


def _filled(columns: list[int], table: SheetTable) -> list[int]:
    """Return those of the columns that may hold the amount.

    Neighbours of one and the same path lie under one merged header: only one of them is ever filled.
    """
    together = columns[-1] - columns[0] == len(columns) - 1
    if len(columns) == 1 or not together or len({table.paths[column] for column in columns}) > 1:
        return columns
    return [column for column in columns if _holds_amount(table, column)] or columns[:1]


def _rival(target: str, column: int, candidates: dict[str, _Candidates]) -> int:
    """Return by how many of its words another target asks for this very column, 0 if none does."""
    others = (each for other, each in candidates.items() if other != target and each.columns == [column])
    return max((each.words for each in others), default=0)


def _holds_amount(table: SheetTable, column: int) -> bool:
    return any(number is not None for number in _amounts(table, column))


def _amounts(table: SheetTable, column: int) -> Iterator[Decimal | None]:
    return (amount(table.sheet.grid.cell(row, column)) for row in table.body)


def _panels_within(block: CompiledBlock, table: SheetTable) -> Collection[Panel]:
    """Return the panels a block belongs to: by their header, or where no header says it, by their rows.

    Panels that have as many of them may show the same by several classifications. Rows that the block shares
    with one that a panel is headed as say nothing.
    """
    if not block.within:
        return table.panels
    if headed := _headed(block, table.layout):
        return headed
    counts = {panel: len(_own_items(block, panel, table)) for panel in table.panels}
    most = max(counts.values())
    return [panel for panel, count in counts.items() if count == most > 0]


@lru_cache(maxsize=8192)
def _headed(block: CompiledBlock, layout: HeaderLayout) -> frozenset[Panel]:
    """Return the panels whose header says that the block belongs there."""
    return frozenset(panel for panel in layout.panels if fits(block.within, _header_words(panel, layout)))


def _header_words(panel: Panel, layout: HeaderLayout) -> set[str]:
    columns = (*panel.labels, *panel.codes, *panel.values)
    return {word for column in columns for word in layout.paths[column]}


def _own_items(block: CompiledBlock, panel: Panel, table: SheetTable) -> list[str]:
    """Return the items whose row is in the panel, without those of the blocks it is headed as."""
    blocks = table.sheet.vocabulary.blocks[block.form]
    headed = [each for each in blocks if each.within and panel in _headed(each, table.layout)]
    labels = {row.label for row in table.rows(panel)}.difference(*(each.row_labels for each in headed))
    return [item for item, key in block.rows.items() if not key.labels.isdisjoint(labels)]
