"""What so much for each makes of so many: an amount of money near a standard and what is counted.

Which amount that is, the numbers tell; if none comes out, it is the only one near the only count of its kind.
"""

import re
from collections.abc import Iterator, Sequence

from converter.figures import Value
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import FOR_EACH
from converter.verify.constraints.common_constraints import computed, first_holding
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.reading import ReportReading

FARTHEST = 4  # contents between a standard and what it makes
MOST_NEAR = 12  # numbers, to either side of a standard
LEAST_STEPS = 30  # of the amount, in its last digit, for each that is tried: fewer may be met by chance
_BEHIND = re.compile(
    rf"{FOR_EACH}(?P<unit>[^\W\d_]{{1,3}})(?![{FOR_EACH}.*\N{{MIDDLE DOT}}\N{{MULTIPLICATION SIGN}}])"
)


def products(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield that an amount near each standard is that times what is counted."""
    told = [claim for claim in claims if claim.span.in_paragraph and claim.base_unit and claim.step]
    for at, standard in enumerate(told):
        unit = _unit(standard, reading) if standard.base_unit == reading.patterns.money else ""
        if unit:
            near = _near(told, at)
            counts = [each for each in near if unit in (each.unit, each.base_unit) and each.amount > 0]
            amounts = [each for each in near if _may_be_made(each, standard) and not _unit(each, reading)]
            ties = [_product(each, count, standard) for count in _distinct(counts) for each in amounts]
            held = first_holding(tie for tie in ties if _is_telling(tie, len(ties)))
            yield from [held] if held else ties if len(ties) == 1 else ()


def _unit(claim: Claim, reading: ReportReading) -> str:
    """Return of what an amount is for each, '' if it is the amount of something."""
    text, end = reading.report.text_around(claim.span), claim.span.end
    found = _BEHIND.match(normal_text(text[end : end + MOST_NEAR]))
    return found["unit"] if found else ""


def _near(told: Sequence[Claim], at: int) -> Sequence[Claim]:
    """Return the numbers beside one in not too many contents."""
    content = told[at].span.content
    window = told[max(at - MOST_NEAR, 0) : at + MOST_NEAR + 1]
    return [each for each in window if abs(each.span.content - content) <= FARTHEST]


def _may_be_made(claim: Claim, standard: Claim) -> bool:
    is_amount = claim.role in (Role.AMOUNT, Role.UNKNOWN) and claim.base_unit == standard.base_unit
    return is_amount and claim.amount > 0 and claim is not standard


def _is_telling(tie: Constraint, tried: int) -> bool:
    return tie.target is not None and tie.target.amount >= LEAST_STEPS * tried * tie.target.step


def _distinct(counts: Sequence[Claim]) -> Sequence[Claim]:
    """Return the counts, each number once."""
    return list({each.amount: each for each in reversed(counts)}.values())


def _product(amount: Claim, count: Claim, standard: Claim) -> Constraint:
    def make(count: Value, standard: Value) -> Value:
        return count * standard

    is_told = len({amount.place, count.place, standard.place}) == 1
    return computed(amount, make, count, standard, quotient=True, is_told=is_told)
