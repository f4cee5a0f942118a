"""Which columns of a table compare which others, by their heads: changes, rates of change, completions.

A head may name what is compared ("2021 against 2020", "of the budget"), or only that something is: then what
is later is compared to what is earlier. Where words leave several, the numbers choose the nearest.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from itertools import permutations
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from converter.pack import TableWords
from converter.verify.constraints.tables.table_relations import (
    Evidence,
    Line,
    as_printed,
    is_percentages,
    quotient_evidence,
    sum_evidence,
)

MOST_COLUMNS_COMPARED = 16  # of amounts that are tried out, each with each
FAR_FROM_STATED = Decimal(
    "0.2"
)  # of an amount: numbers that are further off in most rows tell something else
ONLY_TWO = 2  # amounts, of which a rate before which they stand must be
BEFORE = -1  # years from the report's own
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class ComparisonForm(Enum):
    """How a column compares two others."""

    CHANGE = "change"
    GROWTH = "growth"
    QUOTIENT = "quotient"


class LineComparison(Struct, frozen=True):
    """A column that compares the column `of` to the column `by`, and how often its numbers do.

    It `is_named` if words leave no other, `is_guessed` if they tell neither of them.
    """

    line: int
    form: ComparisonForm
    of: int
    by: int
    evidence: Evidence = Evidence()
    is_named: bool = False
    is_guessed: bool = False

    @property
    def holds(self) -> bool:
        """Whether the numbers keep to it as often as they must where words tell it."""
        return self.evidence.suffices(is_stated=True)

    @property
    def is_sure(self) -> bool:
        """Whether words tell it, and the numbers keep to it."""
        return self.holds and not self.is_guessed

    @property
    def any_slip_counts(self) -> bool:
        """Whether any slip that explains a failure shows one: a row keeps to it, or words leave no other."""
        return self.is_named or self.evidence.holding > 0


class _Time(Struct, frozen=True, order=True):
    """What a column's amounts are of: in which year, and how far they have come, from budgeted to done."""

    year: int
    stage: int


class ComparedColumns:
    """The columns of a table by what their `heads` tell; `amounts` are those that may be compared."""

    def __init__(
        self, lines: Sequence[Line], heads: Sequence[str], amounts: Sequence[int], words: TableWords
    ) -> None:
        self._lines, self._heads = lines, heads
        self._change, self._rate = re.compile(words.change), re.compile(words.rate)
        self._completion, self._against = re.compile(words.completion), re.compile(words.against)
        self._prior, self._done = re.compile(words.prior), re.compile(words.done)
        self._budgets = [re.compile(budget) for budget in words.budgets]
        self._amounts = [line for line in amounts if not self._change.search(heads[line])][
            :MOST_COLUMNS_COMPARED
        ]
        self._latest = max((year for line in self._amounts for year in self._years(heads[line])), default=0)
        self._times = {line: self._time(heads[line]) for line in self._amounts}

    def stated(self, line: int) -> LineComparison | None:
        """Return what a column compares by its head, None if that tells nothing that the numbers come near
        to.
        """
        head = self._heads[line]
        if forms := self._forms(line):
            tried = [(form, pair, is_stated) for pair, is_stated in self._pairs(head) for form in forms]
            return self._best(line, tried) or self._of_only_two(line, forms)
        return None

    def _best(
        self, line: int, tried: Sequence[tuple[ComparisonForm, tuple[int, int], bool]]
    ) -> LineComparison | None:
        """Return the comparison that most rows keep to, or else the nearest that words tell."""
        found: list[tuple[int, Decimal, LineComparison]] = []
        for form, pair, is_stated in tried:
            comparison = self._comparison(line, form, *pair)
            if not (is_stated or comparison.holds):
                continue
            distance, evidence = self._distance(comparison), comparison.evidence
            if distance is not None and (comparison.holds or distance <= FAR_FROM_STATED or evidence.holding):
                found.append((evidence.holding - evidence.failing, -distance, comparison))
        if not found:
            return None
        best = max(found, key=lambda each: each[:2])[2]
        return replace(best, is_named=sum(is_stated for _, _, is_stated in tried) == 1)

    def _of_only_two(self, line: int, forms: Sequence[ComparisonForm]) -> LineComparison | None:
        """Return the nearer quotient of the only two amounts before a rate, which tells nothing of them; None
        if it tells a year of which no column is.
        """
        before = [amount for amount in self._amounts if amount < line]
        if len(before) != ONLY_TWO or ComparisonForm.QUOTIENT not in forms:
            return None
        _, bys = self._compared(self._heads[line], is_change=False)
        if bys == set() and self._tells_year(self._heads[line]):
            return None
        found = self._best(line, [(ComparisonForm.QUOTIENT, pair, True) for pair in permutations(before, 2)])
        return replace(found, is_guessed=True) if found else None

    def _forms(self, line: int) -> tuple[ComparisonForm, ...]:
        head = self._heads[line]
        is_rate = is_percentages(self._lines[line]) or bool(self._rate.search(head))
        if not self._change.search(head):
            return (ComparisonForm.QUOTIENT,) if is_rate else ()
        return (ComparisonForm.GROWTH,) if is_rate else (ComparisonForm.CHANGE, ComparisonForm.GROWTH)

    def _pairs(self, head: str) -> Iterator[tuple[tuple[int, int], bool]]:
        """Yield the columns that a head may compare, each with what it is compared to, and whether words say
        that it is; a change may be that of any two.
        """
        is_change = bool(self._change.search(head))
        ofs, bys = self._compared(head, is_change=is_change)
        if bys is None and not is_change:
            return
        is_within_year = bys is not None and not self._tells_year(head)
        pairs = [
            (of, by)
            for of, by in permutations(self._amounts, 2)
            if (bys is None or by in bys) and (ofs is None or of in ofs)
        ]
        stated = [
            (of, by)
            for of, by in pairs
            if self._times[by] < self._times[of]
            and (not is_within_year or self._times[of].year == self._times[by].year)
        ]
        alike = [(of, by) for of, by in stated if self._times[of].stage == self._times[by].stage]
        yield from ((pair, pair in (alike or stated)) for pair in (pairs if is_change else stated))

    def _compared(self, head: str, *, is_change: bool) -> tuple[set[int] | None, set[int] | None]:
        """Return what a head says is compared, and to what, None where it does not say."""
        if found := self._against.search(head):
            of, by = self._named(head[: found.start()]), self._named(head[found.end() :])
        else:
            of, by = None, None if is_change else self._named(head)
        if by is None and self._prior.search(head):
            by = self._named(head)
        if self._completion.search(head):
            by = self._budgeted(head) if by is None else by
            done = {line for line in self._amounts if self._done.search(self._heads[line])}
            of = done or None if of is None else of
        return of, by

    def _named(self, words: str) -> set[int] | None:
        """Return the columns that words of a head name by their time, None if they name none."""
        years, is_prior = self._years(words), bool(self._prior.search(words))
        is_budget = any(budget.search(words) for budget in self._budgets)
        found = set(self._budgeted(words)) if is_budget else set(self._amounts)
        if years:
            found = {line for line in found if self._times[line].year == years[0] - self._latest}
        elif is_prior:
            found = {line for line in found if self._times[line].year == BEFORE}
        if not is_budget and self._done.search(words):
            found = {line for line in found if self._times[line].stage == len(self._budgets)} or found
        return found if years or is_prior or is_budget else None

    def _budgeted(self, words: str) -> set[int]:
        """Return the columns of budgets: of the kind that words name, else of the first kind there is."""
        kinds = [budget for budget in self._budgets if budget.search(words)] or self._budgets
        budgets = [line for line in self._amounts if self._times[line].stage < len(self._budgets)]
        found = ({line for line in budgets if kind.search(self._heads[line])} for kind in kinds)
        return next(filter(None, found), set(budgets))

    def _time(self, head: str) -> _Time:
        years = self._years(head)
        year = years[-1] - self._latest if years else BEFORE if self._prior.search(head) else 0
        stages = [stage for stage, budget in enumerate(reversed(self._budgets)) if budget.search(head)]
        is_budget = stages and not self._done.search(head)
        return _Time(year, stages[-1] if is_budget else len(self._budgets))

    def _tells_year(self, words: str) -> bool:
        """Whether words tell a year, or speak of the one before."""
        return bool(self._prior.search(words) or self._years(words))

    def _years(self, words: str) -> list[int]:
        return sorted(map(int, _YEAR.findall(words)))

    def _comparison(self, line: int, form: ComparisonForm, of: int, by: int) -> LineComparison:
        if form is ComparisonForm.CHANGE:
            evidence = sum_evidence(self._lines, of, (by, line))
        else:
            evidence = quotient_evidence(
                self._lines, line, of, by, is_change=form is ComparisonForm.GROWTH, counts_all=True
            )
        return LineComparison(line, form, of, by, evidence)

    def _distance(self, comparison: LineComparison) -> Decimal | None:
        """Return by how much of itself an amount misses, in the middle of all rows, what the column says of
        it; None if no row says anything.
        """
        found: list[Decimal] = []
        lines = (self._lines[line] for line in (comparison.line, comparison.of, comparison.by))
        for printed, now, then in zip(*lines, strict=True):
            if not (printed and now and then and printed.amount and then.amount):
                continue
            share = printed.amount / as_printed(printed)
            if comparison.form is ComparisonForm.CHANGE:
                expected = then.amount + printed.amount
            else:
                expected = then.amount * (share + (comparison.form is ComparisonForm.GROWTH))
            found.append(abs(now.amount - expected) / (max(abs(now.amount), abs(expected)) or 1))
        return median(found) if found else None
