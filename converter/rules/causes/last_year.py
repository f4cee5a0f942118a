"""A sheet that is last year's: most of its amounts are, and other sheets contradict it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from converter.figures import Figure, Ledger, SheetOrigin
from converter.rules.causes.equations import Wrong, is_broken, mending
from converter.rules.causes.units import place_of
from converter.rules.checks.checks import CheckResult

LEAST_ALIKE = 3  # fewer amounts may be alike by chance
MOST = Decimal("0.8")  # of those last year's table has too
LEAST_BROKEN = 2  # one equation with another sheet may break for another reason


@dataclass(frozen=True, slots=True)
class LastYearSheet:
    """A sheet taken for last year's: how many amounts are alike, what other sheets ask for instead, and
    the verdicts that follow.
    """

    alike: int
    compared: int
    wrong: tuple[Wrong, ...]
    verdicts: tuple[CheckResult, ...]


def find_last_year_sheets(verdicts: Sequence[CheckResult], ledger: Ledger) -> list[LastYearSheet]:
    """Return the sheets that are last year's, with the broken verdicts that use them."""
    broken = [verdict for verdict in verdicts if is_broken(verdict)]
    sheets = dict.fromkeys(place_of(figure) for verdict in broken for figure in verdict.used if figure.cell)
    return [stale for place in sheets if (stale := _stale(place, broken, verdicts, ledger))]


def _stale(
    place: SheetOrigin, broken: Sequence[CheckResult], verdicts: Iterable[CheckResult], ledger: Ledger
) -> LastYearSheet | None:
    own = [verdict for verdict in broken if place in map(place_of, verdict.used)]
    wrong = dict.fromkeys(each for verdict in own for each in _contradicted(place, verdict))
    beside = [verdict for verdict in own if len(set(map(place_of, verdict.used))) > 1]
    if not wrong or len(beside) < LEAST_BROKEN:
        return None
    pairs = list(_pairs(place, verdicts, ledger))
    alike = sum(one == other for one, other in pairs)
    if alike < LEAST_ALIKE or alike < MOST * len(pairs):
        return None
    return LastYearSheet(alike, len(pairs), tuple(wrong), tuple(own))


def _contradicted(place: SheetOrigin, verdict: CheckResult) -> Iterator[Wrong]:
    """Yield the one amount of the sheet in an equation with others, and what these ask for."""
    own = [figure for figure in verdict.used if place_of(figure) == place]
    if len(own) == 1 and len(verdict.used) > 1:
        yield Wrong(own[0], mending(own[0], verdict))


def _pairs(
    place: SheetOrigin, verdicts: Iterable[CheckResult], ledger: Ledger
) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield the sheet's amounts beside those that stood there last year, nil ones apart."""
    used: dict[str, Figure] = {
        figure.id: figure for v in verdicts for figure in v.used if figure.value and place_of(figure) == place
    }
    form = next((figure.cell.form for figure in used.values() if figure.cell), "")
    for last in ledger.former[form]() if form in ledger.former else ():
        if last.value and last.id in used:
            yield used[last.id].value or Decimal(0), last.value
