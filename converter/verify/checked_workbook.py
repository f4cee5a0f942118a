"""Checked reports as a workbook for whoever oversees many."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from converter import messages
from converter.errors import Failure, writing
from converter.figures import Severity
from converter.pack import WorkbookStyle
from converter.verify.report.checked import CheckedReport, ReportFinding, Status
from converter.verify.report.in_words import data_words, not_read_words
from converter.workbooks.write import CellValue, ColumnHead, Sheet, workbook


def write_checked(found: Iterable[CheckedReport | Failure], path: Path, style: WorkbookStyle) -> None:
    """Write a sheet of reports, the worst first, one of all findings, and one of the files that could not be
    checked and why; OutboxError if it can't be written.
    """
    several = list(found)
    failures = [(result.file, result.message) for result in several if isinstance(result, Failure)]
    checked = [result for result in several if not isinstance(result, Failure)]
    checked.sort(key=lambda result: -result.errors)
    findings = [_finding(report, finding) for report in checked for finding in report.findings]
    reports_sheet, findings_sheet, failures_sheet = messages.verify.CHECKED_SHEETS
    sheets = (
        _sheet(reports_sheet, messages.verify.CHECKED_COLUMNS, list(map(_counts, checked))),
        _sheet(findings_sheet, messages.verify.FINDING_COLUMNS, findings),
        _sheet(failures_sheet, messages.verify.FAILED_COLUMNS, failures),
    )
    with writing(path):
        path.write_bytes(workbook(sheets, style, is_long=True))


def _sheet(name: str, columns: dict[str, int], rows: Sequence[Sequence[CellValue]]) -> Sheet:
    """Return a sheet of rows under the heads of its columns, whose widths are given."""
    heads = [ColumnHead(label, width=width) for label, width in columns.items()]
    return Sheet(name, "", "", heads, rows, frozen=1)


def _counts(checked: CheckedReport) -> tuple[CellValue, ...]:
    warnings = sum(finding.severity is Severity.WARNING for finding in checked.findings)
    counts = checked.count()
    by_status = (counts[status] for status in Status)
    beside = not_read_words(checked), data_words(checked)
    return checked.file, checked.year, checked.errors, warnings, *by_status, *beside


def _finding(report: CheckedReport, finding: ReportFinding) -> tuple[CellValue, ...]:
    severity = messages.filing.SEVERITIES[finding.severity]
    return (
        report.file, severity, finding.code, finding.where, finding.printed, finding.expected,
        finding.because, finding.cause,
    )  # fmt: skip
