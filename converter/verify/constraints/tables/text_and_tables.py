"""What the text and the tables of a report say of the same items, held against one another.

A cell and a number of the text that name the same item on the same basis may still be of different scopes. So
a column of a table counts as what the text speaks of only if the text agrees with it more often than not.

Columns of two tables whose amounts agree, name by name, are of one thing: where one does not agree, one of
the two may have slipped. They may as well be of two things that are mostly equal, as what came and what went
are, so that nothing but a slip of the pen shows an error.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.tables.cell_names import NamedCell
from converter.verify.constraints.common_constraints import agreement
from converter.verify.constraints.constraint import Constraint, Surety

LEAST_AGREEING = 2  # numbers of the text, other than nil, that a column must agree with
AGREEING_PER_OTHER = 2  # so many times as many must agree as do not
LEAST_DIGITS = 4  # of a number that is near one of several amounts of its item: shorter ones often are
LEAST_IN_COMMON = 3  # amounts other than nil that columns of two tables must have in common
IN_COMMON_PER_OTHER = 3  # so many times as many as they have not
ROUNDED_APART = 3  # in the last digit of the coarser one
MOST_CELLS = 12  # of one name that are held against one another

_Columns = tuple[tuple[int, int], tuple[int, int]]


class _Pairs(Struct, frozen=True, eq=False):
    """A number of the text with the cells that name its item: those it agrees with, and the others, unless it
    stands in a row of that name: then it is of another column. Cells `across` are those of another budget,
    where none is of its own: in a budget there is but one, whatever it is called.
    """

    claim: Claim
    agreeing: Sequence[NamedCell]
    others: Sequence[NamedCell]
    across: Sequence[NamedCell] = ()


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
    pairs = _without_namesakes(pairs, name_of)
    agreeing, differing = _counts(pairs)

    def speaks_of(cell: NamedCell) -> bool:
        return agreeing[cell.column] >= max(LEAST_AGREEING, AGREEING_PER_OTHER * differing[cell.column])

    for pair in pairs:
        found = [cell for cell in pair.agreeing or pair.others if speaks_of(cell)]
        if not found and (only := _only_one(pair)):
            found = [only]
        if pair.agreeing or len({cell.claim.amount for cell in found}) == 1:
            yield from (_constraint(pair.claim, cell) for cell in found[:1])
        elif pair.claim.significant_digits >= LEAST_DIGITS:
            amounts = {cell.claim.amount: cell for cell in (*pair.others, *pair.across)[:MOST_CELLS]}
            yield from (_constraint(pair.claim, cell, Surety.PROBABLE) for cell in amounts.values())


def _is_stated(claim: Claim) -> bool:
    """Whether a number of the text states an amount of an item."""
    stated = claim.role is Role.AMOUNT and claim.item and claim.own_basis and not claim.sum_of
    return bool(stated) and claim.span.in_paragraph and not claim.in_explanation


def _paired(claim: Claim, named: Sequence[NamedCell], default: str, budgets: Collection[str]) -> _Pairs:
    own = claim.own_basis
    bases = {own, *(budgets if own in budgets else ())}
    alike = [
        cell for cell in named if (cell.basis or default) in bases and cell.claim.base_unit == claim.base_unit
    ]
    exact = [cell for cell in alike if (cell.basis or default) == own]
    agreeing = [cell for cell in exact or alike if claim.value.agrees_with(cell.claim.value)]
    stands_there = any(claim.amount in cell.row for cell in named)
    more = [] if stands_there else [cell for cell in exact or alike if cell not in agreeing]
    others = [
        cell
        for cell in more
        if not (cell.is_least and not claim.part_of and claim.amount > cell.claim.amount)
    ]
    if exact:
        return _Pairs(claim, agreeing, others)
    across = [cell for cell in others if default in budgets and not _is_rounded_apart(claim, cell.claim)]
    return _Pairs(claim, agreeing, (), across)


def _is_rounded_apart(one: Claim, other: Claim) -> bool:
    """Whether two amounts are no further apart than sums of rounded parts may be."""
    return abs(one.amount - other.amount) <= ROUNDED_APART * max(one.step, other.step)


def _without_namesakes(pairs: Sequence[_Pairs], name_of: Callable[[Claim], str]) -> list[_Pairs]:
    """Return the pairs without cells that are of another item of the text with the same name in tables."""
    agreeing: dict[str, set[str]] = {}
    for pair in pairs:
        if pair.agreeing and pair.claim.amount:
            agreeing.setdefault(name_of(pair.claim), set()).add(pair.claim.item)

    def is_namesake(pair: _Pairs) -> bool:
        items = agreeing.get(name_of(pair.claim), set())
        return bool(items) and pair.claim.item not in items

    return [_Pairs(pair.claim, (), ()) if is_namesake(pair) else pair for pair in pairs]


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
    return cells[0] if is_certain and cells[0].basis == pair.claim.own_basis else None


def _constraint(claim: Claim, cell: NamedCell, surety: Surety = Surety.SPOKEN) -> Constraint:
    return agreement(claim, cell.claim, cell.claim.label or claim.id, surety)


def between_tables(
    cells: Mapping[str, Sequence[NamedCell]], default: str, budgets: Collection[str]
) -> Iterator[Constraint]:
    """Yield that cells of two tables are equal which name one item, in columns that agree.

    A cell without a basis is on the `default`; `budgets` are bases that are not told apart.
    """
    pairs: dict[_Columns, list[tuple[NamedCell, NamedCell]]] = {}
    for named in cells.values():
        for one, other in combinations(named[:MOST_CELLS], 2):
            bases = {each.basis or default for each in (one, other)}
            is_one_basis = len(bases) == 1 or bases <= set(budgets)
            is_one_unit = one.claim.base_unit == other.claim.base_unit
            if one.column[0] != other.column[0] and is_one_basis and is_one_unit:
                pairs.setdefault((one.column, other.column), []).append((one, other))
    for alike in pairs.values():
        if _are_alike(alike):
            yield from (_between_cells(one, other) for one, other in alike)


def _are_alike(pairs: Sequence[tuple[NamedCell, NamedCell]]) -> bool:
    """Whether so many amounts of two columns agree that they are of one thing."""
    agreeing = [one.claim.amount for one, other in pairs if one.claim.value.agrees_with(other.claim.value)]
    least = IN_COMMON_PER_OTHER * (len(pairs) - len(agreeing))
    return len(set(filter(None, agreeing))) >= max(LEAST_IN_COMMON, least)


def _between_cells(one: NamedCell, other: NamedCell) -> Constraint:
    return agreement(one.claim, other.claim, one.claim.label or one.name, Surety.PROBABLE)
