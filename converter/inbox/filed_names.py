"""What the name of a file says: whether a person filed it, whether it is an archive, and how to print it."""

from os import fsencode
from pathlib import Path

_TEMPORARY = "~"  # what programs leave beside a file that is open, or was when they crashed
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"})


def is_filed(name: str) -> bool:
    """Whether a path with slashes is of a file that a person filed: programs and systems leave others."""
    parts = [part for part in name.split("/") if part]
    hidden = any(part.startswith(".") or part.lower() in _SYSTEM for part in parts)
    return bool(parts) and not hidden and not parts[-1].startswith(_TEMPORARY)


def is_archive(path: Path) -> bool:
    """Whether a file is named as a zip archive."""
    return path.suffix.lower() == ".zip"


def readable(name: str) -> str:
    """Return a name that can be printed and stored. Where it is not UTF-8 it is of an archive packed on a
    Chinese Windows, whose names are GB 18030.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return "/".join(fsencode(part).decode("gb18030", "replace") for part in name.split("/"))
    return name
