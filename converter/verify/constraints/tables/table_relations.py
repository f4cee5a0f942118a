"""Which lines of a table are sums and quotients of others: what its words say, and what its numbers keep to.

A line is a column or a row. What a table keeps to in nearly all its rows is a law of it, and a row that
does not is wrong; where words say the same, fewer rows need to agree.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from converter.chinese import PERCENT_SIGNS
from converter.verify.claims.claim import Claim
from converter.verify.constraints.effort import Effort

Line = Sequence[Claim | None]
"""The numbers of a column from the top, or of a row from the left."""

LONGEST_RUN = 12  # lines that a line with no word for a total is tried as the sum of
HOLDING_PER_FAILING = 3  # where no word says it: so many times as often a relation must hold as fail
HOLDING_PER_SLIP = 9  # so many places for each slip are enough, however many slips there are
LEAST_UNSTATED = 2  # places at which a relation must hold that no word says
LEAST_OF_NAMESAKES_HOLDING = 3  # places at which a line must be the sum of two that stand anywhere
KIND = 2  # characters at the end of a name that tell of what kind its numbers are
MOST_LINES_OF_KIND = 8  # lines of one kind that are tried out, each with each
LOOSE = Decimal("0.5")  # of an amount: where rounding allows more, a relation that holds says nothing
NEARLY_LOOSE = Decimal(
    "0.01"
)  # of an amount: a relation says as little that holds but for more rounding than this
TRIED = 2  # of many that are tried for a total, so many times as often one must hold as fail


class Evidence(Struct, frozen=True):
    """How often a relation holds where it could have failed, and how often it fails.

    Each two failures more take one more place that holds for each of all: slips are few.
    """

    holding: int = 0
    failing: int = 0

    def suffices(self, *, is_stated: bool, is_tried: bool = False) -> bool:
        """Whether it makes a relation a law, `is_stated` if words say so too, `is_tried` if they do not say
        of what it is the sum.
        """
        if self.holding < min((self.failing + 1) // 2, HOLDING_PER_SLIP) * self.failing:
            return False
        if is_stated:
            times = TRIED if is_tried else 2 - 1 / max(1, self.failing)
            return self.holding >= max(1, times * self.failing)
        return self.holding >= LEAST_UNSTATED and self.holding >= HOLDING_PER_FAILING * self.failing

    @property
    def may_be_a_law(self) -> bool:
        """Whether no more than one failure, and nothing that holds, speaks against words."""
        return self.failing <= max(1, self.holding)


class Sum(Struct, frozen=True):
    """A line that is the sum of others, by their numbers."""

    total: int
    parts: tuple[int, ...]


class LineNames:
    """What lines are called, and what their words say of sums.

    `total` matches the name of a total; `splits` are names of parts that have no others beside them.
    """

    def __init__(self, names: Sequence[str], total: str, splits: Iterable[Iterable[str]]) -> None:
        self._names, self._total, self._splits = names, re.compile(total), [set(split) for split in splits]

    def is_total(self, line: int) -> bool:
        """Whether a line says that it is a total."""
        return bool(self._total.search(self._names[line]))

    def is_split(self, parts: Sequence[int]) -> bool:
        """Whether parts are all there are of their whole."""
        return {self._names[part] for part in parts} in self._splits


def find_sums(
    lines: Sequence[Line], names: LineNames, effort: Effort, known: Sequence[Sum] = ()
) -> list[Sum]:
    """Return which lines are sums of lines next to them, beyond the `known` ones; the innermost come first.

    Parts that are summed count no longer as lines of their own. Once the effort is spent, no more are found.
    """
    found = list(known)
    summed_up = {line for summed in known for line in summed.parts}
    left = [line for line in range(len(lines)) if line not in summed_up]
    while best := min(_candidates(lines, left, names, effort), key=lambda each: each[0], default=None):
        found.append(best[1])
        parts = set(best[1].parts)
        left = [line for line in left if line not in parts]
    return found


def sums_of_namesakes(
    lines: Sequence[Line], names: Sequence[str], effort: Effort, known: Sequence[Sum]
) -> list[Sum]:
    """Return which lines are sums of two others of one kind, wherever these stand, beyond the `known` ones.

    What they are ends their names: persons in spring and in autumn are those of the year.
    """
    kinds: dict[str, list[int]] = {}
    for line, name in enumerate(names):
        if len(name) > KIND:
            kinds.setdefault(name[-KIND:], []).append(line)
    totals = {summed.total for summed in known}
    found: list[Sum] = []
    for alike in (kind for kind in kinds.values() if 2 < len(kind) <= MOST_LINES_OF_KIND):
        for total in (line for line in alike if line not in totals):
            pairs = [pair for pair in combinations(alike, 2) if total not in pair]
            if not effort.spend(len(pairs) * len(lines[total])):
                return found
            tried = [(sum_evidence(lines, total, pair), pair) for pair in pairs]
            best = max(tried, key=lambda each: each[0].holding - each[0].failing)
            if best[0].holding >= LEAST_OF_NAMESAKES_HOLDING and best[0].suffices(is_stated=False):
                found.append(Sum(total, best[1]))
    return found


def _candidates(
    lines: Sequence[Line], left: Sequence[int], names: LineNames, effort: Effort
) -> Iterator[tuple[tuple[int, int], Sum]]:
    """Yield sums of neighbours, with how often each fails and how many parts it has."""
    for at, total in enumerate(left):
        stated = names.is_total(total)
        if not stated and sum(map(bool, lines[total])) < LEAST_UNSTATED:
            continue
        longest = len(left) if stated else LONGEST_RUN
        for run in (left[at + 1 : at + 1 + longest], left[max(at - longest, 0) : at][::-1]):
            tally = Tally(lines[total])
            for count, part in enumerate(run, 1):
                if not effort.spend(len(lines[total])):
                    return
                tally.add(lines[part])
                if count == 1:
                    continue
                evidence, parts = tally.evidence(), tuple(run[:count])
                is_split = stated and evidence.may_be_a_law and names.is_split(parts)
                if is_split or evidence.suffices(is_stated=stated, is_tried=True):
                    yield (evidence.failing, count), Sum(total, parts)
                    if not evidence.failing:  # else it may be more parts that come to it
                        break


def sum_evidence(lines: Sequence[Line], total: int, parts: Sequence[int]) -> Evidence:
    """Return how often a line is the sum of parts, at least two of them not nil."""
    tally = Tally(lines[total])
    for part in parts:
        tally.add(lines[part])
    return tally.evidence()


def fails(lines: Sequence[Line], summed: Sum) -> bool:
    """Whether a line is somewhere not the sum of its parts."""
    return sum_evidence(lines, summed.total, summed.parts).failing > 0


class Tally:
    """By how much, at each place of a line, parts added one by one miss its number."""

    def __init__(self, total: Line) -> None:
        self._places = [place for place, whole in enumerate(total) if whole]
        wholes = [whole for whole in total if whole]
        self._wholes = [whole.amount for whole in wholes]
        self._gaps = [-amount for amount in self._wholes]
        self._errors = [whole.value.error for whole in wholes]
        self._filled = [0] * len(wholes)
        self._amounts = list(map(hash, self._wholes))

    def add(self, part: Line) -> None:
        """Add a part at each place."""
        for at, place in enumerate(self._places):
            claim = part[place]
            if claim:
                value = claim.value
                self._errors[at] += value.error
                if value.amount:
                    self._gaps[at] += value.amount
                    self._filled[at] += 1
                    self._amounts[at] = hash((self._amounts[at], value.amount))

    def evidence(self) -> Evidence:
        """Return how often the parts so far add up to the number, at least two of them not nil; the same
        amounts count once.
        """
        holding: set[int] = set()
        failing = 0
        for whole, gap, error, filled, amounts in zip(
            self._wholes, self._gaps, self._errors, self._filled, self._amounts, strict=True
        ):
            if not -error <= gap <= error:
                failing += 1
            elif filled > 1 and error <= abs(whole) * (NEARLY_LOOSE if gap else LOOSE):
                holding.add(amounts)
        return Evidence(len(holding), failing)


def quotient_evidence(
    lines: Sequence[Line], rate: int, of: int, by: int, *, is_change: bool, counts_all: bool = False
) -> Evidence:
    """Return how often a line is one line divided by another or, `is_change`, what that is more than one.

    That one is all of another, or the same, says little: it counts only if `counts_all`. Change from less
    than nothing has no rate that all agree on.
    """
    holding = failing = 0
    for printed, part, whole in zip(lines[rate], lines[of], lines[by], strict=True):
        if printed is None or part is None or whole is None or not has_rate(whole, is_change=is_change):
            continue
        quotient = part.value / whole.value
        assert quotient.amount is not None
        ratio, scale = quotient.amount - is_change, as_printed(printed)
        allowed = printed.value.error + printed.step / 2 + quotient.error * scale
        holds = abs(printed.amount - ratio * scale) <= allowed
        holding += holds and (counts_all or ratio not in (0, 1)) and allowed <= abs(printed.amount) * LOOSE
        failing += not holds
    return Evidence(holding, failing)


def has_rate(base: Claim, *, is_change: bool) -> bool:
    """Whether a rate can be measured from an amount."""
    return base.amount > 0 if is_change else bool(base.amount)


def as_printed(quotient: Claim) -> int:
    """Return by what a quotient is multiplied before it is printed: 100 where the cell has no unit."""
    return 1 if quotient.base_unit else 100


def is_percentages(line: Line) -> bool:
    """Whether the numbers of a line are percentages."""
    return any(claim and claim.printed.rstrip().endswith(PERCENT_SIGNS) for claim in line)
