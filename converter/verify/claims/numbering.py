"""How paragraphs, and the parts within a sentence, are numbered."""

import re

from converter.chinese import COMMA, DIGITS, ENUMERATION_COMMA, TEN

_NUMBERED = re.compile(
    rf"(?P<style>\((?=[{DIGITS}{TEN}])|(?=[{DIGITS}{TEN}])|\((?=\d)|(?=\d))(?:[{DIGITS}{TEN}]+|\d{{1,2}})(?P<end>[).{ENUMERATION_COMMA}](?!\d))"
)

ITEM_NUMBER = re.compile(
    rf"(?<=[,{COMMA};:])(?:[{DIGITS}]{ENUMERATION_COMMA}|\d[.{ENUMERATION_COMMA}](?!\d))"
)
"""The number of a part within a sentence."""

WITHIN_SENTENCE = ":"  # the style of parts that are numbered there
UNNUMBERED = " "  # the style of paragraphs without numbers


def number_style(text: str) -> str:
    """Return how a text is numbered, '' if it is not: what stands around its number, and its kind."""
    found = _NUMBERED.match(text)
    if not found:
        return ""
    kind = "1" if any(char.isdigit() and char.isascii() for char in found[0]) else "A"
    return f"{'(' if found[0][0] == '(' else ''}{kind}{found['end']}"
