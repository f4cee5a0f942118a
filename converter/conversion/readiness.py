"""How ready a department's report is to be submitted: decided only here."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from converter.figures import Finding, Severity


class Readiness(StrEnum):
    """What became of a department: its report may be submitted, lacks something, has errors, could not be
    made, or nothing was filed. The values are those of the JSON, the words shown are in `messages.overview`.
    """

    READY = "ready"
    TO_SUPPLY = "to-supply"
    PENDING = "pending"
    FAILED = "failed"
    NOT_FILED = "not-filed"


def readiness_of(findings: Iterable[Finding], missing: Sequence[str]) -> Readiness:
    """Return how ready a report is, given what was found and what a person still has to supply."""
    if any(finding.severity is Severity.ERROR or finding.unanswered for finding in findings):
        return Readiness.PENDING
    return Readiness.TO_SUPPLY if missing else Readiness.READY
