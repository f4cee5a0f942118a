"""What part of a sentence is about: the item it names, the basis, what it compares with."""

import re

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP
from converter.pack import Comparison, Pack
from converter.verify.claims.claim import Claim
from converter.verify.claims.names import FoundName, names_by_unit
from converter.verify.claims.paragraph_state import ParagraphState
from converter.verify.claims.patterns import Patterns

_CLAUSE_END = re.compile(f"[,;:{COMMA}{ENUMERATION_COMMA}{FULL_STOP}]")


class ClauseReader:
    """Reads clauses by one pack's names and patterns.

    A `segment` is the text between the number before, or the start of the sentence, and the number read.
    """

    def __init__(self, pack: Pack, patterns: Patterns) -> None:
        self.patterns, self.names = patterns, names_by_unit(pack)
        self._default_basis = pack.sentences.basis
        self.money = self.names[pack.money]

    def find_name(self, segment: str) -> FoundName | None:
        """Return the last name of a money item in the last clause of a segment, or else in all of it."""
        return self.money.last(last_clause(segment)) or self.money.last(segment)

    def item(self, state: ParagraphState, segment: str, found: FoundName | None) -> tuple[str, bool]:
        """Return the item of an amount, and whether the pack knows it.

        It is the one `found` in the clause, else the clause's own words, else the one named before.
        """
        if found:
            return found.item, True
        if words := self.unknown_item(last_clause(segment)):
            return words, False
        if before := self.money.last(segment):
            return before.item, True
        return state.subject

    def compared_item(self, state: ParagraphState, segment: str) -> tuple[str, bool]:
        """Return the item of a change or rate, and whether the pack knows it."""
        if found := self.find_name(segment):
            return found.item, True
        if words := self._compared_words(segment):
            return words, False
        return state.subject

    def _compared_words(self, segment: str) -> str:
        """Return the words that name what is compared, in the last clause that has any, '' if none has."""
        compared = (pattern for _, pattern in self.patterns.comparisons)
        patterns = [*compared, self.patterns.change, self.patterns.rate]
        for clause in reversed(_CLAUSE_END.split(segment)):
            starts = [match.start() for pattern in patterns if (match := pattern.search(clause))]
            if words := self.unknown_item(clause[: max(min(starts) - 1, 0)] if starts else clause):
                return words
        return ""

    def unknown_item(self, text: str) -> str:
        """Return what remains of a clause without the words that name no item."""
        for _, pattern in self.patterns.bases:
            text = pattern.sub("", text)
        return self.patterns.generic.sub("", self.patterns.generic.sub("", text))

    def basis(self, text: str, whole: Claim | None = None) -> str:
        """Return the basis a clause speaks of; the parts of a whole are on its basis unless they say so."""
        unsaid = whole.basis if whole else self._default_basis
        return next((basis for basis, pattern in self.patterns.bases if pattern.search(text)), unsaid)

    def comparison(self, state: ParagraphState, text: str, segment: str) -> Comparison:
        """Return what a clause compares with, or else its sentence so far."""
        found = self._comparison(text)
        if found is None and state.comparison is None:
            found = self._comparison(segment)
        return found or state.comparison or self.patterns.comparisons[-1][0]

    def _comparison(self, text: str) -> Comparison | None:
        return next(
            (comparison for comparison, pattern in self.patterns.comparisons if pattern.search(text)), None
        )


def last_clause(segment: str) -> str:
    """Return the last clause of a segment that is not empty, without the mark that ends it."""
    return next((clause for clause in reversed(_CLAUSE_END.split(segment)) if clause), "")


def without_name(text: str, found: FoundName | None) -> str:
    """Return a clause without the name found in it, whose words say nothing of a basis."""
    return text[: found.start] + text[found.end :] if found and found.end <= len(text) else text
