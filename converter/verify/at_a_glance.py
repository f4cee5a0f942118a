"""Whether figures, as they are printed, may break the pack's equations: a quick look, for most break none."""

from collections.abc import Container, Mapping

from msgspec import Struct

from converter.figures import Derived, Figure, Value, value_of
from converter.rules import Expression, Formula, Lookup, Usage
from converter.verify.constraints.pack_constraints import PackConstraints, id_of


class PackEquation(Struct, frozen=True):
    """An equation of the pack on a basis, the figures it is between, and whether it is but a warning."""

    ids: frozenset[str]
    expression: Expression
    basis: str
    is_warning: bool


class Glance:
    """Looks at what a report prints, by a pack's equations and formulas."""

    def __init__(self, constraints: PackConstraints) -> None:
        self._formulas = constraints.formulas
        self._equations = [
            PackEquation(
                frozenset(id_of(name, basis) for name in equation.names), equation, basis, identity.warning
            )
            for identity, equation in constraints.identities
            for basis in identity.each or ("",)
        ]

    def may_break(
        self,
        printed: Mapping[str, Figure],
        reported: frozenset[str] = frozenset(),
        warned: frozenset[str] = frozenset(),
    ) -> bool:
        """Whether figures may break an equation, wherever that is; those between figures of which one has
        been `reported` aside, or `warned` of where it is but a warning.

        No claim is made, and what is computed of figures printed is passed over.
        """
        amounts, ids = _PrintedAmounts(printed, self._formulas), frozenset(printed)
        reported &= ids
        either = reported | (warned & ids)
        return any(
            amounts.differ(*each.expression.sides(amounts.lookup(each.basis), Usage())[:2])
            for each in self._equations
            if not each.ids.isdisjoint(ids) and each.ids.isdisjoint(either if each.is_warning else reported)
        ) or any(
            amounts.differ(value_of(figure), amounts.by_formula(self._formulas[id]))
            for id, figure in printed.items()
            if id in self._formulas
            and not _is_computed(figure, printed)
            and reported.isdisjoint((id, *self._inputs(id)))
        )

    def _inputs(self, figure_id: str) -> list[str]:
        """Return the figures that the formula of one names."""
        formula = self._formulas[figure_id]
        return [f"{name.item or formula.item}.{name.basis}" for name in formula.expression.names]


class _PrintedAmounts:
    """The figures of a report by their ids, as they are printed; formulas give those that are not."""

    def __init__(self, printed: Mapping[str, Figure], formulas: Mapping[str, Formula]) -> None:
        self._printed, self._formulas = printed, formulas
        self._computing: set[str] = set()

    def lookup(self, basis: str) -> Lookup:
        """Return a lookup in which a bare name is an item on a basis."""
        return Lookup(lambda name: self._find(id_of(name, basis)))

    def by_formula(self, formula: Formula) -> Value:
        """Return what the formula of a figure gives."""
        self._computing.add(formula.id)
        lookup = Lookup(lambda name: self._find(f"{name.item or formula.item}.{name.basis}"))
        value = formula.expression.value(lookup, Usage())
        self._computing.discard(formula.id)
        return value

    @staticmethod
    def differ(one: Value, other: Value) -> bool:
        """Whether two amounts differ by more than their digits explain."""
        gap = one - other
        return gap.amount is not None and abs(gap.amount) > gap.error

    def _find(self, figure_id: str) -> Figure | None:
        formula = self._formulas.get(figure_id)
        if figure_id in self._printed or not formula or figure_id in self._computing:
            return self._printed.get(figure_id)
        value = self.by_formula(formula)
        return Figure(figure_id, value.amount, formula.measure.unit, Derived("", ()), value.error)


def _is_computed(figure: Figure, printed: Container[str]) -> bool:
    """Whether a figure was computed of others that are printed: then it is what these come to."""
    derived = figure.origin
    return isinstance(derived, Derived) and all(each in printed for each in derived.inputs)
