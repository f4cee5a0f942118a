"""The overview's files in the outbox."""

from pathlib import Path

from converter import messages
from converter.batch.outbox import Outbox
from converter.overview.book import workbook as book_of
from converter.overview.department_sheets import departments, measures, rankings
from converter.overview.gathering import Overview
from converter.overview.list_sheets import findings, roll, rules, supply, totals

SHEETS = (departments, findings, supply, rules, rankings, totals, roll, measures)


def workbook(overview: Overview) -> bytes:
    """Return the overview as an .xlsx file; the same overview gives the same bytes."""
    return book_of(sheet(overview) for sheet in SHEETS)


def publish(overview: Overview, outbox: Path) -> Path:
    """Write the overview of all departments into the outbox and return the workbook's path."""
    Outbox(outbox).put("", messages.OVERVIEW_FILE, workbook(overview))
    return outbox / messages.OVERVIEW_FILE
