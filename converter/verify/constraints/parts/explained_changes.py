"""A change that is explained by those of its parts: with their signs they add up to it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from converter.verify.claims.claim import Claim, Role
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.part_list import PartList
from converter.verify.constraints.parts.placed_amounts import likeliest
from converter.verify.constraints.reading import ReportReading


def explained_changes(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield that the changes behind the words for a reason, in a sentence, add up to the one before these."""
    changes = (claim for claim in claims if claim.role is Role.CHANGE and claim.span.in_paragraph)
    for _, several in groupby(changes, lambda claim: claim.place):
        sentence = [claim for claim in several if claim.direction and claim.step]
        if len(sentence) > 2:
            yield from _of_sentence(sentence, reading)


def _of_sentence(changes: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    patterns = reading.patterns
    between = [reading.report.between(one.span, other.span) for one, other in pairwise(changes)]
    for at, (whole, words) in enumerate(zip(changes, between, strict=False)):
        tail = words.rpartition(";")[2]
        if ":" in tail or any(
            each.search(tail) for each in (patterns.reason, patterns.parts, patterns.series)
        ):
            ends = [end for end in range(at + 1, len(between)) if ";" in between[end]]
            lists = [PartList(whole, list(changes[at + 1 : end + 1])) for end in (*ends, len(between))]
            yield from likeliest(lists)
