"""What lies in an inbox, and whose it is."""

from converter.inbox.departments import Department, regroup, sort_out
from converter.inbox.inbox import Submission, departments, is_prose, loose_files, submissions
from converter.inbox.watching import settled

__all__ = [
    "Department",
    "Submission",
    "departments",
    "is_prose",
    "loose_files",
    "regroup",
    "settled",
    "sort_out",
    "submissions",
]
