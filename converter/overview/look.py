"""How the workbook looks: faces, sizes, fills, borders, and how wide a column has to be."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from converter.overview.sheets import Heading, Kind, Tone

SONG, HEI = "\u5b8b\u4f53", "\u9ed1\u4f53"  # SimSun and SimHei, the faces of a bureau's tables
LINE, HEAD_FILL, LINK = "#8C8C8C", "#DCE6F1", "#0563C1"
FILLS = {Tone.GOOD: "#E2F0D9", Tone.WARN: "#FFF2CC", Tone.BAD: "#F8CBAD", Tone.DIM: "#E7E6E6"}
ALIGN = {Kind.TEXT: "left", Kind.WORD: "center", Kind.NUMBER: "right"}
AS_TEXT = "@"
NARROWEST, BREATHING = 4.5, 1.6
TITLE_HEIGHT, NOTE_HEIGHT, GROUP_HEIGHT, HEAD_LINE = 30, 18, 20, 15


@dataclass
class Look:
    """The formats of one workbook, each made once."""

    book: Workbook
    made: dict[tuple[Any, ...], Format] = field(default_factory=dict)

    def title(self) -> Format:
        """Return the format of a sheet's title, set across the empty cells beside it."""
        return self._format(font_name=HEI, font_size=16, align="center_across", valign="vcenter")

    def note(self) -> Format:
        """Return the format of the line above the table."""
        return self._format(font_name=SONG, font_size=9, align="left", valign="vcenter")

    def head(self) -> Format:
        """Return the format of a column's head."""
        return self._head(align="center", text_wrap=True)

    def group(self) -> Format:
        """Return the format of a heading over several columns."""
        return self._head(align="center_across")

    def cell(self, heading: Heading, tone: Tone | None = None, link: bool = False) -> Format:
        """Return the format of a column's cells, filled where one stands out."""
        more: dict[str, Any] = {"bg_color": FILLS[tone]} if tone else {}
        if link:
            more |= {"font_color": LINK, "underline": 1}
        number = heading.kind is Kind.NUMBER
        return self._format(
            font_name=SONG, font_size=10, border=1, border_color=LINE, valign="vcenter",
            align=ALIGN[heading.kind], text_wrap=not number,
            num_format=heading.format if number else AS_TEXT, **more,
        )  # fmt: skip

    def _head(self, **more: Any) -> Format:
        return self._format(
            font_name=HEI, font_size=10, border=1, border_color=LINE, bg_color=HEAD_FILL, valign="vcenter",
            **more,
        )  # fmt: skip

    def _format(self, **properties: Any) -> Format:
        key = tuple(properties.items())
        if key not in self.made:
            self.made[key] = self.book.add_format(properties)
        return self.made[key]


def column_width(heading: Heading, texts: Iterable[str]) -> float:
    """Return the width that shows the texts, broken at the heading's widest, and the head in two lines."""
    needed = max((_width(text) for text in texts), default=0)
    head = (_width(heading.label) + 1) / 2
    return max(NARROWEST, min(needed, heading.widest) + BREATHING, head + BREATHING)


def _width(text: str) -> int:
    """Return a text's width in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
