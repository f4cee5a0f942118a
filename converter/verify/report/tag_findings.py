"""Findings on the tags of a report of ours: figures edited, and figures that have changed since."""

from collections.abc import Iterator

from converter import messages
from converter.figures import Severity, figure_words, formula_words, place_words
from converter.verify.claims.claim import Span
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.claims.tags import SpanIndex, Tags
from converter.verify.constraints.source_constraints import LedgerConstraints
from converter.verify.report.checked import ReportFinding, finding_at


def edited(report: SubmittedReport, tags: Tags, found: set[Span]) -> Iterator[ReportFinding]:
    """Yield a finding for each tagged text that is not what was printed, unless one is `found` there."""
    found_there = SpanIndex(found, lambda span: span)
    for span, occurrence in tags.by_span.items():
        if not tags.is_edited(span) or any(found_there.meeting(span)):
            continue
        printed = messages.verify.NAMED.format(name=figure_words(occurrence.figure), printed=occurrence.text)
        yield ReportFinding(
            messages.verify.WRONG_CODE,
            Severity.ERROR,
            (span,),
            report.where(span),
            tags.text_with_digits(span),
            occurrence.text,
            messages.verify.CONSTRAINTS["tag"].format(because=printed),
        )


def stale(report: SubmittedReport, ledger: LedgerConstraints) -> Iterator[ReportFinding]:
    """Yield a finding for each tagged figure that the workbooks now give differently."""
    message = messages.verify.TRAIL_STALE
    for span, figure in ledger.stale():
        place = place_words(figure.cell) if figure.cell else formula_words(str(figure.origin))
        text = message.text.format(figure=figure_words(figure.id), place=place)
        yield finding_at(report, span, message.code, text, Severity.ERROR)
