"""What must be equal in any report, by a pack: its measures, identities, relations; compiled once."""

from collections.abc import Iterator

from converter.figures import Value, basis_of, item_of
from converter.pack import Identity, Pack
from converter.rules import Compiler, Expression, Name, Trace, formulas, is_amount, is_equation
from converter.verify.claims.claim import Claim
from converter.verify.constraints.claim_index import Assignment, ClaimIndex
from converter.verify.constraints.constraint import BothSides, Constraint, ConstraintKind, value_of


class PackConstraints:
    """A pack's equations, as ties between the claims of a report."""

    def __init__(self, pack: Pack) -> None:
        compiler, said = Compiler(pack), pack.sentences
        self.formulas = {each.id: each for each in formulas(pack, compiler)}
        self._ratio = pack.ratio
        self._identities = [
            (each, compiler.parsed(each.equation, is_equation, ("sentences", "identities", name, "equation")))
            for name, each in said.identities.items()
        ]
        self._relations, self._alternatives = (
            {
                basis: [compiler.parsed(each, is_amount, ("sentences", key, basis)) for each in several]
                for basis, several in given.items()
            }
            for key, given in (("relations", said.relations), ("alternatives", said.alternatives))
        )

    def ties(self, claims: list[Claim], account: ClaimIndex) -> Iterator[Constraint]:
        """Yield every tie the pack knows between the claims."""
        for identity, equation in self._identities:
            for basis in identity.each or ("",):
                yield from self._identical(identity, equation, basis, account)
        for claim in claims:
            if claim.id and not claim.aside:
                yield from self._reckoned(claim, account)

    def _identical(
        self, identity: Identity, equation: Expression, basis: str, account: ClaimIndex
    ) -> Iterator[Constraint]:
        """Yield an identity once for each content that prints any of its figures."""
        ids = [f"{name.basis}.{basis}" if basis else name.id for name in equation.names]
        near = {claim.spot.content: claim for each in ids for claim in account.by_id.get(each, [])}
        for claim in near.values():
            sides = _equal(equation, basis, account)
            yield Constraint(
                ConstraintKind.IDENTITY, identity.because, sides, near=claim, warning=identity.warning
            )

    def _reckoned(self, claim: Claim, account: ClaimIndex) -> Iterator[Constraint]:
        """Yield the ties of a claim with what its measure and the relations of its basis make it."""
        formula = self.formulas.get(claim.id)
        several = [(formula.expression, formula.measure.formula)] if formula else []
        several += [(each, each.text) for each in self._relations.get(claim.basis, [])]
        for expression, text in several:
            yield self._tie(claim, text, [expression], account)
        if alternatives := self._alternatives.get(claim.basis):
            yield self._tie(claim, alternatives[0].text, alternatives, account)

    def _tie(self, claim: Claim, text: str, several: list[Expression], account: ClaimIndex) -> Constraint:
        def sides(taking: Assignment) -> tuple[Value, Value]:
            left = value_of(claim, taking)
            taking.within.append(claim.id)
            values = [account.value(each, claim.item, taking) for each in several]
            known = [value for value in values if value.amount is not None]
            return left, min(known, key=lambda value: abs(value.amount - left.amount), default=Value(None))  # type: ignore[operator]

        because = f"{claim.id} = {text}"
        return Constraint(
            ConstraintKind.RELATION, because, sides, claim, claim, quotient=claim.base == self._ratio
        )


def _equal(equation: Expression, basis: str, account: ClaimIndex) -> BothSides:
    """Return both sides of an identity; with a basis, its bare names are items."""

    def identify(name: Name) -> str:
        return f"{name.basis}.{basis}" if basis and not name.item else name.id

    def sides(taking: Assignment) -> tuple[Value, Value]:
        left, right, _ = equation.sides(account.scope(identify, taking), Trace())
        return left, right

    return sides


def agreements(account: ClaimIndex) -> Iterator[Constraint]:
    """Yield a tie between the chosen claim of every figure and each other claim of it."""
    for figure_id, claims in account.by_id.items():
        chosen = account.chosen(figure_id, None)
        for claim in claims:
            if chosen and claim is not chosen and claim.known:
                coarse, fine = (claim, chosen) if claim.step >= chosen.step else (chosen, claim)
                yield Constraint(
                    ConstraintKind.AGREEMENT,
                    item_of(figure_id) + basis_of(figure_id),
                    _same(coarse, fine),
                    coarse,
                )


def _same(one: Claim, other: Claim) -> BothSides:
    return lambda taking: (value_of(one, taking), value_of(other, taking))
