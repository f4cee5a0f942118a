"""What came of checking one report: findings at places in it, and what became of every number."""

from collections import Counter
from enum import StrEnum

from msgspec import Struct

from converter import messages
from converter.figures import Outcome, Severity
from converter.verify.claims.claim import Claim, Span
from converter.verify.claims.submitted_report import SubmittedReport


class Status(StrEnum):
    """What became of a printed number; `messages` words them."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    ROUNDING = "rounding"
    ROUGH = "rough"
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

    def filled_into(self, template: str, **more: str) -> str:
        """Return a template with what it says, and what `more` does, in its slots."""
        return template.format(
            severity=messages.filing.SEVERITIES[self.severity],
            code=self.code,
            where=self.where,
            printed=self.printed,
            expected=messages.verify.SHOULD_BE.format(expected=self.expected) if self.expected else "",
            cause=messages.verify.PERHAPS.format(cause=self.cause) if self.cause else "",
            because=self.because,
            **more,
        )


def finding_at(
    report: SubmittedReport, span: Span, code: str, because: str, severity: Severity
) -> ReportFinding:
    """Return a finding on the text of one span."""
    return ReportFinding(code, severity, (span,), report.where(span), report.text(span), "", because)


class CheckedNumber(Struct, frozen=True):
    """One printed number with what became of it; `why` says why an unchecked one is not checked."""

    claim: Claim
    status: Status
    where: str
    why: str = ""


class NotRead(Struct, frozen=True):
    """Something in a report that was not read: what it is and where, in words, and how many there are."""

    what: str
    where: str
    count: int


class ReferenceWorkbooks(Struct, frozen=True):
    """The workbooks a report was checked against: whose and of which year; or else `why` there are none."""

    department: str = ""
    year: int = 0
    why: str = ""


class Relation(Struct, frozen=True):
    """What some numbers of a report were held to: in words, with where they stand, and how it came out;
    `figure` is the id of the figure of the workbooks that one was held to.
    """

    text: str
    spans: tuple[Span, ...]
    outcome: Outcome
    figure: str = ""


class CheckedReport(Struct, frozen=True):
    """A report checked.

    `findings` come in reading order; `data` is None if no workbooks were given; `copy` names the copy with
    comments, or the page, '' if there is none; `relations` are there if they were asked for.
    """

    file: str
    year: int
    title: str
    findings: tuple[ReportFinding, ...] = ()
    numbers: tuple[CheckedNumber, ...] = ()
    unread: tuple[NotRead, ...] = ()
    data: ReferenceWorkbooks | None = None
    copy: str = ""
    relations: tuple[Relation, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def checked(self) -> int:
        """How many numbers were checked so that a wrong one would have been seen."""
        counts = self.count()
        return len(self.numbers) - counts[Status.UNCHECKED] - counts[Status.ROUGH]

    @property
    def is_mostly_checked(self) -> bool:
        """Whether at least half of its numbers were checked."""
        return 2 * self.checked >= len(self.numbers)

    @property
    def left_to_readers(self) -> list[CheckedNumber]:
        """The numbers with a unit in sentences that nothing could be held against."""
        return [
            number
            for number in self.numbers
            if number.status is Status.UNCHECKED and number.claim.base_unit and number.claim.span.row < 0
        ]

    @property
    def unchecked_without_unit(self) -> int:
        """How many of the unchecked numbers have no unit: dates and numbers of parts, mostly."""
        return sum(
            number.status is Status.UNCHECKED and not number.claim.base_unit for number in self.numbers
        )

    def count(self) -> Counter[Status]:
        """Return how many numbers have each status."""
        return Counter(number.status for number in self.numbers)
