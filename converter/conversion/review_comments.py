"""What the review copy says beside the report: findings where they show, sources, what is still missing."""

from converter import messages
from converter.conversion.checklist import checklist_line
from converter.conversion.judged import Judged
from converter.figures import Finding, Ledger
from converter.narrative.blocks import ReviewComments
from converter.narrative.narrator import Report
from converter.trace import PrintedFigures, Trail


def review_comments(report: Report, judged: Judged, trail: Trail) -> ReviewComments:
    """Return comments on findings, on the sources of each table and sentence, and on what is missing.

    A finding whose cells no printed figure rests on is put on the title.
    """
    printed = PrintedFigures(report.blocks, trail)
    ids = _figure_ids(judged.ledger)
    comments: dict[int, list[str]] = {}
    for finding in judged.findings:
        about = [ids[cell] for cell in map(str, finding.cells) if cell in ids]
        comments.setdefault(printed.number_of(about), []).append(_on_finding(finding))
    on_title = [_on_missing(report.missing), *comments.pop(0, [])]
    for number, passage in printed.passages:
        if sources := printed.cells_behind(passage):
            comments.setdefault(number, []).append(messages.trace.REVIEW_SOURCES.format(sources=sources))
    return ReviewComments(tuple(on_title), {number: tuple(texts) for number, texts in comments.items()})


def _figure_ids(ledger: Ledger) -> dict[str, str]:
    """Return which figure each cell gives, by the cell's address."""
    readings = (figure for by_form in ledger.readings.values() for figure in by_form.values())
    return {str(figure.cell): figure.id for figure in readings}


def _on_finding(finding: Finding) -> str:
    severity = messages.filing.SEVERITIES[finding.severity]
    return messages.trace.REVIEW_FINDING.format(severity=severity, entry=checklist_line(finding))


def _on_missing(missing: tuple[str, ...]) -> str:
    if not missing:
        return messages.trace.REVIEW_MISSING_NONE
    return "\n".join([messages.trace.REVIEW_MISSING.format(count=len(missing)), *missing])
