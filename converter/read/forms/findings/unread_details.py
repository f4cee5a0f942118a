"""Find what of a form was not read: codes in an unknown hand, rows without a number, totals, headings."""

from collections.abc import Collection, Iterator, Sequence

from converter import messages
from converter.figures import Finding, Severity, address
from converter.pack import DetailRowKey
from converter.read.files.cells import Scalar, amount, label_of, normal_form
from converter.read.forms.block import detail_keys
from converter.read.forms.findings.sheet_finding import sheet_finding
from converter.read.tables.blocks.locate import BlockTable
from converter.read.tables.header_layout import Panel
from converter.read.tables.rows import SHORTEST_CODE
from converter.read.tables.sheet import FormSheet

MOST_BESIDE = 10  # a text with more characters beside the name of a block is no heading


def unread_details(sheet: FormSheet, blocks: Sequence[BlockTable]) -> Iterator[Finding]:
    """Yield a finding for every panel with amounts in rows that should be detail rows and are none, and for
    the heading of every block that is not known.
    """
    yield from _unread_headings(sheet, blocks)
    for located in blocks:
        if located.block.detail_rows is None:
            continue
        for panel, columns in located.columns.items():
            if columns.matched:
                by_code = located.block.detail_rows.by is DetailRowKey.CODE
                cells = _codes(located, panel) if by_code else _uncounted(located, panel)
                if cells:
                    words = messages.reading.CODES_UNREAD if by_code else messages.reading.ROWS_UNCOUNTED
                    what = words.format(count=len(cells))
                    yield sheet_finding(
                        messages.reading.DETAILS_UNREAD, sheet, Severity.ERROR, cells[:1], what
                    )


def details_without_total(
    sheet: FormSheet, blocks: Sequence[BlockTable], sought: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for every table of coded rows with amounts none of which is their total.

    `sought` are the ids of the figures found, and of those whose column is ambiguous.
    """
    for located in blocks:
        block = located.block
        if not (block.rows and block.detail_rows and block.detail_rows.by is DetailRowKey.CODE):
            continue
        if not all(map(set(sought).isdisjoint, block.figures.values())):
            continue
        for panel, columns in located.columns.items():
            rows = detail_keys(block, located.table.rows(panel), sheet.vocabulary.classes)
            if columns.matched and (
                filled := [row for row, _ in rows if _has_amount(located, panel, row.at)]
            ):
                cells = [address(row.at, min(columns.matched.values())) for row in filled[:1]]
                what = str(len(filled))
                yield sheet_finding(messages.reading.TOTAL_UNREAD, sheet, Severity.WARNING, cells, what)


def _unread_headings(sheet: FormSheet, blocks: Sequence[BlockTable]) -> Iterator[Finding]:
    """Yield a finding for each cell that has the name of a block in it, where that block was not found."""
    found = {located.block.anchor for located in blocks}
    lost = [block.anchor for block in sheet.vocabulary.blocks[sheet.form] if block.anchor not in found]
    for anchor in dict.fromkeys(lost):
        if not any(anchor in normal_form(text) for text in sheet.grid.texts):
            continue
        for row, cells in enumerate(sheet.grid.rows):
            for column, cell in enumerate(cells):
                text = label_of(cell)
                if anchor in text and len(text) <= len(anchor) + MOST_BESIDE:
                    at = [address(row, column)]
                    yield sheet_finding(messages.reading.HEADING_UNREAD, sheet, Severity.ERROR, at, anchor)


def _codes(located: BlockTable, panel: Panel) -> list[str]:
    """Return the cells of the columns for codes that hold the figures of one, in rows without a code."""
    grid = located.table.sheet.grid
    return [
        address(row.at, column)
        for row in located.table.rows(panel)
        for column in panel.codes
        if not row.code and _figures(grid.cell(row.at, column)) >= SHORTEST_CODE
        if _has_amount(located, panel, row.at)
    ]


def _figures(cell: Scalar) -> int:
    return sum(sign.isdigit() for sign in label_of(cell) or str(cell))


def _uncounted(located: BlockTable, panel: Panel) -> list[str]:
    """Return the cells that begin the rows above the end of the detail rows, where none is a detail row."""
    rows, classes = located.table.rows(panel), located.table.sheet.vocabulary.classes
    block = located.block
    if not block.until or detail_keys(block, rows, classes):
        return []
    above = rows[: next((nth for nth, row in enumerate(rows) if row.label == block.until), 0)]
    column = (*panel.labels, *panel.codes, *panel.values)[0]
    return [address(row.at, column) for row in above if _has_amount(located, panel, row.at)]


def _has_amount(located: BlockTable, panel: Panel, row: int) -> bool:
    return any(amount(located.table.sheet.grid.cell(row, column)) for column in panel.values)
