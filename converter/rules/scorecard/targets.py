"""Points for what was attained against a target, and how they were found in a sentence."""

from decimal import Decimal

from converter import messages
from converter.figures import exact_text
from converter.pack import Reached, TargetRule
from converter.rules.scorecard.application import Application, Show, percent, short


def points_attained(rule: TargetRule, value: Decimal, target: Decimal, full: Decimal) -> Decimal | None:
    """Return what a value earns of `full` points against a target.

    None where the rule has no answer: a target below zero that was missed.
    """
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
    rule: TargetRule, value: Decimal, target: Decimal, full: Decimal, points: Decimal, show: Show
) -> Application:
    """Return how a value compares with a target, and that this earned the `points` of `full`."""
    words, shown = messages.trace, short(show(target))
    if _is_reached(rule, value, target):
        outcome = words.TARGET_REACHED[rule.reached].format(target=shown, full=exact_text(full))
    elif target == 0:
        outcome = words.TARGET_NIL[value > target].format(target=shown)
    elif rule.reached is Reached.AT_MOST:
        outcome = words.TARGET_EXCEEDED.format(
            target=shown,
            excess=percent((value - target) / target),
            limit=percent(rule.none_from - 1),
            full=exact_text(full),
            points=exact_text(points),
        )
    else:
        outcome = words.TARGET_SHORT.format(
            target=shown, share=percent(value / target), full=exact_text(full), points=exact_text(points)
        )
    return Application(show(value), outcome)


def _is_reached(rule: TargetRule, value: Decimal, target: Decimal) -> bool:
    """Whether a target is reached; one of exactly so much also by more, unless it is zero."""
    if rule.reached is Reached.AT_MOST or (rule.reached is Reached.EQUAL and target == 0):
        return value <= target
    return value >= target
