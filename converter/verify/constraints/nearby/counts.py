"""By how much a number of persons or things has changed, and at what rate, stated behind it in its sentence.

Which numbers are now's, which last year's, and which the change between them, the words right before each
tell. A rate is of what was counted last before it; several of them are in the order of what was counted.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from operator import sub

from msgspec import Struct, field

from converter.figures import Value
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import ONE
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.common_constraints import computed, holding_or
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.reading import ReportReading

MOST_CHARACTERS_BEFORE_COUNT = 40  # characters before the first number of a sentence that may tell what it is


class _Kind(Enum):
    """What a number of things is: there now, or now after a fall or rise, there last year, or the change."""

    NOW = auto()
    ARRIVAL = auto()
    BEFORE = auto()
    CHANGE = auto()


class _Counted(Struct, eq=False):
    """What a sentence has stated of what is counted in one unit: now, last year, and by how much it changed;
    `direction` is 1 if that is more, -1 if less.
    """

    now: list[Claim] = field(default_factory=list)
    before: Claim | None = None
    change: Claim | None = None
    direction: int = 0

    def count(self, claim: Claim) -> None:
        """Take up another number of now: behind a change it is of something else."""
        if self.change or (self.now and self.before):
            self.now, self.before, self.change = [], None, None
        self.now.append(claim)

    def changes(self) -> Iterator[Constraint]:
        """Yield that the change is what the numbers of the two years differ by."""
        if self.change and self.before:
            yield from _likeliest([_difference(self.change, now, self.before) for now in self.now])

    def rates(self, rate: Claim) -> Iterator[Constraint]:
        """Yield what a rate is by the numbers of the two years, or by one of them and the change."""
        if self.before:
            yield from _likeliest([_rate(rate, now, self.before) for now in self.now])
        elif self.change and self.direction:
            change = self.change
            yield from _likeliest([_rate_by_change(rate, now, change, self.direction) for now in self.now])


class CountedThings:
    """Ties numbers of persons and things to those before them, by one pack's words."""

    def __init__(self, reading: ReportReading, uncounted: Sequence[str]) -> None:
        self._report, self._patterns, self._uncounted = reading.report, reading.patterns, uncounted

    def constraints(self, claims: Sequence[Claim]) -> Iterator[Constraint]:
        """Yield a constraint of each change and rate of what is counted."""
        in_text = (each for each in claims if each.base_unit and each.step and each.span.in_paragraph)
        for _, sentence in groupby(in_text, lambda claim: claim.place):
            numbers = list(sentence)
            if len(numbers) > 1 and any(each.base_unit not in self._uncounted for each in numbers):
                yield from self._of_sentence(numbers, self._report.text_around(numbers[0].span))

    def _of_sentence(self, numbers: Sequence[Claim], text: str) -> Iterator[Constraint]:
        by_unit: dict[str, _Counted] = {}
        row: list[str] = []  # the units of the last numbers stated in a row
        rates, kind, direction = 0, _Kind.NOW, 0
        end = max(0, numbers[0].span.start - MOST_CHARACTERS_BEFORE_COUNT)
        for claim in numbers:
            words = normal_text(text[end : claim.span.start])
            is_next, end = bool(self._patterns.joined.fullmatch(words)), claim.span.end
            if claim.base_unit == self._patterns.ratio:
                is_rate = self._patterns.rate.search(words) or (is_next and rates)
                if is_rate and rates < len(row) and not claim.in_explanation:
                    yield from by_unit[row[rates]].rates(claim)
                rates += 1
            elif claim.base_unit in self._uncounted or claim.in_explanation:
                row = []
            else:
                kind = kind if is_next and row else self._kind(words)
                direction = direction if is_next and row else self._patterns.direction(words)
                row, rates = [*(row if is_next else ()), claim.base_unit], 0
                counted = by_unit.setdefault(claim.base_unit, _Counted())
                _take_up(counted, claim, kind, direction)
                yield from counted.changes() if counted.change is claim else ()

    def _kind(self, words: str) -> "_Kind":
        """Return what the words before a number of things say that it is."""
        clause, prior = last_clause(words), self._patterns.sentences.prior
        if self._patterns.arrival.match(words):
            return _Kind.ARRIVAL
        if self._patterns.change.search(words):
            return _Kind.CHANGE
        basis = next((basis for basis, named in self._patterns.bases if named.search(clause)), "")
        return _Kind.BEFORE if basis.startswith(prior) else _Kind.NOW


def _take_up(counted: _Counted, claim: Claim, kind: _Kind, direction: int) -> None:
    if kind is _Kind.ARRIVAL:
        start = counted.before or (counted.now[-1] if counted.now else None)
        counted.now, counted.before, counted.change = [claim], start, None
    elif kind is _Kind.CHANGE:
        counted.change, counted.direction = claim, direction
    elif kind is _Kind.BEFORE:
        counted.before = claim
    else:
        counted.count(claim)


def _likeliest(constraints: Sequence[Constraint]) -> Iterator[Constraint]:
    """Yield the first that holds; if none does, the only one: of several, it is open which is meant."""
    yield from holding_or(constraints, constraints if len(constraints) == 1 else ())


def _difference(change: Claim, now: Claim, before: Claim) -> Constraint:
    return computed(change, sub, now, before, of_sizes=True)


def _rate(rate: Claim, now: Claim, before: Claim) -> Constraint:
    return computed(
        rate, lambda now, before: now / before - Value(ONE), now, before, quotient=True, of_sizes=True
    )


def _rate_by_change(rate: Claim, now: Claim, change: Claim, direction: int) -> Constraint:
    def make(change: Value, now: Value) -> Value:
        by = abs(change)
        return by / (now - (by if direction > 0 else -by))

    return computed(rate, make, change, now, quotient=True, of_sizes=True)
