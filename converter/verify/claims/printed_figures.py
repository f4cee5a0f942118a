"""What a report of ours prints, by its blocks: each figure a claim of what it is, as exact as its digits."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from converter.figures import Figure, Ledger, Value, basis_of, item_of
from converter.narrative import Block, Cell, Heading, Paragraph, Run, Runs, Table, printed_runs
from converter.pack import Amounts, Pack
from converter.trace import cells_by_column
from converter.verify.claims.claim import Claim, Role, Span, paragraph_span

_NUMBER = re.compile(r"-?\d+(?:\.(?P<decimals>\d+))?")
_HALF, _NONE = Decimal("0.5"), Decimal(0)

Rows = Sequence[Sequence[Cell | None]]
"""The rows of a table, each with the cell that begins at each column."""

PlacedBlocks = Sequence[tuple[int, Block]]
"""Blocks, each with the index of the first content of a report that it makes."""


class FigureReader:
    """Reads what blocks print by a pack's units."""

    def __init__(self, pack: Pack) -> None:
        self._units, self._rounded = pack.units, (pack.money, pack.ratio)
        self._unit_in = Amounts(pack).unit_in

    def amounts(self, blocks: PlacedBlocks, ledger: Ledger) -> dict[str, Figure]:
        """Return the figures by their ids, with the amounts and the errors that their digits say."""
        found: dict[str, Figure] = {}
        for _, block in blocks:
            unit = self._unit_of(block)
            for run in printed_runs(block):
                if run.figure not in found and (read := self._read(run, ledger, unit)):
                    figure, value, _, _ = read
                    found[run.figure] = Figure(
                        figure.id, value.amount, figure.unit, figure.origin, value.error
                    )
        return found

    def claims(self, blocks: PlacedBlocks, ledger: Ledger) -> tuple[Claim, ...]:
        """Return every figure printed as a claim, in reading order."""
        claims: list[Claim] = []
        for at, block in blocks:
            match block:
                case Heading() | Paragraph():
                    claims += self._claims(block.runs, paragraph_span(at, (0, 0)), "", ledger)
                case Table():
                    unit = self._unit_of(block)
                    for row, cells in enumerate(table_rows(block)):
                        for column, cell in enumerate(cells):
                            if cell and any(run.figure for run in cell.runs):
                                place = Span(at, row, column, 0, 0)
                                claims += self._claims(cell.runs, place, unit, ledger)
        return tuple(claims)

    def _claims(self, runs: Runs, place: Span, table_unit: str, ledger: Ledger) -> Iterator[Claim]:
        for span, run in placed_runs(runs, place):
            if run.figure and (read := self._read(run, ledger, table_unit)):
                figure, value, unit, step = read
                yield Claim(
                    span, run.text, value, unit, figure.unit, step,
                    Role.AMOUNT, item_of(figure.id), basis_of(figure.id), known=True,
                )  # fmt: skip

    def _unit_of(self, block: Block) -> str:
        return self._unit_in(block.unit) if isinstance(block, Table) else ""

    def _read(self, run: Run, ledger: Ledger, table_unit: str) -> tuple[Figure, Value, str, Decimal] | None:
        """Return the figure of a run, and what it prints: the amount, its unit, and one in its last digit.

        What a word gives the direction of is printed without its sign.
        """
        figure, number = ledger.find(run.figure), _NUMBER.match(run.text)
        if not figure or figure.value is None or not number:
            return None
        base = figure.unit
        in_table_unit = table_unit and self._units[table_unit].base == base
        unit = table_unit if in_table_unit else self._units[base].prints or base
        scale = self._units[unit].scale
        step = scale.scaleb(-len(number["decimals"] or ""))
        amount = Decimal(number[0]) * scale
        amount = -abs(amount) if figure.value < 0 else amount
        error = step * _HALF if figure.value and base in self._rounded else _NONE
        return figure, Value(amount, error), unit, step


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
