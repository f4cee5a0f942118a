"""What lies in an inbox, and whose it is."""

from converter.inbox.departments import Case, regroup, sort_out
from converter.inbox.inbox import Bundle, bundles, departments, is_prose, loose_files
from converter.inbox.watching import settled

__all__ = [
    "Bundle",
    "Case",
    "bundles",
    "departments",
    "is_prose",
    "loose_files",
    "regroup",
    "settled",
    "sort_out",
]
