"""The page as one file that needs no network."""

import re
from html import escape
from pathlib import Path

from msgspec.json import encode

from converter.side_by_side.records import SideBySide

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = ("make", "report", "sheets", "origins", "findings", "start")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def page(shown: SideBySide) -> bytes:
    """Return the page; the same records give the same bytes. Nothing in them can become markup."""
    parts = {
        "title": escape(shown.title),
        "style": _text("page.css"),
        "script": "\n".join(_text(f"{name}.js") for name in SCRIPTS),
        "data": encode(shown).decode().replace("<", "\\u003c").replace("\u2028", "\\u2028"),
    }
    return _SLOT.sub(lambda slot: parts[slot[1]], _text("page.html")).encode("utf-8")


def _text(name: str) -> str:
    return (TEMPLATE / name).read_text("utf-8")
