"""Recognising a heading by how Chinese official documents number their parts."""

import re

from msgspec import Struct

from converter import chinese

_NUMERAL = f"[{chinese.DIGITS}{chinese.TEN}{chinese.HUNDRED}{chinese.ZEROS}]{{1,5}}"
_OPENING, _CLOSING = rf"[({chinese.OPENING_BRACKET}]", rf"[){chinese.CLOSING_BRACKET}]"
_COMMA, _POINT = chinese.ENUMERATION_COMMA, rf"[.{chinese.FULL_WIDTH_POINT}](?!\d)"
_PART = f"[{chinese.PARTS_OF_A_TEXT}]{chinese.PART_ENDING}?"
# Parts of a document; level 1: numeral and comma; level 2: numeral in brackets; below them digits likewise,
# several with points between them, or in circles.
_NUMBERS = (
    re.compile(rf"\s*{chinese.ORDINAL}\s*(?:{_NUMERAL}|\d{{1,2}})\s*{_PART}\s*[{chinese.COLON}:]?\s*"),
    re.compile(rf"\s*{_NUMERAL}\s*(?:{_COMMA}|{_POINT})\s*"),
    re.compile(rf"\s*{_OPENING}\s*{_NUMERAL}\s*{_CLOSING}\s*{_COMMA}?\s*"),
    re.compile(rf"\s*(?:\d{{1,2}}\s*(?:{_POINT}|{_COMMA})|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?![\d.]))\s*"),
    re.compile(rf"\s*{_OPENING}?\s*\d{{1,2}}\s*{_CLOSING}\s*{_COMMA}?\s*"),
    re.compile(rf"\s*[{chinese.CIRCLED}]\s*{_COMMA}?\s*"),
)
_LEVELS = (1, 1, 2)  # of the first numbers; numbered lists in prose look like the others
_SENTENCE_ENDS = chinese.FULL_STOP + chinese.EXCLAMATION_MARK + chinese.QUESTION_MARK + chinese.SEMICOLON
_SENTENCE_INSIDE = re.compile(f"[{_SENTENCE_ENDS}](?=.)")
_AMOUNT = rf"\d(?:[{''.join(chinese.PERCENT_SIGNS)}]|\w?{chinese.YUAN})"
_STATEMENT = re.compile(rf"[{chinese.COLON}:]{chinese.MEANS}|{_AMOUNT}")  # what a term means, or an amount
_LONGEST = 40


class HeadingNumber(Struct, frozen=True):
    """The number before a line: its rank, 1 for parts of a document, and where it ends."""

    rank: int
    end: int


class NumberedHeading(Struct, frozen=True):
    """A line's level by its number, and what follows the number."""

    level: int
    title: str


def numbered_heading(line: str) -> NumberedHeading | None:
    """Return level and title of a short line numbered like a heading of level 1 or 2, else None.

    A line that is one whole sentence counts, since many write headings so; two sentences do not, nor one
    that tells what a term means, or an amount.
    """
    text = line.strip()
    if len(text) > _LONGEST or _SENTENCE_INSIDE.search(text):
        return None
    if text[-1:] in _SENTENCE_ENDS and _STATEMENT.search(text):
        return None
    for level, number in zip(_LEVELS, _NUMBERS, strict=False):
        if found := number.match(line):
            title = line[found.end() :].strip()
            return NumberedHeading(level, title) if title else None
    return None


def heading_number(line: str) -> HeadingNumber | None:
    """Return the number a line begins with, as chapters or lists are numbered, None if there is none."""
    for rank, number in enumerate(_NUMBERS, start=1):
        if found := number.match(line):
            return HeadingNumber(rank, found.end())
    return None
