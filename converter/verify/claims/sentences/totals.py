"""Read amounts that are sums of others before: totals of a list, and "A, plus B and C, D in all"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from converter.chinese import COMMA, ENUMERATION_COMMA
from converter.pack import Pack
from converter.verify.claims.claim import Claim, Role, adds_up_to
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.segments import Mention, last_clause, without_remarks
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.state.sentence import Addition


class TotalReader:
    """Reads totals and additions by one pack."""

    def __init__(self, pack: Pack, patterns: Patterns) -> None:
        self._counts, self._patterns = pack.sentences.counts, patterns

    def claim(self, state: ParagraphState, mention: Mention) -> Claim | None:
        """Return, and remember, an amount that is a total or is to be added to another; None for others."""
        found = self._patterns.totals.search(mention.segment)
        if found and (total := self._total_of_list(state, mention.claim, found)):
            state.add(total)
            return total
        return self._addition(state, mention)

    def _total_of_list(self, state: ParagraphState, claim: Claim, found: re.Match[str]) -> Claim | None:
        """Return the total of the amounts listed before, None if it has no count and there is no list.

        They are on the usual basis, or else all on that of the last, or else of whatever year. With a count
        they are the last ones; else those of the sentence, or of the whole whose parts are listed, or of
        both, that add up to the total, or come nearest to it if none do.
        """
        bases = [state.sentence.basis, *([state.last.amount.basis] if state.last.amount else [])]
        count = self._counts[found["count"]] if found["count"] else 0
        alike = [amount for amount in state.sentence.amounts if amount.base_unit == claim.base_unit]
        by_basis = [[amount for amount in alike if amount.basis == basis] for basis in bases]
        if count:
            summed = next((tuple(amounts[-count:]) for amounts in by_basis if len(amounts) >= count), ())
        else:
            lists = (
                [each for each in amounts if each.part_of is state.whole] for amounts in (*by_basis, alike)
            )
            sums = [_adding_up_to(claim, amounts) for amounts in lists if len(amounts) > 1]
            sums += _beyond_list(claim, alike, state.whole)
            summed = min(sums, key=lambda amounts: _distance(amounts, claim), default=())
        if not summed:
            return None
        item = last_clause(found[0])
        return replace(claim, role=Role.AMOUNT, item=item, basis=summed[-1].basis, sum_of=summed)

    def _addition(self, state: ParagraphState, mention: Mention) -> Claim | None:
        """Return an amount that is to be added to one before, or the total of these; None for others."""
        claim, segment, head = mention.claim, mention.segment, mention.head
        if state.listing and state.listing.in_brackets:
            return None
        begun = state.sentence.begun
        added, added_to = begun.addition.added, begun.addition.added_to
        if added and self._patterns.taken_off.search(segment):
            begun.addition = Addition(added)  # what follows is no mere sum
            return claim
        ends: tuple[str, ...] = (",", COMMA, ENUMERATION_COMMA)
        if state.whole in added:
            if not state.parts_add_up:
                return None  # it goes on behind the parts of what was added
            state.listings.close_innermost()
            ends = (*ends, ";")
        begins_parts = self._patterns.parts.search(without_remarks(segment))
        if added and (begins_parts or self._patterns.compared.search(head)):
            begun.addition = Addition()  # another year's follows, or what the last one is made of
            return None
        amount = replace(claim, role=Role.AMOUNT, item=head, basis=state.sentence.basis)
        is_named = self._patterns.whole_of_added.search(head)
        if added and (is_named or self._patterns.added_up.search(head)):
            begun.addition = Addition()
            total = replace(amount, sum_of=_summed(amount, added, added_to))
            if is_named:
                state.add(total)  # what follows may be about it
            return total
        goes_on = added and segment.lstrip(")").startswith(ends)
        if not state.last.main or not (goes_on or self._patterns.adding.search(segment)):
            begun.addition = Addition()
            return None
        if not added:
            added_to = tuple(dict.fromkeys(self._added_to(state)))
        begun.addition = Addition((*added, amount), added_to)
        state.last.claim = state.last.amount = state.last.uncompared = amount
        return amount

    @staticmethod
    def _added_to(state: ParagraphState) -> Iterator[Claim]:
        """Yield the amounts to which a sentence may add; one that begins with it, to any of its paragraph."""
        yield from filter(None, (state.last.main, state.last.uncompared))
        if last := state.last.main if not state.sentence.amounts else None:
            figures = ((item, basis) for item, bases in state.items.bases.items() for basis in sorted(bases))
            amounts = (state.amount_above(item, basis) for item, basis in figures)
            yield from (each for each in amounts if each and each.span.content == last.span.content)


def _summed(total: Claim, added: Sequence[Claim], added_to: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return what an addition totals: to which amount was added, the sum tells where words do not."""
    sums = [(each, *added) for each in added_to]
    return next((each for each in sums if adds_up_to(each, total)), sums[0] if len(sums) == 1 else ())


def _adding_up_to(total: Claim, listed: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the last of the listed amounts that add up to a total, at least two; all of them if none do."""
    for first in range(len(listed) - 2, -1, -1):
        summed = tuple(listed[first:])
        if adds_up_to(summed, total):
            return summed
    return tuple(listed)


def _beyond_list(total: Claim, amounts: Sequence[Claim], whole: Claim | None) -> Iterator[tuple[Claim, ...]]:
    """Yield what is no part of a whole, with what stands behind its parts, if all adds up to a total."""
    listed = [each for each in amounts if each.part_of is whole]
    others = [each for each in amounts if each.part_of is not whole]
    if whole and others:
        tails = ((*others, *listed[at:]) for at in range(1, len(listed)))
        yield from (each for each in tails if adds_up_to(each, total))


def _distance(summed: Sequence[Claim], total: Claim) -> Decimal:
    """Return how far amounts are from adding up to a total, 0 if they do as far as the digits say."""
    if adds_up_to(summed, total):
        return Decimal(0)
    return abs(sum((each.amount for each in summed), -total.amount))
