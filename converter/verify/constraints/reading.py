"""A submitted report as read: the report, its claims, and what they are measured from."""

from decimal import Decimal

from msgspec import Struct

from converter.pack import Sentences
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.patterns import Patterns
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.claims.table_grid import TableGrid
from converter.verify.constraints.claim_index import ClaimIndex


class ReportReading(Struct, frozen=True, eq=False):
    """A submitted report with its claims in reading order, their index, and the patterns of its year.

    `grids` are the plans of its tables.
    """

    report: SubmittedReport
    claims: tuple[Claim, ...]
    index: ClaimIndex
    patterns: Patterns
    grids: tuple[TableGrid, ...] = ()

    @property
    def sentences(self) -> Sentences:
        """What the pack says of sentences."""
        return self.patterns.sentences

    def base_of(self, claim: Claim) -> Decimal | None:
        """Return the amount a change or rate is measured from, None if it cannot be known.

        It is the one printed, or else this year's amount less the change.
        """
        printed = self.index.find(claim.reference_id, claim)
        if printed is not None:
            return printed.value
        this_year = self.index.find(f"{claim.item}.{self.sentences.basis}", claim)
        change = self._change(claim)
        if this_year is None or this_year.value is None or change is None:
            return None
        return this_year.value - change

    def _change(self, claim: Claim) -> Decimal | None:
        """Return the change that a claim is, or that goes with a rate."""
        if claim.role is Role.CHANGE:
            return claim.amount
        if claim.role is not Role.RATE:
            return None
        comparisons = self.sentences.comparisons
        basis = next((each.change for each in comparisons if claim.basis in (each.rate, each.change)), "")
        found = self.index.find(f"{claim.item}.{basis}", claim)
        return found.value if found else None

    def rates_on_zero(self) -> list[Claim]:
        """Return the rates that are measured from zero; there is no such rate."""
        return [
            claim
            for claim in self.claims
            if claim.role in (Role.RATE, Role.COMPLETION)
            and claim.amount
            and claim.reference_basis
            and not claim.in_explanation
            and self.base_of(claim) == 0
        ]
