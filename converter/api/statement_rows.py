"""What became of a submitted report, as rows."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from converter.verify.submitted import CheckedReport, ReportFinding


class StatementRow(Struct, frozen=True):
    """A printed number with its `status`, or a finding about a text: then `status` is ''.

    `figure` is the id of what the number says, '' if nothing tells; `code`, `severity`, `expected`,
    `because` and `cause` are those of the finding about it; `why` says why it was not checked.
    """

    file: str
    year: int
    where: str
    printed: str
    figure: str = ""
    status: str = ""
    why: str = ""
    code: str = ""
    severity: str = ""
    expected: str = ""
    because: str = ""
    cause: str = ""


def statement_rows(checked: CheckedReport) -> Iterator[StatementRow]:
    """Yield a row a number in reading order, then a row a finding that is about no number."""
    by_span = {finding.spans[0]: finding for finding in checked.findings if finding.spans}
    for number in checked.numbers:
        claim = number.claim
        row = StatementRow(
            checked.file, checked.year, number.where, claim.printed, claim.id, number.status.value, number.why
        )
        finding = by_span.get(claim.span)
        yield _with_finding(row, finding) if finding else row
    spans = {number.claim.span for number in checked.numbers}
    for finding in checked.findings:
        if not finding.spans or finding.spans[0] not in spans:
            row = StatementRow(checked.file, checked.year, finding.where, finding.printed)
            yield _with_finding(row, finding)


def _with_finding(row: StatementRow, finding: ReportFinding) -> StatementRow:
    return replace(
        row,
        code=finding.code,
        severity=finding.severity.value,
        expected=finding.expected,
        because=finding.because,
        cause=finding.cause,
    )
