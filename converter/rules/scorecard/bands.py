"""Points for a value by bands or by steps, and how they were applied in a sentence."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from converter import messages
from converter.figures import exact_text
from converter.pack import Band, StepRounding, Steps
from converter.rules.scorecard.application import Application, Show, difference, short

_ROUNDED = {StepRounding.FLOOR: ROUND_FLOOR, StepRounding.CEILING: ROUND_CEILING}


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


def band_words(bands: Sequence[Band], value: Decimal, full: Decimal, show: Show) -> str:
    """Return in which band a value lies, and what that earns and costs of `full` points."""
    index = band_of(bands, value)
    if index is None:
        return messages.trace.BAND_NONE
    bounds = _bounds(bands[:index], bands[index], value, show)
    points = bands[index].earned(full)
    words = messages.trace.BAND.format(range=bounds, points=exact_text(points))
    lost = messages.trace.BAND_LOST.format(lost=exact_text(full - points))
    return words + lost * (points < full)


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
        words.format(bound=short(show(bound))) for words, bound in bounds if bound is not None
    )


def steps_applied(steps: Steps, value: Decimal, lost: Decimal, show: Show) -> Application:
    """Return how many steps a value lies beyond the limit, and that they cost the points `lost`."""
    beyond, limit = _beyond(steps, value), short(show(steps.limit))
    if beyond <= 0:
        return Application(show(value), messages.trace.WITHIN_LIMIT[steps.below].format(limit=limit))
    outcome = messages.trace.STEPS[steps.below].format(
        limit=limit, beyond=difference(show(beyond)), lost=exact_text(lost)
    )
    counted = messages.trace.STEPS_COUNTED.format(
        step=difference(short(show(steps.step))),
        deduct=exact_text(steps.deduct),
        rounding=messages.trace.STEP_ROUNDING[steps.rounding],
        count=exact_text(step_count(steps, value)),
    )
    return Application(show(value), outcome, counted)
