"""The pages of a PDF: words and where they stand, as poppler finds them."""

import re
import shutil
import subprocess
from html import unescape

from msgspec import Struct

from converter import chinese, messages
from converter.errors import ReadError

PDF = ".pdf"
SECONDS = 60
_PAGE = "<page "
_WIDTH = re.compile(r'width="([.\d]+)"')
_UNSEEN = f" \t\u00a0\u200b\ufeff{chinese.SPACE}"
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


class Word(Struct, frozen=True):
    """A run of letters without a blank; its edges in points from the page's top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class PrintedPage(Struct, frozen=True):
    """A page: its width in points, and its words as they come."""

    width: float
    words: list[Word]


def pages_of(data: bytes, file: str, password: str = "") -> list[PrintedPage]:
    """Return the pages; ReadError naming `file` if the tool is not there or finds none.

    `password` opens a file that asks for one.
    """
    tool = shutil.which("pdftotext")
    if tool is None:
        raise ReadError(messages.verify.PDF_TOOL_MISSING.format(file=file))
    try:
        done = subprocess.run(
            [tool, "-bbox", "-enc", "UTF-8", *(("-upw", password) if password else ()), "-", "-"],
            input=data, timeout=SECONDS, capture_output=True, check=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        raise ReadError(messages.verify.PDF_UNREADABLE.format(file=file)) from None
    pages = [_page(text) for text in done.stdout.decode("utf-8", "replace").split(_PAGE)[1:]]
    if not any(page.words for page in pages):
        raise ReadError(messages.verify.PDF_WITHOUT_TEXT.format(file=file))
    return pages


def _page(text: str) -> PrintedPage:
    width = _WIDTH.match(text)
    words = [_word(*found.groups()) for found in _WORD.finditer(text)]
    seen = [word for word in words if word.text.strip(_UNSEEN)]
    return PrintedPage(float(width[1]) if width else 0.0, seen)


def _word(left: str, top: str, right: str, bottom: str, text: str) -> Word:
    return Word(float(left), float(top), float(right), float(bottom), unescape(text))
