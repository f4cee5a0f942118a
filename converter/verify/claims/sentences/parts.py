"""Follow which parts of which whole are being listed within a paragraph."""

from converter.chinese import ENUMERATION_COMMA, FULL_STOP
from converter.verify.claims.claim import Claim
from converter.verify.claims.numbering import ITEM_NUMBER, number_style
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.segments import bracket_steps, last_clause, without_remarks
from converter.verify.claims.sentences.state.paragraph import ParagraphState


class PartReader:
    """Opens and closes listings by the words of clauses."""

    def __init__(self, clauses: ClauseReader) -> None:
        self._clauses, self._patterns = clauses, clauses.patterns
        self._bases = clauses.bases

    def enter_or_leave(self, state: ParagraphState, segment: str) -> None:
        """Open and close listings by the words before a number."""
        opening = self._patterns.parts.search(without_remarks(segment))
        before = segment.find("(", opening.end()) if opening else -1
        in_bracket = self._follow_brackets(state, segment[: before if before >= 0 else None])
        if opening and opening.start() and ";" in segment[opening.end() :]:
            opening = None  # what it began has ended without a number
        if self._patterns.adding.search(segment):
            self._close_own(state)  # what is added is no part
        if opening and in_bracket:
            pass  # the bracket has begun the list
        elif opening:
            self._open(state, segment[: opening.start()])
        elif not state.sentence.has_numbers and self._goes_on(state, segment):
            state.listings.resume()
        elif ITEM_NUMBER.search(segment):
            self._close_own(state)
        elif ";" in segment and self._are_over(state, segment):
            state.close_listing()
        if before >= 0:
            self._follow_brackets(state, segment[before:])  # of the first part
        if among := self._patterns.among.search(segment):
            self._among(state, among["whole"])

    def end_sentence(self, state: ParagraphState, rest: str) -> None:
        """Close brackets; remember what a sentence without numbers names: the next one is about it, unless
        the name tells only what money was used for, or why.
        """
        self._follow_brackets(state, rest)
        if state.sentence.has_numbers:
            return
        named = self._clauses.named(last_clause(rest))
        is_title = state.sentence.number == 1 and number_style(state.text.text)
        if self._clauses.patterns.explanation.search(rest):
            named = None
        if named and (named.known or is_title or rest.rstrip(f".{FULL_STOP}:").endswith(")")):
            state.topic, state.last.claim = named, None
        else:
            state.listings.resume()  # a word between parts does not end their list

    def _among(self, state: ParagraphState, whole: str) -> None:
        """Say that a sentence speaks of parts of a whole, and list them if its amount stands before."""
        named = self._clauses.named(whole)
        state.sentence.whole_item = named.item if named else ""
        if not named or state.listings.innermost_own:
            return
        basis = named.basis or self._bases.of_amount(state, whole.replace(named.words, "", 1))
        state.open_listing(state.amount_above(named.item, basis))

    def _open(self, state: ParagraphState, before: str) -> None:
        """Say that parts follow, of the amount that the words before tell, or else the amounts before."""
        is_first = not state.sentence.has_numbers
        whole = self._whole_before(state, before) or self._whole_above(state)
        if is_first and before and (named := self._clauses.named(last_clause(before))):
            whole = state.amount_above(named.item, named.basis or state.sentence.basis) or whole
        state.open_listing(whole)

    @staticmethod
    def _whole_before(state: ParagraphState, before: str) -> Claim | None:
        """Return the amount of the paragraph whose parts begin behind some words of a sentence."""
        last, is_first = state.last, not state.sentence.has_numbers
        if is_first and not before:  # nothing in the sentence tells: of what the one before was about
            interrupted = state.listings.interrupted
            return last.main or last.part or (interrupted.whole if interrupted else None)
        if is_first or ";" in before:  # the parts stated so far are over, their whole is split once more
            outermost = state.listings.close_own()
            return outermost.whole if outermost else last.main
        if last.amount in state.sentence.begun.addition.added:
            return last.amount
        whole = last.part if state.listings and last.part else last.main  # a part may have parts itself
        if whole and last.uncompared and whole.base_unit != last.uncompared.base_unit:
            return last.uncompared
        return whole

    @staticmethod
    def _whole_above(state: ParagraphState) -> Claim | None:
        """Return the amount of a paragraph above whose parts follow, where this one tells none."""
        last = state.last.claim
        if last and last.of_basis:  # it only says how a whole has changed
            return state.above.amounts.get(last.figure_id(last.of_basis))
        return None if last else state.above.only

    @staticmethod
    def _close_own(state: ParagraphState) -> None:
        """Close the listings that the paragraph has begun, except for those in brackets."""
        while (own := state.listings.innermost_own) and own is state.listing and not own.in_brackets:
            state.listings.close_innermost()

    def _follow_brackets(self, state: ParagraphState, segment: str) -> bool:
        """Close and open the lists in brackets; return whether one begins in the segment."""
        closed, opened = bracket_steps(segment)
        for _ in range(closed):
            state.close_brackets()
        for _ in range(opened):
            of_last = state.last.claim is state.last.amount or not state.last.uncompared
            last = state.last.amount if of_last else state.last.uncompared
            state.open_listing(last if state.sentence.amounts else None, in_brackets=True)
        return opened > 0

    def _goes_on(self, state: ParagraphState, segment: str) -> bool:
        """Whether a sentence goes on with the parts that the one before has begun to list: it names one or
        the rest, or is of a numbered part, beside which nothing but its own parts is stated.
        """
        interrupted = state.listings.interrupted
        if not interrupted:
            return False
        named = self._clauses.named(self._clauses.compared(segment)[0] or last_clause(segment))
        if named and not named.known and state.listings.are_inherited_numbered:
            return bool(number_style(state.text.text)) and not self._patterns.change.search(segment)
        of = interrupted.whole.item
        parts = {*self._clauses.parts.get(of, ()), *of.split(ENUMERATION_COMMA)}
        is_rest = bool(self._patterns.rest.search(segment))
        return bool(named and named.item != of and (is_rest or named.item in parts))

    def _are_over(self, state: ParagraphState, segment: str) -> bool:
        """Whether the parts of the innermost whole end before a semicolon: none follows, and they add up to
        it or it is a part itself. Those of what is added end with the addition, those in a bracket with that.
        """
        if state.listing and state.listing.in_brackets:
            return False
        if state.whole in state.sentence.begun.addition.added:
            return False
        may_end = state.parts_add_up or state.listings.are_nested
        return may_end and not self._is_part(state, segment)

    def _is_part(self, state: ParagraphState, segment: str) -> bool:
        """Whether the item before a number is a part of the innermost whole."""
        named = self._clauses.named(last_clause(segment))
        return bool(state.whole and named and named.item in self._clauses.parts.get(state.whole.item, ()))
