"""Words for numbers of a report: amounts as it would print them, and why numbers are wrong."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from converter import messages
from converter.chinese import COMMA
from converter.figures import half_up
from converter.pack import Pack
from converter.verify.claims.claim import Claim
from converter.verify.constraints.constraint import ConstraintKind, Evaluation

DECIMALS = 2  # of an amount in place of a claim that shows no digits
_TWICE = re.compile(r"^(.{2,})\1$")  # a part that is called like its whole
MAX_REASONS = 3  # more are only counted


class AmountFormat:
    """Prints amounts in the unit and with the digits of the claim they replace."""

    def __init__(self, pack: Pack) -> None:
        self._units = pack.units

    def text(self, amount: Decimal, claim: Claim) -> str:
        """Return an amount as the claim should have printed it, without its sign if a word gives that; with
        the word where it must be the other.
        """
        unit = self._units.get(claim.unit)
        scale = unit.scale if unit else Decimal(1)
        step = (claim.step / scale).normalize()
        digits = max(0, -step.as_tuple().exponent) if claim.step else DECIMALS  # type: ignore[operator]
        shown = half_up((abs(amount) if claim.direction else amount) / scale, digits)
        if claim.span.in_paragraph and "." not in claim.printed and shown == shown.to_integral_value():
            shown = half_up(shown, 0)
        suffix = f"{unit.sign}{unit.suffix}" if unit else ""
        printed = f"{shown:f}{suffix if claim.span.in_paragraph or claim.printed.endswith(suffix) else ''}"
        is_other_way = claim.direction * amount < 0
        return messages.verify.OTHER_WAY[amount > 0].format(amount=printed) if is_other_way else printed


def because(evaluations: Iterable[Evaluation]) -> str:
    """Return why constraints do not hold, as the reasons for a wrong number.

    Constraints of the same figures give one reason, wherever these are printed; no number is named twice.
    What the workbooks say comes first.
    """
    by_figures: dict[object, Evaluation] = {}
    for evaluation in sorted(evaluations, key=lambda each: each.constraint.kind is not ConstraintKind.DATA):
        by_figures.setdefault(frozenset(claim.id or claim.span for claim in evaluation.used), evaluation)
    named: set[Claim] = set()
    reasons = []
    for evaluation in islice(by_figures.values(), MAX_REASONS):
        reasons.append(_reason(evaluation, [claim for claim in evaluation.used if claim not in named]))
        named.update(evaluation.used)
    text = messages.phrases.THEN.join(reasons)
    if len(by_figures) > MAX_REASONS:
        text += messages.verify.REASONS_MORE.format(count=len(by_figures))
    return text


def _reason(evaluation: Evaluation, to_name: list[Claim]) -> str:
    """Return what a constraint asks for, with some of the numbers it used."""
    constraint = evaluation.constraint
    if constraint.kind in (ConstraintKind.DATA, ConstraintKind.TAG):
        to_name = []  # what it is held to is named with its amount
    numbers = messages.phrases.AND.join(dict.fromkeys(map(_number, to_name)))
    is_in_words = constraint.kind is ConstraintKind.PARTS and constraint.because  # of which columns, in words
    kind = ConstraintKind.RELATION if is_in_words else constraint.kind
    reason = messages.verify.CONSTRAINTS[kind].format(because=constraint.because)
    return reason + (messages.verify.NUMBERS_USED.format(numbers=numbers) if numbers else "")


def _number(claim: Claim) -> str:
    if not claim.item:
        return messages.verify.NAMED.format(name=claim.label, printed=claim.printed).strip()
    extent, item = claim.extent, _TWICE.sub(r"\1", claim.item)
    level = "" if item.startswith(extent.level) else extent.level  # its own words tell it
    name = f"{f'{extent.year}{level}'.rstrip(COMMA)}{item}"
    figure = messages.phrases.FIGURE.format(item=name, basis=claim.basis)
    return messages.verify.NAMED.format(name=figure, printed=claim.printed)
