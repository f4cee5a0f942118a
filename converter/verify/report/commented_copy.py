"""A copy of a checked report in Word, with what is wrong as comments on the very numbers."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from converter import messages
from converter.errors import writing
from converter.figures import Severity
from converter.verify.report.checked import CheckedReport, ReportFinding

if TYPE_CHECKING:
    from converter.document.comment import Comment

MOST_COMMENTS = 500  # of a copy: each takes the longer the more there are, and nobody reads as many


def write_copy(checked: CheckedReport, report: bytes, folder: Path) -> CheckedReport:
    """Write the copy under a free name and return what names it; nothing is written where nothing is wrong.

    OutboxError if the folder cannot be written to; no file is ever written over.
    """
    to_comment = [finding for finding in checked.findings if finding.severity is not Severity.NOTE]
    if not to_comment:
        return checked
    from converter.document.comment import commented  # loads libraries that nothing else needs

    comments = [_comment(finding) for finding in to_comment[:MOST_COMMENTS]]
    if more := len(to_comment) - len(comments):
        note = messages.verify.COMMENTS_MORE.format(count=more)
        comments[-1] = replace(comments[-1], text=f"{comments[-1].text}\n{note}")
    return write_under_free_name(checked, commented(report, comments), folder, ".docx")


def write_under_free_name(checked: CheckedReport, data: bytes, folder: Path, suffix: str) -> CheckedReport:
    """Write what was made of a checked report under a free name; return what names it. Errors as above."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        names = _names(folder, Path(checked.file).stem, suffix)
        path = next(name for name in names if _written(name, data))
    return replace(checked, copy=str(path))


def _names(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    """Yield the names a file may have, in turn."""
    for number in count(1):
        mark = messages.verify.CHECKED_MARK.format(number=number if number > 1 else "")
        yield folder / f"{stem}{mark}{suffix}"


def _written(path: Path, data: bytes) -> bool:
    """Whether the copy could be written under a name: not if a file has it, of another process too."""
    try:
        with path.open("xb") as target:
            target.write(data)
    except FileExistsError:
        return False
    return True


def _comment(finding: ReportFinding) -> "Comment":
    from converter.document.comment import Comment

    span, words = finding.spans[0], finding.filled_into(messages.verify.COMMENT)
    return Comment(span.content, span.row, span.column, span.start, span.end, words)
