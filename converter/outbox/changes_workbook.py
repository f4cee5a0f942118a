"""What resubmissions changed, as a workbook: the times, the figures, the findings; the latest first."""

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from converter import messages
from converter.figures import Finding
from converter.outbox.changes import FigureChange, Revision
from converter.outbox.record import Record
from converter.pack import Pack, Unit

EPOCH = datetime(2000, 1, 1)  # no clock in the file but the dates of the runs it tells of
FONT, LINE, HEAD_FILL = "\u5b8b\u4f53", "#8C8C8C", "#DCE6F1"  # SimSun, the usual face of tables
A4, HEADS, TITLE_HEIGHT, LINE_HEIGHT = 9, 1, 30, 15


class Printed(NamedTuple):
    """A number in the unit it is printed in, with its decimals."""

    value: Decimal | None
    digits: int


Cell = str | int | Printed


def changes_workbook(record: Record, pack: Pack) -> bytes:
    """Return the workbook of a department's revisions; the same revisions give the same bytes."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"created": EPOCH})
    times = list(zip(range(len(record.revisions), 0, -1), record.revisions, strict=True))
    title = messages.runs.CHANGES_TITLE.format(department=record.department, year=record.year)
    sheets = (
        (messages.runs.CHANGES_TIMES, [_time(number, each) for number, each in times]),
        (
            messages.runs.CHANGES_FIGURES,
            [row for number, each in times for row in _figures(number, each, pack)],
        ),
        (messages.runs.CHANGES_FINDINGS, [row for number, each in times for row in _findings(number, each)]),
    )
    look = _Look(book)
    for (name, columns), rows in sheets:
        heading = messages.runs.CHANGES_HEADING.format(title=title, sheet=name)
        _sheet(book.add_worksheet(name), look, heading, columns, rows)
    book.close()
    return written.getvalue()


def _time(number: int, revision: Revision) -> list[Cell]:
    moved = (
        messages.runs.CHANGES_MOVED.format(what=what, old=pair[0], new=pair[1])
        for what, pair in ((messages.runs.PACK, revision.packs), (messages.runs.PROGRAM, revision.programs))
        if pair
    )
    counts = (len(each) for each in (revision.figures, revision.come, revision.gone))
    return [
        number,
        revision.date,
        messages.checks.AND.join(revision.files),
        messages.checks.AND.join(moved),
        *counts,
    ]


def _figures(number: int, revision: Revision, pack: Pack) -> Iterator[list[Cell]]:
    for change in revision.figures:
        name, unit = _printing(change, pack)
        old, new = (value if value is None else value / unit.scale for value in (change.old, change.new))
        moved = None if old is None or new is None else new - old
        values = (Printed(each, unit.digits) for each in (old, new, moved))
        yield [number, revision.date, change.id, name, *values, change.old_origin, change.new_origin]


def _printing(change: FigureChange, pack: Pack) -> tuple[str, Unit]:
    """Return the unit a figure is printed in, and its name."""
    name = pack.units[change.unit].prints or change.unit
    return name, pack.units[name]


def _findings(number: int, revision: Revision) -> Iterator[list[Cell]]:
    for word, findings in (
        (messages.runs.FINDING_COME, revision.come),
        (messages.runs.FINDING_GONE, revision.gone),
    ):
        for each in findings:
            yield [number, revision.date, word, *_said(each)]


def _said(finding: Finding) -> tuple[str, ...]:
    return messages.filing.SEVERITIES[finding.severity], finding.code, finding.message


class _Look:
    """The formats of a workbook's cells."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.title = self._format(font_size=16, bold=True, align="left")
        self.head = self._boxed(bold=True, bg_color=HEAD_FILL, align="center", text_wrap=True)
        self.text = self._boxed(text_wrap=True, num_format="@")
        self.count = self._boxed(align="center")
        self._numbers: dict[int, Any] = {}

    def number(self, digits: int) -> Any:
        """Return the format of numbers with so many decimals."""
        if digits not in self._numbers:
            pattern = "#,##0" + "." * bool(digits) + "0" * digits
            self._numbers[digits] = self._boxed(num_format=pattern)
        return self._numbers[digits]

    def _boxed(self, **more: Any) -> Any:
        return self._format(border=1, border_color=LINE, **more)

    def _format(self, **more: Any) -> Any:
        return self._book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter", **more})


def _sheet(page: Any, look: _Look, title: str, columns: dict[str, int], rows: list[list[Any]]) -> None:
    """Write a table under a title: heads that stay in sight and repeat, filters, one page wide."""
    page.set_row(0, TITLE_HEIGHT)
    page.write_string(0, 0, title, look.title)
    for at, (label, width) in enumerate(columns.items()):
        page.write_string(HEADS, at, label, look.head)
        page.set_column(at, at, width)
    for number, row in enumerate(rows, HEADS + 1):
        page.set_row(number, LINE_HEIGHT * _lines(row, columns))
        for at, cell in enumerate(row):
            _cell(page, number, at, cell, look)
    page.freeze_panes(HEADS + 1, 0)
    page.autofilter(HEADS, 0, HEADS + len(rows), len(columns) - 1)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0, HEADS)
    page.set_footer("&C&P / &N")


def _lines(row: list[Any], columns: dict[str, int]) -> int:
    """Return how many lines the row's longest text takes; a Chinese character is two columns wide."""
    texts = zip(row, columns.values(), strict=True)
    return max(
        -(-len(cell.encode("gb18030")) // (width - 1)) or 1 for cell, width in texts if isinstance(cell, str)
    )


def _cell(page: Any, row: int, column: int, cell: Cell, look: _Look) -> None:
    """Write a cell; a text stays a text, whatever sign it begins with."""
    if isinstance(cell, str):
        page.write_string(row, column, cell, look.text)
    elif isinstance(cell, int):
        page.write_number(row, column, cell, look.count)
    elif cell.value is None:
        page.write_blank(row, column, None, look.text)
    else:
        page.write_number(row, column, cell.value, look.number(cell.digits))
