"""All that is said of a form, in the order in which a person looks at it: its unit, its cells, its rows."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from converter import messages
from converter.figures import (
    DetailRow,
    Figure,
    Finding,
    Severity,
    address,
    column_name,
    figure_words,
    some_of,
)
from converter.read.forms.extracted import Extracted
from converter.read.forms.findings.ambiguities import (
    Repeated,
    ambiguities,
    rows_again,
    rows_differ,
    rows_misnamed,
    rows_without_total,
)
from converter.read.forms.findings.bare_sheets import about_blank, about_nothing
from converter.read.forms.findings.formula_findings import about_results
from converter.read.forms.findings.not_numbers import amounts_with_labels, in_other_units, not_numbers
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.forms.findings.unread_details import details_without_total, unread_details
from converter.read.forms.findings.unrecognised import (
    MOST_NAMED,
    NamedTwice,
    about_named_twice,
    foreign_rows,
    unrecognised,
)
from converter.read.forms.table_coverage import TableCoverage
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.sheet import FormSheet
from converter.read.tables.titles.title_block import TitleBlock


class FormContents(Struct, frozen=True):
    """What a form gives: `found` by its blocks, then each figure and each detail row once.

    `stated` are the figures that stand here and not elsewhere; `differing` those that cells give differently,
    `twice` those whose name stands twice; `repeated` the rows that stand several times. `of_others` is said
    of rows of other organisations. `is_unitless`: amounts are left out for want of a unit.
    """

    found: Extracted
    figures: list[Figure]
    stated: list[Figure]
    differing: list[list[Figure]]
    twice: list[NamedTwice]
    detail_rows: list[DetailRow]
    repeated: Repeated
    of_others: list[Finding]
    is_unitless: bool


class FormFindings:
    """What there is to say of one form."""

    def __init__(
        self,
        sheet: FormSheet,
        title_block: TitleBlock,
        blocks: Sequence[BlockTable],
        tables: Sequence[TableCoverage],
        contents: FormContents,
        *,
        is_supplement: bool,
    ) -> None:
        self._sheet, self._title_block, self._blocks, self._tables = sheet, title_block, blocks, tables
        self._contents, self._is_supplement = contents, is_supplement
        found = contents.found
        self._known = {figure.id for figure in contents.figures}
        self._sought = self._known.union(
            *(each.figures for each in found.ambiguous), *(each.figures for each in found.rows_alike)
        )

    def all(self) -> tuple[Finding, ...]:
        """Return them."""
        parts = (self._of_sheet(), self._of_units(), self._of_cells(), self._of_rows(), self._of_labels())
        return tuple(chain.from_iterable(parts))

    def _of_sheet(self) -> Iterator[Finding]:
        sheet, contents = self._sheet, self._contents
        if contents.is_unitless:
            yield from _about_unit(sheet, self._title_block)
        yield from about_results(sheet)
        if contents.found.nothing and not contents.is_unitless:
            yield from about_nothing(sheet, self._title_block)
        if contents.found.no_amount and not self._is_supplement:
            yield from about_blank(sheet)

    def _of_units(self) -> Iterator[Finding]:
        """Yield what is said of units that contradict each other, and of budget units."""
        found = self._contents.found
        yield from rows_without_total(self._sheet, self._known, found.rows_alike)
        yield from self._contents.of_others
        yield from _contradictions(self._sheet, found, self._title_block.unit)

    def _of_cells(self) -> Iterator[Finding]:
        sheet, contents = self._sheet, self._contents
        yield from not_numbers(sheet, contents.stated, contents.detail_rows)
        yield from amounts_with_labels(sheet, contents.figures, contents.detail_rows)
        if not self._is_supplement:
            yield from in_other_units(sheet, contents.figures, contents.detail_rows)
        yield from about_named_twice(sheet, contents.twice)

    def _of_rows(self) -> Iterator[Finding]:
        sheet, blocks, contents = self._sheet, self._blocks, self._contents
        yield from _outside(sheet, blocks)
        yield from unread_details(sheet, blocks)
        if not contents.is_unitless:
            yield from details_without_total(sheet, blocks, self._sought)
        yield from rows_misnamed(sheet, contents.found.detail_rows)
        yield from rows_differ(sheet, contents.repeated.differing)
        yield from rows_again(sheet, contents.repeated.again, [located.table.body for located in blocks])

    def _of_labels(self) -> Iterator[Finding]:
        """Yield what is said of labels that may mean several things, of lists, and of labels nobody knows."""
        sheet, contents = self._sheet, self._contents
        yield from ambiguities(sheet, self._known, contents.found.ambiguous, contents.differing)
        yield from (said for listed in contents.found.lists for said in listed.findings)
        if self._is_supplement:
            yield from foreign_rows(sheet, self._tables)
        if contents.figures:
            yield from unrecognised(sheet, self._tables, self._sought)


def _about_unit(sheet: FormSheet, title_block: TitleBlock) -> Iterator[Finding]:
    """Yield the finding that the unit is not known."""
    if title_block.contradicting:
        units = messages.phrases.AND.join(
            messages.reading.UNIT_AT.format(cell=stated.cell, unit=stated.unit)
            for stated in title_block.contradicting
        )
        cells = [stated.cell for stated in title_block.contradicting if stated.cell]
        yield sheet_finding(messages.reading.UNITS_DIFFER, sheet, Severity.ERROR, cells, units)
    elif title_block.units:
        units = messages.phrases.AND.join(title_block.units)
        yield sheet_finding(messages.reading.UNITS_DIFFER, sheet, Severity.ERROR, what=units)
    else:
        yield sheet_finding(messages.reading.UNIT_UNKNOWN, sheet, Severity.ERROR)


def _contradictions(sheet: FormSheet, found: Extracted, stated: str) -> Iterator[Finding]:
    """Yield a finding for each unit that contradicts another; `stated` is the sheet's."""
    for (prescribed, unit), lost in found.overruled.items():
        named = some_of([figure_words(each) for each in lost], MOST_NAMED)
        units = {"stated": unit, "prescribed": prescribed, "figures": named}
        yield sheet_finding(messages.reading.UNIT_OVERRULED, sheet, Severity.ERROR, **units)
    for cell, unit in found.contradicted.items():
        both = messages.phrases.AND.join((unit, stated))
        yield sheet_finding(messages.reading.UNIT_CONTRADICTED, sheet, Severity.ERROR, [cell], both)


def _outside(sheet: FormSheet, blocks: Sequence[BlockTable]) -> Iterator[Finding]:
    """Yield a finding for each header below a table that is not its own, and for what is hidden in one."""
    tables = {located.table.first: located.table for located in blocks}.values()
    for row in sorted({table.other_header for table in tables} - {-1}):
        yield sheet_finding(messages.reading.TABLE_BELOW, sheet, Severity.WARNING, [address(row, 0)])
    for table in tables:
        if hidden := [
            *(messages.reading.HIDDEN_ROW.format(name=row + 1) for row in table.hidden_rows),
            *(
                messages.reading.HIDDEN_COLUMN.format(name=column_name(column))
                for column in table.hidden_columns
            ),
        ]:
            what = messages.phrases.AND.join(hidden)
            yield sheet_finding(messages.reading.HIDDEN_CELLS, sheet, Severity.WARNING, what=what)
