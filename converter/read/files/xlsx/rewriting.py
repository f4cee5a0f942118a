"""Any XML of a workbook, rewritten in the plain shape: the bounded way for what patterns can't read.

A true parser takes the part as a whole, so that a long token is not begun again and again. Elements lose
their prefix, cells without an address get the next one, rich text becomes plain, what is no content goes.
"""

from typing import NoReturn
from xml.parsers import expat

from converter import messages
from converter.figures import address, position
from converter.read.files.archive import UnsafeError

LONGEST = 1_000_000  # characters from one `<` to the next; the longest text of a cell has 32,767
DEEPEST = 50  # elements within elements; a sheet has some ten
MOST = 4_000_000  # elements of a part; an ordinary sheet of a filing has some thousand

_NO_CONTENT = frozenset({"extLst", "rPh", "phoneticPr"})
_WITHIN = {"sheetData": {"row"}, "row": {"c"}, "c": {"f", "v", "is"}}
_STRINGS = frozenset({"si", "is"})
_BLANKS = " \t\r\n"
_FOR_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_FOR_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)


class MalformedError(Exception):
    """A text that is not the XML of a workbook."""


def rewritten(text: str) -> str:
    """Return the XML of a part in the plain shape; MalformedError if it is none.

    UnsafeError if it is too long, or has a document type.
    """
    if text.count("<") > MOST or max(map(len, text.split("<"))) > LONGEST:
        raise UnsafeError(messages.files.UNSAFE_SIZE)
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = writer.start, writer.end
    parser.CharacterDataHandler = writer.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, ValueError):
        raise MalformedError from None
    return "".join(writer.pieces)


def _refuse(*_: object) -> NoReturn:
    raise UnsafeError(messages.files.UNSAFE_DOCTYPE)


class _Writer:
    """Takes what the parser finds and writes it plainly."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._path: list[str] = []
        self._passed_over = 0  # how deep we are in what is no content
        self._runs: list[str] | None = None  # the texts of a string's runs, while in a string
        self._text: list[str] | None = None  # what the parser gives of a text, while in one
        self._keeps_blanks = False  # of the text
        self._is_words = False  # whether the cell's value is a text
        self._row, self._column = -1, -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name, parent = name.rpartition(":")[2], self._path[-1] if self._path else ""
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise MalformedError
        if self._passed_over or name in _NO_CONTENT:
            self._passed_over += 1
        elif self._runs is not None:
            self._begin_text(is_text=name == "t", keeps_blanks=attributes.get("xml:space") == "preserve")
        elif name not in _WITHIN.get(parent, {name}):
            raise MalformedError
        else:
            self.pieces.append(f"<{name}{_written(self._addressed(name, attributes))}>")
            self._runs = [] if name in _STRINGS else None
            self._begin_text(
                is_text=parent == "c" and name in ("f", "v"), keeps_blanks=name == "f" or self._is_words
            )

    def end(self, name: str) -> None:
        name = self._path.pop()
        if self._passed_over:
            self._passed_over -= 1
            return
        if self._text is not None:
            text = "".join(self._text)
            into = self.pieces if self._runs is None else self._runs
            into.append((text if self._keeps_blanks else text.strip(_BLANKS)).translate(_FOR_TEXT))
            self._text = None
        if self._runs is not None and name in _STRINGS:
            self.pieces.append(f'<t xml:space="preserve">{"".join(self._runs)}</t>')
            self._runs = None
        if self._runs is None:
            self.pieces.append(f"</{name}>")

    def text(self, text: str) -> None:
        if self._text is not None and not self._passed_over:
            self._text.append(text)

    def _begin_text(self, *, is_text: bool, keeps_blanks: bool) -> None:
        self._text, self._keeps_blanks = [] if is_text else None, keeps_blanks

    def _addressed(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """Return the attributes, of a row or cell its address first: the one it states, or the next."""
        if name not in ("row", "c"):
            return attributes
        stated = attributes.pop("r", "")
        try:
            if name == "row":
                self._row, self._column = int(stated) - 1 if stated else self._row + 1, -1
                return {"r": str(self._row + 1), **attributes}
            self._row, self._column = position(stated) if stated else (self._row, self._column + 1)
        except ValueError:
            raise MalformedError from None
        self._is_words = attributes.get("t") == "str"
        return {"r": address(self._row, self._column), **attributes}


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value.translate(_FOR_ATTRIBUTE)}"' for name, value in attributes.items())
