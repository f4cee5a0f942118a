"""What part of a sentence is about: the item it names, the basis, what it compares with."""

import re
from collections.abc import Collection, Mapping

from msgspec.structs import replace

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP
from converter.pack import Comparison, Pack
from converter.verify.claims.names import FoundName, names_by_unit
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.phrases import NamedItem, PhraseReader
from converter.verify.claims.sentences.segments import clauses_of
from converter.verify.claims.sentences.state.paragraph import ParagraphState

_SERIES_END = re.compile(f"[,;:{COMMA}{FULL_STOP}]")
_LABEL = re.compile(f"(?:^|[;{FULL_STOP}])(?P<label>[^,;:{COMMA}{FULL_STOP}]+):[^,;:{COMMA}{FULL_STOP}]*$")


class ClauseReader:
    """Reads clauses by one pack's names and patterns; `parts` are the items an item is made of."""

    def __init__(self, pack: Pack, patterns: Patterns, parts: Mapping[str, Collection[str]]) -> None:
        self.patterns, self.names, self.parts = patterns, names_by_unit(pack), parts
        self._sentences = pack.sentences
        self.money = self.names[pack.money]
        self.phrases = {
            unit: PhraseReader(pack, patterns, names.targets) for unit, names in self.names.items()
        }
        self.phrases_of_money = self.phrases[pack.money]

    def compared(self, segment: str) -> tuple[str, str]:
        """Return what is compared and what it is compared with, as far as the last clauses say."""
        clauses = clauses_of(segment)
        subject = ""
        for clause in reversed(clauses):
            found = self.patterns.compared.search(clause)
            if found and (not subject or not found.start()):
                reference, behind = self._reference(clause[found.start() :])
                return subject or clause[: found.start()] or behind, reference
            if subject:
                break
            if self.named(words := self.without_words_of_change(clause)):
                subject = words
        return subject or (self.without_words_of_change(clauses[-1]) if clauses else ""), ""

    def _reference(self, words: str) -> tuple[str, str]:
        """Return the words that say what something is compared with, and what they end before."""
        end = self.patterns.compared_end.search(words)
        return (words[: end.end()], self.without_words_of_change(words[end.end() :])) if end else (words, "")

    def without_words_of_change(self, clause: str) -> str:
        """Return a clause up to the words that say how much something changed."""
        patterns = (self.patterns.excess, self.patterns.change, self.patterns.rate)
        starts = [found.start() for pattern in patterns if (found := pattern.search(clause))]
        return clause[: min(starts, default=len(clause))]

    def named(self, phrase: str, unit: str = "") -> NamedItem | None:
        """Return the item a phrase names, of money if no unit is given, None if it names none."""
        return self.phrases.get(unit, self.phrases_of_money).item(phrase)

    def item(self, state: ParagraphState, phrase: str, segment: str, unit: str = "") -> NamedItem | None:
        """Return the item of a number: the one its phrase names, else the pack's named last before it in
        the segment, else the one spoken of last; None if nothing tells."""
        if found := self.named(phrase, unit):
            return self._titled(state, found, phrase) if unit and not found.known else found
        for clause in reversed(clauses_of(segment)[:-1]):
            subject = self.patterns.compared.split(clause, 1)[0]
            if (before := self.named(subject, unit)) and (before.known or _is_titled(subject)):
                return before
        if labelled := self._labelled(phrase, segment):
            return labelled
        item, known = state.subject
        alone = self.phrases_of_money.alone(phrase)
        if alone and (not item or (alone := self._against(state, alone))):
            return alone
        return (
            NamedItem(item, "", "", known) if item and not self.phrases_of_money.says_more(phrase) else None
        )

    def _titled(self, state: ParagraphState, found: NamedItem, phrase: str) -> NamedItem:
        """Return an item as that of the heading if the phrase, whatever it says before, ends in its name."""
        topic, name = state.topic, self.money.last(phrase)
        if not topic or not topic.known or state.last.claim or not name or name.item != topic.item:
            return found
        return found if self.phrases_of_money.says_more(phrase[name.end :]) else topic

    def _against(self, state: ParagraphState, alone: NamedItem) -> NamedItem | None:
        """Return what a bare word for expenditure means behind income: what stands against that."""
        opposites = self._sentences.opposites
        for item in (state.subject[0], *reversed(state.items.basis)):
            if item not in opposites:
                return None
            if opposites[item]:
                is_opposite = alone.item in opposites.values()
                return replace(alone, item=opposites[item]) if is_opposite else None
        return None

    def figure(self, clause: str, unit: str) -> FoundName | None:
        """Return the last name of a figure in a clause, None if words of a basis before make it another."""
        name = self.names[unit].last(clause)
        if name and any(pattern.search(clause[: name.start]) for _, pattern in self.patterns.bases):
            return None
        return name

    def apart(self, state: ParagraphState, named: NamedItem, segment: str) -> NamedItem:
        """Return an item as that of the level or month that the sentence speaks of, if it does of one."""
        *before, head = clauses_of(segment) or [""]
        told = [self.patterns.apart.search(head), *map(self.patterns.apart.fullmatch, before)]
        unsaid = "" if self.patterns.beside_parts.search(head) else state.sentence.level_or_month
        level_or_month = state.sentence.level_or_month = next((found[0] for found in told if found), unsaid)
        return replace(named, item=level_or_month + named.item, known=False) if level_or_month else named

    def _labelled(self, phrase: str, segment: str) -> NamedItem | None:
        """Return the item that stands before a colon, if nothing but words that name none follow."""
        found = _LABEL.search(segment)
        if not found or (phrase != found["label"] and self.phrases_of_money.says_more(phrase)):
            return None
        label = self.patterns.heading_end.sub("", found["label"])
        return self.named(label) or self.phrases_of_money.alone(found["label"])

    def named_in_a_row(self, segment: str) -> tuple[NamedItem | None, ...]:
        """Return the items that the last clause of a segment names one after the other."""
        *first, last = _SERIES_END.split(segment)[-1].split(ENUMERATION_COMMA)
        known = self.phrases_of_money.known(last)
        names = [*first, *([last] if known else self.patterns.joined.split(last))]
        return tuple(self.named(name) for name in names if name)

    def basis(self, text: str, state: ParagraphState) -> str:
        """Return the basis a clause speaks of; the parts of a whole are on its basis unless they say so."""
        found = next((basis for basis, pattern in self.patterns.bases if pattern.search(text)), "")
        if not found:
            unsaid = state.whole.basis if state.whole else state.sentence.basis
            is_this_years = self.patterns.names_this_year.search(text) and self.is_another_years(unsaid)
            return state.headings.kind if is_this_years else unsaid
        if state.sentence.is_of_other_year and not self.is_another_years(found):
            return self.patterns.bases[0][0]
        last_years, kind = self._sentences.prior + self._sentences.basis, state.headings.kind
        if found == last_years and kind != self._sentences.basis and not self.patterns.settled.search(text):
            return self._sentences.prior + kind
        return found

    def is_another_years(self, basis: str) -> bool:
        """Whether a basis is not of the report's year."""
        return basis.startswith(self._sentences.prior) or basis == self.patterns.bases[0][0]

    def comparison(self, state: ParagraphState, text: str, of_basis: str, item: str) -> Comparison:
        """Return what a clause compares an item's amount on a basis with, or else its sentence so far.

        That is no budget if of the item nothing but the budget was spoken of.
        """
        listed = state.listing.comparison if state.listing else None
        compared = (state.sentence.comparison, listed)
        only = state.items.bases.get(item) in ({of_basis}, {of_basis, self._sentences.prior + of_basis})
        before = (each for each in compared if each and not (only and each.against == of_basis))
        said, default = self._comparison(text), self.patterns.comparisons[-1][0]
        if not said and (carried := next(before, None)):
            return carried
        is_settled = said and (said is not default or self.patterns.settled.search(text))
        return said if said and is_settled else self.with_last_year(of_basis)

    def with_last_year(self, of_basis: str) -> Comparison:
        """Return the comparison of an amount on a basis with last year's."""
        return self.comparison_with(self._sentences.prior + of_basis) or self.patterns.comparisons[-1][0]

    def comparison_with(self, basis: str) -> Comparison | None:
        """Return the comparison with a basis, None if the pack has none."""
        return next((each for each, _ in self.patterns.comparisons if each.against == basis), None)

    def says_comparison(self, text: str) -> bool:
        """Whether words say what is compared with."""
        return self._comparison(text) is not None

    def _comparison(self, text: str) -> Comparison | None:
        return next(
            (comparison for comparison, pattern in self.patterns.comparisons if pattern.search(text)), None
        )

    def of_basis(self, state: ParagraphState, item: str, text: str, against: str = "") -> str:
        """Return the basis of the amount of an item that a change is of."""
        said = next((basis for basis, pattern in self.patterns.bases if pattern.search(text)), "")
        if said and said != against and not self.is_another_years(said):
            return said
        unsaid = state.whole.basis if state.whole else state.headings.kind
        found = state.items.basis.get(item, unsaid)
        return self._sentences.basis if found == against or self.is_another_years(found) else found


def _is_titled(subject: str) -> bool:
    """Whether a subject ends in the word for its rank in brackets, and is no remark in brackets itself."""
    return subject.endswith(")") and not subject.startswith("(")
