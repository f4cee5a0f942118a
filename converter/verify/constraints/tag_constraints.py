"""What must agree with the figures a report of ours carries with it."""

from collections.abc import Iterator

from converter import messages
from converter.figures import Value
from converter.verify.claims.claim import Role
from converter.verify.claims.tags import Tags
from converter.verify.constraints.constraint import Constraint, ConstraintKind, constant


def tag_constraints(tags: Tags) -> Iterator[Constraint]:
    """Yield a constraint of every number in a bookmark with the amount it was printed from."""
    for claim, occurrence in tags.by_claim.items():
        if occurrence.value is not None and claim.base_unit:
            size = abs(occurrence.value)
            amount = claim.direction * size if claim.direction else occurrence.value
            because = messages.verify.NAMED.format(name=occurrence.figure, printed=occurrence.text)
            is_ratio = claim.role in (Role.RATE, Role.SHARE)
            yield Constraint(
                ConstraintKind.TAG, because, constant(claim, Value(amount)), claim, quotient=is_ratio
            )
