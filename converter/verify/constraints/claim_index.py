"""All claims of a report by figure, and what any figure comes to from them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from converter.figures import Derived, Figure, Value, basis_of, item_of
from converter.rules import Expression, Formula, Name, Scope, Trace
from converter.verify.claims.claim import Claim

Changed = Mapping[Claim, Decimal]
"""Other amounts to take for certain claims."""

_NOWHERE = Derived("", ())


@dataclass(slots=True)
class Assignment:
    """One reckoning: near which claim figures are sought, other amounts for some, and the claims used.

    `within` are the figures being reckoned, which must not be taken for themselves.
    """

    near: Claim | None = None
    changed: Changed = field(default_factory=dict)
    used: list[Claim] = field(default_factory=list)
    within: list[str] = field(default_factory=list)


class ClaimIndex:
    """The claims by figure id; formulas give what is not printed.

    `footings` are items of the same name on another footing, by item: near one, the name means that one.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        formulas: Mapping[str, Formula],
        footings: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._footings = footings
        self.by_id: dict[str, list[Claim]] = {}
        for claim in claims:
            if claim.id and not claim.aside:
                self.by_id.setdefault(claim.id, []).append(claim)
        self._formulas = formulas

    def chosen(self, figure_id: str, near: Claim | None) -> Claim | None:
        """Return the claim of a figure: the nearest in the same content, else a table's, else the first."""
        claims = self.by_id.get(figure_id, [])
        here = [each for each in claims if near and each.spot.content == near.spot.content]
        if here and near and near.spot.row < 0:
            return min(here, key=lambda each: abs(each.spot.start - near.spot.start))
        others = here or claims
        return next((each for each in others if each.spot.row >= 0), others[0] if others else None)

    def _alike(self, figure_id: str, near: Claim | None) -> Claim | None:
        """Return the claim in the same content of an item of the same name on another footing."""
        item, basis = item_of(figure_id), basis_of(figure_id)
        others = (self.chosen(f"{each}.{basis}", near) for each in self._footings.get(item, ()))
        return next(
            (each for each in others if each and near and each.spot.content == near.spot.content), None
        )

    def figure(self, figure_id: str, taking: Assignment) -> Figure | None:
        """Return a figure as printed, or as its formula gives it, or None; note the claims used."""
        if figure_id in taking.within:
            return None
        claim = self.chosen(figure_id, taking.near) or self._alike(figure_id, taking.near)
        if claim is not None:
            taking.used.append(claim)
            amount = taking.changed.get(claim, claim.value.amount)
            return Figure(figure_id, amount, claim.base, _NOWHERE, claim.value.error)
        formula = self._formulas.get(figure_id)
        if formula is None:
            return None
        taking.within.append(figure_id)
        before = len(taking.used)
        value = self.value(formula.expression, formula.item, taking)
        taking.within.pop()
        if value.amount is None:
            del taking.used[before:]
            return None
        return Figure(figure_id, value.amount, formula.measure.unit, _NOWHERE, value.error)

    def value(self, expression: Expression, item: str, taking: Assignment) -> Value:
        """Return what an expression comes to; a bare name is a basis of `item`."""
        return expression.value(self.scope(lambda name: f"{name.item or item}.{name.basis}", taking), Trace())

    def scope(self, identify: Callable[[Name], str], taking: Assignment) -> Scope:
        """Return the claims as a scope in which `identify` tells the figure a name stands for."""
        return Scope(lambda name: self.figure(identify(name), taking))
