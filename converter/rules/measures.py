"""Compute the pack's measures over a ledger: formulas where nothing was read, in order of need."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from converter import messages
from converter.figures import Derived, Figure, Ledger, basis_of
from converter.pack import Measure, Pack
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.scopes import ledger_scope
from converter.rules.language.terms import Trace


@dataclass(frozen=True, slots=True)
class Formula:
    """One figure's formula."""

    id: str
    item: str
    measure: Measure
    expression: Expression

    @property
    def key(self) -> str:
        """The measure's key in the pack."""
        return basis_of(self.id) if self.item else self.id

    def inputs(self) -> Iterator[str]:
        """Yield the ids of the figures the formula names."""
        for name in self.expression.names:
            yield f"{name.item or self.item}.{name.basis}"


def formulas(pack: Pack, compiler: Compiler) -> list[Formula]:
    """Return the pack's formulas, each after those it needs; PackError on a circle."""
    found = {formula.id: formula for formula in _expanded(pack, compiler)}
    order: TopologicalSorter[str] = TopologicalSorter(
        {key: [needed for needed in formula.inputs() if needed in found] for key, formula in found.items()}
    )
    try:
        return [found[key] for key in order.static_order()]
    except CycleError as circle:
        names = " → ".join(circle.args[1])
        key = found[circle.args[1][0]].key
        raise pack.where(
            "measures", messages.checks.PACK_CIRCLE.format(names=names), key, "formula"
        ) from None


def compute(formulas: Iterable[Formula], ledger: Ledger) -> None:
    """Enter every measure that can be computed and was not read."""
    for formula in formulas:
        known = ledger.find(formula.id)
        if known is not None and known.value is not None:
            continue
        trace = Trace()
        value = formula.expression.value(ledger_scope(ledger, formula.item), trace)
        if value.amount is not None:
            origin = Derived(formula.measure.formula, trace.ids)
            ledger.enter(Figure(formula.id, value.amount, formula.measure.unit, origin, value.error))


def _expanded(pack: Pack, compiler: Compiler) -> Iterator[Formula]:
    for key, measure in pack.measures.items():
        expression = compiler.formula(
            measure.formula, "measures", key, "formula", items=measure.each or ("",)
        )
        for item in measure.each:
            yield Formula(f"{item}.{key}", item, measure, expression)
        if not measure.each:
            yield Formula(key, "", measure, expression)
