"""What the review copy says beside the report: findings where they show, sources, what is still missing."""

from converter import messages
from converter.conversion.checklist import checklist_line
from converter.conversion.conversion import Judged
from converter.figures import Finding, Ledger
from converter.narrative import Report, ReviewComments
from converter.trace import Places, Trail


def review_comments(report: Report, judged: Judged, trail: Trail) -> ReviewComments:
    """Return comments on findings, on the sources of each table and sentence, and on what is missing.

    A finding none of whose cells shows in any figure stands on the title.
    """
    places = Places(report.blocks, trail)
    ids = _ids(judged.ledger)
    figures: dict[int, list[str]] = {}
    for finding in judged.findings:
        about = [ids[cell] for cell in map(str, finding.cells) if cell in ids]
        figures.setdefault(places.showing(about), []).append(_said(finding))
    title = [_missing(report.missing), *figures.pop(0, [])]
    for number, passage in places.passages:
        if sources := places.sources(passage):
            figures.setdefault(number, []).append(messages.trace.REVIEW_SOURCES.format(sources=sources))
    return ReviewComments(tuple(title), {number: tuple(several) for number, several in figures.items()})


def _ids(ledger: Ledger) -> dict[str, str]:
    """Return which figure each cell gives, by the cell's address."""
    readings = (figure for by_form in ledger.readings.values() for figure in by_form.values())
    return {str(figure.cell): figure.id for figure in readings}


def _said(finding: Finding) -> str:
    return messages.trace.REVIEW_FINDING.format(
        severity=messages.filing.SEVERITIES[finding.severity], entry=checklist_line(finding)
    )


def _missing(missing: tuple[str, ...]) -> str:
    if not missing:
        return messages.trace.REVIEW_MISSING_NONE
    return "\n".join([messages.trace.REVIEW_MISSING.format(count=len(missing)), *missing])
