"""The page as one file that needs no network."""

from html import escape
from pathlib import Path

from msgspec.json import encode

from converter.pages import page_of
from converter.side_by_side.records import SideBySide

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = ("data", "report", "sheets", "origins", "findings", "start")


def page(shown: SideBySide) -> bytes:
    """Return the page; the same records give the same bytes. Nothing in them can become markup."""
    data = encode(shown).decode().replace("<", "\\u003c").replace("\u2028", "\\u2028")
    return page_of(TEMPLATE, SCRIPTS, title=escape(shown.title), data=data)
