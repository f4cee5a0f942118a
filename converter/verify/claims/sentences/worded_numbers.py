"""Read words that mean a number: nothing last year, or no change."""

import re
from collections.abc import Iterator

from converter.chinese import COMMA
from converter.figures import ZERO, Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.sentences.changes import ChangeReader
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.state.paragraph import ParagraphState

_RATE = re.compile(rf"[,{COMMA}](?P<words>[^,{COMMA};\d]{{2,6}})\d")


class WordedNumberReader:
    """Reads words for numbers by one pack."""

    def __init__(self, pack: Pack, clauses: ClauseReader, changes: ChangeReader) -> None:
        self._clauses, self._patterns, self._changes = clauses, clauses.patterns, changes
        self._bases = clauses.bases
        self._money = pack.money

    def claims(self, state: ParagraphState, position: int, segment: str) -> Iterator[Claim]:
        """Yield what such words in a segment say, which begins at a position."""
        for pattern, role in ((self._patterns.nil, Role.AMOUNT), (self._patterns.same, Role.CHANGE)):
            found = pattern.search(segment)
            if not found or state.sentence.in_explanation:
                continue
            before, at = segment[: found.start()], position + found.start()
            if self._patterns.explanation.search(before):
                continue
            if role is Role.CHANGE and self._is_before_rate(state.text.text, at + len(found[0])):
                continue  # the same in another respect
            if claim := self._claim(state, before, at, found[0], role):
                yield claim

    def _is_before_rate(self, text: str, end: int) -> bool:
        """Whether right behind words that end at a place a rate follows."""
        rate = _RATE.match(text, end)
        return bool(rate and self._patterns.rate.search(rate["words"]))

    def _claim(self, state: ParagraphState, before: str, at: int, words: str, role: Role) -> Claim | None:
        before = self._changes.without_asides(state, before)
        subject, reference = self._clauses.compared(before)
        item = self._clauses.item(state, subject, before)
        if not item or (state.sentence.has_counted and not item.words):
            return None  # of what was counted, if of anything
        of_basis = self._bases.of_changed(state, item.item, subject)
        if role is Role.AMOUNT:
            comparison = self._bases.with_last_year(of_basis)
        else:
            comparison = self._bases.comparison(state, reference + words, of_basis, item.item)
        claim = Claim(
            state.span(at, at + len(words)), words, Value(ZERO), "", self._money, ZERO, role, item.item,
            comparison.against, reference_basis=comparison.against, known=item.known,
            extent=state.sentence.extent,
        )  # fmt: skip
        if role is Role.AMOUNT:
            return claim
        state.note_change_of_part()
        return self._changes.of(claim, of_basis, comparison)
