"""A text of tags, cut into words and tags in one pass.

What is begun and not closed, a tag, a comment, a script, ends the reading: so no part is gone over twice.
"""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from converter import messages
from converter.read.files.archive import UnsafeError

MOST = 8_000_000  # tags of a text; a sheet of a filing has some thousand cells
NO_CONTENT = frozenset({"script", "style", "title", "xml", "template", "noscript", "noembed", "datalist"})
"""Elements of a page that hold nothing of what it shows, whatever stands in them."""

_TAG = re.compile(
    r"<(/?)([A-Za-z][\w:.-]{0,60}+)((?:=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?=[^\"'\s]))|[^=>]++)*+)>",
    re.ASCII,
)
_ATTRIBUTE = re.compile(r"([^\s\"'=<>/]{1,60}+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
_ENDS = {name: re.compile(rf"</{name}[\s>]", re.IGNORECASE) for name in NO_CONTENT}
_CDATA, _CDATA_END, _COMMENT, _COMMENT_END = "<![CDATA[", "]]>", "<!--", "-->"


class UnclosedError(Exception):
    """A text in which something is begun and not closed."""


class Tag(Struct, frozen=True, gc=False):
    """A tag by its name in small letters, without a prefix, and what else stands in it."""

    name: str
    is_end: bool
    inside: str

    @property
    def is_empty(self) -> bool:
        """Whether an element is begun and ended by this tag, as XML writes it."""
        return self.inside.endswith("/")

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by their names in small letters; "" where one has no value."""
        return {
            name.lower(): characters(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(self.inside)
        }


def pieces(text: str, passed_over: frozenset[str] = frozenset()) -> Iterator[str | Tag]:
    """Yield words as they are written and tags, in their order, of the elements `passed_over` nothing inside;
    UnclosedError where one has no end.
    """
    at = begun = count = 0
    while (start := text.find("<", at)) >= 0:
        found = _TAG.match(text, start)
        if found is None and not _begins_markup(text, start):
            at = start + 1  # a sign, as in a < b
            continue
        if begun < start:
            yield text[begun:start]
        count += 1
        if count > MOST:
            raise UnsafeError(messages.files.UNSAFE_SIZE)
        if found:
            yield (tag := Tag(found[2].rpartition(":")[2].lower(), bool(found[1]), found[3]))
            at = found.end()
            if tag.name in passed_over and not tag.is_end:
                at = _end_of(tag.name, text, at)
        elif text.startswith(_CDATA, start):
            at = _after(text, _CDATA_END, start)
            yield text[start + len(_CDATA) : at - len(_CDATA_END)].replace("&", "&amp;")
        elif text.startswith(_COMMENT, start):
            at = _after(text, _COMMENT_END, start + len("<!"))
        else:
            at = _after(text, ">", start)
        begun = at
    if begun < len(text):
        yield text[begun:]


def characters(written: str) -> str:
    """Return words with the characters for which references stand."""
    if "&" not in written:
        return written
    try:
        return unescape(written)
    except ValueError:  # a number of thousands of digits
        raise UnclosedError from None


def _begins_markup(text: str, start: int) -> bool:
    """Whether what begins with `<` is no mere sign; UnclosedError if it is a tag without an end."""
    following = text[start + 1 : start + 3]
    if following[:1] == "/" and following[1:].isascii() and following[1:].isalpha():
        raise UnclosedError
    if following[:1].isascii() and following[:1].isalpha():
        raise UnclosedError
    return following[:1] in ("!", "?", "/")


def _end_of(name: str, text: str, at: int) -> int:
    """Return where the content of an element ends."""
    found = _ENDS[name].search(text, at)
    if found is None:
        raise UnclosedError
    return found.start()


def _after(text: str, end: str, start: int) -> int:
    """Return where that goes on which ends so."""
    found = text.find(end, start)
    if found < 0:
        raise UnclosedError
    return found + len(end)
