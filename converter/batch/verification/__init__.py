"""Finished reports checked: one, or a folder of hundreds, against a folder of workbooks if there is one.

`checking` goes through the reports, each by the pack it was made by; `reference_data` are the ledgers of the
workbooks.
"""

from converter.batch.verification.checking import Checker, Verification, verify

__all__ = ["Checker", "Verification", "verify"]
