"""The overview's files in the outbox: a workbook and a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from converter import messages
from converter.errors import OutboxError
from converter.outbox import Outbox
from converter.overview.builder import Overview
from converter.overview.department_sheets import departments, measures, rankings
from converter.overview.list_sheets import files, filing, findings, missing, rules, totals
from converter.overview.page import page
from converter.workbooks.write import workbook as write_workbook

SHEETS = (departments, findings, missing, rules, rankings, totals, filing, files, measures)


def workbook(overview: Overview) -> bytes:
    """Return the overview as an .xlsx file; the same overview gives the same bytes."""
    return write_workbook((sheet(overview) for sheet in SHEETS), overview.pack.style.workbooks.overview)


def publish(overview: Overview, root: Path) -> tuple[Path, tuple[str, ...]]:
    """Write the workbook and the page of all departments into the outbox.

    Return the workbook's path and what went wrong, in Chinese lines. A workbook that a person has changed is
    left as it is, and the new one written beside it.
    """
    outbox, faults = Outbox(root), list(overview.faults)
    path = root / messages.overview.OVERVIEW_FILE
    with _adding_to(faults):
        path = root / outbox.put("", messages.overview.OVERVIEW_FILE, workbook(overview)).name
    with _adding_to(faults):
        outbox.overwrite(messages.overview.PAGE_FILE, page(overview))
    return path, (*faults, *(messages.runs.EDITED.format(file=file) for file in outbox.edited))


@contextmanager
def _adding_to(faults: list[str]) -> Iterator[None]:
    """Add to the faults why a file can't be written."""
    try:
        yield
    except OutboxError as wrong:
        faults.append(str(wrong))
