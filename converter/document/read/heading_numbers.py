"""Recognising a heading by how Chinese official documents number their parts."""

import re

from msgspec import Struct

from converter import chinese

_NUMERAL = f"[{chinese.DIGITS}{chinese.TEN}{chinese.HUNDRED}{chinese.ZEROS}]{{1,5}}"
_OPENING, _CLOSING = rf"[({chinese.OPENING_BRACKET}]", rf"[){chinese.CLOSING_BRACKET}]"
_COMMA, _POINT = chinese.ENUMERATION_COMMA, rf"[.{chinese.FULL_WIDTH_POINT}](?!\d)"
# Level 1: numeral and enumeration comma. Level 2: numeral in brackets. Levels 3 and 4: digits likewise.
_NUMBERS = (
    re.compile(rf"\s*{_NUMERAL}\s*{_COMMA}\s*"),
    re.compile(rf"\s*{_OPENING}\s*{_NUMERAL}\s*{_CLOSING}\s*"),
    re.compile(rf"\s*\d{{1,2}}\s*(?:{_POINT}|{_COMMA})\s*"),
    re.compile(rf"\s*{_OPENING}\s*\d{{1,2}}\s*{_CLOSING}\s*"),
)
_BY_TEXT_ALONE = 2  # numbered lists in prose look like levels 3 and 4
_SENTENCE_ENDS = chinese.FULL_STOP + chinese.EXCLAMATION_MARK + chinese.QUESTION_MARK + chinese.SEMICOLON
_SENTENCE_INSIDE = re.compile(f"[{_SENTENCE_ENDS}](?=.)")
_LONGEST = 40


class NumberedHeading(Struct, frozen=True):
    """A line's level by its number, and what follows the number."""

    level: int
    title: str


def numbered_heading(line: str) -> NumberedHeading | None:
    """Return level and title of a short line numbered like a heading of level 1 or 2, else None.

    A line that is one whole sentence counts, since many write headings so; two sentences do not.
    """
    if len(line.strip()) > _LONGEST or _SENTENCE_INSIDE.search(line.strip()):
        return None
    for level, number in enumerate(_NUMBERS[:_BY_TEXT_ALONE], start=1):
        if found := number.match(line):
            title = line[found.end() :].strip()
            return NumberedHeading(level, title) if title else None
    return None


def without_number(line: str) -> str:
    """Return a heading's text without its number."""
    found = next((match for match in (number.match(line) for number in _NUMBERS) if match), None)
    return line[found.end() if found else 0 :].strip()
