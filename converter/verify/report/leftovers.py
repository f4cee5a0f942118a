"""Findings on what is left over from the template, and on sections and cells that are left out."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from converter import messages
from converter.chinese import ENUMERATION_COMMA
from converter.document.contents import Passage, Tabular
from converter.figures import Severity
from converter.verify.claims.claim import Span, paragraph_span
from converter.verify.claims.normal_text import QUOTATION_MARKS
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

MIN_HEADINGS = 3  # of a whole report; a text with fewer is an excerpt
MOST_BLANKS_NAMED = 60  # blanks that a finding names, of one table

_QUOTED = re.compile(f"[{QUOTATION_MARKS}]")
_WHOLE_REPORT = Span(0, -1, -1, 0, 0)


def forbidden_words(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each kind of words that must not be in a finished report, one a paragraph; words
    that a quotation mark parts are of two phrases.
    """
    texts = reading.report.normal_texts
    residue = reading.patterns.residue_in(text.text for _, text in texts)
    for content, text in texts if residue else ():
        for name, words, pattern in residue:
            severity = Severity.WARNING if words.warning else Severity.ERROR
            bounds = [text.source_bounds(*found.span()) for found in pattern.finditer(text.text)]
            unparted = [each for each in bounds if not _QUOTED.search(text.source[slice(*each)])]
            if spans := [paragraph_span(content, each) for each in unparted]:
                printed = dict.fromkeys(map(reading.report.text, spans))
                yield replace(
                    finding_at(reading.report, spans[0], name, words.message, severity),
                    spans=tuple(spans),
                    printed=ENUMERATION_COMMA.join(printed),
                )


def blank_cells(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each table with blanks, which names its cells."""
    message = messages.verify.BLANK_CELLS
    for index, content in enumerate(reading.report.contents):
        if not isinstance(content, Tabular) or not content.rows:
            continue
        texts = (cell.text for row in content.rows for cell in row)
        for name, words, pattern in reading.patterns.residue_in(filter(None, texts), blank=True):
            spans = [
                Span(index, row, column, *found.span())
                for row, cells in enumerate(content.rows)
                for column, cell in enumerate(cells)
                if (found := pattern.search(cell.text))
            ]
            if not spans:
                continue
            by_row = groupby(spans[:MOST_BLANKS_NAMED], lambda span: span.row)
            cells = messages.verify.BETWEEN_ROWS.join(map(_in_row, by_row))
            because = message.format(said=words.message, count=len(spans), cells=cells)
            yield replace(
                finding_at(reading.report, spans[0], name, because, Severity.ERROR), spans=tuple(spans)
            )


def _in_row(row: tuple[int, Iterable[Span]]) -> str:
    at, spans = row
    columns = ENUMERATION_COMMA.join(str(span.column + 1) for span in spans)
    return messages.verify.CELLS_IN_ROW.format(row=at + 1, columns=columns)


def missing_sections(reading: ReportReading) -> Iterator[ReportFinding]:
    """Yield a finding for each section of the outline that a whole report lacks, if its title calls it one:
    published budgets and accounts follow no outline.
    """
    titles = reading.report.title_lines
    headings = [
        content.written.text
        for content in reading.report.contents
        if isinstance(content, Passage) and content.level
    ]
    if len(headings) < MIN_HEADINGS or not any(map(reading.patterns.outlined.search, titles)):
        return
    message = messages.verify.SECTION_LACKING
    for name, pattern in reading.patterns.sections.items():
        if not any(map(pattern.search, headings)):
            yield _of_whole_report(message.code, message.text.format(section=name))


def not_all_checked() -> Iterator[ReportFinding]:
    """Yield the finding that a report would have taken more effort than it may."""
    message = messages.verify.NOT_ALL_CHECKED
    yield _of_whole_report(message.code, message.text)


def of_government() -> ReportFinding:
    """Return the note that a report is a government's, in which numbers that differ are warnings."""
    message = messages.verify.OF_GOVERNMENT
    return _of_whole_report(message.code, message.text, Severity.NOTE)


def _of_whole_report(code: str, because: str, severity: Severity = Severity.WARNING) -> ReportFinding:
    place = messages.verify.WHOLE_REPORT
    return ReportFinding(code, severity, (_WHOLE_REPORT,), place, "", "", because)
