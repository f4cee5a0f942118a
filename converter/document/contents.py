"""What a document says, once it is read: paragraphs, tables, and what else it holds."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field

from converter.figures import Merge


class BookmarkedText(Struct, frozen=True):
    """A stretch of text, and where in it each figure's bookmark begins and ends."""

    text: str = ""
    bookmarks: dict[str, tuple[int, int]] = field(default_factory=dict)


class Passage(Struct, frozen=True):
    """One paragraph: its text, its level as a heading or 0, and the number of the page it begins on, 0 if the
    document has no pages of its own.
    """

    written: BookmarkedText
    level: int
    page: int = 0


class Tabular(Struct, frozen=True):
    """One table: its cells row by row, a merged cell's text in its first place, and the merges.

    `is_guessed` says that its rows and columns are only inferred from where its words stand. A piece of a
    table whose other pieces are not surely known `is_open_above`, `is_open_below` or both. `pages` are the
    numbers of the pages that its rows stand on, if the document has pages of its own.
    """

    rows: tuple[tuple[BookmarkedText, ...], ...]
    merges: tuple[Merge, ...]
    is_guessed: bool = False
    is_open_above: bool = False
    is_open_below: bool = False
    pages: tuple[int, ...] = ()


Content = Passage | Tabular


class UnreadKind(StrEnum):
    """Kinds of what is not read; `messages` words them."""

    PICTURE = "picture"
    CHART = "chart"
    OBJECT = "object"
    EMBEDDED = "embedded"
    HEADER = "header"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    PAGE = "page"
    SIGN = "sign"
    LETTERS = "letters"
    REST = "rest"


class UnreadPart(Struct, frozen=True):
    """Something that is not read: its kind, where it stands, and how many there are in that place.

    `place` is the number of the content it is in, -1 for what is beside the text; `page` that of the page it
    is on, 0 where none is known. The rest of a document that is too long has the place of the last content
    read, -1 if none was. Headers and notes count if they have a number in them that is no page number.
    """

    kind: UnreadKind
    count: int
    place: int = -1
    page: int = 0


class ReadDocument(Struct, frozen=True):
    """The paragraphs and tables of a document in order, and what else it holds that is not read.

    `revisions`, `comments` and `notes` are how many changes nobody has decided on yet, how many comments, and
    how many footnotes and endnotes.
    """

    contents: tuple[Content, ...]
    unread: tuple[UnreadPart, ...] = ()
    revisions: int = 0
    comments: int = 0
    notes: int = 0

    def texts(self) -> Iterator[str]:
        """Yield the text of each paragraph and cell."""
        return (text.text for content in self.contents for text in _texts(content))

    @property
    def characters(self) -> int:
        """How long it is."""
        return sum(map(len, self.texts()))


def _texts(content: Content) -> list[BookmarkedText]:
    if isinstance(content, Passage):
        return [content.written]
    return [cell for row in content.rows for cell in row]
