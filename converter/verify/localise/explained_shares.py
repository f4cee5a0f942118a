"""Violated shares that another amount explains: words do not say that they are of the whole they are held to.

A share tells its whole by words, or is of whatever was spoken of. Where no words tell, or the whole that they
name is printed elsewhere only, it is of an amount near it if it comes out of that to its last digit: the
mistake is ours.
"""

from collections.abc import Iterator
from itertools import chain

from converter.figures import Outcome
from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.constraint import ConstraintKind, Evaluation
from converter.verify.constraints.reading import ReportReading

FARTHEST_WHOLE = 4  # paragraphs above a share, in which what it is of may stand
DIGITS_OF_SHARE = 3  # of a share that comes out of none of many amounts by chance

_KINDS = (ConstraintKind.SHARE, ConstraintKind.RELATION)


def is_explained_share(evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether an evaluation is of a violated share that another amount explains."""
    shares = [claim for claim in evaluation.used if claim.role is Role.SHARE]
    if (
        evaluation.outcome is not Outcome.DIFFERS
        or evaluation.constraint.kind not in _KINDS
        or len(shares) != 1
    ):
        return False
    [share] = shares
    parts = [claim for claim in evaluation.used if claim.id == share.reference_id]
    if (
        len(parts) != 1
        or share.significant_digits < DIGITS_OF_SHARE
        or _is_whole_stated(share, evaluation, reading)
    ):
        return False
    [part] = parts
    return any(_is_share_of(share, part, whole) for whole in _near(share, part, reading))


def _is_whole_stated(share: Claim, evaluation: Evaluation, reading: ReportReading) -> bool:
    """Whether words tell what a share is of, and that is printed beside it."""
    before = [claim for claim in evaluation.used if claim.span.content == share.span.content]
    if not any(claim.id == share.whole for claim in before):
        return False
    last = max((claim for claim in reading.inside(share.span.content, 0, share.span.start)), key=_end)
    found = reading.patterns.share.search(reading.report.between(last.span, share.span))
    return bool(found and found["whole"])


def _end(claim: Claim) -> int:
    return claim.span.end


def _near(share: Claim, part: Claim, reading: ReportReading) -> Iterator[Claim]:
    """Yield the amounts above a share, and in its paragraph, that are more than its part."""
    contents = range(share.span.content - FARTHEST_WHOLE, share.span.content + 1)
    claims = chain.from_iterable(reading.by_content.get(content, ()) for content in contents)
    for claim in claims:
        is_amount = claim.role is not Role.CHANGE and claim.base_unit == part.base_unit
        if is_amount and claim.span.in_paragraph and claim.amount > part.amount:
            yield claim


def _is_share_of(share: Claim, part: Claim, whole: Claim) -> bool:
    return abs(part.amount / whole.amount - share.amount) <= share.value.error
