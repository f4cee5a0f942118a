"""Further names of labels, in a file that lies in an inbox: anybody who files may have written it."""

from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.pack.files.layers import lists_in
from converter.pack.files.text import PackError, text_in
from converter.pack.files.yaml_data import yaml_data

LARGEST = 1_000_000
"""Bytes; a bureau adds a hundred labels or so."""
DEEPEST = 2  # lists by key


class FurtherNames(Struct, frozen=True):
    """Lists of labels, each after the item it names, and the `content` of the file that says so."""

    entries: tuple[tuple[str, tuple[str, ...]], ...] = ()
    content: bytes = b""


NO_FURTHER_NAMES = FurtherNames()


def read_names(file: Path) -> FurtherNames:
    """Return the names in a file; PackError if it can't be read or is no mapping of lists."""
    from converter.pack.files.yaml_text import check_nesting

    content = _content(file)
    text = text_in(content, file)
    check_nesting(text, file, DEEPEST)
    return FurtherNames(tuple(lists_in(yaml_data(text, file)).items()), content)


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise PackError(file, 0, messages.packs.IRREGULAR)
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as refusal:
        reason = messages.system.os_reason(refusal)
        raise PackError(file, 0, messages.packs.UNREADABLE.format(reason=reason)) from None
    if len(content) > LARGEST:
        raise PackError(file, 0, messages.packs.TOO_LARGE)
    return content
