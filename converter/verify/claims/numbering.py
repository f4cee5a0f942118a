"""How paragraphs, and the parts within a sentence, are numbered."""

import re

from msgspec import Struct

from converter.chinese import COMMA, DIGITS, ENUMERATION_COMMA, FULL_STOP, IS, TEN, YEAR, written_number

_NUMBERED = re.compile(
    rf"\(?(?:(?P<written>[{DIGITS}{TEN}]{{1,3}})|(?P<digits>\d{{1,2}}))"
    rf"(?P<end>\)|[.{ENUMERATION_COMMA}](?!\d)|\.(?=20\d\d{YEAR})|(?<=[{DIGITS}{TEN}]){IS})"
)
POINT_NUMBER = re.compile(rf"(?<=[{COMMA}{FULL_STOP};:]){_NUMBERED.pattern}")
"""The number of a point within a paragraph."""

ITEM_NUMBER = re.compile(
    rf"(?<=[,{COMMA};:])(?:[{DIGITS}]{ENUMERATION_COMMA}|\d[.{ENUMERATION_COMMA}](?!\d))"
)
"""The number of a part within a sentence."""

UNNUMBERED = " "  # the style of paragraphs without numbers


class Numbering(Struct, frozen=True):
    """How a text is numbered: what stands around its number with the kind of this, and the number."""

    style: str = ""
    number: int = 0


def numbering(text: str) -> Numbering:
    """Return how a text is numbered, without a style if it is not."""
    found = _NUMBERED.match(text)
    if not found:
        return Numbering()
    kind, number = ("A", written_number(found["written"])) if found["written"] else ("1", found["digits"])
    return Numbering(f"{'(' if found[0][0] == '(' else ''}{kind}{found['end']}", int(number))


def number_style(text: str) -> str:
    """Return the style in which a text is numbered, '' if it is not."""
    return numbering(text).style
