"""The overview's files in the outbox: a workbook and a page."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from converter import messages
from converter.errors import Failure, attempt, writing
from converter.outbox import Outbox
from converter.overview.builder import Overview
from converter.overview.page.page import page
from converter.overview.workbook.workbook import workbook

Result = TypeVar("Result")


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
