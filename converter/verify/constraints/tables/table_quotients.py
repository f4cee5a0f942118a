"""Which columns of a table are quotients of others: rates of change, shares, completions.

That nearly all rows keep to it shows it; the words of its head do, and per cent signs where half of the rows
keep to it. Shares may also be what each row has of the total of a column before them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import Outcome, Value
from converter.pack import TableWords
from converter.verify.constraints.common_constraints import made_of
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, evaluate
from converter.verify.constraints.tables.comparison_constraints import comparison_constraints
from converter.verify.constraints.tables.comparisons import ComparisonForm, LineComparison
from converter.verify.constraints.tables.table_lines import TableLines
from converter.verify.constraints.tables.table_relations import (
    Evidence,
    Line,
    as_printed,
    quotient_evidence,
)

MOST_TOTALS = 8  # rows that are tried as the whole


class QuotientColumns(Struct, frozen=True, eq=False):
    """The columns of a table and their names; which are `rates`, and which `amounts` these may be made of;
    which of them the heads tell, by the rate.
    """

    lines: Sequence[Line]
    names: Sequence[str]
    rates: Sequence[int]
    amounts: Sequence[int]
    stated: Mapping[int, LineComparison]


def quotient_constraints(
    columns: QuotientColumns, lines: TableLines, words: TableWords
) -> Iterator[Constraint]:
    """Yield a constraint of each rate with the columns it is a quotient of, in each row, and of each share of
    a total.

    Rates of what is comparable leave out what is not: in some rows they are of other amounts than those
    printed, so that only those that come out are held.
    """
    for rate in columns.rates:
        may_differ = re.search(words.comparable, columns.names[rate])
        for each in _of_rate(columns, rate, words):
            if not may_differ or evaluate(each).outcome is not Outcome.DIFFERS:
                yield each
    yield from _vertical_shares(lines, words, columns.rates)


def _of_rate(columns: QuotientColumns, rate: int, words: TableWords) -> Iterator[Constraint]:
    """Yield a constraint of a rate with the columns it is a quotient of, in each row."""
    stated = columns.stated.get(rate)
    if stated and stated.is_named and _is_on_later(columns, stated):
        yield from comparison_constraints(
            columns.lines, columns.names, stated, Surety.STATED, any_slip_counts=True
        )
    elif found := _proven(columns, rate):
        yield from comparison_constraints(columns.lines, columns.names, found, Surety.STATED)
    elif stated:
        is_sure = stated.is_sure or re.search(words.completion, columns.names[rate])
        surety = Surety.STATED if is_sure else Surety.PROBABLE
        yield from comparison_constraints(
            columns.lines, columns.names, stated, surety, any_slip_counts=stated.any_slip_counts
        )


def _is_on_later(columns: QuotientColumns, stated: LineComparison) -> bool:
    """Whether what heads call a rate of change was divided by the later amount in nearly all rows."""
    if stated.form is not ComparisonForm.GROWTH:
        return False
    holding = failing = 0
    for printed, now, then in zip(
        *(columns.lines[line] for line in (stated.line, stated.of, stated.by)), strict=True
    ):
        if printed and now and then and now.amount and then.amount:
            room, scale, change = printed.value.error, as_printed(printed), now.amount - then.amount
            on_later, on_earlier = (change / base.amount * scale - printed.amount for base in (now, then))
            if abs(on_earlier - on_later) > room:
                holding += abs(on_later) <= room
                failing += abs(on_later) > room
    return Evidence(holding, failing).suffices(is_stated=False)


def _proven(columns: QuotientColumns, rate: int) -> LineComparison | None:
    """Return what a rate is in nearly all rows, None if nothing is."""
    tried = (
        _quotient(columns, form, rate, *pair)
        for pair in permutations(columns.amounts, 2)
        for form in (ComparisonForm.QUOTIENT, ComparisonForm.GROWTH)
    )
    return _best([each for each in tried if each.evidence.suffices(is_stated=False)])


def _quotient(
    columns: QuotientColumns, form: ComparisonForm, rate: int, of: int, by: int, *, counts_all: bool = False
) -> LineComparison:
    evidence = quotient_evidence(
        columns.lines, rate, of, by, is_change=form is ComparisonForm.GROWTH, counts_all=counts_all
    )
    return LineComparison(rate, form, of, by, evidence)


def _best(found: Sequence[LineComparison]) -> LineComparison | None:
    return max(found, key=lambda each: each.evidence.holding - each.evidence.failing, default=None)


class _VerticalShares(Struct, frozen=True):
    """The constraints of a column of shares, and how often they hold."""

    constraints: tuple[Constraint, ...]
    evidence: Evidence

    @property
    def balance(self) -> int:
        """How many more of them hold than fail."""
        return self.evidence.holding - self.evidence.failing


def _vertical_shares(lines: TableLines, words: TableWords, rates: Sequence[int]) -> Iterator[Constraint]:
    """Yield that each share is the amount of its row by that of a total, the ones that most rows keep to.

    `rates` are the columns that may be shares. Of what does not keep to it, another total may be the whole.
    """
    shares, total, change = map(re.compile, (words.share, words.total, words.change))
    totals = [row for row, label in enumerate(lines.labels) if total.search(label)][:MOST_TOTALS]
    for rate in rates:
        if not shares.search(lines.full_heads[rate]) or change.search(lines.full_heads[rate]):
            continue
        amounts = [line for line in range(rate) if line not in rates]
        tried = [_shares_of_total(lines, rate, amount, row) for amount in amounts for row in totals]
        best = max(tried, key=lambda each: each.balance, default=None)
        if best and best.evidence.holding:
            any_slip_counts = best.evidence.suffices(is_stated=True)
            yield from (replace(each, any_slip_counts=any_slip_counts) for each in best.constraints)


def _shares_of_total(lines: TableLines, rate: int, amount: int, total: int) -> _VerticalShares:
    """Return that the shares of a column are what rows have of the total of another column."""
    because = f"{lines.heads[rate]} = {lines.heads[amount]} / {lines.labels[total]}"
    whole, found = lines.columns[amount][total], list[Constraint]()
    for row, (share, part) in enumerate(zip(lines.columns[rate], lines.columns[amount], strict=True)):
        if row != total and share and part and whole and share.amount and part.amount and whole.amount:
            scale = Value(Decimal(as_printed(share)))
            sides = made_of(share, lambda above, below, scale=scale: above / below * scale, part, whole)
            constraint = Constraint(ConstraintKind.RELATION, because, sides, share, quotient=True)
            found.append(replace(constraint, surety=Surety.PROBABLE))
    failing = sum(evaluate(each).outcome is Outcome.DIFFERS for each in found)
    return _VerticalShares(tuple(found), Evidence(len(found) - failing, failing))
