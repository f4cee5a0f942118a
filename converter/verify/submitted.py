"""What is needed to check submitted reports, and to write what came of it."""

from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.as_json import checked_data
from converter.verify.report.checked import CheckedReport, Data, ReportFinding, data_words, not_read_words
from converter.verify.report.marked_copy import write_copy
from converter.verify.report.workbook import write_checked
from converter.verify.verifier import Verifier

__all__ = [
    "CheckedReport",
    "Data",
    "ReportFinding",
    "SubmittedReport",
    "Verifier",
    "checked_data",
    "data_words",
    "not_read_words",
    "write_checked",
    "write_copy",
]
