"""The page of a report that was checked: what became of each number, and what it was held to."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.figures import Ledger, Severity
from converter.pack import Amounts
from converter.read import FiledFile, OpenedWorkbook
from converter.side_by_side.figure_trails import numbered, shown_figures
from converter.side_by_side.marks import Marks, bookmarks_of, fitting
from converter.side_by_side.records import MOST_FINDINGS, ShownFinding, ShownStatus, SideBySide
from converter.side_by_side.report_side import shown_contents
from converter.side_by_side.sheet_side import SheetSide
from converter.trace import TracedFigure, Trail, traced, with_inputs
from converter.verify.submitted import (
    CheckedReport,
    Span,
    Status,
    SubmittedReport,
    data_words,
    finding_words,
    not_read_words,
    verdict_words,
)

_AS_STATUS = {
    Severity.ERROR: Status.WRONG,
    Severity.WARNING: Status.DOUBTFUL,
    Severity.NOTE: Status.ROUNDING,
}
"""How the words are marked that a finding is about where these are no number."""


class FiledSources(Struct, frozen=True):
    """What a report was held against: a department's ledger, its workbooks by name, and how they are opened
    and amounts printed.
    """

    ledger: Ledger
    files: Mapping[str, FiledFile]
    open_sheets: Callable[[FiledFile], OpenedWorkbook]
    amounts: Amounts

    def figures(self, ids: Iterable[str]) -> dict[str, TracedFigure]:
        """Return figures of the ledger and all they are computed from."""
        found = with_inputs(ids, self.ledger.find_any)
        return {figure.id: traced(figure, self.amounts) for figure in found}

    def sheets(self, trail: Trail) -> SheetSide:
        """Return the sheets that figures of a trail stand on."""
        cells = [each.figure.cell for each in trail.figures.values() if each.figure.cell]
        names = sorted({cell.file for cell in cells} & self.files.keys())
        return SheetSide({name: self.open_sheets(self.files[name]) for name in names}, cells)


def verification_page(
    report: SubmittedReport, checked: CheckedReport, sources: FiledSources | None = None
) -> SideBySide:
    """Return the page of a checked report, its relations worded; with the sheets it was held against, if it
    was.
    """
    severities = list(Severity)
    end = fitting(report.contents, (number.claim.span.content for number in checked.numbers))
    sheets = SheetSide({}, ())
    if sources:
        printed = {each.figure for each in report.trail.occurrences}
        held_to = sources.figures((*printed, *(relation.figure for relation in checked.relations)))
        report = replace(report, trail=replace(report.trail, figures={**report.trail.figures, **held_to}))
        sheets = sources.sheets(report.trail)
    marks = _marks(report, checked, end)
    findings = sorted(checked.findings, key=lambda finding: severities.index(finding.severity))
    not_read, counts = not_read_words(checked), checked.count()
    return SideBySide(
        title=checked.title or checked.file,
        about=messages.side_by_side.CHECKED.format(file=checked.file, verdict=verdict_words(checked)),
        notices=[
            *([data_words(checked)] if checked.data else []),
            *([messages.verify.NOT_READ.format(parts=not_read)] if not_read else []),
            *([] if sheets.is_whole else [messages.side_by_side.SHEETS_CUT]),
            *([messages.side_by_side.REPORT_CUT] if end < len(report.contents) else []),
            *([] if marks.all_noted else [messages.side_by_side.NOTES_CUT]),
            *([messages.side_by_side.FINDINGS_CUT] if len(findings) > MOST_FINDINGS else []),
        ],
        legend=[ShownStatus(each, messages.verify.STATUSES[each], counts[each]) for each in Status],
        contents=shown_contents(report.contents[:end], marks.at, {report.title: "title"}),
        marks=marks.shown,
        notes=marks.notes,
        figures=shown_figures(report.trail, sheets),
        findings=[
            ShownFinding(
                tone=finding.severity,
                kind=messages.filing.SEVERITIES[finding.severity],
                text=finding_words(finding),
                hint="",
                marks=[number for span in finding.spans for number in _numbers_at(marks, span)],
                cells=(),
            )
            for finding in findings[:MOST_FINDINGS]
        ],
        sheets=sheets.shown,
    )


def _marks(report: SubmittedReport, checked: CheckedReport, end: int) -> Marks:
    """Return every number of a report marked by what became of it, and the words that findings are about."""
    trail, marks = report.trail, Marks(end)
    numbers, printed = numbered(trail), {each.bookmark: each.figure for each in trail.occurrences}
    bookmarks = Marks(end)
    for bookmark, place, start, stop in bookmarks_of(report.contents):
        if (figure_id := printed.get(bookmark, "")) in numbers:
            bookmarks.add(place, start, stop, "", numbers[figure_id])
    held_to = {
        relation.spans[0]: numbers[relation.figure]
        for relation in checked.relations
        if relation.figure in numbers
    }
    for number in checked.numbers:
        span = number.claim.span
        meeting = [held_to[span]] if span in held_to else []
        meeting += [bookmarks.shown[at].figure for at in _numbers_at(bookmarks, span)]
        place = (span.content, span.row, span.column)
        marks.add(place, span.start, span.end, number.status, *meeting[:1])
        marks.note(number.why, _numbers_at(marks, span) if number.why else ())
    for finding in checked.findings:
        span = finding.spans[0]
        place = (span.content, span.row, span.column)
        marks.add(place, span.start, span.end, _AS_STATUS[finding.severity])
    for relation in checked.relations:
        text = messages.side_by_side.RELATIONS[relation.outcome].format(text=relation.text)
        marks.note(text, [number for span in relation.spans for number in _numbers_at(marks, span)])
    return marks


def _numbers_at(marks: Marks, span: Span) -> list[int]:
    return marks.numbers_at((span.content, span.row, span.column), span.start, span.end)
