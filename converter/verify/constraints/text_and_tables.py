"""What the text says held against the tables of the same report.

A cell and a number of the text that name the same item on the same basis may still be of different scopes. So
a column of a table counts as what the text speaks of only if the text agrees with it more often than not.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.tables.cell_names import NamedCell
from converter.verify.constraints.constraint import Constraint, ConstraintKind, same

LEAST_AGREEING = 2  # numbers of the text, other than nil, that a column must agree with
AGREEING_PER_OTHER = 2  # so many times as many must agree as do not


class _Pairs(Struct, frozen=True, eq=False):
    """A number of the text with the cells that name its item: those it agrees with, and the others."""

    claim: Claim
    agreeing: Sequence[NamedCell]
    others: Sequence[NamedCell]


def text_and_table_constraints(
    claims: Sequence[Claim],
    cells: Mapping[str, Sequence[NamedCell]],
    name_of: Callable[[Claim], str],
    default: str,
    budgets: Collection[str],
) -> Iterator[Constraint]:
    """Yield the constraint of each number of the text with the cell that says the same.

    `cells` are named as `name_of` names the numbers of the text; a cell without a basis is on the `default`;
    `budgets` are bases that a text may mean by another of them.
    """
    pairs = [
        _paired(claim, cells.get(name_of(claim), ()), default, budgets)
        for claim in claims
        if _is_stated(claim)
    ]
    agreeing, differing = _counts(pairs)

    def speaks_of(cell: NamedCell) -> bool:
        return agreeing[cell.column] >= max(LEAST_AGREEING, AGREEING_PER_OTHER * differing[cell.column])

    for pair in pairs:
        found = [cell for cell in pair.agreeing or pair.others if speaks_of(cell)]
        if not found and (only := _only_one(pair)):
            found = [only]
        if pair.agreeing or len({cell.claim.amount for cell in found}) == 1:
            yield from (_constraint(pair.claim, cell) for cell in found[:1])


def _is_stated(claim: Claim) -> bool:
    """Whether a number of the text states an amount of an item."""
    stated = claim.role is Role.AMOUNT and claim.item and not claim.sum_of
    return bool(stated) and claim.span.in_paragraph and not claim.in_explanation


def _paired(claim: Claim, named: Sequence[NamedCell], default: str, budgets: Collection[str]) -> _Pairs:
    bases = {claim.basis, *(budgets if claim.basis in budgets else ())}
    alike = [
        cell for cell in named if (cell.basis or default) in bases and cell.claim.base_unit == claim.base_unit
    ]
    exact = [cell for cell in alike if (cell.basis or default) == claim.basis]
    agreeing = [cell for cell in exact or alike if claim.value.agrees_with(cell.claim.value)]
    return _Pairs(claim, agreeing, [cell for cell in exact if cell not in agreeing])


def _counts(pairs: Sequence[_Pairs]) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
    """Return with how many amounts of the text each column agrees, and with how many it does not.

    An amount that agrees with some cell is not held against the others; several of one figure count once.
    """
    agreeing: dict[tuple[int, int], set[object]] = {}
    differing: dict[tuple[int, int], set[object]] = {}
    for pair in pairs:
        for cell in pair.agreeing:
            if pair.claim.amount:
                agreeing.setdefault(cell.column, set()).add((pair.claim.id, pair.claim.amount))
        for cell in () if pair.agreeing else pair.others:
            differing.setdefault(cell.column, set()).add((pair.claim.id, pair.claim.amount))
    return (
        Counter({column: len(amounts) for column, amounts in agreeing.items()}),
        Counter({column: len(amounts) for column, amounts in differing.items()}),
    )


def _only_one(pair: _Pairs) -> NamedCell | None:
    """Return the cell of an item of the pack on the very basis, if the report has but one such."""
    cells = [*pair.agreeing, *pair.others]
    is_certain = len(cells) == 1 and cells[0].known and pair.claim.known and not pair.claim.is_carried
    return cells[0] if is_certain and cells[0].basis == pair.claim.basis else None


def _constraint(claim: Claim, cell: NamedCell) -> Constraint:
    coarse, fine = (claim, cell.claim) if claim.step >= cell.claim.step else (cell.claim, claim)
    return Constraint(ConstraintKind.AGREEMENT, cell.claim.label or claim.id, same(coarse, fine), coarse)
