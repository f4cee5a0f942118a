"""Shapes of units.yaml and measures.yaml: what figures are measured in, and how measures are computed."""

from decimal import Decimal

from converter.pack.shape import Shape, TextList


class Unit(Shape):
    """A unit: its base unit, how many base units it holds, and how it prints.

    `prints` names the unit in which an amount of this base unit is printed; `sign` belongs to the
    number, `suffix` follows it in a sentence; `trim` drops zeros at the end of the decimals.
    """

    base: str
    scale: Decimal = Decimal(1)
    digits: int = 0
    sign: str = ""
    suffix: str = ""
    prints: str = ""
    trim: bool = False


class Measure(Shape):
    """A formula for the figures `item.basis`, for one item or, with `each`, for several.

    The key in measures.yaml is the whole id, or with `each` the basis. In an `each` formula a
    bare name is a basis of the item at hand. `source` is the circular or standard behind it.
    """

    formula: str
    each: TextList = ()
    unit: str
    digits: int = 2
    source: str = ""
