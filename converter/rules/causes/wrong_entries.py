"""Amounts entered in the supplement in another unit than it asks for, or with the point in a wrong place.

What the supplement adds enters checks through measures, and no equation on measures shows which amount it
asks for. But a factor leaves few amounts to try: entries are wrong if with one of them checks hold that do
not now, and none fails.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, islice, product

from msgspec import Struct

from converter.diagnosis import Slip
from converter.figures import ZERO, CellOrigin, Figure, Ledger
from converter.rules.causes.cells.wrong_cells import WrongCells
from converter.rules.causes.equations import WrongCell
from converter.rules.checks.result import CheckResult

UNITS = tuple(Decimal(1).scaleb(power) for power in (-4, -3))
"""By which an entry in a smaller unit than asked for is multiplied: the first to be thought of."""

OTHER_FACTORS = tuple(Decimal(1).scaleb(power) for power in (-2, 4, 3, 2))
"""By which an entry may have to be multiplied as well."""

MOST_TOGETHER = 4
"""Entries wrong alike; more are not tried, nor is more than one where a check rests on too many."""

MOST_BEHIND = 12
"""Entries behind a check of which several are tried together."""

MOST_TRIED = 40
"""Attempts at one repair: for each all checks are computed again, and entries alike leave many to try."""

LEAST_GAP = 1000
"""Times what rounding explains: a smaller gap some factor closes by chance."""


class CheckedLedger(Struct, frozen=True):
    """A ledger with its measures, and what the checks found over it."""

    ledger: Ledger
    results: Sequence[CheckResult]


CheckLedger = Callable[[Ledger], CheckedLedger]
"""Checks a ledger without its measures."""

ResultKey = tuple[object, ...]
"""What a result is known by among those of another ledger."""


class _Attempt(Struct, frozen=True):
    """Entries that may be wrong alike, and the factor that would set them right."""

    entries: tuple[Figure, ...]
    factor: Decimal

    @property
    def cells(self) -> frozenset[CellOrigin]:
        """The cells of the entries."""
        return frozenset(figure.cell for figure in self.entries if figure.cell)

    @property
    def amounts(self) -> list[Decimal]:
        """The right amounts, in the order of the entries."""
        return [(figure.value or ZERO) * self.factor for figure in self.entries]


def find_wrong_entries(
    results: Sequence[CheckResult],
    ledger: Ledger,
    forms: frozenset[str],
    scales: Mapping[str, Decimal],
    check: CheckLedger,
) -> list[WrongCells]:
    """Return the entries in `forms` of the supplement with which results that differ would hold.

    `ledger` is without its measures, `scales` are the units of money.
    """
    causes: list[WrongCells] = []
    unexplained = {key_of(result): result for result in results if result.differs}
    while any(result.is_equality for result in unexplained.values()):
        checked = check(ledger)
        found = _mending(unexplained.keys(), checked, ledger, (forms, check))
        if found is None:
            break
        attempt, mended = found
        causes.append(_cause(attempt, [unexplained.pop(key) for key in mended], scales))
        ledger = ledger.scaled(attempt.cells, attempt.factor)
    return causes


def _mending(
    keys: Collection[ResultKey],
    checked: CheckedLedger,
    ledger: Ledger,
    means: tuple[frozenset[str], CheckLedger],
) -> tuple[_Attempt, list[ResultKey]] | None:
    """Return the first attempt that mends some of the results, and which."""
    forms, check = means
    failing = {key_of(result) for result in checked.results if result.differs}
    attempts = (
        attempt
        for result in checked.results
        if result.differs and result.is_equality and key_of(result) in keys
        for attempt in _attempts(result, _entries(result, checked.ledger, forms))
    )
    for attempt in islice(attempts, MOST_TRIED):
        after = check(ledger.scaled(attempt.cells, attempt.factor)).results
        mended = _mended(failing, after, attempt)
        if found := [key for key in mended if key in keys]:
            return attempt, found
    return None


def _entries(result: CheckResult, ledger: Ledger, forms: frozenset[str]) -> list[Figure]:
    """Return the amounts of the supplement that a result rests on."""
    cells = {cell for cell in ledger.cells_behind(result.used) if cell.form in forms}
    read = (figure for cell in cells for figure in ledger.figures.values() if figure.cell == cell)
    return [figure for figure in read if figure.value and figure.unit == result.used[0].unit]


def _attempts(result: CheckResult, entries: Sequence[Figure]) -> Iterator[_Attempt]:
    """Yield what would close the gap, whichever way the entries enter it; one entry before several."""
    gap = abs(result.gap)
    most = MOST_TOGETHER if len(entries) <= MOST_BEHIND else 1
    sets = [together for count in range(1, most + 1) for together in combinations(entries, count)]
    for factors, together in product((UNITS, OTHER_FACTORS), sets):
        total = sum((figure.value or ZERO for figure in together), ZERO)
        error = sum((figure.error for figure in together), ZERO)
        for factor in factors:
            allowed = result.allowed - error * (1 - factor)
            closes = abs(abs(total * (1 - factor)) - gap) <= allowed
            if closes and gap > LEAST_GAP * allowed:
                yield _Attempt(together, factor)


def _mended(
    failing: Collection[ResultKey], after: Iterable[CheckResult], attempt: _Attempt
) -> list[ResultKey]:
    """Return those failing that hold `after` a repair; none if another fails then, or if what is left of the
    least entry is too little to tell. In another unit, parts may exceed their whole until they are set right.
    """
    mended, least = [], min(map(abs, attempt.amounts))
    for result in after:
        key = key_of(result)
        if result.differs and key not in failing and (result.is_equality or attempt.factor not in UNITS):
            return []
        if result.holds and key in failing:
            if result.is_equality and least <= 2 * result.allowed:
                return []
            mended.append(key)
    return mended


def _cause(attempt: _Attempt, results: Sequence[CheckResult], scales: Mapping[str, Decimal]) -> WrongCells:
    cells = tuple(map(WrongCell, attempt.entries, attempt.amounts))
    asked = attempt.entries[0].cell
    filed = scales.get(asked.unit, ZERO) * attempt.factor if asked else ZERO
    unit = next((name for name, scale in scales.items() if scale == filed), "")
    return WrongCells(cells, tuple(results), Slip.OTHER_UNIT if unit else Slip.POINT, unit=unit)


def key_of(result: CheckResult) -> ResultKey:
    """Return what a result is known by among those of another ledger."""
    return result.code, result.where, tuple((figure.id, str(figure.cell)) for figure in result.used)
