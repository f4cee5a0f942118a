"""The encoding of a text of tags: what its first bytes say, what it holds, what it declares."""

import re

from converter import messages
from converter.read.files.archive import UnsafeError

_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}+=\s{0,9}+[\"']?([\w-]{1,40}+)")
_TRADITIONAL = frozenset({"big5", "big5-hkscs", "cp950", "x-x-big5"})
_BEGINNING = 4096  # bytes in which an encoding is declared


def decoded(data: bytes) -> str:
    """Return the text; UnsafeError if it is in no encoding of Chinese.

    A text that is UTF-8 is taken for it whatever it declares: texts in other encodings are not by chance.
    NUL is left out, as browsers do.
    """
    begins = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    declared = _DECLARED.search(data[:_BEGINNING].lower())
    other = "cp950" if declared and declared[1].decode() in _TRADITIONAL else "gb18030"
    for encoding in (_MARKS[begins],) if begins else ("utf-8", other):
        try:
            return data.decode(encoding).removeprefix("\ufeff").replace("\0", "")
        except UnicodeDecodeError:
            continue
    raise UnsafeError(messages.files.UNSAFE_ENCODING)
