"""The phrases findings are put together from: names, amounts as printed on their sheets, places."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from converter import messages
from converter.figures import CellOrigin, Figure, SheetOrigin, basis_of, item_of
from converter.pack import Amounts, Pack
from converter.rules.causes.equations import Wrong
from converter.rules.checks.checks import CheckResult

MOST_NAMED = 6
ZERO = Decimal(0)


class Phrases:
    """Names figures and prints amounts as on the sheets they came from."""

    def __init__(self, pack: Pack) -> None:
        self.amounts, self._units = Amounts(pack), pack.units

    def places(self, figures: tuple[Figure, ...]) -> str:
        """Return where the figures stand, sheet by sheet; nil ones need no looking at."""
        sheets: dict[SheetOrigin | None, list[str]] = {}
        for figure in dict.fromkeys(figures):
            if figure.value != 0 or len(figures) == 2:
                sheet = figure.cell.on_sheet if figure.cell else None
                sheets.setdefault(sheet, []).append(self.place(figure))
        return messages.checks.THEN.join(_on_sheet(sheet, named) for sheet, named in sheets.items())

    def finest(self, figures: tuple[Figure, ...]) -> str:
        """Return the smallest unit among the figures' sheets: in it no difference is rounded away."""
        filed = {figure.cell.unit for figure in figures if figure.cell}
        return min(filed, key=lambda unit: self._units[unit].scale, default="")

    def place(self, figure: Figure) -> str:
        """Return the cell, name and amount of a figure, or how it was computed."""
        name = name_of(figure)
        amount = self.amounts.filed(figure) or messages.checks.BLANK
        if figure.cell is None:
            return messages.checks.COMPUTED.format(name=name, amount=amount, formula=figure.origin)
        return messages.checks.IN_CELL.format(cell=figure.cell.cell, name=name, amount=amount)

    def amended(self, wrong: Sequence[Wrong]) -> str:
        """Return cells with the amounts they should hold and those they hold."""
        more = messages.checks.AND_MORE.format(count=len(wrong)) if len(wrong) > MOST_NAMED else ""
        return messages.checks.AND.join(map(self._each, wrong[:MOST_NAMED])) + more

    def _each(self, wrong: Wrong) -> str:
        return messages.checks.MIXUP_CELL.format(
            cell=wrong.figure.cell.cell if wrong.figure.cell else "",
            name=name_of(wrong.figure),
            expected=self.expected(wrong),
            actual=self.amounts.filed(wrong.figure) or messages.checks.BLANK,
        )

    def expected(self, wrong: Wrong) -> str:
        """Return the amount a cell should hold, as its sheet would print it."""
        at = wrong.figure.cell
        return self.amounts.text(wrong.expected, wrong.figure, at.unit if at else "")


def name_of(figure: Figure) -> str:
    """Return a figure's name in words."""
    return named(item_of(figure.id), basis_of(figure.id))


def named(item: str, basis: str) -> str:
    """Return a figure's name in words; of a detail line, its code or label."""
    return messages.checks.FIGURE.format(item=item.partition("[")[2].rstrip("]") or item, basis=basis)


def where(verdict: CheckResult) -> str:
    """Return the line a verdict is on, in brackets; '' where it is on none."""
    return messages.checks.WHERE.format(where=verdict.where) if verdict.where else ""


def because(verdict: CheckResult) -> str:
    """Return what should hold, and on which line."""
    return verdict.check.because + where(verdict)


def _on_sheet(at: SheetOrigin | None, named: list[str]) -> str:
    shown = messages.checks.AND.join(named[:MOST_NAMED])
    if len(named) > MOST_NAMED:
        shown += messages.checks.AND_MORE.format(count=len(named))
    return messages.checks.ON_SHEET.format(file=at.file, sheet=at.sheet, figures=shown) if at else shown


def cells(figures: tuple[Figure, ...]) -> tuple[CellOrigin, ...]:
    """Return the source cells of the figures, each once."""
    return tuple(dict.fromkeys(figure.cell for figure in figures if figure.cell))


def becauses(verdicts: Iterable[CheckResult]) -> str:
    """Return what should hold by several verdicts, each once."""
    said = list(dict.fromkeys(map(because, verdicts)))
    more = messages.checks.AND_MORE.format(count=len(said)) if len(said) > MOST_NAMED else ""
    return messages.checks.THEN.join(said[:MOST_NAMED]) + more
