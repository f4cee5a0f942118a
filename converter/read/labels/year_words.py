"""The years in labels as the words of a pack for this year and for last, wherever a label names them."""

import re

from converter.chinese import ENDS_OF_A_YEAR, YEAR
from converter.read.labels.years import years_replaced


class YearWords:
    """A pack's words for this year and for last."""

    def __init__(self, this: str, last: str) -> None:
        self._this, self._last = this, last
        self._in_brackets = re.compile(rf"^([^()]+)\(({this}|{last})\)$")
        self._said_anyway = re.compile(
            rf"^(?:{this}(?={this}|{last}|{YEAR}[{ENDS_OF_A_YEAR}])|{last}(?={last}))"
        )

    def in_words(self, label: str, year: int) -> str:
        """Return a label in normal form with `year` and the year before in words, in front of the rest.

        What is of this year anyway, such as its end, is not said to be so once more.
        """
        names = {year: self._this, year - 1: self._last}
        text = self._in_brackets.sub(r"\2\1", years_replaced(label, lambda found: names.get(found, "")))
        return self._said_anyway.sub("", text)

    def also_of_this_year(self, words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
        """Return header words, and for each that names no year the same of this year, unless that is in
        `others`.
        """
        undated = (word for word in words if not word.startswith((self._this, self._last)))
        return words.union(dated for word in undated if (dated := f"{self._this}{word}") not in others)

    def undated(self, words: frozenset[str]) -> frozenset[str]:
        """Return words without those of this year that are among them without the year as well."""
        return words - frozenset(f"{self._this}{word}" for word in words)

    def is_this_years(self, word: str) -> bool:
        """Whether a word speaks of this year alone."""
        return word.startswith(self._this)
