"""Names of files and folders in an outbox: fit for any system, and those of drafts beside a file."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from converter import messages
from converter.outbox.own_files import LOG, MANIFEST

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST_NAME = 54
MOST_BYTES = 162  # leaves room for the report's title and a draft's mark within 255 bytes of a file name


def bare_name(name: str) -> str:
    """Return a name without characters that are not allowed in the names of files on some system."""
    return _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .")


def safe_name(name: str) -> str:
    """Return a department's name fit to be the name of a folder on any system, and none of our own files'."""
    short = bare_name(name)[:LONGEST_NAME].encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    return f"_{short}" if not short or _RESERVED.fullmatch(short) or _is_ours(short.casefold()) else short


def _is_ours(name: str) -> bool:
    """Whether a name is that of a file or folder for all departments, or of a draft of one."""
    stem, suffix = os.path.splitext(messages.overview.OVERVIEW_FILE)
    draft = name.startswith(messages.runs.DRAFT.partition("{number}")[0].format(stem=stem))
    named = (MANIFEST, LOG, messages.overview.OVERVIEW_FILE, messages.overview.PAGE_FILE)
    return (draft and name.endswith(suffix)) or name in (*named, messages.filing.HISTORY)


def _draft(name: str, number: int) -> str:
    """Return the name of the draft with that number; 0 is the file itself."""
    if not number:
        return name
    stem, suffix = os.path.splitext(name)
    return messages.runs.DRAFT.format(stem=stem, suffix=suffix, number=number if number > 1 else "")


def standing(place: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the files under the names, and the drafts beside them that follow without a gap."""
    for number in count():
        paths = dict.fromkeys(place / _draft(name, number) for name in names)
        there = [path for path in paths if path.is_file() and not path.is_symlink()]
        if not there and number:
            return
        yield from there
