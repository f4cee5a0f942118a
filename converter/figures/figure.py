"""One figure: an item on a basis, its value in the base unit, and its origin."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from converter.figures.origin import CellOrigin, Origin
from converter.figures.value import ZERO, Value


class Figure(Struct, frozen=True, gc=False, array_like=True):
    """A figure in its base unit: yuan, persons, a ratio.

    `id` is `item.basis`. `value` is None where the source cell is blank: blank is not zero. `error` is that
    of a `Value`. Stored as an array: a department has thousands.
    """

    id: str
    value: Decimal | None
    unit: str
    origin: Origin
    error: Decimal = ZERO

    @property
    def cell(self) -> CellOrigin | None:
        """The source cell, or None for a derived figure."""
        return self.origin if isinstance(self.origin, CellOrigin) else None


def value_of(figure: Figure) -> Value:
    """Return what arithmetic sees of a figure."""
    return Value(figure.value, figure.error)


def is_unread(figure: Figure) -> bool:
    """Whether its cell is filled in, and could not be read as an amount: a sum without it says nothing."""
    return figure.value is None and figure.cell is not None and bool(str(figure.cell.raw).strip())


def is_finer(figure: Figure, other: Figure) -> bool:
    """Whether a figure is the other, printed with more digits. What is exact is no matter of digits."""
    return 0 < figure.error < other.error and value_of(figure).agrees_with(value_of(other))


def total(figures: Iterable[Figure]) -> Value:
    """Return the sum of the figures that have a value; no amount if none has."""
    amount, error = None, ZERO
    for figure in figures:
        if figure.value is not None:
            amount = figure.value if amount is None else amount + figure.value
            error += figure.error
    return Value(amount, error)


def item_of(figure_id: str) -> str:
    """Return the item of an `item.basis` id."""
    return figure_id.rpartition(".")[0]


def column_of(figure_id: str) -> str:
    """Return `list.column` of the `list[row].column` of a row's figure; any other id as it is."""
    if "[" not in figure_id:
        return figure_id
    return f"{figure_id.partition('[')[0]}.{basis_of(figure_id)}"


def basis_of(figure_id: str) -> str:
    """Return the basis of an `item.basis` id."""
    return figure_id.rpartition(".")[2]
