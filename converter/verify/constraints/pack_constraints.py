"""What must agree in any report by a pack: its formulas and identities, compiled once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import cache, partial
from itertools import product

from converter.figures import NO_VALUE, Value, equation_words, item_of
from converter.pack import Identity, Pack
from converter.rules import (
    Compiler,
    Expression,
    Name,
    compile_formulas,
    is_equation,
)
from converter.verify.claims.claim import Claim
from converter.verify.claims.extent import OWN, Extent
from converter.verify.constraints.assignment import Assignment, BothSides
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import (
    SATISFIED,
    Constraint,
    ConstraintKind,
    evaluate,
)


class PackConstraints:
    """A pack's equations, as constraints between the claims of a report."""

    def __init__(self, pack: Pack) -> None:
        compiler, sentences = Compiler(pack), pack.sentences
        self.formulas = {formula.id: formula for formula in compile_formulas(pack, compiler)}
        self._of_one_item = {
            id: formula
            for id, formula in self.formulas.items()
            if not any(name.item for name in formula.expression.names)
        }
        self._ratio, self._money, self._within = pack.ratio, pack.money, sentences.within
        self.identities = [
            (
                identity,
                compiler.parsed(
                    identity.equation, is_equation, ("sentences", "identities", name, "equation")
                ),
            )
            for name, identity in sentences.identities.items()
        ]

    @property
    def namesakes(self) -> dict[str, tuple[str, ...]]:
        """The items that each item has the same name as, in another scope; parts of it are none of these."""
        apart = [{name.item or name.basis for name in equation.names} for _, equation in self.identities]
        pairs = [
            (item, other)
            for renamed in self._within.values()
            for item, other in renamed.items()
            if not any({item, other} <= items for items in apart)
        ]
        return {item: tuple(other for name, other in pairs if name == item) for item, _ in pairs}

    @property
    def parts(self) -> dict[str, frozenset[str]]:
        """The items that each item is the sum of, by the formulas of its amounts, and their parts in turn."""
        direct: dict[str, set[str]] = {}
        for formula in self.formulas.values():
            names = {name.item or item_of(formula.id) for name in formula.expression.names}
            item = item_of(formula.id)
            if formula.measure.unit == self._money and item not in names:
                direct.setdefault(item, set()).update(names)
        return {item: frozenset(_all_parts(item, direct)) for item in direct}

    def constraints(self, claims: tuple[Claim, ...], index: ClaimIndex) -> Iterator[Constraint]:
        """Yield every constraint of the pack on the claims.

        The index may know of more claims; what only these say is not held to anything.
        """
        extents, asked = dict.fromkeys(claim.extent for claim in claims), set(claims)
        carried = cache(partial(self._carried_error, index))  # every identity of an amount asks for it
        for identity, equation in self.identities:
            for extent, basis in product(extents, identity.each or ("",)):
                yield from _identity_constraints(
                    identity, equation, partial(id_of, basis=basis, extent=extent), index, asked, carried
                )
        for claim in claims:
            if claim.id and not claim.in_explanation:
                yield from self._formula_constraints(claim, index)

    def _formula_constraints(self, claim: Claim, index: ClaimIndex) -> Iterator[Constraint]:
        """Yield the constraint of a claim with the pack's formula of its figure, if there is one.

        Where the formula has a number for a figure there may not be, not to print it is not to have none.
        """
        formula = self.formulas.get(claim.id)
        if formula and all(
            f"{name.item or claim.item}.{name.basis}" in index.by_id for name in formula.expression.optional
        ):
            text = equation_words(claim.id, formula.measure.formula)
            yield self._constraint(claim, text, formula.expression, index)

    def _carried_error(self, index: ClaimIndex, claim: Claim) -> Decimal:
        """Return how much further an amount may be off than its own digits say, because it was computed from
        other printed amounts of its item.
        """
        formula = self._of_one_item.get(claim.id)
        if not formula:
            return Decimal(0)
        inner = Assignment(claim, {}, (claim.id,))
        return max(
            index.value(formula.expression, claim.item, inner).value.error - claim.value.error, Decimal(0)
        )

    def _constraint(self, claim: Claim, text: str, expression: Expression, index: ClaimIndex) -> Constraint:
        """Return the constraint of a claim with an expression."""

        def sides(assignment: Assignment) -> BothSides:
            left = assignment.value_of(claim)
            inner = Assignment(assignment.near, assignment.changed, (*assignment.computing, claim.id))
            computed = index.value(expression, claim.item, inner)
            return BothSides(left, computed.value, (claim, *computed.used))

        return Constraint(
            ConstraintKind.RELATION,
            text,
            sides,
            claim,
            claim,
            quotient=claim.base_unit == self._ratio,
        )


def _identity_constraints(
    identity: Identity,
    equation: Expression,
    identify: Callable[[Name], str],
    index: ClaimIndex,
    asked: Set[Claim],
    carried: Callable[[Claim], Decimal],
) -> Iterator[Constraint]:
    """Yield an identity once for each content that prints any of its figures asked about; `identify` gives
    the figure that a name of it is, `carried` how much further an amount may be off than its digits say.

    Where it holds without those stated alone, it is without them.
    """
    ids = [identify(name) for name in equation.names]
    alone = _stated_alone(ids, {identify(name) for name in equation.optional}, index)

    def others(name: Name) -> str:
        return "" if (id := identify(name)) in alone else id

    def constraint(named: Callable[[Name], str], near: Claim) -> Constraint:
        def sides(assignment: Assignment) -> BothSides:
            left, right, used = index.sides(equation, named, assignment)
            if any(claim.may_be_either for claim in used):
                return BothSides(left, NO_VALUE, used)
            error = sum(map(carried, used), right.error)
            return BothSides(left, Value(right.amount, error), used)

        return Constraint(ConstraintKind.IDENTITY, identity.rule, sides, near=near, warning=identity.warning)

    by_content = {
        claim.span.content: claim
        for figure_id in ids
        for claim in index.by_id.get(figure_id, [])
        if claim in asked
    }
    for claim in by_content.values():
        without = constraint(others, claim) if alone else None
        holds = without and evaluate(without).outcome in SATISFIED
        yield without if without and holds else constraint(identify, claim)


def _stated_alone(ids: Sequence[str], optional: Set[str], index: ClaimIndex) -> Set[str]:
    """Return the figures which an equation need not have, and which only paragraphs tell that tell none of
    its others: their names may mean something else there.
    """
    return {
        each
        for each in optional
        if (claims := index.by_id.get(each, ()))
        and not any(
            not claim.span.in_paragraph
            or index.states(claim.span.content, [other for other in ids if other != each])
            for claim in claims
        )
    }


def id_of(name: Name, basis: str, extent: Extent = OWN) -> str:
    """Return the figure that a name of an identity is; a bare one is an item, if there is a basis."""
    if basis and not name.item:
        return extent.figure_id(name.basis, basis)
    return name.id if extent is OWN else extent.figure_id(name.item, name.basis)


def _all_parts(item: str, direct: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the parts of an item, and theirs."""
    parts = set(direct.get(item, ()))
    return parts.union(*(_all_parts(part, direct) for part in parts if part != item))
