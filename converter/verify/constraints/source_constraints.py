"""What must agree with a report's sources: the tags it carries, and the ledger of its workbooks."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from converter import messages
from converter.figures import Figure, Ledger, Value, figure_words, formula_words, place_words
from converter.pack import Amounts
from converter.trace import Occurrence
from converter.verify.claims.claim import Claim, Role, Span
from converter.verify.claims.tags import Tags
from converter.verify.constraints.common_constraints import constant
from converter.verify.constraints.constraint import Constraint, ConstraintKind


def tag_constraints(tags: Tags) -> Iterator[Constraint]:
    """Yield a constraint of every number in a bookmark with the amount it was printed from."""
    for claim, occurrence in tags.by_claim.items():
        if occurrence.value is not None and claim.base_unit:
            name = figure_words(occurrence.figure)
            because = messages.verify.NAMED.format(name=name, printed=occurrence.text)
            yield _constraint(ConstraintKind.TAG, because, claim, Value(_signed(occurrence.value, claim)))


def printed_constraints(figures: Iterable[Claim]) -> Iterator[Constraint]:
    """Yield a constraint of every figure that we print ourselves with its amount."""
    for claim in figures:
        because = messages.verify.NAMED.format(name=figure_words(claim.id), printed=claim.printed)
        yield _constraint(ConstraintKind.TAG, because, claim, claim.value)


class LedgerConstraints:
    """A department's ledger beside its report; a tag names a number's figure better than its sentence."""

    def __init__(self, ledger: Ledger, tags: Tags, doubted: frozenset[str], amounts: Amounts) -> None:
        self._ledger, self._tags, self._doubted = ledger, tags, doubted
        self._amounts = amounts

    def constraints(self, claims: tuple[Claim, ...]) -> Iterator[Constraint]:
        """Yield a constraint of each claim with its figure in the ledger, unless that is stale."""
        for claim in claims:
            figure = self._figure(claim)
            if figure is None or figure.value is None or figure.unit != claim.base_unit:
                continue
            if figure.id in self._doubted:
                continue
            is_tagged = claim in self._tags.by_claim
            amount = _signed(figure.value, claim) if is_tagged else figure.value
            value, because = Value(amount, figure.error), self._source(figure)
            yield _constraint(ConstraintKind.DATA, because, claim, value, figure.id)

    def stale(self) -> Iterator[tuple[Span, Figure]]:
        """Yield, for each tag whose figure has changed since it was printed, its span and the figure now."""
        for span, occurrence in self._tags.by_span.items():
            figure = self._ledger.find(occurrence.figure)
            if figure and self._is_stale(occurrence, figure):
                yield span, figure

    def _figure(self, claim: Claim) -> Figure | None:
        """Return the figure of a claim by its tag or its sentence, None if there is none or it is stale."""
        occurrence = self._tags.by_claim.get(claim)
        if occurrence is None:
            return self._ledger.find(claim.id) if claim.id and not claim.in_explanation else None
        figure = self._ledger.find(occurrence.figure)
        return None if figure and self._is_stale(occurrence, figure) else figure

    def _source(self, figure: Figure) -> str:
        """Return where a figure comes from, and how much it is there."""
        name, amount = figure_words(figure.id), self._amounts.filed(figure)
        if figure.cell:
            return messages.verify.SOURCE.format(place=place_words(figure.cell), name=name, amount=amount)
        formula = formula_words(str(figure.origin))
        return messages.checks.COMPUTED.format(name=name, amount=amount, formula=formula)

    def _is_stale(self, occurrence: Occurrence, figure: Figure) -> bool:
        printed = self._tags.trail.figures.get(occurrence.figure)
        return printed is not None and printed.figure.value != figure.value


def _signed(amount: Decimal, claim: Claim) -> Decimal:
    """Return a tagged amount as the claim reads: its sign is not printed where a word gives the direction."""
    if claim.may_be_either and claim.has_minus:
        return abs(amount)
    return claim.direction * abs(amount) if claim.direction else amount


def _constraint(
    kind: ConstraintKind, because: str, claim: Claim, value: Value, figure: str = ""
) -> Constraint:
    is_ratio = claim.role in (Role.RATE, Role.SHARE)
    return Constraint(kind, because, constant(claim, value), claim, quotient=is_ratio, figure=figure)
