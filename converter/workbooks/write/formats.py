"""How the workbook looks: faces, sizes, fills, borders, and how wide a column has to be."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from converter.workbooks.write.sheet import ColumnHead, Tone, ValueKind

SONG, HEI = "\u5b8b\u4f53", "\u9ed1\u4f53"  # SimSun and SimHei, the faces of a bureau's tables
PLAIN = {"font_name": SONG, "font_size": 10, "font_scheme": False}  # columns are measured in its digits
LINE, HEAD_FILL, LINK = "#8C8C8C", "#DCE6F1", "#0563C1"
FILLS = {Tone.GOOD: "#E2F0D9", Tone.WARN: "#FFF2CC", Tone.BAD: "#F8CBAD", Tone.DIM: "#E7E6E6"}
ALIGN = {
    ValueKind.TEXT: "left",
    ValueKind.WORD: "center",
    ValueKind.COUNT: "center",
    ValueKind.NUMBER: "right",
}
NUMBERS = (ValueKind.COUNT, ValueKind.NUMBER)
AS_TEXT = "@"
NARROWEST, BREATHING, SHORT_HEAD = 4.5, 1.6, 10  # half-width characters
TITLE_HEIGHT, NOTE_HEIGHT, GROUP_HEIGHT, LINE_HEIGHT = 30, 18, 20, 14.5  # points


@dataclass
class Formats:
    """The formats of one workbook, each made once."""

    book: Workbook
    made: dict[tuple[Any, ...], Format] = field(default_factory=dict)

    def title(self, centred: bool) -> Format:
        """Return the format of a sheet's title, in the middle of the empty cells beside it or at the left."""
        align = "center_across" if centred else "left"
        return self._format(font_name=HEI, font_size=16, align=align, valign="vcenter")

    def note(self) -> Format:
        """Return the format of the line above the table."""
        return self._format(font_size=9, align="left", valign="vcenter")

    def head(self) -> Format:
        """Return the format of a column's head."""
        return self._head(align="center", text_wrap=True)

    def group(self) -> Format:
        """Return the format of a heading over several columns."""
        return self._head(align="center_across")

    def cell(self, heading: ColumnHead, tone: Tone | None = None, link: bool = False) -> Format:
        """Return the format of a column's cells, filled where one stands out."""
        more: dict[str, Any] = {"bg_color": FILLS[tone]} if tone else {}
        if link:
            more |= {"font_color": LINK, "underline": 1}
        number = heading.kind in NUMBERS
        return self._format(
            border=1, border_color=LINE, valign="vcenter",
            align=ALIGN[heading.kind], text_wrap=not number,
            num_format=heading.format if number else AS_TEXT, **more,
        )  # fmt: skip

    def _head(self, **more: Any) -> Format:
        return self._format(
            font_name=HEI, border=1, border_color=LINE, bg_color=HEAD_FILL, valign="vcenter",
            **more,
        )  # fmt: skip

    def _format(self, **properties: Any) -> Format:
        key = tuple(properties.items())
        if key not in self.made:
            self.made[key] = self.book.add_format(PLAIN | properties)
        return self.made[key]


def column_width(heading: ColumnHead, texts: Iterable[str], sharing: int) -> float:
    """Return the width that shows the heading, its group's heading, and texts broken at its widest.

    `sharing` columns stand under the group's heading; a long head may take two lines.
    """
    needed = min(max(map(half_widths, texts), default=0), heading.widest)
    label = half_widths(heading.label)
    head = label if label <= SHORT_HEAD else (label + 1) // 2
    return max(NARROWEST, max(needed, head, half_widths(heading.group) / sharing) + BREATHING)


def lines(text: str, width: float) -> int:
    """Return in how many lines a text stands in a column of that width."""
    room = max(1, int(width - 1))  # a full-width character that does not fit leaves half its width empty
    return sum(max(1, -(-half_widths(line) // room)) for line in text.split("\n"))


def half_widths(text: str) -> int:
    """Return a text's width in half-width characters: the national encoding has a byte for each."""
    return len(text.encode("gb18030", "replace"))
