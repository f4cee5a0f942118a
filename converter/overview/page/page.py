"""The page `index.html`: all departments at a glance, in one file that needs no network."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from zlib import compress

from msgspec.json import encode

from converter.overview.builder import Overview
from converter.overview.page.data import PageData
from converter.overview.page.records import PageDetails, PageIndex
from converter.pages import page_of

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = ("data", "marks", "choosing", "cohorts", "steps", "summary", "charts", "table", "drawer", "start")


def page(overview: Overview) -> bytes:
    """Return the page, the departments in the overview's order; the same overview gives the same bytes.

    Its links lead to the departments' outputs, so it belongs at the top of the outbox.
    """
    return page_of(TEMPLATE, SCRIPTS, data="\n".join(_blocks(PageData(overview))))


def _blocks(data: PageData) -> Iterator[str]:
    yield _block("index", data.index())
    for number, chunk in enumerate(data.chunks()):
        yield _block(f"details-{number}", chunk)


def _block(name: str, data: PageIndex | list[PageDetails]) -> str:
    """Return data as deflated JSON in an element that no browser runs, whatever the data say."""
    return (
        f'<script type="application/zlib" id="{name}">{b64encode(compress(encode(data))).decode()}</script>'
    )
