"""Tables without heads, in which each number stands behind its own name, several to a row.

What the names of a row tell is held: a rate or a change of what the table has.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.pack import TableWords
from converter.verify.claims.claim import Claim
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.tables.comparison_constraints import comparison_constraints
from converter.verify.constraints.tables.comparisons import ComparedColumns

MOST_NAMED_NUMBERS = 40  # numbers of a table, which are all compared


class NamedNumber(Struct, frozen=True, eq=False):
    """A number and its name."""

    name: str
    claim: Claim


def names_of_cells(grid: TableGrid, words: TableWords) -> list[list[NamedNumber]]:
    """Return the named numbers of each row; nothing unless some row has several, and every number its own."""
    heads = re.compile(words.heads)
    if any(heads.search(grid.last_header(column)) for column in grid.number_columns):
        return []
    found: list[list[NamedNumber]] = []
    for row in grid.rows:
        named: list[NamedNumber] = []
        name = ""
        for column in grid.texts.columns:
            claim = grid.numbers.get((row, column))
            if claim is None:
                name = grid.text(row, column) or name
            elif name:
                named.append(NamedNumber(name, claim))
                name = ""
            else:
                return []
        found.append(named)
    return found if max(map(len, found), default=0) > 1 else []


def named_cells(rows: Sequence[Sequence[NamedNumber]], words: TableWords) -> Iterator[Constraint]:
    """Yield what the numbers of such a table must keep to by their names."""
    every = [each for row in rows for each in row][:MOST_NAMED_NUMBERS]
    for row in rows:
        yield from list(_compared(row, words)) or _compared(every, words, of=row)


def _compared(
    named: Sequence[NamedNumber], words: TableWords, of: Sequence[NamedNumber] = ()
) -> Iterator[Constraint]:
    """Yield what some of the named numbers compare, or those `of` one row."""
    compares, rates = re.compile(f"{words.rate}|{words.change}"), re.compile(words.rate)
    names, lines = [each.name for each in named], [[each.claim] for each in named]
    amounts = [at for at, name in enumerate(names) if not rates.search(name)]
    compared = ComparedColumns(lines, names, amounts, words)
    for at, each in enumerate(named):
        may_compare = compares.search(each.name) and (not of or each in of)
        if may_compare and (stated := compared.stated(at)):
            yield from comparison_constraints(
                lines, names, stated, Surety.PROBABLE, any_slip_counts=stated.is_named
            )
