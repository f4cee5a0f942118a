"""What is needed to check submitted reports, and to write what came of it."""

from converter.verify.claims.claim import Span
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.as_json import checked_data
from converter.verify.report.checked import CheckedReport, ReferenceWorkbooks, ReportFinding, Status
from converter.verify.report.commented_copy import write_copy, write_under_free_name
from converter.verify.report.in_words import (
    counts_words,
    data_words,
    finding_words,
    not_read_words,
    numbers_words,
    verdict_words,
)
from converter.verify.verifier import Verifier

__all__ = [
    "CheckedReport",
    "ReferenceWorkbooks",
    "ReportFinding",
    "Span",
    "Status",
    "SubmittedReport",
    "Verifier",
    "checked_data",
    "counts_words",
    "data_words",
    "finding_words",
    "not_read_words",
    "numbers_words",
    "verdict_words",
    "write_copy",
    "write_under_free_name",
]
