"""Read amounts that are added to another, and what they come to: "A, plus B and C, D in all"."""

from msgspec.structs import replace

from converter.chinese import COMMA, ENUMERATION_COMMA
from converter.verify.claims.claim import Claim, Role, adds_up_to
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.sentences.clauses import last_clause
from converter.verify.claims.sentences.paragraph_state import ParagraphState
from converter.verify.claims.sentences.sentence_state import Addition


class AdditionReader:
    """Reads additions by one pack's patterns."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns

    def claim(self, state: ParagraphState, claim: Claim, segment: str) -> Claim | None:
        """Return an amount that is to be added to one before, or what they come to; None for others."""
        head = last_clause(segment)
        if state.listing and state.listing.in_brackets:
            return None
        begun = state.sentence.begun
        added, added_to = begun.addition.added, begun.addition.added_to
        if added and self._patterns.taken_off.search(segment):
            begun.addition = Addition(added)  # what follows is no mere sum
            return claim
        amount = replace(claim, role=Role.AMOUNT, item=head, basis=state.sentence.basis)
        if added and self._patterns.added_up.search(head):
            return self._total(state, amount)
        goes_on = added and segment.lstrip(")").startswith((",", COMMA, ENUMERATION_COMMA))
        if not state.last.main or not (goes_on or self._patterns.adding.search(segment)):
            return None
        if not added:
            added_to = tuple(filter(None, dict.fromkeys((state.last.main, state.last.stated))))
        begun.addition = Addition((*added, amount), added_to)
        state.last.claim = state.last.amount = state.last.stated = amount
        return amount

    @staticmethod
    def _total(state: ParagraphState, total: Claim) -> Claim:
        """Return a total of what was added to an amount: to which, the sum tells where words do not."""
        addition = state.sentence.begun.addition
        sums = [(each, *addition.added) for each in addition.added_to]
        summed = next((each for each in sums if adds_up_to(each, total)), sums[0] if len(sums) == 1 else ())
        state.sentence.begun.addition = Addition()
        return replace(total, sum_of=summed)
