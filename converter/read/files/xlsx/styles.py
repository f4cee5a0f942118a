"""Which styles show a number as a date, a time or a duration, and what the number then is."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from converter import messages
from converter.read.files.cells import Scalar
from converter.read.files.xlsx.markup import (
    ATTRIBUTES,
    NotPlainError,
    elements,
    inside,
    read_part,
)

NumberFormat = Callable[[float], Scalar]
"""Gives what a number is in cells of a style."""

_STYLE = re.compile(rf"<xf({ATTRIBUTES})\s?/?>")
_FORMAT = re.compile(r'\snumFmtId="([0-9]{1,9})"')
_DATES = frozenset(
    {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)}
)  # built in; 27 to 36 and 50 to 58
_DURATION = 46  # are those of Chinese, Japanese and Korean programs
_LITERAL = re.compile(
    r'"[^"]*+"?|[\\_*].|\[(?!(?:h{1,9}|m{1,9}|s{1,9})\])[^\]]*+\]?', re.IGNORECASE | re.DOTALL
)
_PART = re.compile(r"\[|[ymdhs]|a/p")  # `[` begins an elapsed time: all other brackets are literal
_EPOCH, _FROM_1904 = datetime(1899, 12, 30), 1462
_PHANTOM = 60  # the 29 February 1900, which there was not: days before it count from a day later
_DAY = 86_400_000  # milliseconds


def date_styles(part: bytes, *, is_1904: bool) -> dict[str, NumberFormat]:
    """Return what a number is in each style that shows dates, by the style's number as cells write it."""
    kinds = read_part(part, messages.files.UNSAFE_PARTS, _kinds)
    since = _FROM_1904 if is_1904 else 0
    shown: dict[str, NumberFormat] = {"date": lambda number: _moment(number, since), "duration": _duration}
    return {style: shown[kind] for style, kind in kinds.items()}


def formats_of_styles(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the codes of formats by their numbers, as far as they are written, and each style's number."""
    codes = {
        about.get("numFmtId", ""): about.get("formatCode", "")
        for about in elements(inside(text, "numFmts"), "numFmt")
    }
    styles = inside(text, "cellXfs")
    formats = [found[1] if (found := _FORMAT.search(written)) else "" for written in _STYLE.findall(styles)]
    if len(formats) != styles.count("<xf"):
        raise NotPlainError
    return codes, formats


def _kinds(text: str) -> dict[str, str]:
    codes, formats = formats_of_styles(text)
    kinds = (_kind(number, codes.get(number)) for number in formats)
    return {str(style): kind for style, kind in enumerate(kinds) if kind}


def _kind(number: str, code: str | None) -> str:
    """Return whether a format shows dates or durations; '' if neither."""
    if code is None:
        if not number.isdecimal():
            return ""
        return "duration" if int(number) == _DURATION else "date" if int(number) in _DATES else ""
    bare = _LITERAL.sub("", code).partition(";")[0].lower()
    first = _PART.search(bare)
    return "" if first is None else "duration" if first[0] == "[" else "date"


def _duration(number: float) -> Scalar:
    try:
        return timedelta(milliseconds=round(number * _DAY))
    except (OverflowError, ValueError):
        return number


def _moment(number: float, since: int) -> Scalar:
    """Return a date, a time of day if the number is below one, or both; the number if it is no day."""
    days = number + since
    try:
        found = _EPOCH + timedelta(milliseconds=round((days if days >= _PHANTOM else days + 1) * _DAY))
    except (OverflowError, ValueError):
        return number
    if number < 1:
        return found.time()
    return found.date() if number == int(number) else found


def moment_in_iso(text: str) -> Scalar:
    """Return the date, the time or both that a text in the form of ISO 8601 names; else the text."""
    kind: type[date | time] = datetime if "T" in text else time if ":" in text else date
    try:
        found = kind.fromisoformat(text)
    except ValueError:
        return text
    return found.replace(tzinfo=None) if isinstance(found, datetime | time) else found
