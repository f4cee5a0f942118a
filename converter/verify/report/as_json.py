"""Checked reports as JSON for programs."""

from typing import Any

from converter import messages
from converter.verify.report.checked import CheckedNumber, CheckedReport, ReportFinding, Status


def checked_data(checked: CheckedReport) -> dict[str, Any]:
    """Return a checked report: its findings, and every number with what became of it."""
    counts, data = checked.count(), checked.data
    return {
        "file": checked.file,
        "year": checked.year,
        "errors": checked.errors,
        "counts": {status.value: counts[status] for status in Status},
        "unread": [{"what": part.what, "where": part.where, "count": part.count} for part in checked.unread],
        "data": {"department": data.department, "year": data.year} if data and not data.why else None,
        "data_why": data.why if data else "",
        "findings": [_finding(finding) for finding in checked.findings],
        "numbers": [_number(number) for number in checked.numbers],
    }


def _finding(finding: ReportFinding) -> dict[str, str]:
    return {
        "severity": messages.filing.SEVERITIES[finding.severity],
        "code": finding.code,
        "where": finding.where,
        "printed": finding.printed,
        "expected": finding.expected,
        "because": finding.because,
        "cause": finding.cause,
    }


def _number(number: CheckedNumber) -> dict[str, str]:
    return {
        "where": number.where,
        "printed": number.claim.printed,
        "figure": number.claim.id,
        "status": number.status.value,
        "why": number.why,
    }
