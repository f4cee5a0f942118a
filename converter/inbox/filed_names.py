"""What the name of a file says: whether a person filed it, and whether it is an archive."""

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
