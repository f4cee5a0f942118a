"""All claims of a report by figure, and what any figure is by them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from converter.figures import Derived, Figure, Value, basis_of, item_of, value_of
from converter.rules import Expression, Formula, Lookup, Name, Usage
from converter.verify.claims.claim import Claim, Place
from converter.verify.constraints.assignment import Assignment, ComputedValue

T = TypeVar("T")

MOST_AMOUNTS_OF_FIGURE = 12  # amounts of one figure that are distinguished, however often it is stated

_NO_ORIGIN = Derived("", ())


class ComputedFigure(Struct, frozen=True):
    """A figure as claims give it, and the claims used."""

    figure: Figure
    used: tuple[Claim, ...]

    @property
    def value(self) -> Value:
        """The figure's amount and error."""
        return value_of(self.figure)


class ClaimIndex:
    """The claims by figure id; formulas give what is not printed.

    `namesakes` are, by item, the items that have the same name in another scope: beside claims of that scope,
    the name means that item.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        formulas: Mapping[str, Formula],
        namesakes: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._formulas, self._namesakes = formulas, namesakes
        self.by_id: dict[str, list[Claim]] = {}
        for claim in claims:
            if (id := claim.id) and not claim.in_explanation:
                self.by_id.setdefault(id, []).append(claim)
        self._first: dict[str, Claim] = {}

    @cached_property
    def _in_content(self) -> dict[tuple[str, int], list[Claim]]:
        """The claims by figure and content."""
        found: dict[tuple[str, int], list[Claim]] = {}
        for id, several in self.by_id.items():
            for claim in several:
                found.setdefault((id, claim.span.content), []).append(claim)
        return found

    @cached_property
    def _in_place(self) -> dict[tuple[str, Place], list[Claim]]:
        """The claims by figure and place."""
        found: dict[tuple[str, Place], list[Claim]] = {}
        for id, several in self.by_id.items():
            for claim in several:
                found.setdefault((id, claim.place), []).append(claim)
        return found

    def states(self, content: int, figure_ids: Iterable[str]) -> bool:
        """Whether a content states any of some figures."""
        return any((each, content) in self._in_content for each in figure_ids)

    def of_same_figures(self, claims: Iterable[Claim]) -> Iterator[tuple[str, list[Claim]]]:
        """Yield the figures that claims state, with all claims of each."""
        ids = {claim.id for claim in claims}
        return (each for each in self.by_id.items() if each[0] in ids)

    def choose(self, figure_id: str, near: Claim | None) -> Claim | None:
        """Return the claim of a figure: the nearest in the same content, those of its sentence before all
        others, else a table's, else the first.
        """
        in_content = self._in_content.get((figure_id, near.span.content), []) if near else []
        if in_content and near and near.span.in_paragraph:
            at = bisect_left(in_content, near.span.start, key=lambda claim: claim.span.start)
            beside = in_content[max(at - 1, 0) : at + 1]
            return min(beside, key=lambda claim: _distance(claim, near))
        if in_content:
            return next((claim for claim in in_content if not claim.span.in_paragraph), in_content[0])
        return self._first_of(figure_id)

    def _first_of(self, figure_id: str) -> Claim | None:
        """Return a figure's first claim in a table, else its first."""
        if figure_id not in self._first and (several := self.by_id.get(figure_id)):
            in_tables = (claim for claim in several if not claim.span.in_paragraph)
            self._first[figure_id] = next(in_tables, several[0])
        return self._first.get(figure_id)

    def namesakes_of(self, claim: Claim, place: Place | None = None) -> list[Claim]:
        """Return the first claims of the same figure that print another amount, in one place or anywhere."""
        several = self._in_place.get((claim.id, place), ()) if place else self.by_id.get(claim.id, ())
        differing = (
            other
            for other in several
            if abs(other.amount - claim.amount) > other.value.error + claim.value.error
        )
        return list(islice(differing, MOST_AMOUNTS_OF_FIGURE))

    def is_stated_otherwise(self, figure_id: str) -> bool:
        """Whether a figure, or one of the same name in another scope, is stated with different amounts."""
        several = self.by_id.get(figure_id, ())
        others = (f"{each}.{basis_of(figure_id)}" for each in self._namesakes.get(item_of(figure_id), ()))
        return bool(several and self.namesakes_of(several[0])) or any(each in self.by_id for each in others)

    def find(self, figure_id: str, near: Claim | None = None) -> Figure | None:
        """Return a figure as printed or as its formula gives it, None if neither does."""
        found = self.compute(figure_id, Assignment(near))
        return found.figure if found else None

    def compute(self, figure_id: str, assignment: Assignment) -> ComputedFigure | None:
        """Return what `find` does, by an assignment, with the claims used."""
        if figure_id in assignment.computing:
            return None
        near = assignment.near
        claim = self.choose(figure_id, near) or self._choose_namesake(figure_id, near)
        if claim is not None:
            value = assignment.value_of(claim)
            figure = Figure(figure_id, value.amount, claim.base_unit, _NO_ORIGIN, value.error)
            return ComputedFigure(figure, (claim,))
        formula = self._formulas.get(figure_id)
        if formula is None:
            return None
        inner = replace(assignment, computing=(*assignment.computing, figure_id))
        computed = self.value(formula.expression, formula.item, inner)
        if computed.value.amount is None:
            return None
        unit, value = formula.measure.unit, computed.value
        return ComputedFigure(Figure(figure_id, value.amount, unit, _NO_ORIGIN, value.error), computed.used)

    def value(self, expression: Expression, item: str, assignment: Assignment) -> ComputedValue:
        """Return the value of an expression; a bare name in it is a basis of `item`."""
        value, used = self._evaluate(
            lambda lookup: expression.value(lookup, Usage()),
            lambda name: f"{name.item or item}.{name.basis}",
            assignment,
        )
        return ComputedValue(value, used)

    def sides(
        self, equation: Expression, identify: Callable[[Name], str], assignment: Assignment
    ) -> tuple[Value, Value, tuple[Claim, ...]]:
        """Return both sides of an equation and the claims used; `identify` gives a name's figure id."""
        (left, right, _), used = self._evaluate(
            lambda lookup: equation.sides(lookup, Usage()), identify, assignment
        )
        return left, right, used

    def _evaluate(
        self, evaluate: Callable[[Lookup], T], identify: Callable[[Name], str], assignment: Assignment
    ) -> tuple[T, tuple[Claim, ...]]:
        """Return what an evaluation over the claims gives, and the claims it used, in order."""
        used: list[Claim] = []

        def figure(name: Name) -> Figure | None:
            found = self.compute(identify(name), assignment)
            if found is None:
                return None
            used.extend(found.used)
            return found.figure

        result = evaluate(Lookup(figure))
        return result, tuple(used)

    def _choose_namesake(self, figure_id: str, near: Claim | None) -> Claim | None:
        """Return the claim, in the same content, of an item of the same name in another scope."""
        item, basis = item_of(figure_id), basis_of(figure_id)
        claims = (self.choose(f"{other}.{basis}", near) for other in self._namesakes.get(item, ()))
        return next(
            (claim for claim in claims if claim and near and claim.span.content == near.span.content), None
        )


def _distance(claim: Claim, near: Claim) -> tuple[bool, int]:
    """Return how far a number stands from another: one of its sentence is nearer than any other."""
    return claim.sentence != near.sentence, abs(claim.span.start - near.span.start)
