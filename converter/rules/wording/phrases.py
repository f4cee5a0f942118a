"""The phrases findings are put together from: names, amounts as printed on their sheets, places."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from converter import messages
from converter.figures import (
    ZERO,
    CellOrigin,
    Figure,
    SheetOrigin,
    exact_text,
    figure_words,
    formula_words,
    some_of,
)
from converter.pack import Amounts, Unit
from converter.rules.causes.equations import WrongCell
from converter.rules.checks.result import CheckResult

MOST_NAMED = 6
"""Figures, cells or checks named one by one in a finding; of a longer list with the number of all."""

MOST_PLACES = 40
"""Cells whose places are told, beyond those that are named with their amounts."""


class Sides(Struct, frozen=True):
    """What a check compared, in print, and by how much the two differ."""

    left: str
    right: str
    gap: str


class Phrases:
    """Names figures and prints amounts as on the sheets they came from; `entered` are the forms of the
    supplement.
    """

    def __init__(self, amounts: Amounts, units: Mapping[str, Unit], entered: frozenset[str]) -> None:
        self.amounts, self._units, self._entered = amounts, units, entered

    def places(self, figures: Sequence[Figure]) -> str:
        """Return where the figures stand, sheet by sheet; zeros need no looking at."""
        sheets: dict[SheetOrigin | None, list[str]] = {}
        for figure in dict.fromkeys(figures):
            if figure.value != 0 or len(figures) == 2:
                sheet = figure.cell.on_sheet if figure.cell else None
                sheets.setdefault(sheet, []).append(self.place(figure))
        return messages.phrases.THEN.join(_on_sheet(sheet, places) for sheet, places in sheets.items())

    def place(self, figure: Figure) -> str:
        """Return the cell, name and amount of a figure, or how it was computed."""
        name = name_of(figure)
        amount = self._filed(figure)
        if figure.cell is None:
            formula = formula_words(str(figure.origin))
            return messages.checks.COMPUTED.format(name=name, amount=amount, formula=formula)
        return messages.checks.IN_CELL.format(cell=figure.cell.cell, name=name, amount=amount)

    def correction(self, cells: Iterable[CellOrigin]) -> str:
        """Return what to correct where some of these cells are wrong: the tables, the supplement or both."""
        entered = {cell.form in self._entered for cell in cells}
        if True not in entered:
            return messages.checks.CORRECT_TABLES
        return messages.checks.CORRECT_EITHER if False in entered else messages.checks.CORRECT_SUPPLEMENT

    def sides(self, result: CheckResult) -> Sides:
        """Return the two amounts and their difference, in a unit that rounds no difference away; without one
        where no figure was used, but numbers of the pack alone.
        """
        unit, gap = self._finest_unit(result.used), abs(result.gap)
        amounts = (result.left.amount or ZERO, result.right.amount or ZERO, gap)
        if not result.used:
            return Sides(*map(exact_text, amounts))
        if unit and gap < self._units[unit].step:
            unit = self._units[unit].base
        return Sides(*(self.amounts.text(amount, result.used[0], unit) for amount in amounts))

    def is_printed(self, amount: Decimal, figures: Iterable[Figure]) -> bool:
        """Whether an amount is more than nothing in the unit that prints least of the figures."""
        return 2 * abs(amount) >= max((self._unit_of(figure).step for figure in figures), default=ZERO)

    def granularity(self, figures: Iterable[Figure]) -> str:
        """Return, in brackets, to what the coarsest of some amounts is printed; '' if all are exact."""
        steps = {figure: self._step(figure) for figure in figures if figure.error}
        if not steps:
            return ""
        coarsest = max(steps, key=lambda figure: steps[figure])
        unit = self._unit_of(coarsest)
        text = f"{Decimal(f'{steps[coarsest] / unit.scale:.1g}'):f}{unit.suffix or unit.sign}"
        return messages.checks.GRANULARITY.format(granularity=text)

    def _step(self, figure: Figure) -> Decimal:
        """Return the smallest step between amounts like a figure, in base units."""
        return 2 * figure.error if figure.cell else self._unit_of(figure).step

    def _unit_of(self, figure: Figure) -> Unit:
        """Return the unit a figure was filed in; of a computed one, that it is printed in."""
        name = figure.cell.unit if figure.cell else ""
        return self._units[name or self._units[figure.unit].prints or figure.unit]

    def amended(self, cells: Sequence[WrongCell]) -> str:
        """Return cells with the amounts they should hold and those they hold; of many, the rest by place."""
        rest = messages.phrases.AND.join(
            wrong.figure.cell.cell for wrong in cells[MOST_NAMED:MOST_PLACES] if wrong.figure.cell
        )
        listed = some_of([self._amended_cell(cell) for cell in cells], MOST_NAMED)
        return listed + (messages.checks.REST_OF_CELLS.format(cells=rest) if rest else "")

    def expected(self, wrong: WrongCell) -> str:
        """Return the amount a cell should hold, as its sheet would print it."""
        cell = wrong.figure.cell
        return self.amounts.text(wrong.expected, wrong.figure, cell.unit if cell else "")

    def _amended_cell(self, wrong: WrongCell) -> str:
        return messages.checks.AMENDED_CELL.format(
            cell=wrong.figure.cell.cell if wrong.figure.cell else "",
            name=name_of(wrong.figure),
            expected=self.expected(wrong),
            actual=self._filed(wrong.figure),
        )

    def _filed(self, figure: Figure) -> str:
        """Return an amount as it was filed, or the words in its place."""
        words = figure.cell.text.strip() if figure.cell and figure.value is None else ""
        quoted = messages.phrases.QUOTED.format(words=words) if words else messages.phrases.BLANK
        return self.amounts.filed(figure) or quoted

    def _finest_unit(self, figures: Iterable[Figure]) -> str:
        """Return the smallest unit among the figures' sheets, '' if none was filed."""
        filed = dict.fromkeys(figure.cell.unit for figure in figures if figure.cell)
        return min(filed, key=lambda unit: self._units[unit].scale, default="")


def name_of(figure: Figure) -> str:
    """Return a figure's name in words."""
    return figure_words(figure.id)


def named(item: str, basis: str) -> str:
    """Return the name in words of an item on a basis; of a detail row, its code or label."""
    return messages.phrases.FIGURE.format(item=item.partition("[")[2].rstrip("]") or item, basis=basis)


def named_sheets(sheets: Iterable[SheetOrigin]) -> str:
    """Return the names of sheets of one file."""
    return some_of([sheet.sheet for sheet in sheets], MOST_NAMED)


def where(result: CheckResult) -> str:
    """Return the row a result is on, in brackets; '' where it is on none."""
    return messages.checks.WHERE.format(where=result.where) if result.where else ""


def statements(results: Iterable[CheckResult]) -> str:
    """Return what should hold by several results, each once."""
    texts = dict.fromkeys(result.check.rule + where(result) for result in results)
    return some_of(list(texts), MOST_NAMED, messages.phrases.THEN)


def cells(figures: Iterable[Figure]) -> tuple[CellOrigin, ...]:
    """Return the source cells of the figures, each once."""
    return tuple(dict.fromkeys(figure.cell for figure in figures if figure.cell))


def _on_sheet(sheet: SheetOrigin | None, places: Sequence[str]) -> str:
    listed = some_of(places, MOST_NAMED)
    if sheet is None:
        return listed
    return messages.checks.ON_SHEET.format(file=sheet.file, sheet=sheet.sheet, figures=listed)
