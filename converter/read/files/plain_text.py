"""Whether bytes begin a text, and what parts its columns if it is a table."""

_CODES = ("utf-8-sig", "gb18030")
_MARKED = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = "\t,;|"
LONGEST_CHARACTER = 4  # in bytes: so much of one may be cut off
FEWEST_LINES = 3  # with as many columns as one before: fewer may be prose


def is_text(head: bytes, code: str) -> bool:
    """Whether the beginning of a file is a text in an encoding, except for a character cut off at its end."""
    return _decoded(head, code) is not None


def separator_of(head: bytes) -> str:
    """Return the sign that parts the columns of a text that begins so, '' if it is no table, or no text."""
    code = _MARKED.get(head[:2])
    decoded = (_decoded(head, each) for each in ((code,) if code else _CODES))
    text = next((found for found in decoded if found is not None), "")
    if any(ord(sign) < ord(" ") and not sign.isspace() for sign in text):
        return ""
    lines = [line for line in text.splitlines() if line.strip()]
    return next((sign for sign in _SEPARATORS if _parts_columns(sign, lines)), "")


def _parts_columns(sign: str, lines: list[str]) -> bool:
    """Whether enough lines have as many of a sign."""
    counts = [count for line in lines if (count := line.count(sign))]
    return max(map(counts.count, set(counts)), default=0) >= FEWEST_LINES


def _decoded(head: bytes, code: str) -> str | None:
    """Return the text that bytes are but for a character cut off at their end, None if they are none."""
    try:
        return head.decode(code)
    except UnicodeDecodeError as error:
        if error.start <= len(head) - LONGEST_CHARACTER:
            return None
        return head[: error.start].decode(code)
