"""Check a finished report: every number in it, against itself and against the workbooks."""

from converter.verify.report.as_json import checked_data
from converter.verify.report.checked import Checked, ReportFinding
from converter.verify.report.marked_copy import write_copy
from converter.verify.report.workbook import write_checked
from converter.verify.verifier import Verifier

__all__ = [
    "Checked",
    "ReportFinding",
    "Verifier",
    "checked_data",
    "write_checked",
    "write_copy",
]
