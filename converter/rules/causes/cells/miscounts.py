"""A total that counts one of its parts twice, or leaves one out."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from converter.diagnosis import Slip
from converter.figures import ZERO, Figure
from converter.rules.causes.equations import WrongCell
from converter.rules.checks.result import CheckResult

FEWEST_PARTS_OF_A_TOTAL = 2
"""An equation with fewer only compares an amount with another."""


class Miscount(Struct, frozen=True):
    """How a total came out wrong, and the part it counts twice or not at all."""

    slip: Slip
    part: Figure


def find_miscount(
    total: WrongCell, results: Sequence[CheckResult], figures: Iterable[Figure]
) -> Miscount | None:
    """Return the part by which a total differs from what it should be, None if there is none.

    `results` are the equations the total breaks. Parts are what these sum, or, for a part of a part, what
    else is in its column among `figures`.
    """
    figure = total.figure
    summed = [part for result in results for part in _parts(figure, result)]
    beyond = (figure.value or ZERO) - total.expected
    slip = Slip.COUNTED_TWICE if beyond > 0 else Slip.OMITTED
    for part in (*summed, *(_in_column(figure, figures) if summed else ())):
        if part.value and part.cell != figure.cell and _is_amount_of(part, abs(beyond)):
            return Miscount(slip, part)
    return None


def _parts(figure: Figure, result: CheckResult) -> Sequence[Figure]:
    """Return what an equation sums the figure from; nothing where it only compares it with another."""
    opposite = -result.sign_of(figure.cell)
    parts = [used for used, sign in result.terms if sign == opposite and used.cell != figure.cell]
    is_sum = len(parts) >= FEWEST_PARTS_OF_A_TOTAL and len(parts) == len(result.used) - 1
    return parts if is_sum else ()


def _in_column(figure: Figure, figures: Iterable[Figure]) -> Iterator[Figure]:
    assert figure.cell
    sheet, (_, column) = figure.cell.on_sheet, figure.cell.at
    for other in figures:
        if (cell := other.cell) and cell.on_sheet == sheet and cell.at[1] == column:
            yield other


def _is_amount_of(part: Figure, amount: Decimal) -> bool:
    """Whether an amount is a part's, as far as their last digits tell."""
    return abs(amount - (part.value or ZERO)) <= 2 * part.error
