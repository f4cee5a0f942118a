"""What so much for each makes of so many: an amount of money near a standard and what is counted.

Which amount that is, the numbers tell; if none comes out, it is the only one near the only count of its kind,
or the only one in the sentence of both. What is paid for a time may be paid for any: it only comes out.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.figures import Value
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.normal_text import normal_text
from converter.verify.claims.numbers import FOR_EACH
from converter.verify.claims.sentences.segments import last_clause
from converter.verify.constraints.common_constraints import computed, first_holding
from converter.verify.constraints.constraint import Constraint
from converter.verify.constraints.parts.placed_amounts import is_total
from converter.verify.constraints.reading import ReportReading

FARTHEST_PRODUCT = 4  # contents between a standard and what it makes
MOST_BESIDE_STANDARD = 12  # numbers, to either side of a standard
LEAST_STEPS_OF_PRODUCT = 30  # of the amount, in its last digit, for each that is tried: fewer may be chance
MOST_CHARACTERS_BESIDE = 40  # before an amount that may say what it is for, or behind what is counted
_BEHIND = re.compile(
    rf"{FOR_EACH}(?P<unit>[^\W\d_]{{1,3}})(?![{FOR_EACH}.*\N{{MIDDLE DOT}}\N{{MULTIPLICATION SIGN}}])"
)
_WORDS = re.compile(r"[^\W\d_]{1,20}")
_DIGIT = re.compile(r"\d")


class _Standard(Struct, frozen=True, eq=False):
    """So much for each of something, by its `unit`; `is_of_period` if for a time only."""

    claim: Claim
    unit: str
    is_of_period: bool


def products(claims: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield that an amount near each standard is that times what is counted."""
    in_text = [claim for claim in claims if claim.span.in_paragraph and claim.step]
    for at, claim in enumerate(in_text):
        if standard := _standard(claim, reading):
            yield from _of_standard(standard, _near(in_text, at), reading)


def _of_standard(standard: _Standard, near: Sequence[Claim], reading: ReportReading) -> Iterator[Constraint]:
    """Yield what a standard makes: its total, or the only one in its sentence, else what comes out, or the
    only one that it may make or that stands behind it, what is counted before it.
    """
    of_each = standard.claim
    every = [each for each in near if _is_counted(each, standard.unit, reading)]
    money = [each for each in near if _is_money(each, of_each) and not _standard(each, reading)]
    amounts = [each for each in money if each.amount > of_each.amount]  # of one thing, nobody tells both
    ties = [_product(each, count, of_each) for count in _distinct(every, of_each) for each in amounts]
    in_sentence = [tie for tie in ties if tie.any_slip_counts]
    totals = [tie for tie in in_sentence if tie.target and _is_total_of(tie.target, of_each, reading)]
    before, behind = _beside(of_each, near)
    has_more = behind in money and behind not in amounts  # of something else for each
    if not has_more and not standard.is_of_period:
        in_turn = [_product(behind, before, of_each)] if behind in amounts and before in every else []
        only = next((several[0] for several in (totals, in_sentence) if len(several) == 1), None)
        or_else = next((several[0] for several in (ties, in_turn) if len(several) == 1), None)
    else:
        only = or_else = None
    holding = first_holding(tie for tie in ties if _is_distinctive(tie, len(ties)))
    yield from filter(None, [only or holding or or_else])


def _beside(standard: Claim, near: Sequence[Claim]) -> tuple[Claim | None, Claim | None]:
    """Return the numbers with units right before and behind a standard in its sentence."""
    numbers = [each for each in near if each.base_unit and each.place == standard.place]
    at = numbers.index(standard)
    return (numbers[at - 1] if at else None), (numbers[at + 1] if at + 1 < len(numbers) else None)


def _standard(claim: Claim, reading: ReportReading) -> _Standard | None:
    """Return an amount as a standard, None if it is the amount of something."""
    patterns = reading.patterns
    if claim.base_unit != patterns.money:
        return None
    text, start, end = reading.report.text_around(claim.span), claim.span.start, claim.span.end
    before, behind = (
        normal_text(text[max(start - MOST_CHARACTERS_BESIDE, 0) : start]),
        normal_text(text[end : end + 12]),
    )
    before = last_clause(before)
    found = _BEHIND.match(behind) or patterns.for_each.search(before)
    is_of_period = bool(patterns.each_period.search(before) or patterns.each_period.match(behind))
    return _Standard(claim, patterns.unit_at_start(found["unit"]), is_of_period) if found else None


def _near(in_text: Sequence[Claim], at: int) -> Sequence[Claim]:
    """Return the numbers beside one in not too many contents."""
    content = in_text[at].span.content
    window = in_text[max(at - MOST_BESIDE_STANDARD, 0) : at + MOST_BESIDE_STANDARD + 1]
    return [each for each in window if abs(each.span.content - content) <= FARTHEST_PRODUCT]


def _is_counted(claim: Claim, unit: str, reading: ReportReading) -> bool:
    """Whether a number counts what a standard is for: by its unit, or by the words beside it."""
    if claim.amount <= 0 or claim.base_unit in (reading.patterns.money, reading.patterns.ratio):
        return False
    if claim.base_unit and (reading.patterns.unit_of(unit) or unit) in (claim.unit, claim.base_unit):
        return True
    end = claim.span.end
    behind = normal_text(reading.report.text_around(claim.span)[end : end + MOST_CHARACTERS_BESIDE])
    words = _WORDS.match(behind)
    if not claim.base_unit:
        return behind.startswith(unit)
    return unit in claim.item or bool(words and unit in words[0])


def _is_total_of(claim: Claim, standard: Claim, reading: ReportReading) -> bool:
    """Whether an amount is the total that a standard comes to: right behind it, with the word for that."""
    if claim.span < standard.span or claim.place != standard.place:
        return False
    between = normal_text(reading.report.text_around(claim.span)[standard.span.end : claim.span.start])
    return is_total(between, reading.patterns) and not _DIGIT.search(between)


def _is_money(claim: Claim, standard: Claim) -> bool:
    is_amount = claim.role in (Role.AMOUNT, Role.UNKNOWN) and claim.base_unit == standard.base_unit
    return is_amount and claim.amount > 0 and claim is not standard


def _is_distinctive(tie: Constraint, tried: int) -> bool:
    return tie.target is not None and tie.target.amount >= LEAST_STEPS_OF_PRODUCT * tried * tie.target.step


def _distinct(counts: Sequence[Claim], standard: Claim) -> Sequence[Claim]:
    """Return the counts, each number once, where it stands beside the standard."""
    beside = [each for each in counts if each.place == standard.place]
    return [*{each.amount: each for each in (*reversed(counts), *reversed(beside))}.values()]


def _product(amount: Claim, count: Claim, standard: Claim, *, any_slip_counts: bool = False) -> Constraint:
    def make(count: Value, standard: Value) -> Value:
        return count * standard

    any_slip_counts |= len({amount.place, count.place, standard.place}) == 1
    return computed(amount, make, count, standard, quotient=True, any_slip_counts=any_slip_counts)
