"""Which rows of a table are sums of which, by their labels: totals, numbered rows, rows of an "of which"."""

import re
from collections.abc import Iterator, Sequence

from converter.pack import TableWords
from converter.verify.claims.sentences.numbering import number_style
from converter.verify.constraints.table_relations import Sum


def sums_by_labels(labels: Sequence[str], words: TableWords) -> Iterator[Sum]:
    """Yield the sums that labels tell of: the row above "of which", or above numbered ones, and totals."""
    total, below = re.compile(words.total), re.compile(words.below)
    totals = [bool(total.search(label)) and not below.match(label) for label in labels]
    lower: set[int] = set()
    for parts in (*_after_words(labels, totals, below), *_numbered(labels, totals)):
        parent = parts[0] - 1
        if parent >= 0:
            lower.update(parts)
            yield Sum(parent, parts)
    yield from _totals(totals, [at for at in range(len(labels)) if at not in lower])


def _after_words(
    labels: Sequence[str], totals: Sequence[bool], below: re.Pattern[str]
) -> Iterator[tuple[int, ...]]:
    """Yield rows from one that begins with "of which" down to a numbered one, a total or the next such."""
    begins = [at for at, label in enumerate(labels) if below.match(label)]
    for begin in begins:
        end = begin + 1
        while end < len(labels) and not (totals[end] or number_style(labels[end]) or end in begins):
            end += 1
        yield tuple(range(begin, end))


def _numbered(labels: Sequence[str], totals: Sequence[bool]) -> Iterator[tuple[int, ...]]:
    """Yield the rows numbered in one style below a row that is not numbered."""
    styles = [number_style(label) for label in labels]
    for begin, style in enumerate(styles):
        is_first = bool(style and begin) and style not in styles[:begin]
        if is_first and not styles[begin - 1] and not totals[begin - 1]:
            end = next((at for at in range(begin, len(labels)) if totals[at]), len(labels))
            yield tuple(at for at in range(begin, end) if styles[at] == style)


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
