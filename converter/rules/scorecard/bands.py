"""Points for a value by bands or steps, and how they were applied in a sentence that a person can check."""

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from converter import messages
from converter.figures import exact_text, half_up
from converter.pack import Band, Indicator, StepRounding, Steps

Show = Callable[[Decimal], str]
"""Prints a value as the report does."""

_TRAILING_ZEROS = re.compile(r"(\.\d*?)0+(?!\d)")
_ROUNDED = {StepRounding.FLOOR: ROUND_FLOOR, StepRounding.CEILING: ROUND_CEILING}


class Application(Struct, frozen=True):
    """How a rule was applied: to which value, what came of it, how steps were counted ('' for bands)."""

    value: str
    outcome: str
    counted: str = ""

    def __str__(self) -> str:
        return self.value + self.outcome + self.counted


def points_for(indicator: Indicator, value: Decimal, digits: int) -> Decimal:
    """Return the points a value earns by the indicator's rule, never below zero, rounded to `digits`."""
    return half_up(_points(indicator, value), digits)


def _points(indicator: Indicator, value: Decimal) -> Decimal:
    if indicator.rate:
        return min(max(Decimal(0), value), Decimal(1)) * indicator.points
    if indicator.bands:
        index = band_of(indicator.bands, value)
        return Decimal(0) if index is None else indicator.bands[index].points
    if indicator.steps is None:
        return indicator.points
    return max(Decimal(0), indicator.points - step_count(indicator.steps, value) * indicator.steps.deduct)


def application(indicator: Indicator, value: Decimal, show: Show, digits: int) -> Application | None:
    """Return which band, how many steps or which rate gave the points; None if a person gives them."""
    points = points_for(indicator, value, digits)
    if indicator.rate:
        words = messages.trace.RATE.format(full=exact_text(indicator.points), points=exact_text(points))
        return Application(show(value), words)
    if indicator.bands:
        return Application(show(value), _band(indicator.bands, value, show))
    if indicator.steps:
        return _steps(indicator.steps, value, indicator.points - points, show)
    return None


def band_of(bands: Sequence[Band], value: Decimal) -> int | None:
    """Return the index of the first band that contains a value, None if none does."""
    return next((index for index, band in enumerate(bands) if _in_band(band, value)), None)


def step_count(steps: Steps, value: Decimal) -> Decimal:
    """Return how many steps a value lies beyond the limit, counted as the rule rounds them."""
    beyond = _beyond(steps, value)
    if beyond <= 0:
        return Decimal(0)
    count = beyond / steps.step
    return count.to_integral_value(_ROUNDED[steps.rounding]) if steps.rounding in _ROUNDED else count


def _in_band(band: Band, value: Decimal) -> bool:
    above = band.at_least is None or value >= band.at_least
    return above and (band.at_most is None or value <= band.at_most)


def _beyond(steps: Steps, value: Decimal) -> Decimal:
    return steps.limit - value if steps.below else value - steps.limit


def _band(bands: Sequence[Band], value: Decimal, show: Show) -> str:
    index = band_of(bands, value)
    if index is None:
        return messages.trace.BAND_NONE
    bounds = _bounds(bands[:index], bands[index], value, show)
    return messages.trace.BAND.format(range=bounds, points=exact_text(bands[index].points))


def _bounds(before: Sequence[Band], band: Band, value: Decimal, show: Show) -> str:
    """Return the bounds between which the band counts: its own, and where those `before` it end."""
    below = [other.at_most for other in before if other.at_most is not None and other.at_most < value]
    above = [other.at_least for other in before if other.at_least is not None and other.at_least > value]
    bounds = (
        (messages.trace.BAND_ABOVE, max(below, default=None)),
        (messages.trace.BAND_FROM, None if below else band.at_least),
        (messages.trace.BAND_BELOW, min(above, default=None)),
        (messages.trace.BAND_UP_TO, None if above else band.at_most),
    )
    return messages.phrases.AND.join(
        words.format(bound=_short(show(bound))) for words, bound in bounds if bound is not None
    )


def _steps(steps: Steps, value: Decimal, lost: Decimal, show: Show) -> Application:
    beyond, limit = _beyond(steps, value), _short(show(steps.limit))
    if beyond <= 0:
        return Application(show(value), messages.trace.WITHIN_LIMIT[steps.below].format(limit=limit))
    outcome = messages.trace.STEPS[steps.below].format(
        limit=limit, beyond=_short(show(beyond)), lost=exact_text(lost)
    )
    counted = messages.trace.STEPS_COUNTED.format(
        step=_short(show(steps.step)),
        deduct=exact_text(steps.deduct),
        rounding=messages.trace.STEP_ROUNDING[steps.rounding],
        count=exact_text(step_count(steps, value)),
    )
    return Application(show(value), outcome, counted)


def _short(text: str) -> str:
    """Return a printed amount without the zeros that end its decimals: 30.00% gives 30%."""
    return _TRAILING_ZEROS.sub(lambda found: found[1].rstrip("."), text)
