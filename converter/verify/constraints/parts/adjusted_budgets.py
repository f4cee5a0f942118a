"""Adjusted budgets: each is the first one and what was added to it."""

from collections.abc import Iterator, Sequence

from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.part_list import PartList


def adjusted_budgets(claims: Sequence[Claim], sentences: Sentences) -> Iterator[Constraint]:
    """Yield that each budget of a paragraph is the first one with what was added, if it is or has slipped."""
    (total, first, *_), added = sentences.budgets, sentences.adjustment
    by_place: dict[tuple[int, str], dict[str, Claim]] = {}
    for claim in claims:
        if claim.role is Role.AMOUNT and claim.basis in (total, first, added) and not claim.in_explanation:
            by_place.setdefault((claim.span.content, claim.item), {}).setdefault(claim.basis, claim)
    for found in by_place.values():
        if len(found) == len({total, first, added}):
            listed = PartList(found[total], [found[first], found[added]])
            if listed.holds or listed.has_slipped:
                yield listed.constraint()
