"""Checked reports as plain data for programs, and as a workbook for whoever oversees many."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from converter import messages
from converter.errors import Failure, writing
from converter.figures import Severity
from converter.verify.report.checked import Checked, ReportFinding, Status

HEAD = {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#DCE6F1", "border": 1}
CELL = {"text_wrap": True, "valign": "vcenter", "border": 1}


def checked_data(each: Checked) -> dict[str, Any]:
    """Return a checked report: its remarks, and every number with what became of it."""
    return {
        "file": each.file,
        "year": each.year,
        "errors": each.errors,
        "counts": {status.value: each.count()[status] for status in Status},
        "findings": [dict(zip(_KEYS, _row(remark), strict=True)) for remark in each.remarks],
        "numbers": [
            {
                "where": one.where,
                "printed": one.claim.said,
                "figure": one.claim.id,
                "status": one.status.value,
                "why": one.why,
            }
            for one in each.numbers
        ],
    }


def write_checked(found: Iterable[Checked | Failure], path: Path) -> None:
    """Write a sheet of reports, the worst first, one of all remarks, and one of the files that could not be
    checked and why; OutboxError if it can't be written.
    """
    several = list(found)
    checked = [each for each in several if not isinstance(each, Failure)]
    checked.sort(key=lambda one: -one.errors)
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    reports, remarks, failed = messages.verify.CHECKED_SHEETS
    _sheet(book, reports, messages.verify.CHECKED_COLUMNS, map(_totals, checked))
    rows = ((each.file, *_row(remark)) for each in checked for remark in each.remarks)
    _sheet(book, remarks, messages.verify.FINDING_COLUMNS, rows)
    failures = ((each.file, each.message) for each in several if isinstance(each, Failure))
    _sheet(book, failed, messages.verify.FAILED_COLUMNS, failures)
    book.close()
    with writing(path):
        path.write_bytes(written.getvalue())


def _sheet(book: Workbook, name: str, columns: dict[str, int], rows: Iterable[tuple[str | int, ...]]) -> None:
    """Write a table under heads that stay in sight; a text stays a text, whatever sign it begins with."""
    page, head, cell = book.add_worksheet(name), book.add_format(HEAD), book.add_format(CELL)
    for at, (label, width) in enumerate(columns.items()):
        page.write_string(0, at, label, head)
        page.set_column(at, at, width)
    last = 0
    for last, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            write = page.write_string if isinstance(value, str) else page.write_number
            write(last, at, value, cell)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, last, len(columns) - 1)


def _totals(each: Checked) -> tuple[str | int, ...]:
    warnings = sum(remark.severity is Severity.WARNING for remark in each.remarks)
    counts = each.count()
    return each.file, each.year, each.errors, warnings, *(counts[status] for status in Status)


_KEYS = ("severity", "code", "where", "printed", "expected", "because", "cause")


def _row(remark: ReportFinding) -> tuple[str, ...]:
    severity = messages.filing.SEVERITIES[remark.severity]
    return (
        severity, remark.code, remark.where, remark.printed, remark.expected, remark.because, remark.cause,
    )  # fmt: skip
