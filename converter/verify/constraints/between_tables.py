"""What the tables of a report say of the same items.

Columns of two tables whose amounts agree, name by name, are of one thing: where one does not agree, one
of the two may have slipped. They may as well be of two things that are mostly equal, as what came and what
went are, so that nothing but a slip of the pen shows an error.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from converter.verify.claims.tables.cell_names import NamedCell
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, same

LEAST_AGREEING = 3  # amounts other than nil that two columns must have in common
AGREEING_PER_OTHER = 3  # so many times as many must agree as do not
MOST_CELLS = 12  # of one name that are held against one another

_Columns = tuple[tuple[int, int], tuple[int, int]]
_Pair = tuple[NamedCell, NamedCell]


def between_tables(
    cells: Mapping[str, Sequence[NamedCell]], default: str, budgets: Collection[str]
) -> Iterator[Constraint]:
    """Yield that cells of two tables are equal which name one item, in columns that agree.

    A cell without a basis is on the `default`; `budgets` are bases that are not told apart.
    """
    pairs: dict[_Columns, list[_Pair]] = {}
    for named in cells.values():
        for one, other in combinations(named[:MOST_CELLS], 2):
            bases = {each.basis or default for each in (one, other)}
            is_one_basis = len(bases) == 1 or bases <= set(budgets)
            is_one_unit = one.claim.base_unit == other.claim.base_unit
            if one.column[0] != other.column[0] and is_one_basis and is_one_unit:
                pairs.setdefault((one.column, other.column), []).append((one, other))
    for alike in pairs.values():
        if _agree(alike):
            yield from (_constraint(one, other) for one, other in alike)


def _agree(pairs: Sequence[_Pair]) -> bool:
    """Whether so many amounts of two columns agree that they are of one thing."""
    agreeing = {one.claim.amount for one, other in pairs if one.claim.amount and _are_equal(one, other)}
    differing = sum(not _are_equal(one, other) for one, other in pairs)
    return len(agreeing) >= max(LEAST_AGREEING, AGREEING_PER_OTHER * differing)


def _are_equal(one: NamedCell, other: NamedCell) -> bool:
    return abs(one.claim.amount - other.claim.amount) <= one.claim.value.error + other.claim.value.error


def _constraint(one: NamedCell, other: NamedCell) -> Constraint:
    coarse, fine = (one, other) if one.claim.step >= other.claim.step else (other, one)
    sides = same(coarse.claim, fine.claim)
    return Constraint(
        ConstraintKind.AGREEMENT, one.claim.label or one.name, sides, coarse.claim, surety=Surety.PROBABLE
    )
