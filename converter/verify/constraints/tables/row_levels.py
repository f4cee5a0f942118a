"""Which rows of a table are sums of which, by their labels: totals, numbered rows, rows of an "of which"; and
which of these sums can be judged in a piece of a table: those whose rows all stand in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from converter.pack import TableWords
from converter.verify.claims.numbering import number_style, numbering
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.tables.table_relations import Sum

NONE = -1  # the row above the first
NO_ROWS: Mapping[int, Sequence[str]] = {}


def sums_by_labels(
    labels: Sequence[str], words: TableWords, blank: Mapping[int, Sequence[str]] = NO_ROWS
) -> Iterator[Sum]:
    """Yield the sums that labels tell of: the row above "of which", or above numbered ones, and totals. A
    single row "of which" is less than all there is.

    `blank` gives the labels of rows without numbers that stand right above one: what they head is no part of
    the row above them.
    """
    total, below = re.compile(words.total), re.compile(words.below)
    totals = [bool(total.search(label)) and not below.match(label) for label in labels]
    lower: set[int] = set()
    for summed in (*_after_words(labels, totals, below, blank), *_numbered(labels, totals, blank)):
        if summed.total >= 0:
            lower.update(summed.parts)
            if len(summed.parts) > 1 or not below.match(labels[summed.parts[0]]):
                yield summed
    yield from _totals(totals, [at for at in range(len(labels)) if at not in lower])


def _after_words(
    labels: Sequence[str], totals: Sequence[bool], below: re.Pattern[str], blank: Mapping[int, Sequence[str]]
) -> Iterator[Sum]:
    """Yield rows from one that begins with "of which" down to a numbered one, a total or the next such."""
    begins = [at for at, label in enumerate(labels) if below.match(label)]
    for begin in begins:
        end = begin + 1
        while end < len(labels) and not (totals[end] or number_style(labels[end]) or end in begins):
            end += 1
        yield Sum(NONE if begin in blank else begin - 1, tuple(range(begin, end)))


def _numbered(
    labels: Sequence[str], totals: Sequence[bool], blank: Mapping[int, Sequence[str]]
) -> Iterator[Sum]:
    """Yield the rows numbered in one style as the parts of the row above them, unless that is a total of
    others, or the last of those that were numbered before.
    """
    levels: list[tuple[str, Sum]] = []
    for at, numbered in enumerate(map(numbering, labels)):
        style = numbered.style
        while levels and (totals[at] if not style else any(level == style for level, _ in levels[:-1])):
            yield levels.pop()[1]
        is_next = style and levels and levels[-1][0] == style
        if is_next and numbered.number >= _number(labels, levels[-1][1]):
            summed = levels.pop()[1]
            levels.append((style, Sum(summed.total, (*summed.parts, at))))
        elif style:
            is_of_others = is_next or _is_headed(style, blank.get(at, ())) or (at > 1 and totals[at - 1])
            if is_next:
                yield levels.pop()[1]
            levels.append((style, Sum(NONE if is_of_others else at - 1, (at,))))
    yield from (summed for _, summed in levels)


def _is_headed(style: str, blank: Sequence[str]) -> bool:
    """Whether a row numbered in a style has a head of its own above it: a row of that style is beside it."""
    return any(number_style(label) != style for label in blank)


def _number(labels: Sequence[str], summed: Sum) -> int:
    """Return the number of the last part of a sum."""
    return numbering(labels[summed.parts[-1]]).number


def _totals(totals: Sequence[bool], rows: Sequence[int]) -> Iterator[Sum]:
    """Yield each total with the rows of the top level before it, the total before it among them; a total
    above all others has those behind it.
    """
    before: list[int] = []
    for row in rows:
        if totals[row] and before:
            yield Sum(row, tuple(before))
            before = [row]
        else:
            before.append(row)
    if rows and totals[rows[0]] and len(rows) > 1 and not any(totals[row] for row in rows[1:]):
        yield Sum(rows[0], tuple(rows[1:]))


def sums_within(grid: TableGrid, labels: Sequence[str], sums: Iterable[Sum], total: str) -> Iterator[Sum]:
    """Yield the sums of a table's rows that stand in it whole; `total` matches the labels of totals.

    Where a table is cut, a total may have parts beyond, and so may a row whose parts, or theirs, reach the
    cut.
    """
    found = list(sums)
    if not (grid.is_open_above or grid.is_open_below):
        yield from found
        return
    parts_of = {summed.total: summed.parts for summed in found}
    for summed in found:
        rows = _rows_below(summed.total, parts_of)
        is_cut = (grid.is_open_above and 0 in rows) or (grid.is_open_below and len(labels) - 1 in rows)
        if not is_cut and not re.search(total, labels[summed.total]):
            yield summed


def _rows_below(total: int, parts_of: dict[int, tuple[int, ...]]) -> set[int]:
    """Return the rows that a row is the sum of, and those that these are the sums of."""
    found: set[int] = set()
    left = [*parts_of.get(total, ())]
    while left:
        row = left.pop()
        if row not in found:
            found.add(row)
            left += parts_of.get(row, ())
    return found
