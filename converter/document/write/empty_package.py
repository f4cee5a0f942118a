"""A Word package with nothing in it but our styles, settings and footers.

Its parts are in `template/`, with slots for what the style or the kind of copy decides.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from converter.document.format import NAMESPACE
from converter.document.write.package import EPOCH, package_of
from converter.document.write.page_layout import page_grid
from converter.document.write.styles import JUSTIFICATION, all_styles, indent_attributes, style_id
from converter.document.write.text import escaped, run_xml
from converter.narrative.blocks import TextRun
from converter.pack import Alignment, Style

FOOTERS = {"default": "rId1", "even": "rId2"}
"""The relationship ids of the footers, by Word's types of them."""
PROPERTIES = "docProps/core.xml"
_TEMPLATE = Path(__file__).parent / "template"
_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "customXml/_rels/item1.xml.rels",
    "customXml/itemProps1.xml",
)
_SLOT = re.compile(r"\{\{(\w+)\}\}")
# What each part has to say for the part of the comments to be known.
_COMMENTS_KNOWN = {
    "[Content_Types].xml": '<Override PartName="/word/comments.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>',
    "word/_rels/document.xml.rels": '<Relationship Id="rId6" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>',
}


class Properties(Struct, frozen=True):
    """What a file says of itself: its title, who wrote it, on which day, and by which rules."""

    title: str = ""
    author: str = ""
    created: date = EPOCH.date()
    description: str = ""


def empty_package(style: Style, *, has_cover: bool) -> bytes:
    """Return the package without body, trail and properties."""
    return _package(style, {}, has_cover=has_cover)


def package_for_comments(style: Style, *, has_cover: bool) -> bytes:
    """Return the same for a report with comments, which are not in it either."""
    return _package(style, _COMMENTS_KNOWN, has_cover=has_cover)


def properties_part(properties: Properties) -> str:
    """Return what the file says of itself as the part's XML."""
    slots = {
        "title": escaped(properties.title),
        "author": escaped(properties.author),
        "day": properties.created.isoformat(),
        "description": escaped(properties.description),
    }
    return _part(PROPERTIES, slots)


def _package(style: Style, comments: Mapping[str, str], *, has_cover: bool) -> bytes:
    number = style.page_number
    slots = {
        "namespace": NAMESPACE,
        "styles": all_styles(style, has_cover=has_cover),
        "odd": _page_number(style, number.odd),
        "even": _page_number(style, number.even),
    }
    return package_of({part: _part(part, slots | {"comments": comments.get(part, "")}) for part in _PARTS})


def _part(name: str, slots: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: slots[slot[1]], _template(name))


@cache
def _template(name: str) -> str:
    return (_TEMPLATE / name).read_text("utf-8").rstrip("\n")


def _page_number(style: Style, side: Alignment) -> str:
    number, look = style.page_number, style.styles.page_number
    before, _, after = number.text.partition("{page}")
    edge = "right" if side is Alignment.RIGHT else "left"
    indents = indent_attributes(look, {edge: number.inset}, page_grid(style))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("page_number")}"/><w:ind{indents}/>'
        f'<w:jc w:val="{JUSTIFICATION[side]}"/></w:pPr>{run_xml(TextRun(before))}'
        f'<w:fldSimple w:instr=" PAGE ">{run_xml(TextRun("1"))}</w:fldSimple>{run_xml(TextRun(after))}</w:p>'
    )
