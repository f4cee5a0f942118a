"""The text before a number, and the clauses it is cut into."""

import re
from functools import lru_cache

from msgspec import Struct

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP
from converter.verify.claims.claim import Claim

CACHED_SEGMENTS = 4096  # segments that are not cut again
_CLAUSE_END = re.compile(f"[,;:{COMMA}{ENUMERATION_COMMA}{FULL_STOP}]")
_STRETCH_END = re.compile(f"[,;{COMMA}{FULL_STOP}]")
_BRACKET = re.compile(r"[()]")
_REMARK = re.compile(r"\([^()]{0,200}\)")


class Mention(Struct, frozen=True):
    """A number where it stands in a text.

    - `claim`: what is known of it without the words around it.
    - `segment`: the text before it, from the number before or from the start of the sentence.
    - `text`: all of its paragraph, where the number goes from `start` up to `end`.
    """

    claim: Claim
    segment: str
    text: str
    start: int
    end: int

    @property
    def head(self) -> str:
        """The clause right before the number."""
        return last_clause(self.segment)

    def followed_by(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the words of a pattern that stand right behind the number, None for others."""
        return pattern.match(self.text, self.end)

    def joins_next(self, joined: re.Pattern[str]) -> bool:
        """Whether only words that join numbers stand between it and the next one."""
        found = self.followed_by(joined)
        return bool(found and self.text[found.end() : found.end() + 1].isdigit())


@lru_cache(maxsize=CACHED_SEGMENTS)
def clauses_of(segment: str) -> tuple[str, ...]:
    """Return the clauses of a segment that are not empty; what an open bracket begins is one of its own."""
    open_brackets, cuts = list[int](), list[int]()
    for bracket in _BRACKET.finditer(segment):
        if bracket[0] == "(":
            open_brackets.append(bracket.start())
        elif open_brackets:
            open_brackets.pop()
        else:
            cuts.append(bracket.start())
    if cuts := cuts + open_brackets:
        marks = list(segment)
        for at in cuts:
            marks[at] = ","
        segment = "".join(marks)
    return tuple(clause for clause in _CLAUSE_END.split(segment) if clause)


def last_clause(segment: str) -> str:
    """Return the last clause of a segment that is not empty, without the mark that ends it."""
    return next(reversed(clauses_of(segment)), "")


def ends_clause(segment: str) -> bool:
    """Whether a clause ends in a segment, more than a name in a row of them."""
    return bool(_STRETCH_END.search(segment))


def bracket_steps(segment: str) -> tuple[int, int]:
    """Return how many brackets of numbers before a segment end in it, and how many begin for those after."""
    opened = closed = 0
    for bracket in _BRACKET.finditer(segment):
        if bracket[0] == "(":
            opened += 1
        elif opened:
            opened -= 1
        else:
            closed += 1
    return closed, opened


def without_remarks(segment: str) -> str:
    """Return a segment with blanks for what stands in brackets that close before its number."""
    return _REMARK.sub(lambda found: " " * len(found[0]), segment)
