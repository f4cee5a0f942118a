"""Read numbers that stand in a row, each of one of several items in the order in which these were stated."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from converter.figures import Value
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.numbers import Number
from converter.verify.claims.sentences.clauses import ClauseReader
from converter.verify.claims.sentences.phrases import NamedItem
from converter.verify.claims.sentences.segments import ends_clause
from converter.verify.claims.sentences.state.paragraph import ParagraphState
from converter.verify.claims.sentences.state.sentence import ItemsInOrder


class RowReader:
    """Reads rows of numbers by one pack's words."""

    def __init__(self, clauses: ClauseReader) -> None:
        self._clauses, self._patterns = clauses, clauses.patterns

    def sizes(self, text: str, numbers: Sequence[Number]) -> dict[int, int]:
        """Return of how many numbers in one unit a row is, by where its first begins; 0 for the others."""
        found: dict[int, int] = {}
        first = None
        for before, number in pairwise((None, *numbers)):
            assert number
            is_next = (
                first is not None
                and before
                and before.unit
                and before.base_unit == number.base_unit
                and self._patterns.joined.fullmatch(text, before.end, number.start)
            )
            first = first if is_next and first is not None else number.start
            found[number.start] = 0
            found[first] += 1
        return found

    def next(self, state: ParagraphState, claim: Claim, segment: str, size: int) -> Claim | None:
        """Return a number behind a segment as another of a row that is none of amounts, None if it is not.

        Of one that begins a row, of some `size`, take up the words before it.
        """
        first = state.sentence.begun.row
        if claim.unit and size:
            self._begin(state, segment, size)
            return None
        return self._of_next(state, claim, first) if claim.unit and first else None

    def _begin(self, state: ParagraphState, segment: str, size: int) -> None:
        """Take up the words before a number, the first of a row of some `size`, 1 if it stands alone.

        Words say that numbers are of several items in turn; that holds up to the end of their clause. These
        are named right before, or they are those of the last amounts stated, or of the row before.
        """
        begun = state.sentence.begun
        found = self._patterns.series.search(segment)
        begun.in_turn = bool(found) or (begun.in_turn and not ends_clause(segment))
        begun.row, begun.of_several = None, size > 1
        if not begun.in_turn or not begun.of_several:
            return
        named = self._clauses.named_in_a_row(segment[: found.start()], size) if found else ()
        begun.series = ItemsInOrder(named or self._last_items(state, size) or begun.series.items)

    @staticmethod
    def _last_items(state: ParagraphState, size: int) -> tuple[NamedItem | None, ...]:
        """Return the items of the last amounts stated, without totals; none if these are not all
        different.
        """
        amounts = [claim for claim in state.amounts[-2 * size :] if not claim.sum_of][-size:]
        items = tuple(NamedItem(claim.item, "", "", claim.known) for claim in amounts)
        return items if len({claim.item for claim in amounts}) == size else ()

    def first(self, state: ParagraphState, claim: Claim) -> Claim:
        """Return the first number of a row as one of the first item."""
        begun = state.sentence.begun
        if not begun.in_turn or not begun.of_several or claim.role in (Role.AMOUNT, Role.UNKNOWN):
            return claim
        begun.series.taken = 0
        begun.row = claim
        return self._of_next(state, claim, claim)

    def _of_next(self, state: ParagraphState, claim: Claim, first: Claim) -> Claim:
        """Return a number as what the first of its row is, of the next item, of none if that is not known."""
        named = state.sentence.begun.series.take()
        if named is None:
            return replace(claim, role=Role.UNKNOWN, item="", basis="", known=False, whole="", of_basis="")
        amount = abs(claim.amount) * (first.direction or 1) if claim.amount >= 0 else claim.amount
        return replace(
            claim, role=first.role, item=named.item, known=named.known, basis=first.basis, whole=first.whole,
            reference_basis=first.reference_basis, of_basis=first.of_basis, direction=first.direction,
            listing=first.listing, part_of=first.part_of, value=Value(amount, claim.value.error),
        )  # fmt: skip
