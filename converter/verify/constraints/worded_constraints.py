"""All that must agree by the words of a text: in a report that comes in as in one of ours."""

from collections.abc import Iterator

from converter.pack import Sentences
from converter.verify.claims.claim import Claim
from converter.verify.constraints.change_constraints import ChangeConstraints
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.pack_constraints import agreement_constraints
from converter.verify.constraints.paragraph_constraints import share_constraints, total_constraints
from converter.verify.constraints.parts.part_constraints import PartConstraints
from converter.verify.constraints.repeated_figures import repeated_figures


def worded_constraints(
    claims: tuple[Claim, ...], index: ClaimIndex, sentences: Sentences
) -> Iterator[Constraint]:
    """Yield the constraints of claims: figures told twice, shares, changes, parts and totals.

    The index may know of more claims; what only these say is not held to anything.
    """
    yield from agreement_constraints(claims, index, sentences.rest)
    yield from repeated_figures(claims, index)
    yield from share_constraints(claims, index, sentences.tables.splits)
    yield from ChangeConstraints(index, sentences).constraints(claims)
    yield from PartConstraints(sentences).constraints(claims)
    yield from total_constraints(claims)
