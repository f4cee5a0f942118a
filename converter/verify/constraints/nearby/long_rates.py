"""Percentages of so many digits that the numbers tell of which amounts they are, where names do not."""

from collections.abc import Iterable, Iterator

from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.nearby.tie import Tie


def long_completions(completion: Claim, last: Claim, amounts: Iterable[Claim]) -> Iterator[Tie]:
    """Yield how far a plan was carried out as that of the last amount before by another, or by what that is a
    part of; or as that of another by the last, which is the plan.
    """
    others = [each for each in amounts if each.base_unit == last.base_unit and each is not last]
    ways = [(last, last.part_of)] if last.part_of else []
    ways += [way for each in others for way in ((last, each), (each, last))]
    ties = (Tie(completion, *way, is_quotient=True, is_sure=False) for way in ways)
    yield from (tie for tie in ties if tie.is_long and tie.holds)


def long_shares(share: Claim, before: Iterable[Claim]) -> Iterator[Tie]:
    """Yield a share as that of any amount before in the last one of the whole that its words name."""
    amounts = [each for each in before if each.role is Role.AMOUNT and each.basis == share.reference_basis]
    wholes = [each for each in amounts if share.whole and each.id == share.whole][-1:]
    ties = (Tie(share, each, whole, is_quotient=True) for whole in wholes for each in amounts)
    yield from (tie for tie in ties if tie.first is not tie.second and tie.is_long and tie.holds)
