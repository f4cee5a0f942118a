"""Checked reports as plain data for programs, and as a workbook for whoever oversees many."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from converter import messages
from converter.batch.record import Failure
from converter.figures import Severity
from converter.verify import Checked, Remark, Status


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
    """Write a sheet of reports, the worst first, and a sheet of all remarks."""
    book, names = Workbook(), messages.CHECKED_SHEETS
    reports, remarks = book.active, book.create_sheet(names[1])
    reports.title = names[0]
    reports.append(messages.CHECKED_COLUMNS)
    remarks.append(messages.FINDING_COLUMNS)
    checked = [each for each in found if not isinstance(each, Failure)]
    for each in sorted(checked, key=lambda one: -one.errors):
        warnings = sum(remark.severity is Severity.WARNING for remark in each.remarks)
        counts = each.count()
        reports.append((each.file, each.year, each.errors, warnings, *(counts[status] for status in Status)))
        for remark in each.remarks:
            remarks.append((each.file, *_row(remark)))
    for sheet in book.worksheets:
        sheet.freeze_panes = "B2"
    book.save(path)


_KEYS = ("severity", "code", "where", "printed", "expected", "because", "cause")


def _row(remark: Remark) -> tuple[str, ...]:
    severity = messages.SEVERITIES[remark.severity]
    return (
        severity, remark.code, remark.where, remark.printed, remark.expected, remark.because, remark.cause,
    )  # fmt: skip
