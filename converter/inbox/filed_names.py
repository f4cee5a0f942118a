"""What the name of a file says: whether a person filed it, whether it is an archive, and how to print it."""

import re
from os import fsencode
from pathlib import Path

_TEMPORARY = "~"  # what programs leave beside a file that is open, or was when they crashed
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
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
    Chinese Windows, whose names are GB 18030. Signs that break lines or command a screen are named.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        name = "/".join(fsencode(part).decode("gb18030", "replace") for part in name.split("/"))
    return name if name.isprintable() else _UNPRINTABLE.sub(_named, name)


def _named(sign: re.Match[str]) -> str:
    return f"<U+{ord(sign[0]):04X}>"
