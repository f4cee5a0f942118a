"""A pack's measures as formulas, each after those it needs, and what they come to over a ledger."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from msgspec import Struct

from converter import messages
from converter.figures import Derived, Figure, Ledger, basis_of
from converter.pack import Measure, Pack
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.scopes import Computed
from converter.rules.language.terms import Trace


class Formula(Struct, frozen=True):
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


def compile_formulas(pack: Pack, compiler: Compiler) -> list[Formula]:
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
        raise pack.error("measures", messages.packs.CIRCLE.format(names=names), key, "formula") from None


Lacks = tuple[tuple[str, ...], ...]
"""The ids of figures for want of which there is no amount: of each tuple any one would do."""


class Measures(Struct, frozen=True):
    """The measures that were not read and could be computed, and by id, what the others lacked: nothing where
    their inputs are known and come to no amount, as divided by zero.
    """

    figures: tuple[Figure, ...]
    lacking: dict[str, Lacks]


def compute(formulas: Iterable[Formula], ledger: Ledger) -> Measures:
    """Return every measure that was not read; `formulas` are in order of need."""
    computed = Computed(ledger)
    lacking: dict[str, Lacks] = {}
    for formula in formulas:
        if computed.is_known(formula.id):
            continue
        trace = Trace()
        value = formula.expression.value(computed.scope(formula.item), trace)
        if value.amount is not None:
            origin = Derived(formula.measure.formula, trace.ids)
            computed.add(Figure(formula.id, value.amount, formula.measure.unit, origin, value.error))
        else:
            lacking[formula.id] = lacking_in(trace, formula.item)
    return Measures(computed.figures, lacking)


def lacking_in(trace: Trace, item: str = "") -> Lacks:
    """Return what an evaluation lacked; a bare name in it is a basis of `item`."""
    return tuple(tuple(f"{name.item or item}.{name.basis}" for name in lack) for lack in trace.missing)


def _expanded(pack: Pack, compiler: Compiler) -> Iterator[Formula]:
    for key, measure in pack.measures.items():
        expression = compiler.formula(
            measure.formula, "measures", key, "formula", items=measure.each or ("",)
        )
        for item in measure.each:
            yield Formula(f"{item}.{key}", item, measure, expression)
        if not measure.each:
            yield Formula(key, "", measure, expression)
