"""The formats of a workbook's cells, from the pack's style."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from converter.pack import CellStyle, WorkbookStyle
from converter.workbooks.write.sheet import ColumnHead, Tone, ValueKind

GENERAL = "General"
THEME_FACE = "Calibri"  # in the theme that the library gives every workbook
WITHOUT_BORDER = ("title", "note")


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, style: WorkbookStyle) -> None:
        self._book, self._style = book, style
        self._made: dict[tuple[Any, ...], Format] = {}

    def title(self, *, centred: bool) -> Format:
        """Return the format of a sheet's title, in the middle of the empty cells beside it or at the left."""
        return self._format("title", align="center_across" if centred else "left")

    def note(self) -> Format:
        """Return the format of the line above the table."""
        return self._format("note")

    def head(self) -> Format:
        """Return the format of a column's head."""
        return self._format("head")

    def group(self) -> Format:
        """Return the format of a heading over several columns."""
        return self._format("group", align="center_across")

    def cell(self, heading: ColumnHead, tone: Tone | None = None) -> Format:
        """Return the format of a column's cells, filled where one stands out."""
        fill = self._style.tones.get(tone.value, "") if tone else ""
        return self._format(heading.kind.value, heading.format, **colour("bg_color", fill))

    def link(self, heading: ColumnHead) -> Format:
        """Return the format of a column's cells that lead to a file."""
        blue = colour("font_color", self._style.link)
        return self._format(heading.kind.value, heading.format, underline=1, **blue)

    def number(self, number_format: str) -> Format:
        """Return the format of a number with a number format of its own."""
        return self._format(ValueKind.NUMBER.value, number_format)

    def _format(self, role: str, number_format: str = "", **more: Any) -> Format:
        """Return the format of a kind of cells, by its name in the pack's style."""
        key = (role, number_format, *more.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(self._properties(role, number_format) | more)
        return self._made[key]

    def _properties(self, role: str, number_format: str) -> dict[str, Any]:
        style: CellStyle = getattr(self._style, role)
        properties = type_of(style, self._style) | colour("bg_color", style.fill)
        properties |= {"valign": "vcenter", "text_wrap": style.wrap}
        properties |= {"align": style.align} if style.align else {}
        if role not in WITHOUT_BORDER:
            properties |= {"border": 1} | colour("border_color", self._style.line)
        return properties | {"num_format": style.format or number_format or GENERAL}


def type_of(style: CellStyle, workbook: WorkbookStyle) -> dict[str, Any]:
    """Return the face and the size of a kind of cells for the library."""
    face, size = style.face or workbook.base.face, style.size or workbook.base.size
    scheme = "minor" if face == THEME_FACE else "none"
    return {"font_name": face, "font_size": size, "font_scheme": scheme, "bold": style.bold}


def colour(name: str, colour: str) -> dict[str, str]:
    """Return a property of the library's with a colour, or none for no colour."""
    return {name: f"#{colour}"} if colour else {}
