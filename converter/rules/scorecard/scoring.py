"""The scorecard: points for every indicator, by formula or by a person, the total and the grade."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.figures import ZERO, Derived, Figure, Ledger, condition_words, exact_text
from converter.pack import Amounts, Indicator, Meta, Scorecard, ScoringRule
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.formulas import Lacks, lacking_in
from converter.rules.language.lookups import Computed, Find, ledger_lookup
from converter.rules.language.terms import Usage
from converter.rules.scorecard.application import Application
from converter.rules.scorecard.obstacles import is_all_entered
from converter.rules.scorecard.points import application, level_words, points_for
from converter.rules.scorecard.result import Score, ScoredCard
from converter.rules.scorecard.targets import Attained


class _CompiledIndicator(Struct, frozen=True):
    name: str
    indicator: Indicator
    rule: ScoringRule
    formula: Expression | None
    target: Expression | None
    full_when: Expression | None
    none_when: Expression | None


class _Points(Struct, frozen=True):
    """An indicator's points, None where it could not be scored, and what they rest on."""

    amount: Decimal | None
    origin: Derived
    applied: Application | None = None
    lacking: Lacks = ()


class ScoringRules:
    """The pack's scorecard, compiled."""

    def __init__(self, scorecard: Scorecard, meta: Meta, amounts: Amounts, compiler: Compiler) -> None:
        self._meta, self._amounts, self._digits = meta, amounts, scorecard.digits
        self._not_applicable = re.compile(scorecard.not_applicable)
        self._grades = sorted(scorecard.grades, key=lambda grade: -grade.at_least)
        self._indicators = [
            _CompiledIndicator(
                name,
                indicator,
                scorecard.rule_of(indicator),
                _compiled(compiler.formula, name, indicator, "formula"),
                _compiled(compiler.formula, name, indicator, "target"),
                _compiled(compiler.condition, name, indicator, "full_when"),
                _compiled(compiler.condition, name, indicator, "none_when"),
            )
            for name, indicator in scorecard.indicators.items()
        ]

    def score(self, ledger: Ledger, lacking: Mapping[str, Lacks] = MappingProxyType({})) -> ScoredCard:
        """Return every indicator's score, the total and the grade; a later indicator may use the points of
        an earlier one. `lacking` says of measures that were not computed what they lack.
        """
        computed, scores = Computed(ledger), list[Score]()
        for rule in self._indicators:
            points = self._points(rule, ledger, computed)
            if points.amount is None and rule.formula and is_all_entered(points.lacking, ledger, lacking):
                given = self._given(rule, ledger, computed)
                points = points if given.amount is None else given
            for figure in self._figures_of(rule, points):
                computed.add(figure)
            scores.append(self._score(rule, points, ledger, computed))
        total = None if any(score.points is None for score in scores) else _total(scores)
        for figure in self._totals(scores, total):
            computed.add(figure)
        grade = "" if total is None else self._grade(total)
        return ScoredCard(tuple(scores), total, grade, computed.figures)

    def lacking(self, scores: Iterable[Score]) -> dict[str, Lacks]:
        """Return what the points that were not given lacked, and the total for them."""
        unscored = {score.id: score.lacking for score in scores if score.points is None}
        return unscored | {self._meta.score_total: tuple((score_id,) for score_id in unscored)}

    def out_of_range(self, ledger: Ledger) -> Iterator[tuple[Figure, Decimal]]:
        """Yield points given that an indicator can't have, with its full points; they don't count."""
        for rule in self._indicators:
            given = ledger.find(self._points_id(rule))
            if given and _is_out_of_range(given, rule.indicator):
                yield given, rule.indicator.points

    def _points_id(self, rule: _CompiledIndicator) -> str:
        """Return the id of the figure that is an indicator's points as it is, where they are not computed."""
        return rule.indicator.formula if rule.rule.earned else f"{rule.name}.{self._meta.self_score}"

    def _score(self, rule: _CompiledIndicator, points: _Points, ledger: Ledger, computed: Computed) -> Score:
        indicator = rule.indicator
        return Score(
            id=f"{rule.name}.{self._meta.score}",
            name=rule.name,
            groups=indicator.groups,
            full=indicator.points,
            standard=indicator.standard,
            points=points.amount,
            value=computed.find(indicator.formula) if rule.formula else None,
            reason=self._reason(rule, ledger),
            applied=points.applied,
            lacking=points.lacking,
        )

    def _figures_of(self, rule: _CompiledIndicator, points: _Points) -> Iterator[Figure]:
        """Yield an indicator's full points, and its points and deduction if it was scored."""
        full, meta = rule.indicator.points, self._meta
        full_id, score_id = f"{rule.name}.{meta.full}", f"{rule.name}.{meta.score}"
        yield self._figure(full_id, full, Derived(messages.trace.SET_BY_SCORECARD))
        if points.amount is not None:
            yield self._figure(score_id, points.amount, points.origin)
            lost = Derived(f"{full_id} - {score_id}", (full_id, score_id))
            yield self._figure(f"{rule.name}.{meta.lost}", full - points.amount, lost)

    def _totals(self, scores: Sequence[Score], total: Decimal | None) -> Iterator[Figure]:
        """Yield the sum of all full points, and that of all points if every indicator was scored."""
        meta = self._meta
        inputs = tuple(f"{score.name}.{meta.full}" for score in scores)
        full = sum((score.full for score in scores), Decimal(0))
        yield self._figure(meta.score_full, full, Derived(messages.trace.ALL_FULL, inputs))
        if total is not None:
            deducted_first = sorted(scores, key=lambda score: not score.lost)
            inputs = tuple(score.id for score in deducted_first)
            yield self._figure(meta.score_total, total, Derived(messages.trace.ALL_POINTS, inputs))

    def _figure(self, figure_id: str, points: Decimal, origin: Derived) -> Figure:
        return Figure(figure_id, points, self._meta.score_unit, origin)

    def _grade(self, total: Decimal) -> str:
        return next((grade.name for grade in self._grades if total >= grade.at_least), "")

    def _points(self, rule: _CompiledIndicator, ledger: Ledger, computed: Computed) -> _Points:
        """Return full points or none where a condition says so, else a person's or those the rule earns."""
        indicator, lookup = rule.indicator, computed.lookup()
        usage = Usage()
        if rule.full_when and rule.full_when.holds(ledger_lookup(ledger, find=self._nil(computed)), usage):
            words = messages.trace.POINTS_IN_FULL.format(condition=condition_words(indicator.full_when))
            return _Points(indicator.points, Derived(indicator.standard, usage.ids, words))
        usage = Usage()
        if rule.none_when and rule.none_when.holds(lookup, usage):
            words = messages.trace.POINTS_NONE.format(condition=condition_words(indicator.none_when))
            shown = Application("", messages.trace.NONE_BY_STANDARD)
            return _Points(Decimal(0), Derived(indicator.standard, usage.ids, words), shown)
        if rule.formula is None:
            return self._given(rule, ledger, computed)
        return self._earned(rule, rule.formula, computed)

    def _nil(self, computed: Computed) -> Find:
        """Return how to find figures for a standard that gives full points for what there is none of: there,
        a figure said not to apply is nil.
        """

        def find(figure_id: str, form: str = "") -> Figure | None:
            figure = computed.find(figure_id, form)
            cell = figure.cell if figure and figure.value is None else None
            says_none = cell and self._not_applicable.search(cell.text)
            return replace(figure, value=ZERO) if figure and says_none else figure

        return find

    def _earned(self, rule: _CompiledIndicator, formula: Expression, computed: Computed) -> _Points:
        """Return the points that an indicator's rule gives for the value of its formula."""
        indicator, lookup, usage = rule.indicator, computed.lookup(), Usage()
        value = formula.value(lookup, usage).amount
        target = rule.target.value(lookup, usage).amount if rule.target else None
        lacks_target = rule.target is not None and target is None
        judged = None if value is None or lacks_target else Attained(value, target)
        points = points_for(rule.rule, indicator.points, judged, self._digits) if judged else None
        if judged is None or points is None:
            return _Points(None, Derived(indicator.standard, usage.ids), lacking=lacking_in(usage))
        show = self._printed_like(computed.find(indicator.formula))
        applied = application(rule.rule, indicator.points, judged, show, self._digits)
        return _Points(points, Derived(indicator.standard, usage.ids, str(applied or "")), applied)

    def _given(self, rule: _CompiledIndicator, ledger: Ledger, computed: Computed) -> _Points:
        """Return the points a person gave, none where they are out of range."""
        indicator = rule.indicator
        given_id = self._points_id(rule)
        given = computed.find(given_id)
        if given is None or given.value is None or _is_out_of_range(given, indicator):
            return _Points(None, Derived(indicator.standard), lacking=((given_id,),))
        applied = messages.trace.POINTS_GIVEN.format(full=exact_text(indicator.points))
        applied += level_words(rule.rule.levels, indicator.points, given.value)
        if reason := self._reason(rule, ledger):
            applied += messages.trace.POINTS_REASON.format(reason=reason)
        return _Points(given.value, Derived(indicator.standard, (given.id,), applied))

    def _reason(self, rule: _CompiledIndicator, ledger: Ledger) -> str:
        """Return a person's reason for the points given, '' if there is none."""
        reason = ledger.texts.get(f"{rule.name}.{self._meta.score_reason}")
        return reason.value if reason else ""

    def _printed_like(self, judged: Figure | None) -> Callable[[Decimal], str]:
        """Return how to print values of the kind judged: as the figure prints, or plainly."""
        return exact_text if judged is None else lambda value: self._amounts.text(value, judged)


def _total(scores: Iterable[Score]) -> Decimal:
    return sum((score.points for score in scores if score.points is not None), Decimal(0))


def _is_out_of_range(given: Figure, indicator: Indicator) -> bool:
    return given.value is not None and not 0 <= given.value <= indicator.points


def _compiled(
    compile: Callable[..., Expression], name: str, indicator: Indicator, key: str
) -> Expression | None:
    text = getattr(indicator, key)
    return compile(text, "scorecard", "indicators", name, key) if text else None
