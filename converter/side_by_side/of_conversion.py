"""The page of a report just made: every figure down to its cells, findings beside."""

from collections import Counter
from collections.abc import Callable, Mapping

from converter import messages
from converter.conversion import (
    FinishedReport,
    Judged,
    cells_in_doubt,
    finding_line,
    gravest_first,
    part_of,
    part_word,
)
from converter.figures import Finding
from converter.read import FiledFile, OpenedWorkbook
from converter.side_by_side.figure_trails import numbered, shown_figures
from converter.side_by_side.marks import Marks, bookmarks_of, fitting
from converter.side_by_side.records import MOST_FINDINGS, ShownCell, ShownFinding, ShownStatus, SideBySide
from converter.side_by_side.report_side import roles_of, shown_contents
from converter.side_by_side.sheet_side import SheetSide
from converter.trace import Trail, printed_text
from converter.verify.submitted import CheckedReport, SubmittedReport, Verifier

MOST_MARKS = 60  # of one finding
SHORTEST = 8  # characters of a line that is sought in the report


def conversion_page(
    finished: FinishedReport,
    verifier: Verifier,
    files: Mapping[str, FiledFile],
    open_sheets: Callable[[FiledFile], OpenedWorkbook],
) -> SideBySide:
    """Return the page of a report; `files` are those of its department, by name."""
    judged = finished.judged
    submitted = Verifier.open(finished.document)
    trail = submitted.trail
    checked = verifier.check(submitted, finished.name, judged.ledger)
    end = fitting(submitted.contents, (number.claim.span.content for number in checked.numbers))
    marks = _marks(submitted, checked, judged, end)
    findings = gravest_first(judged.findings)
    cells = [traced.figure.cell for traced in trail.figures.values() if traced.figure.cell]
    cells += [cell for finding in findings for cell in finding.cells]
    read = [name for name in sorted({cell.file for cell in cells}) if name in files]
    sheets = SheetSide({name: open_sheets(files[name]) for name in read}, cells)
    roles = roles_of(finished.report.blocks)
    counts = Counter(mark.status for mark in marks.shown)
    return SideBySide(
        title=finished.name,
        about=messages.side_by_side.ABOUT.format(
            department=judged.ledger.department, readiness=finished.readiness
        ),
        notices=[
            *([messages.side_by_side.REPORT_CUT] if end < len(submitted.contents) else []),
            *([] if sheets.is_whole else [messages.side_by_side.SHEETS_CUT]),
            *([messages.side_by_side.FINDINGS_CUT] if len(findings) > MOST_FINDINGS else []),
        ],
        legend=[
            ShownStatus(status, word, counts[status])
            for status, word in messages.side_by_side.STATUSES.items()
        ],
        contents=shown_contents(submitted.contents[:end], marks.at, roles),
        marks=marks.shown,
        notes=marks.notes,
        figures=shown_figures(trail, sheets),
        findings=[_finding(finding, judged, trail, marks, sheets) for finding in findings[:MOST_FINDINGS]],
        missing=finished.report.missing,
        sheets=sheets.shown,
    )


def _marks(submitted: SubmittedReport, checked: CheckedReport, judged: Judged, end: int) -> Marks:
    """Return every printed figure, and every other number of the report, marked."""
    trail, marks = submitted.trail, Marks(end)
    numbers, printed = numbered(trail), {each.bookmark: each.figure for each in trail.occurrences}
    doubtful = judged.ledger.figures_from(cells_in_doubt(judged.findings))
    for bookmark, place, start, stop in bookmarks_of(submitted.contents):
        figure = trail.figure(printed.get(bookmark, ""))
        if figure is not None:
            status = "doubtful" if figure.id in doubtful else "cell" if figure.cell else "computed"
            marks.add(place, start, stop, status, numbers[figure.id])
    written = _Written(judged, trail)
    for number in checked.numbers:
        span = number.claim.span
        if not written.by_people(submitted.text_around(span), span.start, span.end):
            continue
        place = (span.content, span.row, span.column)
        marks.add(place, span.start, span.end, "untraced")
        words = messages.side_by_side.UNTRACED.format(status=messages.verify.STATUSES[number.status])
        note = messages.phrases.THEN.join(filter(None, (words, number.why)))
        about = marks.numbers_at(place, span.start, span.end)
        marks.note(note, [at for at in about if marks.shown[at].status == "untraced"])
    return marks


class _Written:
    """What of a report people wrote: the texts they supplied, and lines that the program did not write."""

    def __init__(self, judged: Judged, trail: Trail) -> None:
        texts = (text.value for text in judged.ledger.texts.values())
        lines = {line.strip() for text in texts for line in text.splitlines()}
        self._supplied = [line for line in lines if len(line) >= SHORTEST]
        cells = (cell for line in trail.generated for cell in line.cells)
        self._generated = {part.strip() for cell in cells for part in printed_text(cell).split("\n")}

    def by_people(self, text: str, start: int, end: int) -> bool:
        """Whether people wrote these characters of a paragraph or cell."""
        begin = text.rfind("\n", 0, start) + 1
        line = text[begin:].partition("\n")[0]
        if not text[begin:start].strip() and end < len(text) and not text[end].isalnum():
            return False  # the number of an item
        if line.strip() not in self._generated:
            return True
        found = ((at, at + len(each)) for each in self._supplied if (at := text.find(each)) >= 0)
        return any(first <= start and end <= last for first, last in found)


def _finding(finding: Finding, judged: Judged, trail: Trail, marks: Marks, sheets: SheetSide) -> ShownFinding:
    ids, numbers = judged.ledger.figures_from(finding.doubted_cells), numbered(trail)
    about = {numbers[figure_id] for figure_id in ids if figure_id in numbers}
    return ShownFinding(
        tone=part_of(finding).value,
        kind=part_word(finding),
        text=finding_line(finding),
        hint=finding.hint,
        marks=[at for at, mark in enumerate(marks.shown) if mark.figure in about][:MOST_MARKS],
        cells=[
            ShownCell(sheets.number_of(cell), at, sheets.place_words(cell), finding.blames(cell))
            for cell in finding.cells
            for at in cell.cells or [""]
        ],
    )
