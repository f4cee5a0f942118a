"""Shapes of units.yaml and measures.yaml: what figures are measured in, and how measures are computed."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from converter.pack.files.validation import Bounds
from converter.pack.shapes.shape import Shape, TextList

Digits = Annotated[int, Bounds(ge=0, le=10)]
"""How many decimals there are."""


class Unit(Shape):
    """A unit of measure: its base unit, how many base units it is, and how it prints.

    `prints` names the unit in which amounts of a base unit are printed. `sign` belongs to the number,
    `suffix` follows it in a sentence; `trim` drops zeros at the end of the decimals. Amounts of an `exact`
    unit are counted, not rounded; what is `in_numbers` is never nil by a dash or a word. `also` are other
    words that people write behind a number for it.
    """

    base: str
    also: TextList = ()
    scale: Annotated[Decimal, Bounds(gt=0)] = Decimal(1)
    digits: Digits = 0
    sign: str = ""
    suffix: str = ""
    prints: str = ""
    trim: bool = False
    exact: bool = False
    in_numbers: bool = False

    @property
    def step(self) -> Decimal:
        """The smallest amount that it prints, in base units."""
        return self.scale.scaleb(-self.digits)


_WORD = re.compile(r"\w+")


def money_units_in(line: str, units: Mapping[str, Unit], money: str) -> tuple[list[str], list[str]]:
    """Return the units of money that a line above a table names, and the words that only contain one."""
    names = [name for name, unit in units.items() if unit.base == money]
    words = _WORD.findall(line)
    return (
        [word for word in words if word in names],
        [word for word in words if word not in units and any(name in word for name in names)],
    )


class Measure(Shape):
    """A formula for a figure, or with `each` for a figure of each of several items, or with `rows` for one of
    every row of a list.

    The key in measures.yaml is the figure's id, with `each` its basis; in the formula a name without a dot is
    then a basis of the same item. With `rows` it is a further column of the list; a name without a dot
    is then a column of the same row, and a sum over a list goes over the rows that belong to the row.
    One that is `rounded` is no longer than it prints, as points are. `issued_by` and `document_no` are the
    authority and the circular it is from, `source` is what else is to be said of that.
    """

    formula: str
    each: TextList = ()
    rows: str = ""
    unit: str
    digits: Digits = 2
    rounded: bool = False
    issued_by: str = ""
    document_no: str = ""
    source: str = ""
