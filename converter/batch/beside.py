"""The pack of an inbox: with the names for labels that a file there adds, which is read in a worker."""

from pathlib import Path

from converter.batch.one_worker import in_worker
from converter.errors import Failure
from converter.pack import (
    NO_FURTHER_NAMES,
    FurtherNames,
    Pack,
    PackError,
    load_limits,
    load_pack,
    names_file,
    read_names,
)


def load_pack_beside(root: Path, inbox: Path | None) -> Pack:
    """Return the pack with the names in the inbox; PackError if either is wrong."""
    return load_pack(root, names_beside(root, inbox))


def names_beside(root: Path, inbox: Path | None) -> FurtherNames:
    """Return the names that a file in the inbox adds to those of a pack; PackError if it is wrong."""
    file = names_file(root, inbox) if inbox else None
    if file is None:
        return NO_FURTHER_NAMES
    names = in_worker(file.name, load_limits(root), _names_or_fault, file)
    if isinstance(names, PackError):
        raise names
    if isinstance(names, Failure):
        raise PackError(file, 0, names.message)
    return names


def _names_or_fault(file: Path) -> FurtherNames | PackError:
    try:
        return read_names(file)
    except PackError as wrong:
        return wrong
