"""Files that lie in an inbox beside what departments filed: anybody who files may have written them."""

from pathlib import Path

from converter import messages
from converter.pack.files.text import PackError, text_in

LARGEST = 1_000_000
"""Bytes; a bureau adds a hundred labels or so."""
DEEPEST = 2  # lists by key


def read_overlay(file: Path) -> bytes:
    """Return the content of such a file; PackError if it can't be read or is too large."""
    if not file.is_file():
        raise PackError(file, 0, messages.packs.IRREGULAR)
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as refusal:
        reason = messages.system.os_reason(refusal)
        raise PackError(file, 0, messages.packs.UNREADABLE.format(reason=reason)) from None
    if len(content) > LARGEST:
        raise PackError(file, 0, messages.packs.TOO_LARGE.format(most=LARGEST // 1_000_000))
    return content


def flat_text(content: bytes, file: Path) -> str:
    """Return the text of such a file; PackError if it is nested too deep, or refers to itself."""
    from converter.pack.files.yaml_text import check_nesting

    text = text_in(content, file)
    check_nesting(text, file, DEEPEST)
    return text
