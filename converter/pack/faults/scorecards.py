"""A scorecard must add up: its points, each indicator's rule, the grades."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from converter import messages
from converter.figures import exact_text
from converter.pack.faults.fault import Fault
from converter.pack.files.yaml_data import KeyPath
from converter.pack.scorecard import Band, Grade, Indicator, Scorecard


def scorecard_faults(card: Scorecard) -> Iterator[Fault]:
    """Yield what of a scorecard does not add up."""
    for name, indicator in card.indicators.items():
        yield from _rule_faults(("indicators", name), indicator)
    total = sum((indicator.points for indicator in card.indicators.values()), Decimal(0))
    if card.indicators and total != card.full:
        words = messages.packs.CARD_SUM.format(total=exact_text(total), full=exact_text(card.full))
        yield _fault(("indicators",), words)
    if card.indicators:
        yield from _grade_faults(card.grades)


def _rule_faults(keys: KeyPath, indicator: Indicator) -> Iterator[Fault]:
    """Yield what is wrong with how an indicator is scored."""
    rules = sum(map(bool, (indicator.steps, indicator.bands, indicator.rate)))
    has_rule = rules > 0
    if rules > 1:
        yield _fault(keys, messages.packs.ONE_RULE)
    if has_rule and not indicator.formula:
        yield _fault(keys, messages.packs.RULE_WITHOUT_FORMULA)
    if indicator.formula and not has_rule:
        yield _fault((*keys, "formula"), messages.packs.FORMULA_WITHOUT_RULE)
    for number, band in enumerate(indicator.bands):
        if band.points > indicator.points:
            words = messages.packs.BAND_ABOVE_FULL.format(
                points=exact_text(band.points), full=exact_text(indicator.points)
            )
            yield _fault((*keys, "bands", number), words)
    if indicator.bands and (gap := _gap(indicator.bands)):
        yield _fault((*keys, "bands"), gap)


def _gap(bands: Sequence[Band]) -> str:
    """Return which values no band contains, '' if there are none."""
    spans = sorted(
        ((band.at_least, band.at_most) for band in bands),
        key=lambda span: (span[0] is not None, span[0] or Decimal(0)),
    )
    if spans[0][0] is not None:
        return messages.packs.BANDS_BELOW.format(bound=exact_text(spans[0][0]))
    reached = spans[0][1]
    for least, most in spans[1:]:
        if reached is None:
            return ""
        if least is not None and least > reached:
            return messages.packs.BANDS_BETWEEN.format(least=exact_text(reached), most=exact_text(least))
        reached = None if most is None else max(reached, most)
    return "" if reached is None else messages.packs.BANDS_ABOVE.format(bound=exact_text(reached))


def _grade_faults(grades: Sequence[Grade]) -> Iterator[Fault]:
    """Yield where grades do not fall, one after the other, to nought."""
    for number, (above, below) in enumerate(pairwise(grades), 1):
        if below.at_least >= above.at_least:
            words = messages.packs.GRADES_RISE.format(name=below.name, above=above.name)
            yield _fault(("grades", number), words)
    if not grades or grades[-1].at_least != 0:
        yield _fault(("grades",), messages.packs.GRADES_WITHOUT_FLOOR)


def _fault(keys: KeyPath, message: str) -> Fault:
    return Fault("scorecard", keys, message)
