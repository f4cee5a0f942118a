"""What `verify` would find in a report by what people wrote in it, as findings with the cells to correct."""

from collections.abc import Iterator

from converter import messages
from converter.conversion.judged import Judged
from converter.figures import CellOrigin, Finding, Ledger, Outcome, Severity
from converter.narrative import Report
from converter.verify.draft_verifier import DraftFinding, DraftVerifier

SHORT = 8  # characters; a line as short may stand in any paragraph


def draft_findings(report: Report, judged: Judged, verifier: DraftVerifier) -> Iterator[Finding]:
    """Yield the errors and warnings of a report just made, but those that the rules have found already."""
    errors = (finding for finding in judged.findings if finding.severity is Severity.ERROR)
    doubtful = [cell for finding in errors for cell in finding.cells]
    doubted = judged.ledger.figures_from(doubtful) if doubtful else frozenset()
    for draft in verifier.check(report.blocks, judged.ledger, doubted):
        yield _finding(draft, judged.ledger)


def undated(report: Report) -> Iterator[Finding]:
    """Yield a note where the date of a report is open."""
    if report.undated:
        yield Finding.worded(
            messages.filing.UNDATED_REPORT, Severity.NOTE, Outcome.NOT_APPLICABLE, name=report.undated
        )


def _finding(draft: DraftFinding, ledger: Ledger) -> Finding:
    found = draft.found
    cells = tuple(_origins(draft.paragraph, ledger))
    return Finding(
        found.code,
        found.severity,
        Outcome.DIFFERS,
        messages.verify.IN_DRAFT.format(
            origin="".join(f"{cell} " for cell in cells),
            where=found.where,
            printed=found.printed,
            expected=messages.verify.SHOULD_BE.format(expected=found.expected) if found.expected else "",
            cause=messages.verify.PERHAPS.format(cause=found.cause) if found.cause else "",
            because=found.because,
        ),
        cells,
        hint=messages.verify.DRAFT_HINT,
    )


def _origins(paragraph: str, ledger: Ledger) -> Iterator[CellOrigin]:
    """Yield the cell of the text that a paragraph is from, or that stands in it."""
    written = paragraph.strip()
    for text in ledger.texts.values():
        lines = [line.strip() for line in text.value.splitlines()]
        if written in lines or any(len(line) > SHORT and line in written for line in lines):
            yield text.origin
            return
