"""The tables of a web page as worksheets."""

import re
from collections.abc import Iterable

from converter import messages
from converter.pack import Limits
from converter.read.files.archive import UnsafeError
from converter.read.files.format import Worksheet
from converter.read.files.text.page_styles import PageStyles
from converter.read.files.text.page_table import SEAM, PageTable, text_of
from converter.read.files.text.placed_sheet import PlacedSheet, Room
from converter.read.files.text.tags import NO_CONTENT, Tag, UnclosedError, characters, pieces

SHEET = "Sheet1"  # where the page names none
DEEPEST = 50  # tables within tables

_BLANKS = re.compile(r"[ \t\r\n\f]++")
_SHEET_NAME = re.compile(
    r"<x:ExcelWorksheet>\s{0,99}+<x:Name>([^<]{1,200}+)</x:Name>", re.IGNORECASE
)  # in a comment for Excel
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "hr", "center", "h1", "h2", "h3", "h4", "h5", "h6"})
_APART = frozenset({"sup", "sub", "del", "ins", "s", "strike", "option"})  # not of the number beside
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_ENTERED = frozenset({"", "text", "number"})  # the kinds of fields that show their value
_ENDS_OF_PAGE = frozenset({"body", "html"})


class PageReader:
    """Reads one page, all of whose sheets stay within the limits."""

    def __init__(self, limits: Limits) -> None:
        self._room = Room(limits)
        self._tables: list[PageTable] = []  # that are open, the innermost last
        self._parts: list[tuple[PlacedSheet, int]] = []  # tables with what stands before, and their rows
        self._sheet, self._height = PlacedSheet(SHEET, self._room), 0  # the part at hand
        self._loose: list[str] = []  # words outside of cells
        self._is_head = self._has_frames = False
        self._divisions: list[bool] = []  # that are open around tables, and whether they are shown
        self._apart: frozenset[str] = _APART  # elements of this cell whose words are none of its number
        self._styles = PageStyles("")

    def read(self, text: str) -> list[Worksheet]:
        """Return the sheets of a page; UnsafeError if it has no table with anything in it."""
        self._styles = PageStyles(text)
        self._read(pieces(text, NO_CONTENT))
        if not any(sheet.values for sheet, _ in self._parts):
            raise UnsafeError(
                messages.files.UNSAFE_FRAMES if self._has_frames else messages.files.UNSAFE_PAGE
            )
        names = _SHEET_NAME.findall(text[: text.lower().find("<table")])
        return [sheet.worksheet() for sheet in self._sheets(list(map(characters, names)))]

    def _read(self, found: Iterable[str | Tag]) -> None:
        for piece in found:
            if isinstance(piece, str):
                if not self._is_head:
                    self._words.append(_BLANKS.sub(" ", piece))
            elif piece.is_end:
                self._end(piece)
            else:
                self._start(piece)
        if self._tables:
            raise UnclosedError
        self._put_loose()

    @property
    def _words(self) -> list[str]:
        """Where words go that follow: into the cell that is open, else they are loose."""
        words = self._tables[-1].words if self._tables else None
        return self._loose if words is None else words

    def _start(self, tag: Tag) -> None:
        match tag.name:
            case "table":
                self._open_table(tag)
            case "tr" | "td" | "th" | "col" | "thead" | "tbody" | "tfoot":
                if self._tables:
                    self._start_in_table(tag)
            case "head" | "body":
                self._is_head = tag.name == "head"
            case "frameset":
                self._has_frames = True
            case name if name in _BREAKS:
                if name == "div" and not self._tables:
                    self._divisions.append(self._is_shown and self._styles.show_tag(tag))
                self._break()
            case _ if self._words is not self._loose:
                self._see_within_cell(tag)

    def _start_in_table(self, tag: Tag) -> None:
        table = self._tables[-1]
        match tag.name:
            case "tr":
                self._open_row(tag)
            case "td" | "th":
                if not table.has_row:
                    self._open_row(None)
                table.open_cell(tag)
                self._apart = _APART
            case "col":
                table.see_column(tag)
            case _:
                table.see_group(tag)

    def _see_within_cell(self, tag: Tag) -> None:
        """Take in an element within a line of a cell: whether its words are apart, what is entered in it."""
        if tag.name == "input" and tag.attributes.get("type", "").lower() in _ENTERED:
            self._words.append(tag.attributes.get("value", "").replace("&", "&amp;"))
        elif not self._styles.show_tag(tag):
            self._apart |= {tag.name}
        if tag.name in self._apart:
            self._words.append(SEAM)

    def _end(self, tag: Tag) -> None:
        name = tag.name
        if name == "head":
            self._is_head = False
        elif name in _ENDS_OF_PAGE:
            while self._tables:
                self._close_table()
        elif name == "table" and self._tables:
            self._close_table()
        elif name in ("td", "th", "tr") and self._tables:
            self._tables[-1].close_cell()
        elif name in _ROW_GROUPS and self._tables:
            self._tables[-1].see_group(tag)
        elif name in _BREAKS:
            if name == "div" and not self._tables:
                del self._divisions[-1:]
            self._break()
        elif name in self._apart and self._words is not self._loose:
            self._words.append(SEAM)

    @property
    def _is_shown(self) -> bool:
        """Whether what is around the place at hand is shown."""
        if self._tables:
            return self._tables[-1].is_shown
        return not self._divisions or self._divisions[-1]

    def _break(self) -> None:
        """End a line: what is loose is in a row of its own."""
        if self._words is self._loose:
            self._put_loose()
        else:
            self._words.append("\n")

    def _open_table(self, tag: Tag) -> None:
        is_shown = self._is_shown and self._styles.show_tag(tag)
        if len(self._tables) >= DEEPEST:
            raise UnsafeError(messages.files.UNSAFE_SIZE)
        if self._tables:
            self._tables[-1].cut(self._height)
        self._put_loose()
        self._is_head = False
        self._tables.append(PageTable(self._sheet, self._styles, is_shown=is_shown))

    def _close_table(self) -> None:
        self._tables.pop().cut(self._height)
        self._put_loose()
        if self._tables:
            self._tables[-1].resume()
        else:
            self._room.take_sheet()
            self._parts.append((self._sheet, self._height))
            self._sheet, self._height = PlacedSheet(SHEET, self._room), 0

    def _open_row(self, tag: Tag | None) -> None:
        self._tables[-1].close_cell()
        self._put_loose()
        self._tables[-1].open_row(self._height, tag)
        self._height += 1

    def _put_loose(self) -> None:
        """Place words outside of cells in a row of their own."""
        if self._loose and (text := text_of(self._loose)):
            self._sheet.put(self._height, 0, text)
            self._height += 1
        self._loose.clear()

    def _sheets(self, names: list[str]) -> list[PlacedSheet]:
        """Return the sheets: as many as are named if there are so many tables, else all in one."""
        if 1 < len(set(names)) == len(self._parts):
            for (sheet, _), name in zip(self._parts, names, strict=True):
                sheet.name = name
            last, height = self._parts[-1]
            last.add_below(self._sheet, height)
            return [sheet for sheet, _ in self._parts]
        whole, height = PlacedSheet(names[0] if names else SHEET, self._room), 0
        for sheet, rows in (*self._parts, (self._sheet, self._height)):
            whole.add_below(sheet, height)
            height += rows
        return [whole]
