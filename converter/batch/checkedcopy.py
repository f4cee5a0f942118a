"""A copy of a checked report with what is wrong as comments on the very numbers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from converter import messages
from converter.batch.outbox import OutboxError
from converter.document.commented import Comment, commented
from converter.figures import Severity
from converter.verify import Checked, Remark


def write_copy(checked: Checked, report: bytes, folder: Path) -> Checked:
    """Write the copy under a free name and return what names it; nothing is written where nothing is wrong.

    OutboxError if the folder cannot be written to; no file is ever written over.
    """
    told = [each for each in checked.remarks if each.severity is not Severity.NOTE]
    if not told:
        return checked
    data = commented(report, map(_comment, told))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = next(_free(folder, Path(checked.file).stem))
        path.write_bytes(data)
    except OSError as wrong:
        said = messages.OUTPUT_REFUSED.format(file=folder, reason=wrong.strerror)
        raise OutboxError(said) from None
    return replace(checked, copy=str(path))


def _free(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the names for a copy that no file has."""
    for number in count(1):
        mark = messages.CHECKED_MARK.format(number=number if number > 1 else "")
        path = folder / f"{stem}{mark}.docx"
        if not path.exists():
            yield path


def _comment(remark: Remark) -> Comment:
    spot = remark.spots[0]
    return Comment(spot.content, spot.row, spot.column, spot.start, spot.end, _said(remark))


def _said(remark: Remark) -> str:
    return messages.COMMENT.format(
        severity=messages.SEVERITIES[remark.severity],
        code=remark.code,
        printed=remark.printed,
        expected=messages.SHOULD_BE.format(expected=remark.expected) if remark.expected else "",
        cause=messages.PERHAPS.format(cause=remark.cause) if remark.cause else "",
        because=remark.because,
    )
