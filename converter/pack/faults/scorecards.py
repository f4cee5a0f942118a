"""A scorecard must add up: its points, each indicator's rule, the grades."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from converter import messages
from converter.figures import exact_text
from converter.pack.faults.fault import Fault
from converter.pack.files.validation import KeyPath
from converter.pack.known_names import measures_by_id, read_units
from converter.pack.pack import Pack
from converter.pack.shapes.scorecard import (
    Band,
    Grade,
    Indicator,
    Level,
    Method,
    Scorecard,
    ScoringRule,
    normal_sign,
)
from converter.pack.unknown import unknown

_COMPUTED = ("steps", "bands", "rate", "target_rule", "earned")


def scorecard_faults(pack: Pack) -> Iterator[Fault]:
    """Yield what of a scorecard does not add up, and where figures of different units are compared."""
    card = pack.scorecard
    measured = {figure_id: measure.unit for figure_id, measure in measures_by_id(pack).items()}
    units = read_units(pack) | measured
    for name, indicator in card.indicators.items():
        yield from _unit_faults(("indicators", name), indicator, units, pack.meta.score_unit)
    for name, method in card.methods.items():
        yield from _method_faults(("methods", name), method)
    yield from _doubled_signs(card.methods)
    for name, indicator in card.indicators.items():
        yield from _indicator_faults(("indicators", name), indicator, card)
    total = sum((indicator.points for indicator in card.indicators.values()), Decimal(0))
    if card.indicators and total != card.full:
        words = messages.packs.CARD_SUM.format(total=exact_text(total), full=exact_text(card.full))
        yield _fault(("indicators",), words)
    if card.indicators:
        yield from _grade_faults(card.grades)
    elif any(table.scores and f'"{name}"' in pack.report.text for name, table in pack.tables.items()):
        yield _fault(("indicators",), messages.packs.NO_INDICATORS)


def _rules_of(rule: ScoringRule) -> list[str]:
    """Return the keys of all rules that are stated."""
    return [key for key in (*_COMPUTED, "levels", "given", "method") if getattr(rule, key, None)]


def _method_faults(keys: KeyPath, method: Method) -> Iterator[Fault]:
    """Yield what is wrong with a rule that has a name; it serves rows of whatever points."""
    if len(_rules_of(method)) != 1:
        yield _fault(keys, messages.packs.METHOD_RULE)
    for number, band in enumerate(method.bands):
        if band.share is None:
            yield _fault((*keys, "bands", number), messages.packs.BAND_SHARE)
    yield from _shape_faults(keys, method)


def _indicator_faults(keys: KeyPath, indicator: Indicator, card: Scorecard) -> Iterator[Fault]:
    """Yield what is wrong with how an indicator is scored."""
    if len(_rules_of(indicator)) > 1:
        yield _fault(keys, messages.packs.ONE_RULE)
    if indicator.method and indicator.method not in card.methods:
        yield _fault((*keys, "method"), unknown(indicator.method, card.methods))
        return
    rule = card.rule_of(indicator)
    is_computed = any(getattr(rule, key) for key in _COMPUTED)
    if is_computed and not indicator.formula:
        yield _fault(keys, messages.packs.RULE_WITHOUT_FORMULA)
    if indicator.formula and not is_computed:
        yield _fault((*keys, "formula"), messages.packs.FORMULA_WITHOUT_RULE)
    if rule.target_rule and not indicator.target:
        yield _fault(keys, messages.packs.TARGET_LACKING)
    if indicator.target and (rule.earned or not is_computed):
        yield _fault((*keys, "target"), messages.packs.TARGET_UNUSED)
    for number, band in enumerate(indicator.bands):
        if band.earned(indicator.points) > indicator.points:
            words = messages.packs.BAND_ABOVE_FULL.format(
                points=exact_text(band.earned(indicator.points)), full=exact_text(indicator.points)
            )
            yield _fault((*keys, "bands", number), words)
    yield from _shape_faults(keys, indicator)


def _unit_faults(
    keys: KeyPath, indicator: Indicator, units: dict[str, str], score_unit: str
) -> Iterator[Fault]:
    """Yield where a formula that is one figure has another unit than its target, or than points."""
    unit, target = units.get(indicator.formula), units.get(indicator.target)
    if unit and target and unit != target and not indicator.earned:
        words = messages.packs.UNITS_DIFFER.format(formula=unit, target=target)
        yield _fault((*keys, "target"), words)
    if unit and indicator.earned and unit != score_unit:
        words = messages.packs.NO_POINTS.format(unit=unit, points=score_unit)
        yield _fault((*keys, "formula"), words)


def _shape_faults(keys: KeyPath, rule: ScoringRule) -> Iterator[Fault]:
    """Yield what is wrong with a rule itself, whatever is scored by it."""
    for number, band in enumerate(rule.bands):
        if (band.points is None) == (band.share is None):
            yield _fault((*keys, "bands", number), messages.packs.BAND_POINTS)
    if rule.bands and (gap := _gap(rule.bands)):
        yield _fault((*keys, "bands"), gap)
    if rule.target_rule and rule.target_rule.none_from <= 1:
        yield _fault((*keys, "target_rule"), messages.packs.NONE_FROM)
    if rule.levels:
        yield from _level_faults((*keys, "levels"), rule.levels)


def _level_faults(keys: KeyPath, levels: Sequence[Level]) -> Iterator[Fault]:
    """Yield where levels do not lead, one after the other, from all points down to none."""
    above = Decimal(1)
    for number, level in enumerate(levels):
        if level.at_most != above or level.at_least >= level.at_most:
            words = messages.packs.LEVELS.format(name=level.name, bound=exact_text(above))
            yield _fault((*keys, number), words)
            return
        above = level.at_least
    if above:
        yield _fault(keys, messages.packs.LEVELS_WITHOUT_FLOOR)


def _doubled_signs(methods: dict[str, Method]) -> Iterator[Fault]:
    """Yield the signs that would lead to two methods."""
    seen = set[str]()
    for name, method in methods.items():
        for number, sign in enumerate(method.signs):
            if (written := normal_sign(sign)) in seen:
                words = messages.packs.SIGN_DOUBLED.format(sign=sign)
                yield _fault(("methods", name, "signs", number), words)
            seen.add(written)


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
    """Yield where grades do not fall, one after the other, to zero."""
    for number, (above, below) in enumerate(pairwise(grades), 1):
        if below.at_least >= above.at_least:
            words = messages.packs.GRADES_RISE.format(name=below.name, above=above.name)
            yield _fault(("grades", number), words)
    if not grades or grades[-1].at_least != 0:
        yield _fault(("grades",), messages.packs.GRADES_WITHOUT_FLOOR)


def _fault(keys: KeyPath, message: str) -> Fault:
    return Fault("scorecard", keys, message)
