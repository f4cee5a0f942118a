"""One department: its filings judged, and its report made."""

from converter.conversion.checklist import checklist, checklist_line
from converter.conversion.conversion import Conversion, Judged

__all__ = [
    "Conversion",
    "Judged",
    "checklist",
    "checklist_line",
]
