"""What came of checking one report: findings at places in it, and what became of every number."""

from collections import Counter
from enum import StrEnum

from msgspec import Struct

from converter.figures import Severity
from converter.verify.claims.claim import Claim, Span
from converter.verify.claims.submitted_report import SubmittedReport


class Status(StrEnum):
    """What became of a printed number; `messages` words them."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    ROUNDING = "rounding"
    UNCHECKED = "unchecked"


class ReportFinding(Struct, frozen=True):
    """One finding: where it is, what is printed there, what should be, why, and how it may have come about.

    `where` is the place in words; `spans` are all places it concerns, the first the one to correct.
    """

    code: str
    severity: Severity
    spans: tuple[Span, ...]
    where: str
    printed: str
    expected: str
    because: str
    cause: str = ""


def finding_at(
    report: SubmittedReport, span: Span, code: str, because: str, severity: Severity, expected: str = ""
) -> ReportFinding:
    """Return a finding on the text of one span."""
    return ReportFinding(code, severity, (span,), report.where(span), report.text(span), expected, because)


class CheckedNumber(Struct, frozen=True):
    """One printed number with what became of it; `why` says why an unchecked one is not checked."""

    claim: Claim
    status: Status
    where: str
    why: str = ""


class CheckedReport(Struct, frozen=True):
    """A report checked.

    `findings` come in reading order; `copy` names the copy with comments, '' if there is none.
    """

    file: str
    year: int
    title: str
    findings: tuple[ReportFinding, ...] = ()
    numbers: tuple[CheckedNumber, ...] = ()
    copy: str = ""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    def count(self) -> Counter[Status]:
        """Return how many numbers have each status."""
        return Counter(number.status for number in self.numbers)
