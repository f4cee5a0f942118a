"""How amounts print: each base unit in the unit the pack prints it in."""

from decimal import Decimal

from converter.figures import Figure, column_of, half_up, printed
from converter.pack.known_names import measure_digits
from converter.pack.pack import Pack
from converter.pack.shapes.measures import Unit, money_units_in

MOST_DIGITS = 8  # decimals of what is far too small for its unit


class Amounts:
    """Prints values in the pack's units, measures with their own decimals."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._money = pack.units, pack.money
        self._digits = measure_digits(pack)

    def number(self, value: Decimal, figure: Figure, unit: str = "") -> str:
        """Return a value of the figure's kind as a number, as in a table whose head states the unit."""
        shown = self._shown(figure, unit)
        return _number(value, shown, self._decimals(figure, unit, shown))

    def text(self, value: Decimal, figure: Figure, unit: str = "") -> str:
        """Return a value of the figure's kind followed by its unit, as in a sentence.

        What is not nil never reads as nil: a rise of 0.00 would say nothing.
        """
        shown = self._shown(figure, unit)
        digits = self._decimals(figure, unit, shown)
        while value and digits < MOST_DIGITS and not half_up(value / shown.scale, digits):
            digits += 1
        return _number(value, shown, digits) + shown.suffix

    def unit_in(self, line: str) -> str:
        """Return the unit of money that the line above a table names, '' if none."""
        named, _ = money_units_in(line, self._units, self._money)
        return named[0] if named else ""

    def below(self, unit: str, value: Decimal, figure: Figure) -> str:
        """Return a value as a number in a table whose amounts are in a unit, '' for the usual one."""
        is_measured = unit and self._units[unit].base == figure.unit
        return self.number(value, figure, unit if is_measured else "")

    def filed(self, figure: Figure) -> str:
        """Return a figure in the unit of the sheet it was filed on; '' where it is blank."""
        if figure.value is None:
            return ""
        return self.text(figure.value, figure, figure.cell.unit if figure.cell else "")

    def _shown(self, figure: Figure, unit: str) -> Unit:
        return self._units[unit or self._units[figure.unit].prints or figure.unit]

    def _decimals(self, figure: Figure, unit: str, shown: Unit) -> int:
        return shown.digits if unit else self._digits.get(column_of(figure.id), shown.digits)


def _number(value: Decimal, shown: Unit, digits: int) -> str:
    text = printed(value, shown.scale, digits)
    if shown.trim and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + shown.sign
