"""The standard tables of a disclosure, read by their forms as those of a workbook are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from converter import messages
from converter.document.contents import Tabular
from converter.errors import ReadError
from converter.figures import CellOrigin, Figure, Ledger, Merge
from converter.pack import FormKind, Pack, prior_id
from converter.read import DatedReading, FiledFile, Filing, FormReading, Grid, Reader, assemble
from converter.verify.claims.claim import Claim
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.tables.table_texts import CellAt

LONGEST_LINE_ABOVE = 60  # signs of a line above a table that may be its title or state its unit


class StandardForms(Struct, frozen=True, eq=False):
    """The ledger that the standard tables of a report give, and the figures of their cells, by content."""

    ledger: Ledger | None = None
    figures: Mapping[int, Mapping[CellAt, Figure]] = field(default_factory=dict)

    def in_cells(self, claims: Iterable[Claim]) -> dict[CellOrigin, Claim]:
        """Return the claims of the cells that the ledger was read from."""
        found: dict[CellOrigin, Claim] = {}
        for claim in claims:
            figure = self.figures.get(claim.span.content, {}).get((claim.span.row, claim.span.column))
            if figure and figure.cell:
                found[figure.cell] = claim
        return found


NO_FORMS = StandardForms()


class _Page(Struct, frozen=True):
    """One table of a report, and at which row of the grid it begins."""

    content: int
    table: Tabular
    first_row: int


class StandardFormReader:
    """Reads standard tables of reports of one year by one pack; `kind` is that of tables that do not say."""

    def __init__(self, pack: Pack, year: int, kind: FormKind) -> None:
        self._pack, self._year, self._kind = pack, year, kind
        self._reader = Reader(pack)

    def read(self, tables: Iterable[tuple[int, Tabular, Sequence[str]]]) -> StandardForms:
        """Return the standard tables among those of a report, each form once; `tables` as it gives them."""
        readings: dict[tuple[str, int], FormReading] = {}
        pages_of: dict[str, list[_Page]] = {}
        for name, (lines, pages) in enumerate(_joined(tables)):
            for reading in self._reader.forms_of_table(
                _grid(str(name), lines, pages), "", self._year, self._kind
            ):
                year = reading.title_block.year
                is_used = year in (self._year, self._year - 1) and not reading.units
                if is_used and reading.kind is not FormKind.SUPPLEMENT:
                    readings.setdefault((reading.form, year), _with_whole_lists(reading))
                    pages_of[reading.sheet] = pages
        if not readings:
            return StandardForms()
        used = [DatedReading(reading, year) for (_, year), reading in readings.items()]
        figures: dict[int, dict[CellAt, Figure]] = {}
        for content, cell, figure in self._places(used, pages_of):
            figures.setdefault(content, {})[cell] = figure
        return StandardForms(self._ledger(used), figures)

    def _places(
        self, used: Iterable[DatedReading], pages_of: Mapping[str, Sequence[_Page]]
    ) -> Iterator[tuple[int, CellAt, Figure]]:
        """Yield the figures with an amount, each with the place of its cell in the report."""
        for dated in used:
            is_prior = dated.year != self._year
            for figure in dated.reading.all_figures():
                cell = figure.cell
                if cell and figure.value is not None and cell.raw != "" and not cell.is_sum:
                    figure_id = prior_id(figure.id, self._pack.meta.prior) if is_prior else figure.id
                    yield *_place(cell, pages_of[cell.sheet]), replace(figure, id=figure_id)

    def _ledger(self, used: Iterable[DatedReading]) -> Ledger | None:
        forms = tuple(dated.reading for dated in used)
        filing = Filing(FiledFile(Path(), ""), "", self._year, forms, ())
        try:
            return assemble([filing], "", self._year, self._pack)[0]
        except ReadError:
            return None


def _joined(
    tables: Iterable[tuple[int, Tabular, Sequence[str]]],
) -> list[tuple[Sequence[str], list[_Page]]]:
    """Return the lines above each table with its pages: what follows at once, as wide, is the next page.

    A piece of a table is none: a form would miss what stands in the others.
    """
    found: list[tuple[Sequence[str], list[_Page]]] = []
    for content, table, above in tables:
        if table.is_open_above or table.is_open_below:
            continue
        lines = [line for line in above if 0 < len(line.strip()) <= LONGEST_LINE_ABOVE]
        if found and not above and table.is_guessed is found[-1][1][-1].table.is_guessed:
            last = found[-1][1][-1]
            if _width(last.table) == _width(table) and last.content == content - 1:
                found[-1][1].append(_Page(content, table, last.first_row + len(last.table.rows)))
                continue
        found.append((lines, [_Page(content, table, len(lines))]))
    return found


def _with_whole_lists(reading: FormReading) -> FormReading:
    """Return a form without its detail rows if some were left out, for one code has several: what is left
    does not add up. They are held to the sums that the table itself shows.
    """
    code = messages.reading.ROWS_DIFFER.code
    if all(finding.code != code for finding in reading.extraction.findings):
        return reading
    extraction = replace(reading.extraction, detail_rows=())
    return replace(reading, extract=lambda _: extraction)


def _grid(name: str, lines: Sequence[str], pages: Sequence[_Page]) -> Grid:
    rows = [[line] for line in lines]
    merges: list[Merge] = []
    for page in pages:
        rows += [[_text(cell.text) for cell in row] for row in page.table.rows]
        merges += [
            (top + page.first_row, left, bottom + page.first_row, right)
            for top, left, bottom, right in page.table.merges
        ]
    return Grid(name, [list(row) for row in rows], merges)


def _text(text: str) -> str:
    """Return a cell's text; a number in signs of full width as one of plain signs."""
    bare = normal_text(text)
    return bare if bare[-1:].isdigit() else text.strip()


def _place(cell: CellOrigin, pages: Sequence[_Page]) -> tuple[int, CellAt]:
    row, column = cell.at
    page = next(page for page in reversed(pages) if page.first_row <= row)
    return page.content, (row - page.first_row, column)


def _width(table: Tabular) -> int:
    return max(map(len, table.rows), default=0)
