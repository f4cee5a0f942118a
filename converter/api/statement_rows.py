"""What became of a submitted report, as rows."""

from collections.abc import Iterator

from msgspec import Struct

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
    figure: str
    status: str
    why: str
    code: str
    severity: str
    expected: str
    because: str
    cause: str


def statement_rows(checked: CheckedReport) -> Iterator[StatementRow]:
    """Yield a row a number in reading order, then a row a finding that is about no number."""
    by_span = {finding.spans[0]: finding for finding in checked.findings if finding.spans}
    for number in checked.numbers:
        claim = number.claim
        finding = by_span.get(claim.span)
        yield _row(checked, finding, number.where, claim.printed, claim.id, number.status.value, number.why)
    spans = {number.claim.span for number in checked.numbers}
    for finding in checked.findings:
        if not finding.spans or finding.spans[0] not in spans:
            yield _row(checked, finding, finding.where, finding.printed)


def _row(
    checked: CheckedReport,
    finding: ReportFinding | None,
    where: str,
    printed: str,
    figure: str = "",
    status: str = "",
    why: str = "",
) -> StatementRow:
    return StatementRow(
        file=checked.file,
        year=checked.year,
        where=where,
        printed=printed,
        figure=figure,
        status=status,
        why=why,
        code=finding.code if finding else "",
        severity=finding.severity.value if finding else "",
        expected=finding.expected if finding else "",
        because=finding.because if finding else "",
        cause=finding.cause if finding else "",
    )
