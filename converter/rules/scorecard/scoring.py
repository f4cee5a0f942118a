"""The scorecard: points for every indicator, by formula or by a person, the total and the grade."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter import messages
from converter.figures import Derived, Figure, Ledger, plain
from converter.pack import Amounts, Indicator, Pack
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.scopes import ledger_scope
from converter.rules.language.terms import Trace
from converter.rules.scorecard.bands import application, points_for
from converter.rules.scorecard.result import Score, ScoredCard


@dataclass(frozen=True, slots=True)
class _CompiledIndicator:
    name: str
    indicator: Indicator
    formula: Expression | None
    full_when: Expression | None


class ScoringRules:
    """The pack's scorecard, compiled."""

    def __init__(self, pack: Pack, compiler: Compiler) -> None:
        self._meta, self._amounts = pack.meta, Amounts(pack)
        self._grades = sorted(pack.scorecard.grades, key=lambda grade: -grade.at_least)
        self._lines = [
            _CompiledIndicator(
                name,
                each,
                _compiled(compiler.formula, name, each, "formula"),
                _compiled(compiler.condition, name, each, "full_when"),
            )
            for name, each in pack.scorecard.indicators.items()
        ]

    def score(self, ledger: Ledger) -> ScoredCard:
        """Return every indicator's score; enter full points, points and deduction of each, and the totals."""
        scores = tuple(self._score(line, ledger) for line in self._lines)
        full = sum((score.full for score in scores), Decimal(0))
        origin = Derived(
            messages.trace.ALL_FULL, tuple(f"{score.name}.{self._meta.full}" for score in scores)
        )
        self._enter(ledger, self._meta.score_full, full, origin)
        if any(score.points is None for score in scores):
            return ScoredCard(scores, None, "")
        total = sum((score.points for score in scores if score.points is not None), Decimal(0))
        deducted_first = sorted(scores, key=lambda score: not score.lost)
        origin = Derived(messages.trace.ALL_POINTS, tuple(score.id for score in deducted_first))
        self._enter(ledger, self._meta.score_total, total, origin)
        return ScoredCard(scores, total, self._grade(total))

    def astray(self, ledger: Ledger) -> Iterator[tuple[Figure, Decimal]]:
        """Yield points a person gave that an indicator can't have, with its full points; they don't count."""
        for line in self._lines:
            given = ledger.find(f"{line.name}.{self._meta.self_score}")
            if line.formula is None and given and _is_astray(given, line.indicator):
                yield given, line.indicator.points

    def _grade(self, total: Decimal) -> str:
        return next((grade.name for grade in self._grades if total >= grade.at_least), "")

    def _enter(self, ledger: Ledger, figure_id: str, value: Decimal, origin: Derived) -> None:
        ledger.enter(Figure(figure_id, value, self._meta.score_unit, origin))

    def _score(self, line: _CompiledIndicator, ledger: Ledger) -> Score:
        """Return one indicator's score, entered into the ledger with what it was given for."""
        indicator, meta = line.indicator, self._meta
        full_id, score_id = f"{line.name}.{meta.full}", f"{line.name}.{meta.score}"
        points, origin = self._points(line, ledger)
        self._enter(ledger, full_id, indicator.points, Derived(messages.trace.SET_BY_SCORECARD))
        if points is not None:
            lost = Derived(f"{full_id} - {score_id}", (full_id, score_id))
            self._enter(ledger, score_id, points, origin)
            self._enter(ledger, f"{line.name}.{meta.lost}", indicator.points - points, lost)
        return Score(
            id=score_id,
            name=line.name,
            groups=indicator.groups,
            full=indicator.points,
            standard=indicator.standard,
            points=points,
            value=ledger.find(indicator.formula) if line.formula else None,
            reason=self._reason(line, ledger),
        )

    def _points(self, line: _CompiledIndicator, ledger: Ledger) -> tuple[Decimal | None, Derived]:
        """Return a person's points, or those the formula's value earns (None: missing), and why."""
        indicator, scope, trace = line.indicator, ledger_scope(ledger), Trace()
        points, said = None, ""
        if line.full_when and line.full_when.holds(scope, trace):
            points, said = (
                indicator.points,
                messages.trace.POINTS_IN_FULL.format(condition=indicator.full_when),
            )
        elif line.formula is None:
            given = ledger.find(f"{line.name}.{self._meta.self_score}")
            if given and not _is_astray(given, indicator):
                points, trace = given.value, Trace([given])
                said = self._given(line, ledger)
        else:
            trace = Trace()
            value = line.formula.value(scope, trace).amount
            if value is not None:
                points = points_for(indicator, value)
                said = application(indicator, value, self._shown(ledger.find(indicator.formula)))
        return points, Derived(indicator.standard, trace.ids, said)

    def _reason(self, line: _CompiledIndicator, ledger: Ledger) -> str:
        reason = ledger.texts.get(f"{line.name}.{self._meta.score_reason}")
        return reason.value if reason else ""

    def _given(self, line: _CompiledIndicator, ledger: Ledger) -> str:
        reason = self._reason(line, ledger)
        said = messages.trace.POINTS_REASON.format(reason=reason) if reason else ""
        return messages.trace.POINTS_GIVEN.format(full=plain(line.indicator.points)) + said

    def _shown(self, judged: Figure | None) -> Callable[[Decimal], str]:
        """Return how to print values of the kind judged: as the figure prints, or plainly."""
        return plain if judged is None else lambda value: self._amounts.number(value, judged)


def _is_astray(given: Figure, indicator: Indicator) -> bool:
    return given.value is not None and not 0 <= given.value <= indicator.points


def _compiled(
    compile: Callable[..., Expression], name: str, indicator: Indicator, key: str
) -> Expression | None:
    text = getattr(indicator, key)
    return compile(text, "scorecard", "indicators", name, key) if text else None
