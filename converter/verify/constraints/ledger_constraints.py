"""Held against the workbooks: what the ledger gives for each figure of a report."""

from collections.abc import Iterator

from converter import messages
from converter.figures import Figure, Ledger, Severity, Value
from converter.verify.claims.claim import Claim, Role
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.claims.tags import Tags
from converter.verify.constraints.constraint import Constraint, ConstraintKind, constant
from converter.verify.report.checked import ReportFinding


class LedgerConstraints:
    """A department's ledger beside a report; a tag tells a number's figure better than its sentence."""

    def __init__(self, ledger: Ledger, tags: Tags) -> None:
        self._ledger, self._tags = ledger, tags

    def ties(self, claims: list[Claim]) -> Iterator[Constraint]:
        """Yield a tie of each claim with the figure of the workbooks; those gone stale apart."""
        for claim in claims:
            figure = self._figure(claim)
            if figure is None or figure.value is None or figure.unit != claim.base:
                continue
            amount = claim.direction * abs(figure.value) if self._is_size(claim) else figure.value
            rate = claim.role in (Role.RATE, Role.SHARE)
            yield Constraint(
                ConstraintKind.DATA, str(figure.origin), constant(claim, Value(amount)), claim, quotient=rate
            )

    def stale(self, report: SubmittedReport) -> Iterator[ReportFinding]:
        """Yield a remark for every figure printed that the workbooks have come to give differently."""
        for spot, mark in self._tags.placed.items():
            then, now = self._tags.trail.figures.get(mark.figure), self._ledger.find(mark.figure)
            if then and now and then.figure.value != now.value:
                yield ReportFinding(
                    messages.verify.TRAIL_STALE_CODE,
                    Severity.ERROR,
                    (spot,),
                    report.where(spot),
                    report.text(spot),
                    "",
                    messages.verify.TRAIL_STALE.format(figure=mark.figure, origin=now.origin),
                )

    def _figure(self, claim: Claim) -> Figure | None:
        mark = self._tags.of(claim)
        if mark is None:
            return self._ledger.find(claim.id) if claim.id and not claim.aside else None
        then, now = self._tags.trail.figures.get(mark.figure), self._ledger.find(mark.figure)
        return None if then and now and then.figure.value != now.value else now

    def _is_size(self, claim: Claim) -> bool:
        """Whether the report prints the amount without its sign by a bookmark that says so."""
        return bool(claim.direction) and self._tags.of(claim) is not None
