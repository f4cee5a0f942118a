"""What the text and the tables of a report say of the same items, held against one another.

A cell and a number of the text that name the same item on the same basis may still be of different scopes. So
a column of a table counts as what the text speaks of only if the text agrees with it more often than not.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from converter.verify.claims.claim import Claim, Role, adds_up_to
from converter.verify.claims.tables.cell_names import MOST_CELLS_OF_NAME, NamedCell
from converter.verify.constraints.common_constraints import agreement
from converter.verify.constraints.constraint import Constraint, Surety
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.tables.alike_columns import is_rounded_apart

LEAST_AGREEING = 2  # numbers of the text, other than nil, that a column must agree with
AGREEING_PER_OTHER = 2  # so many times as many must agree as do not
DISTINCTIVE_DIGITS_OF_TEXT = 4  # of a number near one of several amounts of its item: shorter ones often are
FAR_COARSER = 1_000  # times the last digit of a cell: that of a text in another unit

_OfLevel = tuple[tuple[int, int], str]
"""A column of a table, and the level of government that a text speaks of."""


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
    text_has_levels = any(claim.extent.level for claim in claims)
    tables_have_levels = any(cell.level is not None for several in cells.values() for cell in several)

    def is_of_level(claim: Claim, cell: NamedCell) -> bool:
        if not text_has_levels:
            return True
        if cell.level is None and tables_have_levels:
            return False
        return _is_one_level(claim.extent.level, cell.level or "")

    pairs = [
        _paired(claim, cells.get(name_of(claim), ()), default, budgets, is_of_level)
        for claim in claims
        if _states_amount(claim)
    ]
    divided = _divided(claims)
    pairs = _without_other_division(_without_namesakes(pairs, name_of), divided)
    yield from _contradicted_lists(pairs, divided)
    agreeing, differing = _counts(pairs)

    def speaks_of(claim: Claim, cell: NamedCell) -> bool:
        column = (cell.column, claim.extent.level)
        return agreeing[column] >= max(LEAST_AGREEING, AGREEING_PER_OTHER * differing[column])

    for pair in pairs:
        found = [cell for cell in pair.agreeing or pair.others if speaks_of(pair.claim, cell)]
        if not found and (only := _only_one(pair)):
            found = [only]
        if pair.agreeing or len({cell.claim.amount for cell in found}) == 1:
            yield from (_constraint(pair.claim, cell) for cell in found[:1])
        elif pair.claim.significant_digits >= DISTINCTIVE_DIGITS_OF_TEXT:
            amounts = {cell.claim.amount: cell for cell in (*pair.others, *pair.across)[:MOST_CELLS_OF_NAME]}
            yield from (_constraint(pair.claim, cell, Surety.PROBABLE) for cell in amounts.values())


def _states_amount(claim: Claim) -> bool:
    """Whether a number of the text states an amount of an item."""
    states = claim.role is Role.AMOUNT and claim.item and claim.own_basis and not claim.sum_of
    return bool(states) and claim.span.in_paragraph and not claim.in_explanation


def _paired(
    claim: Claim,
    named: Sequence[NamedCell],
    default: str,
    budgets: Collection[str],
    is_of_level: Callable[[Claim, NamedCell], bool],
) -> _Pairs:
    own = claim.own_basis
    bases = {own, *(budgets if own in budgets else ())}
    alike = [
        cell for cell in named if (cell.basis or default) in bases and cell.claim.base_unit == claim.base_unit
    ]
    exact = [cell for cell in alike if (cell.basis or default) == own]
    agreeing = [cell for cell in alike if claim.value.agrees_with(cell.claim.value)]
    if not agreeing and any(_is_rounded(claim, cell.claim) for cell in exact or alike):
        return _Pairs(claim, (), ())
    stands_there = any(claim.amount in cell.row for cell in named)
    more = [] if stands_there else [cell for cell in exact or alike if cell not in agreeing]
    others = [
        cell
        for cell in more
        if not (cell.is_least and not claim.part_of and claim.amount > cell.claim.amount)
        and is_of_level(claim, cell)
    ]
    if exact:
        return _Pairs(claim, agreeing, others)
    across = [cell for cell in others if default in budgets and not is_rounded_apart(claim, cell.claim)]
    return _Pairs(claim, agreeing, (), across)


def _is_one_level(one: str, other: str) -> bool:
    """Whether two names are of one level of government: they begin and end alike, one may be short."""
    return one[:1] + one[-1:] == other[:1] + other[-1:]


def _is_rounded(claim: Claim, cell: Claim) -> bool:
    """Whether a number of the text, however exact others of it are, shows that of a cell in fewer digits; far
    coarser ones are also rounded so that they add up.
    """
    shown = claim.shown or claim.step
    may_be_next = shown >= FAR_COARSER * cell.step
    return abs(claim.amount - cell.amount) <= (shown if may_be_next else shown / 2)


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


def _divided(claims: Sequence[Claim]) -> dict[Claim, Sequence[Claim]]:
    """Return the parts, by each of them, that a list of the text divides its whole into without a rest."""
    by_list: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.listing and claim.part_of and claim.role is Role.AMOUNT and claim.span.in_paragraph:
            by_list.setdefault(claim.listing, []).append(claim)
    lists = (PartList(whole, parts) for parts in by_list.values() if (whole := parts[0].part_of))
    return {part: listed.parts for listed in lists if listed.adds_up for part in listed.parts}


def _without_other_division(
    pairs: Sequence[_Pairs], divided: Mapping[Claim, Sequence[Claim]]
) -> list[_Pairs]:
    """Return the pairs without cells of a part that the text, which adds up, divides off otherwise.

    That is a part of a whole beside what has other names in the table, or of a smaller whole. It is none if
    the parts would add up with the cells' amounts in place of their own, too: then only these are wrong.
    """
    cells = {pair.claim: pair.others for pair in pairs if pair.others and not pair.agreeing}
    other = {
        (claim.amount, cell.claim)
        for claim, several in cells.items()
        for cell in several
        if claim in divided and not _adds_up_with(cell.column, divided[claim], cells)
    }
    return [
        replace(pair, others=[cell for cell in pair.others if (pair.claim.amount, cell.claim) not in other])
        for pair in pairs
    ]


def _contradicted_lists(
    pairs: Sequence[_Pairs], divided: Mapping[Claim, Sequence[Claim]]
) -> Iterator[Constraint]:
    """Yield that a whole of the text, stated once, is that of the table which has it and all its parts in one
    row or column, where these add up as well but none is the same: each of the two only confirms itself.
    """
    cells = {pair.claim: (*pair.others, *pair.across) for pair in pairs if not pair.agreeing}
    known = {
        claim: [cell for cell in several if cell.known] for claim, several in cells.items() if claim.known
    }
    times_stated = Counter(id for id, _ in {(pair.claim.id, pair.claim.amount) for pair in pairs})
    for parts in {id(parts): parts for parts in divided.values()}.values():
        whole = parts[0].part_of
        if not whole or times_stated[whole.id] != 1 or not all(map(known.get, (whole, *parts))):
            continue
        for cell in known[whole]:
            beside = [_in_line(cell, known[part]) for part in parts]
            found = [each.claim for each in beside if each]
            if len(found) == len(parts) > 1 and adds_up_to(found, cell.claim):
                yield replace(_constraint(whole, cell), warning=True)
                break


def _in_line(cell: NamedCell, others: Iterable[NamedCell]) -> NamedCell | None:
    """Return the first of other cells that stands in the row of a cell, or else in its column."""
    place = cell.claim.span
    in_row = (each for each in others if each.claim.span.holder[:2] == place.holder[:2])
    return next(chain(in_row, (each for each in others if each.column == cell.column)), None)


def _adds_up_with(
    column: tuple[int, int], parts: Sequence[Claim], cells: Mapping[Claim, Sequence[NamedCell]]
) -> bool:
    """Whether parts would come to the same with what a column says of them instead."""
    gap = error = Decimal(0)
    for part in parts:
        cell = next((each.claim for each in cells.get(part, ()) if each.column == column), None)
        if cell:
            gap, error = gap + cell.amount - part.amount, error + cell.value.error + part.value.error
    return abs(gap) <= error


def _counts(pairs: Sequence[_Pairs]) -> tuple[Counter[_OfLevel], Counter[_OfLevel]]:
    """Return with how many amounts of the text, level by level, each column agrees, and with how many not.

    An amount that agrees with some cell is not held against the others; several of one figure count once.
    """
    agreeing, differing = set[tuple[_OfLevel, object]](), set[tuple[_OfLevel, object]]()
    for pair in pairs:
        claim = pair.claim
        level, amount = claim.extent.level, (claim.id, claim.amount)
        agreeing.update(((cell.column, level), amount) for cell in pair.agreeing if claim.amount)
        differing.update(((cell.column, level), amount) for cell in pair.others if not pair.agreeing)
    return Counter(column for column, _ in agreeing), Counter(column for column, _ in differing)


def _only_one(pair: _Pairs) -> NamedCell | None:
    """Return the cell of an item of the pack on the very basis, if the report has but one such."""
    cells = [*pair.agreeing, *pair.others]
    is_certain = len(cells) == 1 and cells[0].known and pair.claim.known and not pair.claim.is_carried
    return cells[0] if is_certain and cells[0].basis == pair.claim.own_basis else None


def _constraint(claim: Claim, cell: NamedCell, surety: Surety = Surety.STATED) -> Constraint:
    return agreement(claim, cell.claim, cell.claim.label or claim.id, surety)
