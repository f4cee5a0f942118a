"""Tables that are cut by columns: one goes on in the next, which has the same rows and other heads."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from converter.chinese import TABLE
from converter.document.contents import Tabular
from converter.verify.claims.normal_text import normal_text

LEAST_ROWS_IN_COMMON = 4  # that both have, and this share of those of either
LEAST_SHARE_OF_ROWS = 0.8
_IN_BRACKETS = re.compile(r"\([^()]*\)")

TableBelow = tuple[int, Tabular, Sequence[str]]
"""A table, the number of its content, and the lines above it."""


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
