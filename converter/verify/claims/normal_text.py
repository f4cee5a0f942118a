"""Text in normal form that still knows where each character came from."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import compress, pairwise

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP, QUOTES

QUOTATION_MARKS = rf"\"'\u2018-\u201f{QUOTES}"
_NOISE = re.compile(rf"[\s\u200b\ufeff{QUOTATION_MARKS}]")
_THOUSANDS = re.compile(rf"(?<![\d.])\d{{1,3}}(?:{COMMA}\d{{3}})+(?![\d{COMMA}])")
_CLAUSE_COMMA = re.compile(r"(?<!\d),|,(?!\d)")  # typed half-width, but not within a number
_GROUPED = re.compile(rf"\d{COMMA}\d")  # few texts have one; a search takes a third of the time

CACHED_TEXTS = 4096  # folded signs and short texts that are not folded again
LONGEST_SENTENCE = 1_000
LONGEST_BRACKET = 500  # one that goes on longer was not closed, and what ends it is of another
_BRACKET = re.compile(r"[()]")
_BRACKET_OR_STOP = re.compile(rf"[()!?{FULL_STOP}]")
_CLAUSE_ENDS = f"{COMMA}{ENUMERATION_COMMA};"
_MINUS = "\N{MINUS SIGN}"
_OF_NUMBERS = "0123456789.,+-"


class _Folding(dict[int, str]):
    """Characters, by their code, in normal form: '' if one is none of the text."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = "" if _NOISE.match(char) else char if char == COMMA else unicodedata.normalize("NFKC", char)
        folded = folded.replace(_MINUS, "-")
        if len(self) < CACHED_TEXTS:
            self[code] = folded
        return folded


_FOLDED = _Folding()


class NormalText:
    """A text without blanks and quotes, in half-width signs: `text` is the result.

    Signs that `noise` matches are left out too. `known` is the result where that is known.

    A comma that parts clauses is full-width, however it was typed: half-width, it would join two numbers into
    one. Between groups of three digits it parts thousands.
    """

    def __init__(self, source: str, noise: re.Pattern[str] | None = None, known: str = "") -> None:
        self.source = source
        text = known or source.translate(_FOLDED)
        self._ignored = [found.span() for found in noise.finditer(text)] if noise else []
        if noise and self._ignored:
            text = noise.sub("", text)
        if "," in text:
            text = _CLAUSE_COMMA.sub(COMMA, text)
        if _GROUPED.search(text):
            text = _THOUSANDS.sub(lambda number: number[0].replace(COMMA, ","), text)
        self.text = text

    @cached_property
    def _positions(self) -> list[int]:
        """Where in the source each character of the text stands."""
        signs = [*map(len, map(_FOLDED.__getitem__, map(ord, self.source)))]
        if max(signs, default=0) > 1:
            positions = [at for at, count in enumerate(signs) for _ in range(count)]
        else:
            positions = [*compress(range(len(signs)), signs)]
        for start, end in reversed(self._ignored):
            del positions[start:end]
        return positions

    def source_bounds(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds in the source of a stretch of the text."""
        return self._positions[start], self._positions[end - 1] + 1

    def source_text(self, start: int, end: int) -> str:
        """Return a stretch of the text as the source has it."""
        first, end_in_source = self.source_bounds(start, end)
        return self.source[first:end_in_source]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The bounds of its sentences: a full stop in a bracket that began within one ends none. One of
        unreasonable length is cut: every number in a sentence is read with all that stands before it there.
        """
        ends = _sentence_ends(self.text)
        bounds = [0, *(end for end in ends if end < len(self.text)), len(self.text)]
        return tuple(piece for start, end in pairwise(bounds) for piece in self._pieces(start, end))

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        while end - start > LONGEST_SENTENCE:
            last = start + LONGEST_SENTENCE
            cut = max(self.text.rfind(sign, start, last) for sign in _CLAUSE_ENDS) + 1
            cut = cut if cut > start else start + len(self.text[start:last].rstrip(_OF_NUMBERS))
            cut = cut if cut > start else last
            yield start, cut
            start = cut
        yield start, end


def _sentence_ends(text: str) -> list[int]:
    """Return where sentences end. A bracket that begins a sentence holds sentences of its own."""
    closes, ends, inside_until = _closed_brackets(text), [0], 0
    for sign in _BRACKET_OR_STOP.finditer(text):
        if sign[0] == "(":
            inside_until = max(inside_until, closes.get(sign.start(), 0) if sign.start() > ends[-1] else 0)
        elif sign[0] != ")" and sign.start() >= inside_until:
            ends.append(sign.end())
    return ends[1:]


def _closed_brackets(text: str) -> dict[int, int]:
    """Return where brackets of reasonable length end, by where they begin."""
    begun, closes = list[int](), dict[int, int]()
    for sign in _BRACKET.finditer(text) if "(" in text else ():
        if sign[0] == "(":
            begun.append(sign.start())
        elif begun and sign.start() - (start := begun.pop()) <= LONGEST_BRACKET:
            closes[start] = sign.start()
    return closes


@lru_cache(maxsize=CACHED_TEXTS)
def normal_text(text: str) -> str:
    """Return the text in normal form."""
    return NormalText(text).text
