"""Points of one indicator, or of one row of a list, by whichever rule it has."""

from collections.abc import Sequence
from decimal import Decimal

from converter import messages
from converter.figures import ZERO, exact_text, half_up
from converter.pack import Level, ScoringRule
from converter.rules.scorecard.application import Application, Show, percent
from converter.rules.scorecard.bands import band_of, band_words, step_count, steps_applied
from converter.rules.scorecard.targets import Attained, points_attained, target_applied


def is_computed(rule: ScoringRule) -> bool:
    """Whether points are computed by a rule; a person gives them otherwise."""
    return bool(rule.steps or rule.bands or rule.rate or rule.target_rule or rule.earned)


def points_for(rule: ScoringRule, full: Decimal, attained: Attained, digits: int) -> Decimal | None:
    """Return the points out of `full` that a rule gives, never below zero, rounded to `digits`.

    None where the rule has no answer: a person gives the points, there is no target to compare with or one
    that nothing can be divided by, or what was earned is no number of points from zero to `full`.
    """
    points = _points(rule, full, attained)
    return None if points is None else half_up(points, digits)


def application(
    rule: ScoringRule, full: Decimal, attained: Attained, show: Show, digits: int
) -> Application | None:
    """Return which band, how many steps, which rate or target gave the points; None where none did."""
    points, measured = points_for(rule, full, attained, digits), attained.measured
    if points is None:
        return None
    if rule.target_rule and attained.target is not None:
        return target_applied(rule.target_rule, attained, full, points, show)
    if measured is None:
        return None
    if attained.target is not None:
        show = percent
    if rule.steps:
        return steps_applied(rule.steps, measured, full - points, show)
    return Application(show(measured), _words(rule, full, measured, points, show))


def level_words(levels: Sequence[Level], full: Decimal, points: Decimal) -> str:
    """Return as which of the levels the points given count, '' if none has them."""
    share = points / full
    found = next((level.name for level in levels if level.at_least <= share <= level.at_most), "")
    return found and messages.trace.LEVEL.format(share=percent(share), level=found)


def _points(rule: ScoringRule, full: Decimal, attained: Attained) -> Decimal | None:
    if rule.earned:
        return attained.value if ZERO <= attained.value <= full else None
    if rule.target_rule:
        return points_attained(rule.target_rule, attained, full)
    value = attained.measured
    if value is None:
        return None
    if rule.rate:
        return min(max(ZERO, value), Decimal(1)) * full
    if rule.bands:
        index = band_of(rule.bands, value)
        return ZERO if index is None else rule.bands[index].earned(full)
    if rule.steps:
        return max(ZERO, full - step_count(rule.steps, value) * rule.steps.deduct)
    return None


def _words(rule: ScoringRule, full: Decimal, value: Decimal, points: Decimal, show: Show) -> str:
    if rule.bands:
        return band_words(rule.bands, value, full, show)
    if rule.rate:
        return messages.trace.RATE.format(full=exact_text(full), points=exact_text(points))
    return messages.trace.EARNED
