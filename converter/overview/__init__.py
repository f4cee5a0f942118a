"""All departments at a glance: rows, rankings, outliers and the roster, as a workbook and a page."""

from converter.overview.gathering import Gathering, Overview
from converter.overview.list_sheets import called
from converter.overview.page import page
from converter.overview.publish import publish, workbook
from converter.overview.rows import Known, Row, Verdict, measure_ids, row_of

__all__ = [
    "Gathering",
    "Known",
    "Overview",
    "Row",
    "Verdict",
    "called",
    "measure_ids",
    "page",
    "publish",
    "row_of",
    "workbook",
]
