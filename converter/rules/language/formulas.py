"""A pack's measures as formulas, each after those it needs, and what they come to over a ledger."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from graphlib import CycleError, TopologicalSorter

from msgspec import Struct

from converter import messages
from converter.figures import Derived, Figure, Ledger, basis_of, half_up
from converter.pack import Measure, Pack, prior_id, read_units
from converter.rules.language.compiler import Compiler
from converter.rules.language.expression import Expression
from converter.rules.language.lookups import Computed
from converter.rules.language.terms import Lookup, Name, Usage


class Formula(Struct, frozen=True):
    """The formula of one figure, or of a column of a list, whose id is then `list.column`."""

    id: str
    item: str
    measure: Measure
    expression: Expression

    @property
    def key(self) -> str:
        """The measure's key in the pack."""
        return basis_of(self.id) if self.item or self.measure.rows else self.id

    def inputs(self) -> Iterator[str]:
        """Yield the ids of the figures and columns the formula names."""
        yield from map(self.input, (*self.expression.names, *self.expression.groups))

    def input(self, name: Name) -> str:
        """Return the id of the figure or column that a name in the formula means."""
        return f"{name.item or self.item or self.measure.rows}.{name.basis}"


def compile_formulas(pack: Pack, compiler: Compiler) -> list[Formula]:
    """Return the pack's formulas, each after those it needs; PackError on a circle."""
    found = {formula.id: formula for formula in _expanded(pack, compiler)}
    if not pack.shipped:
        _check_units(pack, found.values())
    order: TopologicalSorter[str] = TopologicalSorter(
        {key: [needed for needed in formula.inputs() if needed in found] for key, formula in found.items()}
    )
    try:
        return [found[key] for key in order.static_order()]
    except CycleError as circle:
        names = " → ".join(circle.args[1])
        key = found[circle.args[1][0]].key
        raise pack.error("measures", messages.packs.CIRCLE.format(names=names), key, "formula") from None


def _check_units(pack: Pack, formulas: Collection[Formula]) -> None:
    """Raise PackError at a measure in another unit than its formula comes out in."""
    units = read_units(pack)
    units |= {prior_id(figure_id, pack.meta.prior): unit for figure_id, unit in units.items()}
    units |= {
        f"{name}.{column}": pack.units[unit].base
        for name, listed in pack.lists.items()
        for column, unit in listed.figures.items()
    }
    units |= {formula.id: pack.units[formula.measure.unit].base for formula in formulas}
    for formula in formulas:
        found = formula.expression.unit(partial(_unit_of, units, formula), pack.ratio)
        if found not in ("", units[formula.id]):
            words = messages.packs.UNIT_OTHERWISE.format(unit=formula.measure.unit, found=found)
            raise pack.error("measures", words, formula.key, "unit")


def _unit_of(units: Mapping[str, str], formula: Formula, name: Name) -> str:
    return units.get(formula.input(name), "")


Lacks = tuple[tuple[str, ...], ...]
"""The ids of figures without which there is no amount: of each tuple any one would do."""


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
        for figure_id, item, lookup in _places(formula, computed):
            if computed.is_known(figure_id):
                continue
            usage = Usage()
            value = formula.expression.value(lookup, usage)
            if value.amount is not None:
                origin = Derived(formula.measure.formula, usage.ids)
                computed.add(_figure(figure_id, formula.measure, value.amount, value.error, origin))
            else:
                lacking[figure_id] = lacking_in(usage, item)
    return Measures(computed.figures, lacking)


def _figure(figure_id: str, measure: Measure, amount: Decimal, error: Decimal, origin: Derived) -> Figure:
    if measure.rounded:
        amount, error = half_up(amount, measure.digits), Decimal(0)
    return Figure(figure_id, amount, measure.unit, origin, error)


def _places(formula: Formula, computed: Computed) -> Iterator[tuple[str, str, Lookup]]:
    """Yield the id of every figure of a formula, the item of which a bare name is a basis, and the lookup."""
    if formula.measure.rows:
        for row_id, lookup in computed.list_lookups(formula.measure.rows):
            yield f"{row_id}.{basis_of(formula.id)}", row_id, lookup
    else:
        yield formula.id, formula.item, computed.lookup(formula.item)


def lacking_in(usage: Usage, item: str = "") -> Lacks:
    """Return what an evaluation lacked; a bare name in it is a basis of `item`."""
    return tuple(tuple(f"{name.item or item}.{name.basis}" for name in lack) for lack in usage.missing)


def _expanded(pack: Pack, compiler: Compiler) -> Iterator[Formula]:
    for key, measure in pack.measures.items():
        if measure.rows:
            expression = compiler.over_list(measure.formula, measure.rows, "measures", key, "formula")
            yield Formula(f"{measure.rows}.{key}", "", measure, expression)
            continue
        expression = compiler.formula(
            measure.formula, "measures", key, "formula", items=measure.each or ("",)
        )
        for item in measure.each:
            yield Formula(f"{item}.{key}", item, measure, expression)
        if not measure.each:
            yield Formula(key, "", measure, expression)
