"""Pages that show a text of which the file tells other letters: their fonts do not tell which each is."""

import unicodedata
from collections.abc import Iterable

from converter.chinese import is_ideograph

LEAST_SIGNS = 50  # beside digits, for a page to be judged
FEW = 0.1  # of them: no page in Chinese has so few Chinese letters
MANY = 0.8  # of them: a page in another language has as many letters
_OF_NUMBERS = frozenset(".,-%()")


def are_lost(texts: Iterable[str]) -> bool:
    """Whether the texts of a page are neither Chinese nor any other language."""
    text = "".join(texts)
    chinese = sum(map(is_ideograph, text))
    if chinese >= FEW * len(text):
        return False
    signs = [sign for sign in text if not (sign in _OF_NUMBERS or _is_none(sign))]
    letters = sum(unicodedata.category(sign).startswith("L") for sign in signs)
    return len(signs) >= LEAST_SIGNS and chinese < FEW * len(signs) and letters < MANY * len(signs)


def _is_none(sign: str) -> bool:
    """Whether a sign is a digit or a blank."""
    return unicodedata.category(sign)[0] in "NZC"
