"""What a stretch of a sentence is about: the item it names, the basis, what it compares with."""

import re

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP
from converter.pack import Comparison, Pack
from converter.verify.claims.names import Named, names_by_unit
from converter.verify.claims.paragraph_state import ParagraphState
from converter.verify.claims.patterns import Patterns

_CLAUSE_END = re.compile(f"[,;:{COMMA}{ENUMERATION_COMMA}{FULL_STOP}]")


class Clauses:
    """Reads stretches of sentences by one pack's names and patterns."""

    def __init__(self, pack: Pack, patterns: Patterns) -> None:
        self.patterns, self.names = patterns, names_by_unit(pack)
        self._basis = pack.sentences.basis
        self.money = self.names[pack.money]

    def named(self, segment: str) -> Named | None:
        """Return the item of money named last in the last clause of a stretch, or else in all of it."""
        return self.money.last(clause(segment)) or self.money.last(segment)

    def item(self, course: ParagraphState, segment: str, named: Named | None) -> tuple[str, bool]:
        """Return the item of an amount: named in its clause, raw in its clause, or named before."""
        if named:
            return named.item, True
        if raw := self.raw(clause(segment)):
            return raw, False
        if before := self.money.last(segment):
            return before.item, True
        return course.subject

    def compared(self, course: ParagraphState, segment: str) -> tuple[str, bool]:
        """Return the item of a change or rate."""
        if named := self.named(segment):
            return named.item, True
        text = clause(segment)
        patterns = [*(pattern for _, pattern in self.patterns.comparisons), self.patterns.change]
        starts = [found.start() for pattern in patterns if (found := pattern.search(text))]
        raw = self.raw(text[: min(starts)][:-1]) if starts and min(starts) > 1 else ""
        return (raw, False) if raw else course.subject

    def raw(self, text: str) -> str:
        """Return what is left of a clause without the words that name no item."""
        for _, pattern in self.patterns.bases:
            text = pattern.sub("", text)
        return self.patterns.generic.sub("", self.patterns.generic.sub("", text))

    def basis(self, text: str) -> str:
        """Return the basis a clause speaks of."""
        return next((basis for basis, pattern in self.patterns.bases if pattern.search(text)), self._basis)

    def comparison(self, course: ParagraphState, text: str, segment: str) -> Comparison:
        """Return what a clause compares with, or else its sentence so far."""
        found = self._comparison(text)
        if found is None and course.comparison is None:
            found = self._comparison(segment)
        return found or course.comparison or self.patterns.comparisons[-1][0]

    def _comparison(self, text: str) -> Comparison | None:
        return next((each for each, pattern in self.patterns.comparisons if pattern.search(text)), None)


def clause(segment: str) -> str:
    """Return the last clause of a segment: what stands after its last mark, or before a mark at its end."""
    return next((part for part in reversed(_CLAUSE_END.split(segment)) if part), "")


def without(text: str, named: Named | None) -> str:
    """Return a clause without the name found in it, whose words are not about a basis."""
    return text[: named.start] + text[named.end :] if named and named.end <= len(text) else text
