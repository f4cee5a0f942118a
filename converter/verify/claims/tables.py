"""Read a table of a report into claims, by the forms of the report's own tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.document.read import Tabular
from converter.figures import Figure, Value, position
from converter.pack import Pack, report_forms
from converter.read import Reader, amount, decimals
from converter.verify.claims.claim import Claim, Role, Span


class TableReader:
    """Reads tables of reports of one year by one pack."""

    def __init__(self, pack: Pack, year: int) -> None:
        self._pack = replace(pack, forms=report_forms(pack))
        self._reader = Reader(self._pack)
        self._year = year

    def claims(self, content: int, table: Tabular, above: Sequence[str]) -> list[Claim]:
        """Return the table's claims; `above` are the lines before it, which may state its unit."""
        rows = [[cell.text.strip() for cell in row] for row in table.rows]
        lines = (*above, *(cell for row in rows for cell in row))
        unit = next(filter(None, map(self._reader.stated_unit, lines)), "")
        readings = [
            self._reader.figures_of_table(rows, table.merges, form, unit, self._year)
            for form in self._pack.forms
        ]
        figures = max(readings, key=len)
        named = {claim.span: claim for claim in self._named_claims(content, figures, rows)}
        return [named.pop(claim.span, claim) for claim in _unnamed_claims(content, rows)] + [*named.values()]

    def _named_claims(
        self, content: int, figures: Sequence[Figure], rows: list[list[str]]
    ) -> Iterator[Claim]:
        for figure in figures:
            if figure.cell is None or figure.value is None:
                continue
            row, column = position(figure.cell.cell)
            printed = rows[row][column]
            number = amount(printed)
            scale = self._pack.units[figure.cell.unit].scale if figure.cell.unit else Decimal(1)
            step = Decimal(1).scaleb(-_decimals_printed(printed)) * scale if number is not None else scale
            item, _, basis = figure.id.rpartition(".")
            yield Claim(
                Span(content, row, column, 0, len(printed)), printed, Value(figure.value, figure.error),
                figure.cell.unit, figure.unit, step, Role.AMOUNT, item, basis, known=True,
            )  # fmt: skip


def _decimals_printed(printed: str) -> int:
    """Return how many decimals a number is printed with, zeros at the end included."""
    return len(printed.partition(".")[2])


def _unnamed_claims(content: int, rows: list[list[str]]) -> Iterator[Claim]:
    """Yield every cell that is a number, as a claim without an item."""
    for row, cells in enumerate(rows):
        for column, printed in enumerate(cells):
            if (number := amount(printed.removesuffix("%"))) is not None:
                step = Decimal(1).scaleb(-decimals(number))
                yield Claim(Span(content, row, column, 0, len(printed)), printed, Value(number), "", "", step)
