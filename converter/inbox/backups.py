"""Which files are copies that somebody kept: backups of programs, and copies beside their original."""

from collections.abc import Sequence
from pathlib import PurePath

from converter.read import CopyNames, FiledFile

_SUFFIXES = frozenset({".bak", ".xlk", ".wbk", ".old", ".tmp"})  # of backups that programs make


def is_backup(file: FiledFile) -> bool:
    """Whether a file's suffix says that it is a backup."""
    return file.path.suffix.lower() in _SUFFIXES


def copies_among(files: Sequence[FiledFile], copy_names: CopyNames) -> dict[str, str]:
    """Return the files whose names mark them as copies of another that is there: its name by theirs."""
    stems = {(file.path.parent, file.path.stem): file.name for file in files}
    found = {}
    for file in files:
        original = copy_names.original(file.path.stem)
        if original and (name := stems.get((file.path.parent, original))):
            found[file.name] = PurePath(name).name
    return found
