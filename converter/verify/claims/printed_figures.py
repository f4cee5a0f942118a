"""What a report of ours prints, by its blocks: each figure as a claim, as exact as its digits.

One read from a cell is no more exact than the digits there.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from converter.figures import Figure, Ledger, Value, basis_of, item_of
from converter.narrative.blocks import TextRun, TextRuns
from converter.pack import Amounts, Pack
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.numbers import HALF

_NUMBER = re.compile(r"-?\d+(?:\.(?P<decimals>\d+))?")
_NONE = Decimal(0)


class PrintedRuns(NamedTuple):
    """Runs that print figures, the paragraph or the cell that they are, as in a `Span`, and the unit below
    which they stand.
    """

    content: int
    row: int
    column: int
    runs: TextRuns
    unit: str = ""


class FiguresAsPrinted(NamedTuple):
    """What a report prints of figures, in reading order, and the figures by id as they are printed first:
    with the amounts and the errors that their digits say.
    """

    claims: tuple[Claim, ...]
    figures: dict[str, Figure]


class FigureReader:
    """Reads what blocks print by a pack's units."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._rounded = pack.units, (pack.money, pack.ratio)
        self._unit_in = cache(Amounts(pack).unit_in)
        self._printed_in = cache(self._unit_and_scale)

    def read(self, printed: Iterable[PrintedRuns], ledger: Ledger) -> FiguresAsPrinted:
        """Return every figure printed as a claim."""
        claims: list[Claim] = []
        figures: dict[str, Figure] = {}
        for content, row, column, runs, unit in printed:
            table_unit, start = self._unit_in(unit) if unit else "", 0
            for run in runs:
                end = start + len(run.text)
                if run.figure and (figure := ledger.find(run.figure)):
                    span = Span(content, row, column, start, end)
                    if claim := self._claim(run.text, span, figure, table_unit):
                        claims.append(claim)
                        if figure.id not in figures:
                            figures[figure.id] = replace(
                                figure, value=claim.value.amount, error=claim.value.error
                            )
                start = end
        return FiguresAsPrinted(tuple(claims), figures)

    def _claim(self, text: str, span: Span, figure: Figure, table_unit: str) -> Claim | None:
        """Return what a text prints of a figure: the amount, its unit, and one in its last digit.

        What a word gives the direction of is printed without its sign.
        """
        number = _NUMBER.match(text)
        if figure.value is None or not number:
            return None
        base = figure.unit
        unit, scale = self._printed_in(base, table_unit)
        step = _step(scale, len(number["decimals"] or ""))
        amount = Decimal(number[0]) * scale
        if figure.value < 0:
            amount = -abs(amount)
        error = step * HALF if figure.value and base in self._rounded else _NONE
        if error and figure.cell:
            error = max(error, figure.error)
        return Claim(
            span, text, Value(amount, error), unit, base, step, Role.AMOUNT, *_names(figure.id), known=True
        )

    def _unit_and_scale(self, base: str, table_unit: str) -> tuple[str, Decimal]:
        """Return the unit in which figures of a base unit are printed below a table's unit, and its scale."""
        is_in_table_unit = table_unit and self._units[table_unit].base == base
        unit = table_unit if is_in_table_unit else self._units[base].prints or base
        return unit, self._units[unit].scale


@lru_cache(maxsize=4096)
def _names(figure_id: str) -> tuple[str, str]:
    """Return the item and the basis of a figure."""
    return item_of(figure_id), basis_of(figure_id)


@cache
def _step(scale: Decimal, decimals: int) -> Decimal:
    """Return one in the last of so many decimals of a unit."""
    return scale.scaleb(-decimals)


def placed_runs(runs: TextRuns, place: Span) -> Iterator[tuple[Span, TextRun]]:
    """Yield the runs of a paragraph or cell, each with the stretch it takes there."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        yield Span(place.content, place.row, place.column, start, end), run
        start = end
