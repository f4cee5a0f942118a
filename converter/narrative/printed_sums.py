"""Whether printed numbers can be computed from one another; where not, a note says that they are rounded."""

from decimal import Decimal

from converter.narrative.placeholders import Slot
from converter.pack import Amounts


def parts_rounded(amounts: Amounts, whole: Slot, *parts: Slot) -> bool:
    """Whether parts that make up a whole, except for unknown ones, do not add up as they are printed."""
    if whole.figure is None or whole.figure.value is None:
        return False
    figures = [slot.figure for slot in (whole, *parts) if slot.figure]
    exact = [figure.value for figure in figures if figure.value is not None]
    shown = [Decimal(amounts.number(value, whole.figure)) for value in exact]
    return exact[0] == sum(exact[1:]) and shown[0] != sum(shown[1:])


def ratio_inexact(amounts: Amounts, ratio: Slot, part: Slot, whole: Slot) -> bool:
    """Whether a ratio as it is printed is not that of its two amounts as they are printed."""
    if not (ratio.figure and part.figure and whole.figure):
        return False
    exact, above, below = ratio.figure.value, part.figure.value, whole.figure.value
    if exact is None or above is None or below is None:
        return False
    shown, base = (
        Decimal(amounts.number(value, figure))
        for value, figure in ((above, part.figure), (below, whole.figure))
    )
    return bool(base) and amounts.number(shown / base, ratio.figure) != amounts.number(exact, ratio.figure)
