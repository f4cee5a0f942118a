"""Which columns of a table are quotients of others: rates of change, shares, completions.

That nearly all rows keep to it shows it; the words of its head do, and per cent signs where half of the rows
keep to it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import PERCENT_SIGNS
from converter.figures import Value
from converter.pack import TableWords
from converter.verify.claims.claim import Claim
from converter.verify.constraints.common_constraints import made_of
from converter.verify.constraints.constraint import ComputeSides, Constraint, ConstraintKind, Surety
from converter.verify.constraints.tables.comparisons import Comparison, Form
from converter.verify.constraints.tables.table_relations import Evidence, Line, as_printed, quotient_evidence


class _Quotient(Struct, frozen=True):
    """A column that is one column divided by another or, `is_change`, what that is more than one."""

    rate: int
    of: int
    by: int
    is_change: bool = False


class QuotientColumns(Struct, frozen=True, eq=False):
    """The columns of a table and their names; which are `rates`, and which `amounts` these may be made of;
    which of them the heads tell, by the rate.
    """

    lines: Sequence[Line]
    names: Sequence[str]
    rates: Sequence[int]
    amounts: Sequence[int]
    told: Mapping[int, Comparison]


def quotient_constraints(columns: QuotientColumns, words: TableWords) -> Iterator[Constraint]:
    """Yield a constraint of each rate with the columns it is a quotient of, in each row."""
    for rate in columns.rates:
        told = columns.told.get(rate)
        if found := _proven(columns, rate):
            yield from _in_rows(columns, found, Surety.SPOKEN)
        elif told:
            quotient = _Quotient(rate, told.of, told.by, told.form is Form.GROWTH)
            is_sure = told.is_sure or re.search(words.completion, columns.names[rate])
            surety = Surety.SPOKEN if is_sure else Surety.PROBABLE
            yield from _in_rows(columns, quotient, surety, is_told=told.is_told)
        elif likely := _likely(columns, rate):
            yield from _in_rows(columns, likely, Surety.PROBABLE)


def _proven(columns: QuotientColumns, rate: int) -> _Quotient | None:
    """Return what a rate is in nearly all rows, None if nothing is."""
    tried = (
        _Quotient(rate, *pair, is_change)
        for pair in permutations(columns.amounts, 2)
        for is_change in (False, True)
    )
    evidence = (
        (quotient_evidence(columns.lines, rate, each.of, each.by, is_change=each.is_change), each)
        for each in tried
    )
    return _best([each for each in evidence if each[0].suffices(is_stated=False)])


def _likely(columns: QuotientColumns, rate: int) -> _Quotient | None:
    """Return what percentages are in as many rows as they are not, of the columns before them."""
    if not is_percentages(columns.lines[rate]):
        return None
    before = [line for line in columns.amounts if line < rate]
    tried = (
        (
            quotient_evidence(columns.lines, rate, *pair, is_change=False, counts_all=True),
            _Quotient(rate, *pair),
        )
        for pair in permutations(before, 2)
    )
    return _best([each for each in tried if each[0].suffices(is_stated=True)])


def _best(found: Sequence[tuple[Evidence, _Quotient]]) -> _Quotient | None:
    best = max(found, key=lambda each: each[0].holding - each[0].failing, default=None)
    return best[1] if best else None


def _in_rows(
    columns: QuotientColumns, found: _Quotient, surety: Surety, *, is_told: bool = False
) -> Iterator[Constraint]:
    names = columns.names
    because = f"{names[found.rate]} = {names[found.of]} / {names[found.by]}" + (
        " - 1" if found.is_change else ""
    )
    lines = (columns.lines[line] for line in (found.rate, found.of, found.by))
    for printed, part, whole in zip(*lines, strict=True):
        if not (printed and part and whole and whole.amount):
            continue
        if printed.amount or not part.amount:  # a program prints nil where no rate is filled in
            sides = _quotient(printed, part, whole, is_change=found.is_change)
            held = Constraint(ConstraintKind.RELATION, because, sides, printed, quotient=True, surety=surety)
            yield replace(held, is_told=is_told)


def is_percentages(line: Line) -> bool:
    """Whether the numbers of a line are percentages."""
    return any(claim and claim.printed.rstrip().endswith(PERCENT_SIGNS) for claim in line)


def _quotient(printed: Claim, part: Claim, whole: Claim, *, is_change: bool) -> ComputeSides:
    """Return the sides of a rate and its quotient, or of a rate of change and the change by its base."""
    less, scale = Value(Decimal(is_change)), Value(Decimal(as_printed(printed)))
    return made_of(printed, lambda above, below: (above / below - less) * scale, part, whole)
