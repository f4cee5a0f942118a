"""Check a submitted report, whoever wrote it: every number, against the report itself and the workbooks.

`claims` reads the report into claims, `constraints` says what must agree between them, `localise` finds the
wrong number behind violated constraints, and `report` words what was found: each layer imports only those
before it, and `verifier` runs them. The package knows the pack and how documents are read, not how reports
are made, nor any file but the copies and workbooks that `report` writes.
"""

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
