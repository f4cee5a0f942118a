"""Findings on punctuation: brackets, quotes and book marks of which one is missing."""

import re
from collections.abc import Iterator

from converter import messages
from converter.chinese import (
    BOOK_MARKS,
    CLOSING_BRACKET,
    CLOSING_MARKS,
    DOUBLE_QUOTES,
    ENDS_OF_SENTENCES,
    OPENING_BRACKET,
)
from converter.document.contents import Passage
from converter.figures import Severity
from converter.verify.claims.claim import paragraph_span
from converter.verify.claims.submitted_report import SubmittedReport
from converter.verify.report.checked import ReportFinding, finding_at

LONGEST_HEADING = 40  # characters of one that is not the beginning of a paragraph
BESIDE = 12  # characters before a mark that say which one is meant

_QUOTE, _END_QUOTE = DOUBLE_QUOTES[0], DOUBLE_QUOTES[1]
_ALIKE = {"(": OPENING_BRACKET, ")": CLOSING_BRACKET, _END_QUOTE: _QUOTE}  # typed for one another
_CLOSES = {OPENING_BRACKET: CLOSING_BRACKET, BOOK_MARKS[0]: BOOK_MARKS[1], _QUOTE: _QUOTE}
_MARKS = re.compile("[" + "".join(map(re.escape, {*_CLOSES, *_CLOSES.values(), *_ALIKE})) + "]")
_NUMBER_BEFORE = re.compile(r"(?:^|\W)\w{1,3}\s*$")  # of a part of a text: "1)"


def unpaired_marks(report: SubmittedReport) -> Iterator[ReportFinding]:
    """Yield a finding for each paragraph in which a mark that comes in pairs stands alone: the first one.

    What does not end as sentences do may be a piece of a paragraph, or of a cell: the rest is what follows.
    """
    is_rest = False
    for content, text in report.passages():
        at = _unpaired(text)
        is_alone, is_rest = at >= 0 and not is_rest, at >= 0 and not _is_ended(report, content)
        if is_alone and not is_rest:
            span = paragraph_span(content, (max(at - BESIDE, 0), at + 1))
            message = messages.verify.UNPAIRED
            because = message.text.format(mark=text[at])
            yield finding_at(report, span, message.code, because, Severity.WARNING)


def _is_ended(report: SubmittedReport, content: int) -> bool:
    """Whether a paragraph is a heading, or ends as sentences do."""
    passage = report.contents[content]
    assert isinstance(passage, Passage)
    text = passage.written.text.rstrip().rstrip(CLOSING_MARKS)
    return passage.level > 0 or text.endswith(tuple(ENDS_OF_SENTENCES))


def _unpaired(text: str) -> int:
    """Return where the first mark stands that has no other, -1 if each has one."""
    begun: list[tuple[str, int]] = []
    for found in _MARKS.finditer(text):
        mark, at = _ALIKE.get(found[0], found[0]), found.start()
        if begun and _CLOSES[begun[-1][0]] == mark:
            begun.pop()
        elif mark in _CLOSES:
            begun.append((mark, at))
        elif begun or mark != CLOSING_BRACKET or not _NUMBER_BEFORE.search(text[:at]):
            return at
    return begun[0][1] if begun else -1
