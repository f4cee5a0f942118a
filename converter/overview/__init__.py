"""All departments at a glance: rows, rankings, outliers and the roster, as a workbook and a page."""

from converter.overview.builder import OverviewBuilder
from converter.overview.list_sheets import called
from converter.overview.publish import publish

__all__ = [
    "OverviewBuilder",
    "called",
    "publish",
]
