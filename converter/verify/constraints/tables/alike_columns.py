"""Columns of two tables whose amounts agree, name by name: they are of one thing.

Where one does not agree, one of the two may have slipped. They may as well be of two things that are mostly
equal, as what came and what went are, so that nothing but a slip of the pen shows an error.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from converter.verify.claims.claim import Claim
from converter.verify.claims.tables.cell_names import MOST_CELLS_OF_NAME, NamedCell
from converter.verify.constraints.common_constraints import agreement
from converter.verify.constraints.constraint import Constraint, Surety

LEAST_IN_COMMON = 3  # amounts other than nil that columns of two tables must have in common
IN_COMMON_PER_OTHER = 3  # so many times as many as they have not
ROUNDED_APART = 3  # in the last digit of the coarser one

_Columns = tuple[tuple[int, int], tuple[int, int]]


def between_tables(
    cells: Mapping[str, Sequence[NamedCell]], default: str, budgets: Collection[str]
) -> Iterator[Constraint]:
    """Yield that cells of two tables are equal which name one item, in columns that agree.

    A cell without a basis is on the `default`; `budgets` are bases that are not distinguished.
    """
    pairs: dict[_Columns, list[tuple[NamedCell, NamedCell]]] = {}
    for named in cells.values():
        for one, other in combinations(named[:MOST_CELLS_OF_NAME], 2):
            bases = {each.basis or default for each in (one, other)}
            is_one_basis = len(bases) == 1 or bases <= set(budgets)
            is_one_unit = one.claim.base_unit == other.claim.base_unit
            if one.column[0] != other.column[0] and is_one_basis and is_one_unit:
                pairs.setdefault((one.column, other.column), []).append((one, other))
    for alike in pairs.values():
        if _are_alike(alike):
            yield from (
                agreement(one.claim, other.claim, one.claim.label or one.name, Surety.PROBABLE)
                for one, other in alike
                if one.claim.amount == other.claim.amount or not is_rounded_apart(one.claim, other.claim)
            )


def is_rounded_apart(one: Claim, other: Claim) -> bool:
    """Whether two amounts are no further apart than sums of rounded parts may be."""
    return abs(one.amount - other.amount) <= ROUNDED_APART * max(one.step, other.step)


def _are_alike(pairs: Sequence[tuple[NamedCell, NamedCell]]) -> bool:
    """Whether so many amounts of two columns agree that they are of one thing."""
    agreeing = [one.claim.amount for one, other in pairs if one.claim.value.agrees_with(other.claim.value)]
    least = IN_COMMON_PER_OTHER * (len(pairs) - len(agreeing))
    return len(set(filter(None, agreeing))) >= max(LEAST_IN_COMMON, least)
