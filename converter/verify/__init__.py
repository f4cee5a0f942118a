"""Check a finished report: every number in it, against itself and against the workbooks."""

from converter.verify.report.checked import Checked, Remark
from converter.verify.report.marked_copy import write_copy
from converter.verify.report.workbook import checked_data, write_checked
from converter.verify.verifier import Verifier

__all__ = [
    "Checked",
    "Remark",
    "Verifier",
    "checked_data",
    "write_checked",
    "write_copy",
]
