"""Read a table of a report into claims: by the forms of our own reports, else cell by cell."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from converter.chinese import CIRCLED
from converter.document.contents import Tabular
from converter.figures import Figure, Value
from converter.pack import Labels, Pack, report_forms
from converter.read import Grid, Reader, amount
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import HALF, NumberFinder
from converter.verify.claims.sentences.sentence_reader import SentenceReader
from converter.verify.claims.tables.cell_names import CellNameReader, NamedCell
from converter.verify.claims.tables.cell_numbers import (
    as_exact_as_their_columns,
    decimals_printed,
    in_labels,
    may_be_cut,
)
from converter.verify.claims.tables.standard_forms import NO_FORMS, StandardForms
from converter.verify.claims.tables.table_grid import TableGrid
from converter.verify.claims.tables.table_sections import LONGEST_HEAD, TableSections
from converter.verify.claims.tables.table_texts import CellAt, TableTexts

Texts = Sequence[Sequence[str]]
"""What is printed in the cells, row by row."""

LONGEST_NUMBER = 80  # signs of a cell that is an amount, with all its commas
NOTE_MARKS = f"{CIRCLED} "
_PLAIN = re.compile(r"[-+]?[\d.,]+")  # as most cells are
LEAST_OF_A_FORM = Decimal("0.5")  # of a table's numbers: a form that names fewer is not the table's


class ReadTable(Struct, frozen=True, eq=False):
    """A table's claims, the plan of each of its sections, and the names of its cells; a table that is only
    guessed has neither plans nor names.
    """

    claims: tuple[Claim, ...]
    sections: tuple[TableGrid, ...]
    cells: tuple[NamedCell, ...] = ()


class TableReader:
    """Reads tables of reports of one year by one pack; sentences in cells as `sentences` reads them."""

    def __init__(self, pack: Pack, year: int, sentences: SentenceReader) -> None:
        self._pack = replace(pack, forms=report_forms(pack), labels=_without_dashes(pack.labels))
        self._reader = Reader(self._pack)
        self._year = year
        words = pack.sentences.tables
        self._points, self._no_amounts = re.compile(words.points), re.compile(words.no_amounts)
        self._sections = TableSections(words)
        self._rate = re.compile(words.rate)
        self._without_unit = re.compile(f"{words.rate}|{words.counts}|{words.unlike}")
        units = "|".join(map(re.escape, pack.units))
        self._unit_in_header = re.compile(rf"\((?:[^()\d]*:)?(?P<unit>{units})\)$")
        self._about = f"(?:{pack.sentences.about})?"
        self._sentences, self._numbers = sentences, NumberFinder(pack)
        self.cell_names = CellNameReader(pack, sentences.clauses)

    def read(
        self,
        content: int,
        table: Tabular,
        above: Sequence[str],
        standard: StandardForms = NO_FORMS,
        *,
        is_open_beside: bool = False,
    ) -> ReadTable:
        """Return the table read; `above` are the lines before it, which may state its unit.

        The cells of `standard` tables say what their forms say; one that `is_open_beside` is but a piece.
        """
        texts = tuple(tuple(cell.text.strip() for cell in row) for row in table.rows)
        cells = list(self._cells(content, texts))
        numbers = [claims[0] for claims, is_one in cells if is_one]
        rates = self._rate_columns(texts, {(claim.span.row, claim.span.column) for claim in numbers})
        exact = as_exact_as_their_columns(numbers, rates)
        alone = {(claim.span.row, claim.span.column): claim for claim in exact}
        lines = (*above, *(cell for row in texts for cell in row))
        unit = next(filter(None, map(self._reader.stated_unit, lines)), "")
        named = dict(self._of_standard_form(content, texts, standard))
        by_form = bool(named)
        if not named:
            enough = LEAST_OF_A_FORM * len(alone)
            named = self._named_claims(content, table, texts, unit, enough)
            by_form = 0 < enough <= len(named)
        in_sentences = [claim for found, is_one in cells if not is_one for claim in found]
        whole = TableGrid(
            content,
            TableTexts(texts, table.merges),
            alone,
            self._no_amounts,
            range(len(texts)),
            table.is_open_above,
            table.is_open_below,
            is_open_beside,
            in_labels=dict(in_labels(texts, cells)),
        )
        sections = [self._section(plan, unit, named if by_form else {}) for plan in self._sections.of(whole)]
        claims = (*in_sentences, *(claim for section in sections for claim in section.amounts))
        if table.is_guessed:
            return ReadTable(claims, ())
        names = (cell for section in sections for cell in self.cell_names.read(section, above))
        return ReadTable(claims, tuple(sections), tuple(names))

    def _section(self, plan: TableGrid, unit: str, by_form: Mapping[CellAt, Claim]) -> TableGrid:
        """Return a section with its numbers in their units; those that a form names are what that says."""
        labelled = plan.labelled()
        numbers = self._in_unit(plan, labelled, unit)
        for place, claim in by_form.items():
            if place[0] in plan.rows:
                read = labelled.get(place)
                numbers[place] = replace(claim, label=read.label if read else "")
        return replace(plan, numbers=dict(self._rounded_to_units(numbers)))

    def _rate_columns(self, texts: Texts, numbers: Set[CellAt]) -> set[int]:
        """Return the columns in which a head tells of rates."""
        return {
            column
            for row, cells in enumerate(texts)
            for column, text in enumerate(cells)
            if (row, column) not in numbers and len(text) <= LONGEST_HEAD and self._rate.search(text)
        }

    def _cells(self, content: int, texts: Texts) -> Iterator[tuple[list[Claim], bool]]:
        """Yield the claims of each cell that has any, and whether the cell is one number and nothing else."""
        for row, cells in enumerate(texts):
            for column, text in enumerate(cells):
                whole = Span(content, row, column, 0, len(text))
                if (claim := self._number(whole, text)) is not None:
                    yield [claim], True
                elif any(map(str.isdigit, text)) and (claims := list(self._sentences.claims(whole, text))):
                    yield claims, False

    def _in_unit(self, grid: TableGrid, numbers: Mapping[CellAt, Claim], unit: str) -> dict[CellAt, Claim]:
        """Return the table's numbers, those without a unit of their own in the one stated, rates and points
        apart.
        """
        columns = {column for _, column in numbers}
        units = {column: self._unit_of(grid.last_header(column), unit) for column in columns}
        return {
            (row, column): claim
            if claim.base_unit or units[column] not in self._pack.units
            else self._claim_in(units[column], claim)
            for (row, column), claim in numbers.items()
        }

    def _rounded_to_units(self, numbers: Mapping[CellAt, Claim]) -> Iterator[tuple[CellAt, Claim]]:
        """Yield the numbers, those as rounded that are printed whole in the smallest unit of money, in a
        column where even round ones have their decimals.
        """
        keep_zeros = {
            column
            for (_, column), claim in numbers.items()
            if decimals_printed(claim.printed) and normal_text(claim.printed).endswith("0")
        }
        for place, claim in numbers.items():
            unit = self._pack.units.get(claim.unit)
            is_least = unit is not None and unit.scale == 1 and claim.base_unit == self._pack.money
            is_whole = bool(claim.value.error) and not decimals_printed(claim.printed)
            is_rounded = place[1] in keep_zeros and is_least and is_whole
            value = Value(claim.amount, HALF)
            yield place, replace(claim, step=Decimal(1), value=value) if is_rounded else claim

    def _unit_of(self, header: str, stated: str) -> str:
        """Return the unit of a column's numbers, '' if none is known; `stated` is that of the table."""
        if own := self._unit_in_header.search(normal_text(header)):
            return own["unit"]
        if self._points.search(header):
            return self._pack.meta.score_unit
        return "" if self._without_unit.search(header) else stated

    def _claim_in(self, unit: str, claim: Claim) -> Claim:
        """Return a claim without a unit as one in a unit; whole points are not rounded ones."""
        scale, base = self._pack.units[unit].scale, self._pack.units[unit].base
        is_whole = unit == self._pack.meta.score_unit and claim.step >= 1
        value = Value(claim.amount * scale, Decimal(0) if is_whole else claim.value.error * scale)
        return replace(claim, unit=unit, base_unit=base, step=claim.step * scale, value=value)

    def _number(self, span: Span, text: str) -> Claim | None:
        """Return the claim of a cell that is a number, with or without a unit and the mark of a note, None if
        it is not.
        """
        bare = normal_text(text.strip(NOTE_MARKS))
        number = None if _PLAIN.fullmatch(bare) else next(self._numbers.find(bare), None)
        is_all = number and number.end == len(bare) and re.fullmatch(self._about, bare[: number.start])
        if number and is_all and number.unit:
            return Claim(span, text, number.value, number.unit, number.base_unit, number.step)
        if len(bare) > LONGEST_NUMBER or (plain := amount(bare)) is None:
            return None
        step = Decimal(1).scaleb(-decimals_printed(bare))
        return Claim(span, text, Value(plain, HALF * step), "", "", step)

    def _named_claims(
        self, content: int, table: Tabular, texts: Texts, unit: str, enough: Decimal
    ) -> dict[tuple[int, int], Claim]:
        """Return the claims of the figures that the best of the pack's forms finds, by row and column."""
        grid = Grid("", list(map(list, texts)), list(table.merges))
        figures = self._reader.figures_by_best_form(grid, unit, self._year, enough)
        claims = (
            self._of_figure(content, figure.cell.at, figure, texts)
            for figure in figures
            if figure.cell and figure.value is not None and not figure.cell.is_sum
        )
        fitting = (claim for claim in claims if len(claim.printed) <= LONGEST_NUMBER)
        return {(claim.span.row, claim.span.column): claim for claim in fitting}

    def _of_standard_form(
        self, content: int, texts: Texts, standard: StandardForms
    ) -> Iterator[tuple[CellAt, Claim]]:
        """Yield the claims of the cells that a standard form names; those of detail rows have no item."""
        for cell, figure in standard.figures.get(content, {}).items():
            if len(texts[cell[0]][cell[1]]) > LONGEST_NUMBER:
                continue
            claim = self._of_figure(content, cell, figure, texts)
            is_detail = "[" in figure.id
            yield cell, replace(claim, item="", basis="", known=False) if is_detail else claim

    def _of_figure(self, content: int, cell: CellAt, figure: Figure, texts: Texts) -> Claim:
        """Return the claim of a cell that a form names."""
        row, column = cell
        assert figure.cell is not None
        assert figure.value is not None
        printed = texts[row][column]
        scale = self._pack.units[figure.cell.unit].scale if figure.cell.unit else Decimal(1)
        number = amount(printed)
        step = Decimal(1).scaleb(-decimals_printed(printed)) * scale if number is not None else scale
        step = min(step, 2 * figure.error) if figure.error and not may_be_cut(printed) else step
        error = max(figure.error, HALF * step) if figure.error else figure.error
        item, _, basis = figure.id.rpartition(".")
        return Claim(
            Span(content, row, column, 0, len(printed)), printed, Value(figure.value, error),
            figure.cell.unit, figure.unit, step, Role.AMOUNT, item, basis, known=True,
        )  # fmt: skip


def _without_dashes(labels: Labels) -> Labels:
    """Return the labels with only words for nil: a dash in a report may mean that there is no figure."""
    return replace(labels, nil=tuple(sign for sign in labels.nil if sign.isalpha()))
