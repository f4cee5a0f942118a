"""A total that counts one of its parts twice, or leaves one out."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from converter.diagnosis import Slip
from converter.figures import Figure, position
from converter.rules.checks.checks import CheckResult

FEWEST_PARTS = 2


class Miscount(NamedTuple):
    """How a total came out wrong, and the part it counts twice or not at all."""

    slip: Slip
    part: Figure


def miscount(
    figure: Figure, expected: Decimal, verdicts: Sequence[CheckResult], figures: Iterable[Figure]
) -> Miscount | None:
    """Return the part by which a total differs from what it should be, None if there is none.

    `verdicts` are the equations the total breaks. Parts are what these sum, or, for a part of a part, what
    else stands in its column among `figures`.
    """
    summed = [part for verdict in verdicts for part in _parts(figure, verdict)]
    beyond = (figure.value or Decimal(0)) - expected
    slip = Slip.COUNTED_TWICE if beyond > 0 else Slip.LEFT_OUT
    for part in (*summed, *(_in_column(figure, figures) if summed else ())):
        if part.value and part.cell != figure.cell and _is(abs(beyond), part):
            return Miscount(slip, part)
    return None


def _parts(figure: Figure, verdict: CheckResult) -> Sequence[Figure]:
    """Return what an equation sums the figure from; nothing where it only compares it with another."""
    signed = list(zip(verdict.used, verdict.signs, strict=True))
    own = next(sign for used, sign in signed if used.cell == figure.cell)
    parts = [used for used, sign in signed if sign == -own and used.cell != figure.cell]
    return parts if len(parts) >= FEWEST_PARTS and len(parts) == len(signed) - 1 else ()


def _in_column(figure: Figure, figures: Iterable[Figure]) -> Iterator[Figure]:
    assert figure.cell
    _, column = position(figure.cell.cell)
    for other in figures:
        if (at := other.cell) and at.on_sheet == figure.cell.on_sheet and position(at.cell)[1] == column:
            yield other


def _is(amount: Decimal, part: Figure) -> bool:
    """Whether an amount is a part's, as far as their last digits tell."""
    return abs(amount - (part.value or Decimal(0))) <= 2 * part.error
