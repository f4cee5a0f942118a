"""Follow which parts of which whole are being listed, within a paragraph and over several."""

import re

from converter.chinese import COMMA, DIGITS, ENUMERATION_COMMA, FULL_STOP, TEN, YEAR
from converter.pack import Pack
from converter.verify.claims.claim import Claim
from converter.verify.claims.sentences.clauses import ClauseReader, bracket_steps, last_clause
from converter.verify.claims.sentences.listings import Listing
from converter.verify.claims.sentences.paragraph_state import ParagraphState
from converter.verify.claims.sentences.text_state import TextState

_NUMBERED = re.compile(
    rf"(?P<style>\((?=[{DIGITS}{TEN}])|(?=[{DIGITS}{TEN}])|\((?=\d)|(?=\d))(?:[{DIGITS}{TEN}]+|\d{{1,2}})(?P<end>[).{ENUMERATION_COMMA}](?!\d))"
)

_FIRST_NUMBER = re.compile(rf"(?<=[^\d.])\d[\d,]*(?:\.\d+)?(?![\d,.{YEAR}])")

_REMARK = re.compile(r"\([^()]{0,200}\)")

COLON = ":"  # the style of parts that are numbered within a sentence
UNNUMBERED = " "  # the style of paragraphs without numbers
FIRST_WORDS = 30  # of a paragraph: they name what it is about
_ITEM_NUMBER = rf"(?<=[,{COMMA};:])(?:[{DIGITS}]{ENUMERATION_COMMA}|\d[.{ENUMERATION_COMMA}](?!\d))"


class PartReader:
    """Opens and closes listings by one pack's words."""

    def __init__(self, pack: Pack, clauses: ClauseReader) -> None:
        self._sentences, self._clauses, self._patterns = pack.sentences, clauses, clauses.patterns

    def enter_or_leave(self, state: ParagraphState, segment: str) -> None:
        """Open and close listings by the words before a number."""
        opening = self._patterns.parts.search(_without_remarks(segment))
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
            self._number_parts(state, segment[opening.end() :])
        elif not state.sentence.has_numbers and self._goes_on(state, segment):
            state.listings.resume()
        elif numbered := list(re.finditer(_ITEM_NUMBER, segment)):
            self._numbered(state, segment[: numbered[-1].start()])
        elif ";" in segment and len(state.listings) > 1 and not self._is_part(state, segment):
            state.listings.close_innermost()
        if before >= 0:
            self._follow_brackets(state, segment[before:])  # of the first part
        if among := self._patterns.among.search(segment):
            self._among(state, among["whole"])
        self._explanations(state, segment)

    def end_sentence(self, state: ParagraphState, rest: str) -> None:
        """Close brackets; remember what a sentence without numbers names: the next one is about it."""
        self._follow_brackets(state, rest)
        if state.sentence.has_numbers:
            return
        named = self._clauses.named(last_clause(rest))
        is_title = state.sentence.number == 1 and _number_style(state.text.text)
        if named and (named.known or is_title or rest.rstrip(f".{FULL_STOP}:").endswith(")")):
            state.topic, state.last.claim = named, None
        else:
            state.listings.resume()  # a word between parts does not end their list

    def keep_open(self, state: ParagraphState) -> None:
        """Keep a listing for the paragraphs below if this one ends in the words that begin it."""
        main, amounts, with_share = state.last.main, state.sentence.amounts, state.items.with_share
        if main and main.item in with_share and len(with_share) > 1 and not amounts:
            return  # the last of those told of is not what is listed
        if self._patterns.listed.search(state.text.text) and main:
            nested = state.listings.innermost_own and amounts
            whole = state.last.part if nested and state.last.part else main
            siblings = frozenset(claim.item for claim in amounts)
            if state.whole and (among := state.sentence.whole_item) and state.whole.item == among:
                whole, siblings = state.whole, frozenset()  # its parts are taken up one by one
            if not amounts:
                last = state.text.text[slice(*state.text.sentences[-1])]
                whole = self._announced(state.above, last) or whole
            listing = state.above.new_listing(whole, state.comparison)
            listing.of_numbered, listing.siblings = _number_style(state.text.text), siblings
            state.above.listings.append(listing)

    def open_by_name(self, above: TextState, text: str) -> bool:
        """Begin the listing that a paragraph without numbers announces; return whether it does."""
        whole = self._announced(above, text) if self._patterns.listed.search(text) else None
        if whole is None:
            return False
        listing = above.new_listing(whole, None)
        listing.of_numbered = _number_style(text)
        above.listings.append(listing)
        return True

    def _announced(self, above: TextState, text: str) -> Claim | None:
        """Return the amount whose parts a text without numbers announces."""
        opening = self._patterns.parts.search(text)
        words = self._patterns.heading_end.sub("", last_clause(text[: opening.start()])) if opening else ""
        named = self._clauses.named(words) if words else None
        return above.amounts.get(f"{named.item}.{named.basis or above.section.basis}") if named else None

    def go_on(self, above: TextState, text: str) -> None:
        """Close the listings of the paragraphs above that this one is no part of."""
        style = _number_style(text)
        while above.listings:
            listing = above.listings[-1]
            if not listing.numbered and (style != listing.of_numbered or not style):
                listing.numbered = style or UNNUMBERED
            if listing.numbered == (style or UNNUMBERED) and self._begins_with_part(listing, text, style):
                return
            above.listings.pop()

    def _begins_with_part(self, listing: Listing, text: str, style: str) -> bool:
        """Whether a paragraph begins with a part of a whole, as far as the pack knows its parts."""
        parts = self._clauses.parts.get(listing.whole.item)
        first = self._clauses.phrases_of_money.first(_FIRST_NUMBER.split(text[:FIRST_WORDS], 1)[0])
        if first in listing.siblings:
            return False
        return bool(style) or parts is None or not first or first in parts

    def _among(self, state: ParagraphState, whole: str) -> None:
        """Say that a sentence speaks of parts of a whole, and list them if its amount stands before."""
        named = self._clauses.named(whole)
        state.sentence.whole_item = named.item if named else ""
        if not named or state.listings.innermost_own:
            return
        basis = named.basis or self._clauses.basis(whole.replace(named.words, "", 1), state)
        state.open_listing(state.above.amounts.get(f"{named.item}.{basis}"))

    def _open(self, state: ParagraphState, before: str) -> None:
        is_first, interrupted = not state.sentence.has_numbers, state.listings.interrupted
        if is_first and not before:
            whole = state.last.main if state.last.main else state.last.part
        elif is_first or ";" in before:
            outermost = state.listings.close_own()
            whole = outermost.whole if outermost else state.last.main
        else:
            whole = state.last.part if state.listings and state.last.part else state.last.main
            if whole and state.last.stated and whole.base_unit != state.last.stated.base_unit:
                whole = state.last.stated
        if is_first and not state.sentence.amounts and interrupted and not before:
            whole = whole or interrupted.whole
        last = state.last.claim
        if whole is None and last and last.of_basis:  # it only says how a whole has changed
            whole = state.above.amounts.get(f"{last.item}.{last.of_basis}")
        if whole is None and not last:
            whole = state.above.only
        if is_first and before and (named := self._clauses.named(last_clause(before))):
            whole = state.above.amounts.get(f"{named.item}.{named.basis or state.sentence.basis}") or whole
        state.open_listing(whole)

    @staticmethod
    def _close_own(state: ParagraphState) -> None:
        """Close the listings that the paragraph has begun, but for those in brackets."""
        while (own := state.listings.innermost_own) and own is state.listing and not own.in_brackets:
            state.listings.close_innermost()

    def _follow_brackets(self, state: ParagraphState, segment: str) -> bool:
        """Close and open the lists in brackets; return whether one begins in the segment."""
        closed, opened = bracket_steps(segment)
        for _ in range(closed):
            state.close_brackets()
        for _ in range(opened):
            of_last = state.last.claim is state.last.amount or not state.last.stated
            last = state.last.amount if of_last else state.last.stated
            state.open_listing(last if state.sentence.amounts else None, in_brackets=True)
        return opened > 0

    @staticmethod
    def _number_parts(state: ParagraphState, first: str) -> None:
        """Say of a list that has begun whether its first part has a number."""
        if state.listing and _NUMBERED.match(first):
            state.listing.numbered = COLON

    def _numbered(self, state: ParagraphState, before: str) -> None:
        """Go on with the parts that are numbered within a sentence, or begin with them behind a colon."""
        if before.endswith(":") and not state.listings.has_numbered:
            state.open_listing(state.last.main)
            if state.listing:
                state.listing.numbered = COLON
        while (own := state.listings.innermost_own) and own is state.listing and not own.numbered:
            state.listings.close_innermost()

    def _goes_on(self, state: ParagraphState, segment: str) -> bool:
        """Whether a sentence goes on with the parts that the one before has begun to list."""
        interrupted = state.listings.interrupted
        if not interrupted:
            return False
        named = self._clauses.named(self._clauses.compared(segment)[0] or last_clause(segment))
        return bool(named and named.item in self._clauses.parts.get(interrupted.whole.item, ()))

    def _is_part(self, state: ParagraphState, segment: str) -> bool:
        """Whether the item before a number is a part of the innermost whole."""
        named = self._clauses.named(last_clause(segment))
        return bool(state.whole and named and named.item in self._clauses.parts.get(state.whole.item, ()))

    def _explanations(self, state: ParagraphState, segment: str) -> None:
        """Enter an explanation, and leave it where another item begins."""
        text = self._patterns.parts.sub("", segment)
        ends = [at for at in (text.rfind(";"),) if at >= 0]
        ends += [found.start() for found in re.finditer(_ITEM_NUMBER, text)]
        goes_on = state.sentence.in_explanation and not ends
        if ends:
            text = text[max(ends) :]
        is_another_change = bool(self._patterns.compared.match(last_clause(text)))
        explains = goes_on or bool(self._patterns.explanation.search(text))
        state.sentence.in_explanation = explains and not is_another_change


def _without_remarks(segment: str) -> str:
    """Return a segment with blanks for what stands in brackets that close before its number."""
    return _REMARK.sub(lambda found: " " * len(found[0]), segment)


def _number_style(text: str) -> str:
    """Return how a paragraph is numbered, '' if it is not: what stands around its number, and its kind."""
    found = _NUMBERED.match(text)
    if not found:
        return ""
    kind = "1" if any(char.isdigit() and char.isascii() for char in found[0]) else "A"
    return f"{'(' if found[0][0] == '(' else ''}{kind}{found['end']}"
