"""Findings on what is left over from the template: its words, and its blanks."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from converter import messages
from converter.chinese import ENUMERATION_COMMA
from converter.document.contents import Tabular
from converter.figures import Severity
from converter.verify.claims.claim import Span, paragraph_span
from converter.verify.claims.normal_text import QUOTATION_MARKS
from converter.verify.constraints.reading import ReportReading
from converter.verify.report.checked import ReportFinding, finding_at

MOST_BLANKS_NAMED = 60  # blanks that a finding names, of one table

_QUOTED = re.compile(f"[{QUOTATION_MARKS}]")


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
