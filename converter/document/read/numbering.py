"""Recognising a heading by how Chinese official documents number their parts."""

import re
from typing import NamedTuple

# Numerals one to ten, hundred, and the two ways of writing nought.
_NUMERAL = "[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u96f6\u3007]{1,5}"
# Level 1: numeral and enumeration comma. Level 2: numeral in brackets. Levels 3 and 4: digits likewise.
_NUMBERS = (
    re.compile(rf"\s*{_NUMERAL}\s*\u3001\s*"),
    re.compile(rf"\s*[(\uff08]\s*{_NUMERAL}\s*[)\uff09]\s*"),
    re.compile(r"\s*\d{1,2}\s*(?:[.\uff0e](?!\d)|\u3001)\s*"),
    re.compile(r"\s*[(\uff08]\s*\d{1,2}\s*[)\uff09]\s*"),
)
_BY_TEXT_ALONE = 2  # numbered lists in prose look like levels 3 and 4
_SENTENCE_INSIDE = re.compile("[\u3002\uff01\uff1f\uff1b](?=.)")
_LONGEST = 40


class NumberedHeading(NamedTuple):
    """A line's level by its number, and what follows the number."""

    level: int
    title: str


def numbered(line: str) -> NumberedHeading | None:
    """Return level and title of a short line numbered like a heading of level 1 or 2, else None.

    A line that is one whole sentence counts, since many write headings so; two sentences do not.
    """
    if len(line.strip()) > _LONGEST or _SENTENCE_INSIDE.search(line.strip()):
        return None
    for level, number in enumerate(_NUMBERS[:_BY_TEXT_ALONE], start=1):
        if found := number.match(line):
            return (
                NumberedHeading(level, line[found.end() :].strip()) if line[found.end() :].strip() else None
            )
    return None


def without_number(line: str) -> str:
    """Return a heading's text without its number."""
    found = next((match for match in (number.match(line) for number in _NUMBERS) if match), None)
    return line[found.end() if found else 0 :].strip()
