"""Many texts that are alike, kept once: phrases with gaps, and what fills the gaps of each text."""

import re
from typing import Any

# What differs between texts that are else alike: names of files, addresses of cells, numbers.
_FILLING = re.compile(
    r"(\w[\w()-]*\.(?:xlsx|xlsm|xlsb|xls|ods|et|docx)|-?[A-Z]{0,3}\d(?:[\d,.]*\d)?)", re.IGNORECASE
)

Packed = int | list[int | str]


class Phrases:
    """Packs texts into numbers of phrases, each followed by what fills its gaps.

    A phrase is the list of its pieces between the gaps. Names of files fill a gap by their number among
    `words`, addresses and numbers as they are.
    """

    def __init__(self) -> None:
        self._phrases: dict[tuple[str, ...], int] = {}
        self._words: dict[str, int] = {}

    def pack(self, text: str) -> Packed:
        """Return the text packed: a phrase's number alone where it has no gaps."""
        parts = _FILLING.split(text)
        pieces, fillings = tuple(parts[::2]), parts[1::2]
        number = self._phrases.setdefault(pieces, len(self._phrases))
        return [number, *map(self._fill, fillings)] if fillings else number

    def plain(self) -> dict[str, list[Any]]:
        """Return all phrases and words, each at the place of its number."""
        return {"phrases": [list(pieces) for pieces in self._phrases], "words": list(self._words)}

    def _fill(self, filling: str) -> int | str:
        if filling[-1].isdigit():
            return filling
        return self._words.setdefault(filling, len(self._words))
