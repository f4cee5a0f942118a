"""The overview's files in the outbox: a workbook and a page."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from converter import messages
from converter.errors import Failure, attempt, writing
from converter.outbox import Outbox
from converter.overview.builder import Overview
from converter.overview.chart_page import chart_page
from converter.overview.cohort_sheet import cohorts
from converter.overview.department_sheets import departments, measures, rankings
from converter.overview.list_sheets import files, filing, findings, missing, rules
from converter.overview.next_steps import steps
from converter.overview.page import page
from converter.overview.totals_sheet import totals
from converter.workbooks.write import workbook as write_workbook

Result = TypeVar("Result")
MANY = 1_000  # departments: the cells of so many fit into memory
SHEETS = (
    steps, chart_page, cohorts, departments, findings, missing, rules, rankings, totals, filing, files,
    measures,
)  # fmt: skip


def workbook(overview: Overview) -> bytes:
    """Return the overview as an .xlsx file; the same overview gives the same bytes."""
    style = overview.pack.style.workbooks.overview
    is_long = len(overview.rows) > MANY
    return write_workbook((sheet(overview) for sheet in SHEETS), style, is_long=is_long)


class Published(Struct, frozen=True):
    """The workbook's path, None if it was not written; whether the page was written too; and in Chinese lines
    what went wrong or was left alone.
    """

    path: Path | None
    is_whole: bool
    faults: tuple[str, ...]


def publish(overview: Overview, root: Path) -> Published:
    """Write the workbook and the page of all departments into the outbox.

    A workbook that a person has changed is left as it is, and the new one written beside it.
    """
    outbox = Outbox(root)
    book = _written(lambda: outbox.put("", messages.overview.OVERVIEW_FILE, workbook(overview)).name)
    page_fault = _written(lambda: outbox.overwrite(messages.overview.PAGE_FILE, page(overview)))
    refused = tuple(fault.message for fault in (book, page_fault) if isinstance(fault, Failure))
    edited = (messages.runs.EDITED.format(file=file) for file in outbox.edited)
    path = None if isinstance(book, Failure) else root / book
    return Published(path, not refused, (*overview.faults, *refused, *edited))


def _written(write: Callable[[], Result]) -> Result | Failure:
    """Return what writing gives, or why it did not work: the folder for temporary files may be full, too."""

    def translated() -> Result:
        with writing(messages.overview.OVERVIEW):
            return write()

    return attempt(messages.overview.OVERVIEW, translated)
