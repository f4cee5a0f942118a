"""Columns of shares: what each row has of the total of a column before them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import Outcome, Value
from converter.pack import TableWords
from converter.verify.constraints.common_constraints import made_of
from converter.verify.constraints.constraint import Constraint, ConstraintKind, Surety, evaluate
from converter.verify.constraints.tables.table_lines import TableLines
from converter.verify.constraints.tables.table_relations import Evidence, as_printed

MOST_TOTALS = 8  # rows that are tried as the whole


class _Shares(Struct, frozen=True):
    """The constraints of a column of shares, and how often they hold."""

    constraints: tuple[Constraint, ...]
    evidence: Evidence

    @property
    def balance(self) -> int:
        """How many more of them hold than fail."""
        return self.evidence.holding - self.evidence.failing


def vertical_shares(lines: TableLines, words: TableWords, rates: Sequence[int]) -> Iterator[Constraint]:
    """Yield that each share is the amount of its row by that of a total, the ones that most rows keep to.

    `rates` are the columns that may be shares. Of what does not keep to it, another total may be the whole.
    """
    shares, total, change = map(re.compile, (words.share, words.total, words.change))
    totals = [row for row, label in enumerate(lines.labels) if total.search(label)][:MOST_TOTALS]
    for rate in rates:
        if not shares.search(lines.full_heads[rate]) or change.search(lines.full_heads[rate]):
            continue
        amounts = [line for line in range(rate) if line not in rates]
        tried = [_shares(lines, rate, amount, row) for amount in amounts for row in totals]
        best = max(tried, key=lambda each: each.balance, default=None)
        if best and best.evidence.holding:
            any_slip_counts = best.evidence.suffices(is_stated=True)
            yield from (replace(each, any_slip_counts=any_slip_counts) for each in best.constraints)


def _shares(lines: TableLines, rate: int, amount: int, total: int) -> _Shares:
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
    return _Shares(tuple(found), Evidence(len(found) - failing, failing))
