"""What a pack says of a figure's rules: what they mean, where they are laid down, how sure that is."""

import re
from collections.abc import Iterator

from converter import messages
from converter.chinese import COLON
from converter.figures import Derived, Figure, column_of
from converter.pack import Check, Indicator, Measure, Method, Pack, measures_by_id

_NAME = re.compile(r"[^\s+\-*/(),<>=@]+")


class Sources:
    """Finds the sources of one pack's measures, indicators and checks."""

    def __init__(self, pack: Pack) -> None:
        self._measures = measures_by_id(pack)
        self._indicators = {
            f"{name}.{pack.meta.score}": indicator for name, indicator in pack.scorecard.indicators.items()
        }
        self._methods = pack.scorecard.methods
        self._checks = [check for check in pack.checks.values() if _source(check)]

    def notes(self, figure: Figure) -> tuple[str, ...]:
        """Return what the pack says of the rules behind a figure, a line a rule."""
        return tuple(self._notes(figure))

    def _notes(self, figure: Figure) -> Iterator[str]:
        formula = figure.origin.formula if isinstance(figure.origin, Derived) else None
        measure = self._measures.get(column_of(figure.id))
        indicator = self._indicators.get(figure.id)
        if measure and _source(measure) and measure.formula == formula:
            yield _on_measure(measure)
        if indicator and indicator.standard == formula:
            yield _on_indicator(indicator)
            if indicator.method:
                yield _on_method(indicator.method, self._methods[indicator.method])
        for check in self._checks:
            if figure.id in _figures_of(check):
                yield messages.trace.CHECK.format(rule=check.rule, source=_source(check))


def _on_measure(measure: Measure) -> str:
    return messages.trace.SOURCE.format(source=_source(measure))


def _on_indicator(indicator: Indicator) -> str:
    parts = [messages.trace.MEANING.format(meaning=indicator.explain)]
    return messages.phrases.THEN.join([*parts, *_where_from(indicator)])


def _on_method(name: str, method: Method) -> str:
    parts = [messages.trace.METHOD.format(name=name, standard=method.standard)]
    return messages.phrases.THEN.join([*parts, *_where_from(method)])


def _where_from(rule: Indicator | Method) -> Iterator[str]:
    """Yield where a rule is from, and how sure that is."""
    if source := _source(rule):
        yield messages.trace.SOURCE.format(source=source)
    if rule.confidence:
        yield messages.trace.CONFIDENCE.get(rule.confidence, rule.confidence)


def _source(rule: Measure | Indicator | Method | Check) -> str:
    """Return who issued a rule by which circular, and what else the pack says of where it is from."""
    return COLON.join(filter(None, (rule.issued_by + rule.document_no, rule.source)))


def _figures_of(check: Check) -> set[str]:
    """Return the ids of the figures a check compares."""
    return {check.agree, *check.budget_units, *_NAME.findall(check.equation)}
