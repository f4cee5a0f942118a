"""Which shares belong together: those of one whole that stand beside one another."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from converter.figures import sum_values
from converter.verify.claims.claim import Claim, is_beside
from converter.verify.claims.numbers import ONE

FARTHEST_IN_GROUP = 3  # paragraphs between two shares of the same whole


def neighbours(shares: Iterable[Claim]) -> list[dict[str, Claim]]:
    """Return shares of a whole in groups by item, each of one list or of paragraphs next to one another."""
    groups: list[dict[str, Claim]] = []
    for share in shares:
        last = next(reversed(groups[-1].values())) if groups else None
        near = (
            last
            and share.span.content - last.span.content <= FARTHEST_IN_GROUP
            and _may_go_on(groups[-1], share)
        )
        if last and near and _is_one_list(share, last) and share.item not in groups[-1]:
            groups[-1][share.item] = share
        else:
            groups.append({share.item: share})
    return groups


def _may_go_on(group: Mapping[str, Claim], share: Claim) -> bool:
    """Whether a share may be one more of a group: of one that adds up to the whole, only next to nothing."""
    return not are_all(group.values()) or are_all((*group.values(), share))


def _is_one_list(share: Claim, last: Claim) -> bool:
    """Whether a share may be one more of a list; in one paragraph a list may go on over sentences."""
    return share.listing == last.listing or (not share.listing and is_beside(share, last))


def are_all(shares: Iterable[Claim]) -> bool:
    """Whether shares add up to the whole."""
    listed = tuple(shares)
    return abs(total(listed) - ONE) <= sum_values(share.value for share in listed).error


def total(claims: Sequence[Claim]) -> Decimal:
    """Return what amounts come to."""
    return sum((claim.amount for claim in claims), Decimal(0))
