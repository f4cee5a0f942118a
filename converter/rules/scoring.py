"""The scorecard: points for every indicator, by formula or by a person, the total and the grade."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from converter.figures import Derived, Figure, Ledger, Result, Score
from converter.pack import Band, Indicator, Pack, Rounding, Steps
from converter.rules.compiling import Compiler
from converter.rules.expression import Expression
from converter.rules.scopes import ledger_scope
from converter.rules.terms import Trace

_ROUNDED = {Rounding.FLOOR: ROUND_FLOOR, Rounding.CEILING: ROUND_CEILING}


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    indicator: Indicator
    formula: Expression | None
    full_when: Expression | None


class Card:
    """The pack's scorecard, compiled."""

    def __init__(self, pack: Pack, compiler: Compiler) -> None:
        self._meta = pack.meta
        self._grades = sorted(pack.scorecard.grades, key=lambda grade: -grade.at_least)
        self._lines = [
            _Line(
                name,
                each,
                _compiled(compiler.formula, name, each, "formula"),
                _compiled(compiler.condition, name, each, "full_when"),
            )
            for name, each in pack.scorecard.indicators.items()
        ]

    def score(self, ledger: Ledger) -> Result:
        """Return every indicator's score, and enter each and the total into the ledger."""
        scores = tuple(self._score(line, ledger) for line in self._lines)
        full = sum((score.full for score in scores), Decimal(0))
        ledger.enter(Figure(self._meta.score_full, full, self._meta.score_unit, Derived("+", ())))
        if any(score.points is None for score in scores):
            return Result(scores, None, "")
        total = sum((score.points for score in scores if score.points is not None), Decimal(0))
        inputs = tuple(f"{score.name}.{self._meta.score}" for score in scores)
        ledger.enter(Figure(self._meta.score_total, total, self._meta.score_unit, Derived("+", inputs)))
        return Result(scores, total, self._grade(total))

    def astray(self, ledger: Ledger) -> Iterator[tuple[Figure, Decimal]]:
        """Yield points a person gave that an indicator can't have, with its full points; they don't count."""
        for line in self._lines:
            given = ledger.find(f"{line.name}.{self._meta.self_score}")
            if line.formula is None and given and _is_astray(given, line.indicator):
                yield given, line.indicator.points

    def _grade(self, total: Decimal) -> str:
        return next((grade.name for grade in self._grades if total >= grade.at_least), "")

    def _score(self, line: _Line, ledger: Ledger) -> Score:
        """Return one indicator's score, entered into the ledger with what it was given for."""
        indicator, score_id = line.indicator, f"{line.name}.{self._meta.score}"
        given = ledger.find(indicator.formula or f"{line.name}.{self._meta.self_score}")
        reason = ledger.texts.get(f"{line.name}.{self._meta.score_reason}")
        points = _points(line, ledger, given)
        if points is not None:
            origin = Derived(indicator.standard, (given.id,) if given else ())
            ledger.enter(Figure(score_id, points, self._meta.score_unit, origin))
        return Score(
            id=score_id,
            name=line.name,
            groups=indicator.groups,
            full=indicator.points,
            standard=indicator.standard,
            points=points,
            value=given if line.formula else None,
            reason=reason.value if reason else "",
        )


def _points(line: _Line, ledger: Ledger, given: Figure | None) -> Decimal | None:
    """Return a person's points, or those the formula's value earns; None where either is missing."""
    scope = ledger_scope(ledger)
    if line.full_when and line.full_when.holds(scope, Trace()):
        return line.indicator.points
    if line.formula is None:
        return given.value if given and not _is_astray(given, line.indicator) else None
    value = line.formula.value(scope, Trace()).amount
    return None if value is None else points_for(line.indicator, value)


def _is_astray(given: Figure, indicator: Indicator) -> bool:
    return given.value is not None and not 0 <= given.value <= indicator.points


def points_for(indicator: Indicator, value: Decimal) -> Decimal:
    """Return the points a value earns by the indicator's bands or steps, never below zero."""
    if indicator.bands:
        return next((band.points for band in indicator.bands if _in_band(band, value)), Decimal(0))
    if indicator.steps is None:
        return indicator.points
    return max(Decimal(0), indicator.points - _deduction(indicator.steps, value))


def _deduction(steps: Steps, value: Decimal) -> Decimal:
    beyond = steps.limit - value if steps.below else value - steps.limit
    if beyond <= 0:
        return Decimal(0)
    count = beyond / steps.step
    if steps.rounding in _ROUNDED:
        count = count.to_integral_value(_ROUNDED[steps.rounding])
    return count * steps.deduct


def _in_band(band: Band, value: Decimal) -> bool:
    above = band.at_least is None or value >= band.at_least
    return above and (band.at_most is None or value <= band.at_most)


def _compiled(
    compile: Callable[..., Expression], name: str, indicator: Indicator, key: str
) -> Expression | None:
    text = getattr(indicator, key)
    return compile(text, "scorecard", "indicators", name, key) if text else None
