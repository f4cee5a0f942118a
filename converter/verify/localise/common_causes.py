"""Mistakes made once that show in many numbers: rates on one wrong base, digits cut off, a column in another
unit, a column off by a row, a row put in twice.

What explains all of them is one wrong number to the reader, with the others behind it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise, product

from msgspec import Struct

from converter.verify.claims.claim import Claim
from converter.verify.constraints.assignment import ChangedAmounts
from converter.verify.constraints.constraint import Evaluation, by_claim, rounded
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.reading import ReportReading
from converter.verify.constraints.tables.table_relations import as_printed
from converter.verify.localise.causes import WRONG_UNIT_FACTORS, Suspect, find_cause
from converter.verify.localise.ranking import WrongNumber
from converter.verify.localise.trials import ByClaim, Trials, using

LEAST_EXPLAINED = 2  # numbers that one cause explains, each of them exactly
SHIFTED = 3  # repairs of a column off by a row: fewer may be by chance
ON_LATER, CUT, IN_OTHER_UNIT = "this-year", "truncated", "column-unit"
MOVED, ROW_TWICE = "column-moved", "row-twice"

_Place = tuple[int, int]
"""A column of a table: its content and column; all paragraphs are one place."""


class CommonChange(Struct, frozen=True, eq=False):
    """A cause that several numbers may have, what they should be, and how many constraints this must repair
    more than it breaks.
    """

    cause: str
    changed: ChangedAmounts
    least: int = 1


class CommonChanges:
    """The mistakes that may be behind the violated constraints of a report."""

    def __init__(
        self, violated: Sequence[Evaluation], reading: ReportReading, trials: Trials, effort: Effort
    ) -> None:
        self._violated, self._reading, self._trials, self._effort = violated, reading, trials, effort
        self._columns = cache(self._column)

    def all(self) -> Iterator[CommonChange]:
        """Yield each that concerns several numbers."""
        yield from self._rates()
        yield from self._units()
        yield from self._moved_columns()
        yield from self._rows_twice()

    def _column(self, place: _Place) -> list[Claim]:
        """Return the numbers of a column of a table, from above."""
        return [claim for claim in self._reading.by_content[place[0]] if _place(claim) == place]

    def _rates(self) -> Iterator[CommonChange]:
        """Yield quotients of one place that are all wrong in the same way."""
        found: dict[tuple[str, _Place], dict[Claim, Decimal]] = {}
        for evaluation in self._violated:
            claim, made = evaluation.constraint.target, evaluation.right.amount
            if not evaluation.constraint.quotient or not claim or made is None or not claim.step:
                continue
            if cause := self._cause(claim, made):
                amounts = found.setdefault((cause, _place(claim)), {})
                amounts.setdefault(claim, rounded(made, claim))
        for (cause, _), changed in found.items():
            if len(changed) >= LEAST_EXPLAINED:
                yield CommonChange(cause, changed)

    def _cause(self, claim: Claim, made: Decimal) -> str:
        """Return how a quotient that should be another was reckoned, '' if by no common mistake."""
        scale, expected = as_printed(claim), rounded(made, claim)
        rate = made / scale
        if rate != -1 and rounded(rate / (1 + rate) * scale, claim) == claim.amount != expected:
            return ON_LATER
        return CUT if find_cause(Suspect(claim, expected, self._reading)) == CUT else ""

    def _units(self) -> Iterator[CommonChange]:
        """Yield columns that are in another unit if one of their numbers may be."""
        tried: set[tuple[_Place, Decimal]] = set()
        for evaluation in self._violated:
            for claim in evaluation.used:
                if claim.span.in_paragraph or not self._effort.spend_on(4, len(evaluation.used)):
                    continue
                for times in _times(claim, self._trials.root(evaluation, claim)):
                    if (place := (_place(claim), times)) not in tried:
                        tried.add(place)
                        alike = [each for each in self._columns(place[0]) if each.amount]
                        changed = {each: rounded(each.amount * times, each) for each in alike}
                        if len(changed) >= LEAST_EXPLAINED:
                            yield CommonChange(IN_OTHER_UNIT, changed)

    def _moved_columns(self) -> Iterator[CommonChange]:
        """Yield columns with each number in the row above or below its own, from where that shows."""
        doubted: dict[_Place, set[Claim]] = {}
        for claim in (claim for each in self._violated for claim in each.used):
            if not claim.span.in_paragraph:
                doubted.setdefault(_place(claim), set()).add(claim)
        for place, claims in doubted.items():
            column = self._columns(place)
            if len(claims) < SHIFTED or not self._effort.spend(len(column)):
                continue
            rows = [at for at, claim in enumerate(column) if claim in claims]
            first, last = rows[0], rows[-1]
            starts, ends = range(max(first - 1, 0), first + 2), dict.fromkeys((last, len(column) - 1))
            for start, end in product(starts, ends):
                moved = column[start : end + 1]
                for pairs in (pairwise(moved), pairwise(reversed(moved))):
                    yield CommonChange(MOVED, _taken_from(pairs), SHIFTED)

    def _rows_twice(self) -> Iterator[CommonChange]:
        """Yield rows of a table that print what another one does, the later one as nothing."""
        contents = {claim.span.content for each in self._violated for claim in each.used}
        for content in sorted(contents):
            rows: dict[int, list[Claim]] = {}
            for claim in self._reading.by_content[content]:
                rows.setdefault(claim.span.row, []).append(claim)
            seen: set[object] = set()
            for row in rows.values() if min(rows) >= 0 else ():
                printed = tuple((each.span.column, each.label, each.id, each.amount) for each in row)
                if printed in seen:
                    yield CommonChange(ROW_TWICE, {each: Decimal(0) for each in row if each.amount})
                seen.add(printed)


def _place(claim: Claim) -> _Place:
    return (-1, -1) if claim.span.in_paragraph else (claim.span.content, claim.span.column)


def _times(claim: Claim, needed: Decimal | None) -> Iterator[Decimal]:
    """Yield how many times what is printed a claim needs to be, if units are as far apart."""
    for factor in WRONG_UNIT_FACTORS if needed and claim.amount else ():
        for times in (factor, 1 / factor):
            if rounded(claim.amount * times, claim) == rounded(needed or claim.amount, claim) != 0:
                yield times


def _taken_from(pairs: Iterable[tuple[Claim, Claim]]) -> dict[Claim, Decimal]:
    """Return each of some numbers as the other one of its pair, where they differ."""
    return {one: rounded(other.amount, one) for one, other in pairs if one.amount != other.amount}


def find_common_causes(
    violated: Sequence[Evaluation], satisfied: ByClaim, reading: ReportReading, effort: Effort
) -> list[WrongNumber]:
    """Return the causes that explain several numbers each, what explains most constraints with fewest changes
    first; no constraint is explained twice.
    """
    trials, own = Trials(), by_claim(violated)
    found: list[tuple[int, WrongNumber]] = []
    for common in CommonChanges(violated, reading, trials, effort).all():
        repaired, broken = _effect(common.changed, own, satisfied, trials, effort)
        if len(repaired) - broken >= common.least:
            claim = min(common.changed, key=lambda claim: claim.span)
            wrong = WrongNumber(claim, common.changed[claim], repaired, common.changed, common.cause)
            found.append((len(repaired) - broken, wrong))
    found.sort(key=lambda each: (-each[0], len(each[1].changed)))
    explained: set[Evaluation] = set()
    taken: set[Claim] = set()
    chosen = []
    for _, wrong in found:
        if explained.isdisjoint(wrong.repaired) and taken.isdisjoint(wrong.changed):
            explained.update(wrong.repaired)
            taken.update(wrong.changed)
            chosen.append(wrong)
    return chosen


def _effect(
    changed: ChangedAmounts, own: ByClaim, satisfied: ByClaim, trials: Trials, effort: Effort
) -> tuple[tuple[Evaluation, ...], int]:
    """Return the violated constraints that a change repairs, and how many it breaks."""

    def holding(by: ByClaim) -> Mapping[Evaluation, bool]:
        used = using(changed, by)
        if not effort.spend_on(len(used), max((len(each.used) for each in used), default=0)):
            return {}
        return {each: trials.holds(each, changed) for each in used}

    repaired = tuple(each for each, holds in holding(own).items() if holds)
    return repaired, sum(not holds for holds in holding(satisfied).values())
