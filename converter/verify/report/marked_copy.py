"""A copy of a checked report with what is wrong as comments on the very numbers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from converter import messages
from converter.document.mark import Comment, commented
from converter.errors import writing
from converter.figures import Severity
from converter.verify.report.checked import Checked, ReportFinding


def write_copy(checked: Checked, report: bytes, folder: Path) -> Checked:
    """Write the copy under a free name and return what names it; nothing is written where nothing is wrong.

    OutboxError if the folder cannot be written to; no file is ever written over.
    """
    told = [each for each in checked.remarks if each.severity is not Severity.NOTE]
    if not told:
        return checked
    data = commented(report, map(_comment, told))
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        path = next(each for each in _names(folder, Path(checked.file).stem) if _written(each, data))
    return replace(checked, copy=str(path))


def _names(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the names a copy may have, in turn."""
    for number in count(1):
        mark = messages.verify.CHECKED_MARK.format(number=number if number > 1 else "")
        yield folder / f"{stem}{mark}.docx"


def _written(path: Path, data: bytes) -> bool:
    """Whether the copy could be written under a name: not if a file has it, of another process too."""
    try:
        with path.open("xb") as target:
            target.write(data)
    except FileExistsError:
        return False
    return True


def _comment(remark: ReportFinding) -> Comment:
    spot = remark.spots[0]
    return Comment(spot.content, spot.row, spot.column, spot.start, spot.end, _said(remark))


def _said(remark: ReportFinding) -> str:
    return messages.verify.COMMENT.format(
        severity=messages.filing.SEVERITIES[remark.severity],
        code=remark.code,
        printed=remark.printed,
        expected=messages.verify.SHOULD_BE.format(expected=remark.expected) if remark.expected else "",
        cause=messages.verify.PERHAPS.format(cause=remark.cause) if remark.cause else "",
        because=remark.because,
    )
