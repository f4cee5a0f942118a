"""Which item the clauses before a number are about."""

import re
from collections.abc import Collection, Mapping

from msgspec.structs import replace

from converter.chinese import COMMA, ENUMERATION_COMMA, FULL_STOP
from converter.pack import Pack
from converter.verify.claims.names import names_by_unit
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.bases import BasisReader
from converter.verify.claims.sentences.phrases import NamedItem, PhraseReader
from converter.verify.claims.sentences.segments import clauses_of
from converter.verify.claims.sentences.state.paragraph import ParagraphState

_SERIES_END = re.compile(f"[,;:{COMMA}{FULL_STOP}]")
_LABEL = re.compile(f"(?:^|[;{FULL_STOP}])(?P<label>[^,;:{COMMA}{FULL_STOP}]+):[^,;:{COMMA}{FULL_STOP}]*$")


class ClauseReader:
    """Reads clauses by one pack's names and patterns; `parts` are the items an item is made of."""

    def __init__(self, pack: Pack, patterns: Patterns, parts: Mapping[str, Collection[str]]) -> None:
        self.patterns, self.names, self.parts = patterns, names_by_unit(pack), parts
        self.bases, self._sentences = BasisReader(pack, patterns), pack.sentences
        self.money = self.names[pack.money]
        self.phrases = {unit: PhraseReader(pack, patterns, names) for unit, names in self.names.items()}
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

    def without_purpose(self, segment: str) -> str:
        """Return a segment without what money is said to be used for: up to the clause that compares, or else
        to the last one.
        """
        purpose = self.patterns.purpose.search(segment)
        if not purpose:
            return segment
        ends = [found.start() for found in _SERIES_END.finditer(segment, purpose.end())]
        ends = [at for at in ends if at >= segment.rfind(";")]
        compares = (at for at in ends if self.patterns.compared.match(segment, at + 1))
        return segment[: purpose.start()] + segment[next(compares, ends[-1]) :] if ends else segment

    def named(self, phrase: str, unit: str = "") -> NamedItem | None:
        """Return the item a phrase names, of money if no unit is given, None if it names none."""
        return self.phrases.get(unit, self.phrases_of_money).item(phrase)

    def item(self, state: ParagraphState, phrase: str, segment: str, unit: str = "") -> NamedItem | None:
        """Return the item of a number behind a segment, `phrase` what is left of its clause; None if nothing
        tells.

        1. What the phrase names; that is the item of the heading, if the phrase ends in its name.
        2. What a clause before it names: one of the pack's, or one with its rank behind it in brackets.
        3. What stands before a colon.
        4. A word that means an item only by itself, if nothing was spoken of, or as what stands against that.
        5. The item spoken of last, unless the phrase speaks of something that has no name; its other side, if
           the phrase is of expenditure and that of income, or the other way round.
        """
        if found := self.named(phrase, unit):
            return self._titled(state, found, phrase) if unit and not found.known else found
        for clause in reversed(clauses_of(segment)[:-1]):
            subject = self.patterns.unspent.sub("", self.patterns.compared.split(clause, 1)[0])
            if (before := self.named(subject, unit)) and (before.known or _is_titled(subject)):
                return before
        if labelled := self._labelled(phrase, segment):
            return labelled
        item, known = state.subject
        alone = self.phrases_of_money.alone(phrase)
        if alone and (not item or (alone := self._against(state, alone))):
            return alone
        if not item or self.phrases_of_money.has_content(phrase):
            return None
        main = state.last.main if not state.whole else None
        opposite = self._other_side(main.item, phrase) if main else None
        return opposite or self._other_side(item, phrase) or NamedItem(item, "", "", known)

    def _other_side(self, item: str, phrase: str) -> NamedItem | None:
        """Return what stands against an item, if a phrase is of the side that the item is not of."""
        found = self.patterns.side.search(phrase)
        other = self._sentences.sides[found["side"]] if found else ""
        if not found or found["side"] in item or other not in item:
            return None
        name = found["side"].join(item.rsplit(other, 1))
        known = self.phrases_of_money.known(name)
        return NamedItem(known.item if known else name, "", found[0], known is not None)

    def _titled(self, state: ParagraphState, found: NamedItem, phrase: str) -> NamedItem:
        """Return an item as that of the heading if the phrase, whatever it says before, ends in its name."""
        topic, name = state.topic, self.money.last(phrase)
        if not topic or not topic.known or state.last.claim or not name or name.item != topic.item:
            return found
        return found if self.phrases_of_money.has_content(phrase[name.end :]) else topic

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

    def _labelled(self, phrase: str, segment: str) -> NamedItem | None:
        """Return the item that stands before a colon, if nothing but words that name none follow."""
        found = _LABEL.search(segment)
        if not found or (phrase != found["label"] and self.phrases_of_money.has_content(phrase)):
            return None
        label = self.patterns.heading_end.sub("", found["label"])
        return self.named(label) or self.phrases_of_money.alone(found["label"])

    def named_in_a_row(self, segment: str, size: int) -> tuple[NamedItem, ...]:
        """Return the items, as many as there are numbers, that the last clause of a segment names one after
        the other; none if it names more or fewer.
        """
        *first, last = _SERIES_END.split(segment)[-1].split(ENUMERATION_COMMA)
        for names in ([*first, last], [*first, *self.patterns.joined.split(last)]):
            named = [found for name in filter(None, names) if (found := self.named(name))]
            if len(named) == size:
                return tuple(named)
        return ()

    def joint(self, segment: str) -> NamedItem | None:
        """Return several items of the pack that the last clause of a segment names, one after the other, as
        one that has no name: what they come to together. Income and what stands against it are one amount.
        """
        phrase, pieces = _SERIES_END.split(segment)[-1], list[str]()
        for words in phrase.split(ENUMERATION_COMMA):
            pieces += [words] if self.phrases_of_money.known(words) else self.patterns.joined.split(words)
        if len(pieces) < 2 or self.patterns.every.search(phrase):
            return None
        known = [self.phrases_of_money.known(piece) for piece in pieces if piece]
        items = dict.fromkeys(each.item for each in known if each)
        is_both_sides = any(items.keys() == {*sides} for sides in self._sentences.opposites.items())
        if None in known or len(items) < 2 or is_both_sides:
            return None
        return NamedItem(ENUMERATION_COMMA.join(items), "", phrase, known=False)


def _is_titled(subject: str) -> bool:
    """Whether a subject ends in the word for its rank in brackets, and is no remark in brackets itself."""
    return subject.endswith(")") and not subject.startswith("(")
