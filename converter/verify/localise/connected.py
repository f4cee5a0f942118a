"""Constraints that have to do with one another: those that share numbers, and so on."""

from collections.abc import Callable, Hashable, Iterable

from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import Evaluation


def _itself(claim: Claim) -> Hashable:
    return claim


def connected(
    evaluations: Iterable[Evaluation], number: Callable[[Claim], Hashable] = _itself
) -> list[list[Evaluation]]:
    """Return the evaluations in groups that share no claim, or no number, with one another."""
    groups: dict[int, list[tuple[int, Evaluation]]] = {}
    group_of: dict[Hashable, int] = {}
    for at, evaluation in enumerate(evaluations):
        joined = {group_of[each] for each in map(number, evaluation.used) if each in group_of}
        largest = max(joined, key=lambda group: len(groups[group]), default=at)
        members = [member for group in joined - {largest} for member in groups.pop(group)]
        members.append((at, evaluation))
        groups.setdefault(largest, []).extend(members)
        for _, member in members:
            group_of.update(dict.fromkeys(map(number, member.used), largest))
    ordered = (sorted(members, key=lambda member: member[0]) for members in groups.values())
    return [[evaluation for _, evaluation in members] for members in ordered]
