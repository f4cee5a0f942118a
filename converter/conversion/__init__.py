"""One department: its filings judged, and its report made."""

from converter.conversion.checklist import entry, listing
from converter.conversion.conversion import Judged, Line

__all__ = [
    "Judged",
    "Line",
    "entry",
    "listing",
]
