"""Points for what was attained against a target, and how they were found in a sentence."""

from decimal import Decimal

from msgspec import Struct

from converter import messages
from converter.figures import exact_text
from converter.pack import Reached, TargetRule
from converter.rules.scorecard.application import Application, Show, percent, short


class Attained(Struct, frozen=True):
    """What a rule is applied to: a value, and the target it is held against if there is one."""

    value: Decimal
    target: Decimal | None = None

    @property
    def measured(self) -> Decimal | None:
        """The value, where there is a target as a share of it; None where the target is zero."""
        if self.target is None:
            return self.value
        return self.value / self.target if self.target else None


def points_attained(rule: TargetRule, attained: Attained, full: Decimal) -> Decimal | None:
    """Return what a value earns of `full` points against its target.

    None where the rule has no answer: there is no target, or one below zero that was missed.
    """
    value, target = attained.value, attained.target
    if target is None:
        return None
    if _is_reached(rule, value, target):
        return full
    if target < 0:
        return None
    if target == 0:
        return Decimal(0)
    if rule.reached is Reached.AT_MOST:
        return max(Decimal(0), full - full * (value - target) / (target * (rule.none_from - 1)))
    return max(Decimal(0), full * value / target)


def target_applied(
    rule: TargetRule, attained: Attained, full: Decimal, points: Decimal, show: Show
) -> Application:
    """Return how a value compares with the target it has, and that this earned the `points` of `full`."""
    value, target = attained.value, attained.target
    assert target is not None
    shown = short(show(target))
    if _is_reached(rule, value, target):
        outcome = messages.trace.TARGET_REACHED[rule.reached].format(target=shown, full=exact_text(full))
    elif target == 0:
        outcome = messages.trace.TARGET_NIL[value > target].format(target=shown)
    elif rule.reached is Reached.AT_MOST:
        outcome = messages.trace.TARGET_EXCEEDED.format(
            target=shown,
            excess=percent((value - target) / target),
            limit=percent(rule.none_from - 1),
            full=exact_text(full),
            points=exact_text(points),
        )
    else:
        outcome = messages.trace.TARGET_SHORT.format(
            target=shown, share=percent(value / target), full=exact_text(full), points=exact_text(points)
        )
    return Application(show(value), outcome)


def _is_reached(rule: TargetRule, value: Decimal, target: Decimal) -> bool:
    """Whether a target is reached; one of exactly so much also by more, unless it is zero."""
    if rule.reached is Reached.AT_MOST or (rule.reached is Reached.EQUAL and target == 0):
        return value <= target
    return value >= target
