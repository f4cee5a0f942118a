"""The plain shape of XML that office programs write, which patterns can read, and how any XML comes into it.

Plain are: no comments, CDATA or processing instructions; attributes in double quotes, each after one blank;
nothing but whole elements. The patterns that read it must account for all of the text they are given, else
`NotPlainError`; then the part is rewritten and read again. None of them goes back over what it has passed.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from converter import messages
from converter.read.files.archive import UnsafeError
from converter.read.files.xlsx import rewriting

Found = TypeVar("Found")

ATTRIBUTES = r'(?:\s{1,40}+[\w:.-]{1,60}+="[^"<>]{0,4000}+"){0,40}+'
"""The attributes of an element, each name and value of a bounded length."""

_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "gb2312", "gbk", "gb18030"})
_DECLARED = re.compile(rb"<\?xml[^<>]{1,100}? encoding\s{0,9}=\s{0,9}[\"']([\w.-]{1,40})[\"']")
_DECLARATION = re.compile(r"<\?xml[^<>]{0,200}+>\s*+")
_PREFIX = re.compile(r"<(\w{1,40}+):")
_ATTRIBUTE = re.compile(r'\s([\w:.-]++)="([^"]*+)"')
_REFERENCE = re.compile("(&[^&;]{0,10}+;?)")
_NUMBERED = re.compile("&#(?:([0-9]{1,7})|x([0-9A-Fa-f]{1,6}));")
_ESCAPED = re.compile(r"_x((?![dD][89a-fA-F])[0-9A-Fa-f]{4})_")
_SHORT = 800  # texts up to this length, as written, are remembered: labels repeat from sheet to sheet
_MOST_REMEMBERED = 20_000


class NotPlainError(Exception):
    """Markup in another than the plain shape, or no markup at all; its text names the cell, if it is one."""


def read_part(part: bytes, damaged: str, read: Callable[[str], Found]) -> Found:
    """Return what `read` makes of a part in plain shape, which is rewritten if it has another.

    UnsafeError with the reason `damaged` if it can't be read either way.
    """
    try:
        text = _text(part)
        try:
            return read(_without_prefix(text))
        except NotPlainError:
            return read(rewriting.rewritten(text))
    except (NotPlainError, UnicodeDecodeError, rewriting.MalformedError) as error:
        raise UnsafeError(
            str(error) if isinstance(error, NotPlainError) and error.args else damaged
        ) from None


def _text(part: bytes) -> str:
    """Return the text of a part, its lines ended by `\\n`, without the XML declaration."""
    declared = _DECLARED.match(part[:300].removeprefix(b"\xef\xbb\xbf"))
    encoding = declared[1].decode().lower() if declared else "utf-8"
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif part.startswith((b"<\0", b"\0<")):
        encoding = "utf-16-le" if part.startswith(b"<") else "utf-16-be"
    elif encoding not in _ENCODINGS:
        raise NotPlainError
    text = part.decode(encoding).removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "!" in text and ("<!DOCTYPE" in text or "<!ENTITY" in text):
        raise UnsafeError(messages.files.UNSAFE_DOCTYPE)
    declaration = _DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


def _without_prefix(text: str) -> str:
    """Return a text in plain shape whose elements have no prefix, as far as the root shows one."""
    if ("!" in text and "<!" in text) or ("?" in text and "<?" in text) or "\0" in text:
        raise NotPlainError
    prefix = _PREFIX.match(text)
    return text.replace(f"<{prefix[1]}:", "<").replace(f"</{prefix[1]}:", "</") if prefix else text


def covered(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the groups of a pattern's matches, one after the other; all between must be blank."""
    pieces = pattern.split(text)
    if "".join(pieces[:: pattern.groups + 1]).strip():
        raise NotPlainError
    del pieces[:: pattern.groups + 1]
    return pieces


def inside(text: str, name: str) -> str:
    """Return what is inside the first element of that name, '' if there is none."""
    if f"<{name}" not in text:
        return ""
    start = _opening(name).search(text)
    end = text.find(f"</{name}>", start.end()) if start else -1
    if start is None or (end < 0 and not start[1]):
        raise NotPlainError
    return "" if start[1] else text[start.end() : end]


@lru_cache(maxsize=64)
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{name}{ATTRIBUTES}\s?(/?)>")


@lru_cache(maxsize=64)
def _element(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{name}({ATTRIBUTES})\s?(?:/>|></{name}>)")


def elements(text: str, name: str) -> list[dict[str, str]]:
    """Return the attributes of empty elements of that name, which must make up the whole text."""
    return [
        {key: unescaped(value) for key, value in _ATTRIBUTE.findall(found)}
        for found in covered(_element(name), text)
    ]


def attributes(text: str) -> dict[str, str]:
    """Return the attributes in a text, which must make up the whole."""
    pieces = covered(_ATTRIBUTE, text)
    return {name: unescaped(value) for name, value in zip(pieces[::2], pieces[1::2], strict=True)}


def unescaped(raw: str) -> str:
    """Return a text with the characters for which references stand; NotPlainError if one stands for none."""
    return _with_characters(raw) if "&" in raw else raw


def cell_text(raw: str, *, preserved: bool) -> str:
    """Return the text of a cell; blanks at its ends count only if they are to be preserved."""
    return _decoded(unescaped(raw)) if preserved else TEXTS[raw]


def _decoded(text: str) -> str:
    """Return a text with the characters for which `_x000D_` and its like stand."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Texts(dict[str, str]):
    """Texts of cells, without blanks at their ends, by how they are written. Short ones are remembered, for
    labels repeat from sheet to sheet; when they are many, all are forgotten.
    """

    def __missing__(self, raw: str) -> str:
        text = _decoded(unescaped(raw).strip(" \t\r\n"))
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if len(raw) <= _SHORT:
            self[raw] = text
        return text


TEXTS = _Texts()


def _with_characters(raw: str) -> str:
    pieces = _REFERENCE.split(raw)
    pieces[1::2] = map(_CHARACTERS.__getitem__, pieces[1::2])
    return "".join(pieces)


class _Characters(dict[str, str]):
    """Characters by the references to them; those met are remembered, up to a bound."""

    def __missing__(self, reference: str) -> str:
        found = _NUMBERED.fullmatch(reference)
        number = int(found[1] or found[2], 10 if found[1] else 16) if found else 0
        if not (number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000):
            raise NotPlainError
        if len(self) < _MOST_REMEMBERED:
            self[reference] = chr(number)
        return chr(number)


_CHARACTERS = _Characters({"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"})
