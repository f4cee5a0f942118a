"""The page `index.html`: all departments at a glance, in one file that needs no network."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.overview.builder import Overview
from converter.overview.page_data import PageData

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = ("data", "make", "choosing", "summary", "charts", "table", "drawer", "start")
_SLOT = re.compile(r"\{\{(\w+)\}\}")
# What could end a script element or start a comment in it, and what old engines take for the end of a line.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def page(overview: Overview) -> bytes:
    """Return the page, the departments in the overview's order; the same overview gives the same bytes.

    Its links lead to the departments' outputs, so it belongs at the top of the outbox.
    """
    slim = PageData(overview)
    parts = {
        "style": _text("page.css"),
        "script": "\n".join(_text(f"{name}.js") for name in SCRIPTS),
        "data": "\n".join(_blocks(slim)),
    }
    return _SLOT.sub(lambda slot: parts[slot[1]], _text("page.html")).encode("utf-8")


def _blocks(slim: PageData) -> Iterator[str]:
    yield _block("index", slim.index())
    yield _block("phrases", slim.phrases())
    for number, chunk in enumerate(slim.chunks()):
        yield _block(f"details-{number}", chunk)


def _block(name: str, data: Any) -> str:
    """Return data as an element that no browser runs, whatever the data say."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return f'<script type="application/json" id="{name}">{text}</script>'


def _text(name: str) -> str:
    return (TEMPLATE / name).read_text("utf-8")
