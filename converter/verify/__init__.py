"""Check a finished report: every number in it, against itself and against the workbooks."""

from converter.verify.check import Verifier
from converter.verify.checked import Checked, Remark, Status

__all__ = ["Checked", "Remark", "Status", "Verifier"]
