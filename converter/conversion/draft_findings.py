"""What `verify` would find in a report just made, as findings with the cells to correct."""

from collections.abc import Iterator, Sequence

from converter import messages
from converter.conversion.judged import Judged
from converter.figures import CellOrigin, Finding, Ledger, Outcome, Severity, place_words
from converter.narrative.narrator import Report
from converter.verify.draft_verifier import DraftFinding, DraftVerifier

SHORT = 8  # characters; a line as short may stand in any paragraph


def draft_findings(report: Report, judged: Judged, verifier: DraftVerifier) -> Iterator[Finding]:
    """Yield the errors and warnings of a report just made, but those that the rules have found already."""
    doubted = _figures_of(Severity.ERROR, judged)
    warned = _figures_of(Severity.WARNING, judged)
    for draft in verifier.check(report.blocks, judged.ledger, doubted, warned):
        yield _finding(draft, judged.ledger)


def _figures_of(severity: Severity, judged: Judged) -> frozenset[str]:
    """Return the figures that rest on the cells of the findings of a severity."""
    cells = [cell for each in judged.findings if each.severity is severity for cell in each.cells]
    return judged.ledger.figures_from(cells) if cells else frozenset()


def undated(report: Report) -> Iterator[Finding]:
    """Yield a note where the date of a report is open."""
    if report.undated:
        yield Finding.worded(
            messages.filing.UNDATED_REPORT, Severity.NOTE, Outcome.NOT_APPLICABLE, name=report.undated
        )


def _finding(draft: DraftFinding, ledger: Ledger) -> Finding:
    found = draft.found
    figures = [figure for id in draft.figures if (figure := ledger.find(id))]
    cells = tuple(dict.fromkeys(ledger.cells_behind(figures))) or tuple(_origins(draft.paragraph, ledger))
    return Finding(
        found.code,
        found.severity,
        Outcome.DIFFERS,
        found.filled_into(messages.verify.IN_DRAFT, place=_place(cells, found.where)),
        cells,
        hint=messages.verify.DRAFT_FIGURES_HINT if figures else messages.verify.DRAFT_HINT,
    )


def _place(cells: Sequence[CellOrigin], where: str) -> str:
    """Return where to correct, and where in the report it shows."""
    if not cells:
        return messages.verify.IN_REPORT.format(where=where)
    places = messages.phrases.AND.join(map(place_words, cells))
    return messages.verify.IN_CELLS.format(places=places, where=where)


def _origins(paragraph: str, ledger: Ledger) -> Iterator[CellOrigin]:
    """Yield the cell of the text that a paragraph is from, or that stands in it."""
    written = paragraph.strip()
    for text in ledger.texts.values():
        lines = [line.strip() for line in text.value.splitlines()]
        if written in lines or any(len(line) > SHORT and line in written for line in lines):
            yield text.origin
            return
