"""What came of checking one report: remarks on places in it, and an account of every number."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from converter.figures import Severity
from converter.verify.claims.claim import Claim, Span


class Status(StrEnum):
    """What became of a printed number; `messages` words them."""

    CONFIRMED = "confirmed"
    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    ROUNDING = "rounding"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """One finding: where it is, what is printed there, what should be, why, and how it may have come about.

    `where` is the place in words; `spots` are all places it concerns, the first the one to correct.
    """

    code: str
    severity: Severity
    spots: tuple[Span, ...]
    where: str
    printed: str
    expected: str
    because: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class CheckedNumber:
    """One printed number with what became of it; `why` says what an unchecked one is."""

    claim: Claim
    status: Status
    where: str
    why: str = ""


@dataclass(slots=True)
class Checked:
    """A report checked. `remarks` come in reading order; `copy` names the copy with comments, '' if none."""

    file: str
    year: int
    title: str
    remarks: list[ReportFinding] = field(default_factory=list)
    numbers: list[CheckedNumber] = field(default_factory=list)
    copy: str = ""

    @property
    def errors(self) -> int:
        """How many remarks are errors."""
        return sum(each.severity is Severity.ERROR for each in self.remarks)

    def count(self) -> Counter[Status]:
        """Return how many numbers came to what."""
        return Counter(each.status for each in self.numbers)
