"""Read a table of a report into claims, by the forms of the report's own tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from converter.document.read import Tabular
from converter.figures import Figure, Value, position
from converter.pack import Pack, report_forms
from converter.read import FormSheet, Grid, TitleBlock, Vocabulary, amount, decimals, extract_form
from converter.verify.claims.claim import Claim, Role, Span


class TableReader:
    """Reads tables of reports of one year by one pack."""

    def __init__(self, pack: Pack, year: int) -> None:
        self._pack = replace(pack, forms=report_forms(pack))
        self._vocabulary = Vocabulary(self._pack)
        self._year = year

    def claims(self, content: int, table: Tabular, above: Sequence[str]) -> list[Claim]:
        """Return the table's claims; `above` are the lines before it, which may state its unit."""
        rows = [[cell.text.strip() for cell in row] for row in table.rows]
        grid = Grid("", [list(row) for row in rows], list(table.merges))
        units = [
            unit
            for text in (*above, *(cell for row in rows for cell in row))
            if (unit := self._vocabulary.unit(text))
        ]
        tried = [self._lifted(grid, form, units[:1]) for form in self._pack.forms]
        known = {claim.spot: claim for claim in self._claims(content, max(tried, key=len), rows)}
        return [known.pop(claim.spot, claim) for claim in _loose(content, rows)] + [*known.values()]

    def _lifted(self, grid: Grid, form: str, units: list[str]) -> list[Figure]:
        sheet = FormSheet(grid, "", form, self._year, False, self._vocabulary)
        head = TitleBlock(form, -1, "", self._year, units[0] if units else "", "", tuple(units))
        figures = extract_form(sheet, head).figures
        return [figure for figure in figures if figure.value is not None]

    def _claims(self, content: int, figures: list[Figure], rows: list[list[str]]) -> Iterator[Claim]:
        for figure in figures:
            if figure.cell is None or figure.value is None:
                continue
            row, column = position(figure.cell.cell)
            said = rows[row][column]
            number = amount(said)
            scale = self._pack.units[figure.cell.unit].scale if figure.cell.unit else Decimal(1)
            step = Decimal(1).scaleb(-_shown(said)) * scale if number is not None else scale
            item, _, basis = figure.id.rpartition(".")
            yield Claim(
                Span(content, row, column, 0, len(said)), said, Value(figure.value, figure.error),
                figure.cell.unit, figure.unit, step, Role.AMOUNT, item, basis, known=True,
            )  # fmt: skip


def _shown(said: str) -> int:
    """Return how many decimals a number shows, noughts at the end included."""
    return len(said.partition(".")[2])


def _loose(content: int, rows: list[list[str]]) -> Iterator[Claim]:
    """Yield every cell that is a number, as a claim nothing names."""
    for row, cells in enumerate(rows):
        for column, said in enumerate(cells):
            if (number := amount(said.removesuffix("%"))) is not None:
                step = Decimal(1).scaleb(-decimals(number))
                yield Claim(Span(content, row, column, 0, len(said)), said, Value(number), "", "", step)
