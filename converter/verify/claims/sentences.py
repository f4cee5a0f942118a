"""Read a paragraph into claims: each number in it, with what the words before it say it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from converter.figures import Value
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.clauses import ClauseReader, last_clause, without_name
from converter.verify.claims.names import Names
from converter.verify.claims.normal_text import NormalText
from converter.verify.claims.numbers import Number, NumberFinder
from converter.verify.claims.paragraph_state import ParagraphState
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.ratios import RatioReader


class SentenceReader:
    """Reads paragraphs of reports of one year by one pack."""

    def __init__(self, pack: Pack, year: int) -> None:
        self.patterns = Patterns(pack, year)
        self._sentences, self._numbers = pack.sentences, NumberFinder(pack)
        self._clauses = ClauseReader(pack, self.patterns)
        self._ratios = RatioReader(pack, self._clauses)
        self._money, self._ratio = pack.money, pack.ratio
        self._points = pack.meta.score_unit

    @property
    def money_names(self) -> Names:
        """The names of items of money."""
        return self._clauses.money

    def claims(self, place: Span, source: str) -> Iterator[Claim]:
        """Yield the claims of the paragraph or cell at a place, in order."""
        state = ParagraphState(place, NormalText(source))
        for start, end in state.text.sentences:
            state.begin_sentence()
            position = start  # of the text not yet used for a number with a unit
            for number in self._numbers.find(state.text.text, start, end):
                segment = state.text.text[position : number.start]
                yield from self._words_for_numbers(state, position, segment)
                claim = self._claim(state, number, segment)
                yield claim
                if number.unit:
                    position = number.end
            yield from self._words_for_numbers(state, position, state.text.text[position:end])

    def _claim(self, state: ParagraphState, number: Number, segment: str) -> Claim:
        patterns = self.patterns
        state.in_explanation = state.in_explanation or bool(patterns.explanation.search(segment))
        state.enter_or_leave_parts(segment, bool(patterns.parts.search(segment)))
        if among := patterns.among.search(segment):
            name = self._clauses.find_name(among["whole"])
            state.whole_item = name.item if name else ""
        claim = self._unnamed(state, number)
        if number.base_unit == self._money:
            claim = self._amount(state, claim, segment, number.end)
        elif number.base_unit == self._ratio:
            claim = self._percentage(state, claim, segment)
        elif number.base_unit:
            claim = self._counted(claim, segment)
        if claim.item:
            state.add(claim)
        return claim

    def _unnamed(self, state: ParagraphState, number: Number) -> Claim:
        span = state.span(number.start, number.end)
        printed = state.text.source_text(number.start, number.end)
        return Claim(
            span,
            printed,
            number.value,
            number.unit,
            number.base_unit,
            number.step,
            in_explanation=state.in_explanation,
        )

    def _amount(self, state: ParagraphState, claim: Claim, segment: str, end: int) -> Claim:
        if state.starting_amount and (arrival := self.patterns.arrival.match(segment)):
            return self._arrival(state.starting_amount, claim, 1 if arrival["more"] else -1)
        if found := self.patterns.change.search(segment):
            return self._compared(state, claim, segment, found[0], Role.CHANGE)
        if (found := self.patterns.totals.search(segment)) and (total := self._total(state, claim, found)):
            return total
        text = last_clause(segment)
        name = self._clauses.names[claim.base_unit].last(text)
        item, known = self._clauses.item(state, segment, name)
        basis = self._clauses.basis(without_name(text, name), state.whole)
        if state.whole and item == state.whole.item and basis != state.whole.basis:
            state.leave_parts()  # the whole again, as it was in another year or budget
        if state.whole and item:
            item = self._sentences.within.get(state.whole.item, {}).get(item, item)
            item = "" if item == state.whole.item else item  # a part of an item is not the item
        changes_next = self.patterns.arrival.match(state.text.text, end)
        if changes_next and basis == self._sentences.basis and self.patterns.departure.search(segment):
            basis = self._clauses.comparison(state, text, segment).against
        with_basis = (each for each, _ in self.patterns.comparisons if each.against == basis)
        state.comparison = next(with_basis, state.comparison)
        state.set_against(bool(self.patterns.set_against.search(segment)))
        part_of = state.whole if state.whole and state.whole.base_unit == claim.base_unit else None
        claim = replace(claim, role=Role.AMOUNT, item=item, basis=basis, known=known, part_of=part_of)
        state.starting_amount = claim if changes_next and basis != self._sentences.basis else None
        return claim

    def _total(self, state: ParagraphState, claim: Claim, found: re.Match[str]) -> Claim | None:
        """Return the total of the amounts listed before, None if it has no count and there is no list.

        They are on the usual basis, or else all on that of the last. With a count they are the last ones;
        else those of the sentence, or of the whole whose parts are listed, that come to the total.
        """
        bases = [self._sentences.basis, *([state.amount.basis] if state.amount else [])]
        count = self._sentences.counts[found["count"]] if found["count"] else 0
        by_basis = ([amount for amount in state.amounts if amount.basis == basis] for basis in bases)
        if count:
            summed = next((tuple(amounts[-count:]) for amounts in by_basis if len(amounts) >= count), ())
        else:
            lists = ([amount for amount in amounts if amount.part_of is state.whole] for amounts in by_basis)
            summed = next((_coming_to(claim, amounts) for amounts in lists if len(amounts) > 1), ())
        if not count and not summed:
            return None
        basis = summed[-1].basis if summed else self._sentences.basis
        return replace(claim, role=Role.AMOUNT, item=last_clause(found[0]), basis=basis, sum_of=summed)

    def _arrival(self, start: Claim, claim: Claim, direction: int) -> Claim:
        """Return the amount that an earlier one, `start`, is said to have risen or fallen to."""
        return replace(
            claim, role=Role.AMOUNT, item=start.item, basis=self._sentences.basis, known=start.known,
            reference_basis=start.basis, direction=direction,
        )  # fmt: skip

    def _compared(self, state: ParagraphState, claim: Claim, segment: str, word: str, role: Role) -> Claim:
        """Return a change or rate, signed by its word, with what it is measured from."""
        item, known = self._clauses.compared_item(state, segment)
        text = without_name(last_clause(segment), self._clauses.find_name(segment))
        comparison = self._clauses.comparison(state, text, segment)
        state.comparison = comparison
        direction = self.patterns.direction(word)
        amount = claim.amount if not direction else direction * abs(claim.amount)
        return replace(
            claim,
            role=role,
            item=item,
            known=known,
            basis=comparison.change if role is Role.CHANGE else comparison.rate,
            reference_basis=comparison.against,
            direction=direction,
            value=Value(amount, claim.value.error),
        )

    def _percentage(self, state: ParagraphState, claim: Claim, segment: str) -> Claim:
        if ratio := self._ratios.claim(state, claim, segment):
            return ratio
        if found := self.patterns.rate.search(segment):
            return self._compared(state, claim, segment, found[0], Role.RATE)
        return self._counted(claim, segment)

    def _counted(self, claim: Claim, segment: str) -> Claim:
        """Return persons, points or a rate that goes by its own name."""
        names = self._clauses.names
        name = names[claim.base_unit].last(last_clause(segment)) if claim.base_unit in names else None
        if claim.base_unit == self._points and not (
            self.patterns.deduction.search(segment) or self.patterns.score.search(segment)
        ):
            return claim
        if not name or self._clauses.basis(without_name(last_clause(segment), name)) != self._sentences.basis:
            return claim
        return replace(claim, role=Role.AMOUNT, item=name.item, basis=name.basis, known=True)

    def _words_for_numbers(self, state: ParagraphState, position: int, segment: str) -> Iterator[Claim]:
        """Yield claims for words that mean a number: nothing last year, or no change."""
        for pattern, role in ((self.patterns.nil, Role.AMOUNT), (self.patterns.same, Role.CHANGE)):
            found = pattern.search(segment)
            if not found or state.in_explanation:
                continue
            name = self._clauses.money.last(segment[: found.start()])
            item, known = (name.item, True) if name else state.subject
            if not item:
                continue
            at = position + found.start()
            comparison = self._clauses.comparison(state, segment, segment)
            basis = comparison.against if role is Role.AMOUNT else comparison.change
            span = state.span(at, at + len(found[0]))
            yield Claim(
                span, found[0], Value(Decimal(0)), "", self._money, Decimal(0), role, item, basis,
                reference_basis=comparison.against, known=known,
            )  # fmt: skip


def _coming_to(total: Claim, listed: list[Claim]) -> tuple[Claim, ...]:
    """Return the last of the listed amounts that come to a total, at least two; if none do, all of them."""
    for first in range(len(listed) - 2, -1, -1):
        summed = tuple(listed[first:])
        gap = sum((claim.amount for claim in summed), -total.amount)
        if abs(gap) <= sum((claim.value.error for claim in summed), total.value.error):
            return summed
    return tuple(listed)
