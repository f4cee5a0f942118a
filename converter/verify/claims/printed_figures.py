"""What a report of ours prints, by its blocks: each figure as a claim, as exact as its digits.

One read from a cell is no more exact than the digits there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from converter.figures import Figure, Ledger, Value, basis_of, item_of
from converter.narrative import Block, Cell, Heading, Paragraph, Run, Runs, Table
from converter.pack import Amounts, Pack
from converter.trace import cells_by_column
from converter.verify.claims.claim import Claim, Role, Span, paragraph_span

_NUMBER = re.compile(r"-?\d+(?:\.(?P<decimals>\d+))?")
_HALF, _NONE = Decimal("0.5"), Decimal(0)

Rows = Sequence[Sequence[Cell | None]]
"""The rows of a table, each with the cell that begins at each column."""


class PlacedBlock(NamedTuple):
    """A block, the index of the first content of a report that it makes, and a table's rows."""

    at: int
    block: Block
    rows: Rows = ()


class FigureReader:
    """Reads what blocks print by a pack's units."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._rounded = pack.units, (pack.money, pack.ratio)
        self._unit_in = cache(Amounts(pack).unit_in)
        self._printed_in = cache(self._unit_and_scale)

    def claims(self, blocks: Iterable[PlacedBlock], ledger: Ledger) -> tuple[Claim, ...]:
        """Return every figure printed as a claim, in reading order."""
        claims: list[Claim] = []
        for at, block, rows in blocks:
            match block:
                case Heading() | Paragraph():
                    claims += self._claims(block.runs, paragraph_span(at, (0, 0)), "", ledger)
                case Table():
                    unit = self._unit_in(block.unit)
                    for row, cells in enumerate(rows):
                        for column, cell in enumerate(cells):
                            if cell and [run for run in cell.runs if run.figure]:
                                claims += self._claims(cell.runs, Span(at, row, column, 0, 0), unit, ledger)
        return tuple(claims)

    def _claims(self, runs: Runs, place: Span, table_unit: str, ledger: Ledger) -> Iterator[Claim]:
        start = 0
        for run in runs:
            end = start + len(run.text)
            if run.figure:
                span = Span(place.content, place.row, place.column, start, end)
                if claim := self._claim(run, span, ledger, table_unit):
                    yield claim
            start = end

    def _claim(self, run: Run, span: Span, ledger: Ledger, table_unit: str) -> Claim | None:
        """Return what a run prints of its figure: the amount, its unit, and one in its last digit.

        What a word gives the direction of is printed without its sign.
        """
        figure, number = ledger.find(run.figure), _NUMBER.match(run.text)
        if not figure or figure.value is None or not number:
            return None
        base = figure.unit
        unit, scale = self._printed_in(base, table_unit)
        step = _step(scale, len(number["decimals"] or ""))
        amount = Decimal(number[0]) * scale
        if figure.value < 0:
            amount = -abs(amount)
        error = step * _HALF if figure.value and base in self._rounded else _NONE
        if figure.cell and error:
            error = max(error, figure.error)
        return Claim(
            span, run.text, Value(amount, error), unit, base, step,
            Role.AMOUNT, *_names(figure.id), known=True,
        )  # fmt: skip

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


def printed_amounts(claims: Iterable[Claim], ledger: Ledger) -> dict[str, Figure]:
    """Return the figures printed by their ids, with the amounts and the errors that their digits say."""
    found: dict[str, Figure] = {}
    for claim in claims:
        if (id := claim.id) not in found and (figure := ledger.find(id)):
            found[id] = Figure(figure.id, claim.amount, figure.unit, figure.origin, claim.value.error)
    return found


def placed_runs(runs: Runs, place: Span) -> Iterator[tuple[Span, Run]]:
    """Yield the runs of a paragraph or cell, each with the stretch it takes there."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        yield Span(place.content, place.row, place.column, start, end), run
        start = end


def table_rows(table: Table) -> Iterator[Sequence[Cell | None]]:
    """Yield for every row of a table, head and body, the cell that begins at each column."""
    for part in (table.header, table.body):
        yield from cells_by_column(part, len(table.widths))
