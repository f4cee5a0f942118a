"""The page `index.html`: all departments at a glance, in one file that needs no network."""

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from zlib import compress

from msgspec.json import encode

from converter.overview.builder import Overview
from converter.overview.page_data import PageData
from converter.overview.page_records import PageDetails, PageIndex

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = ("data", "make", "choosing", "cohorts", "steps", "summary", "charts", "table", "drawer", "start")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def page(overview: Overview) -> bytes:
    """Return the page, the departments in the overview's order; the same overview gives the same bytes.

    Its links lead to the departments' outputs, so it belongs at the top of the outbox.
    """
    parts = {
        "style": _text("page.css"),
        "script": "\n".join(_text(f"{name}.js") for name in SCRIPTS),
        "data": "\n".join(_blocks(PageData(overview))),
    }
    return _SLOT.sub(lambda slot: parts[slot[1]], _text("page.html")).encode("utf-8")


def _blocks(data: PageData) -> Iterator[str]:
    yield _block("index", data.index())
    for number, chunk in enumerate(data.chunks()):
        yield _block(f"details-{number}", chunk)


def _block(name: str, data: PageIndex | list[PageDetails]) -> str:
    """Return data as deflated JSON in an element that no browser runs, whatever the data say."""
    return (
        f'<script type="application/zlib" id="{name}">{b64encode(compress(encode(data))).decode()}</script>'
    )


def _text(name: str) -> str:
    return (TEMPLATE / name).read_text("utf-8")
