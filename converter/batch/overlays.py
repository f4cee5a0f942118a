"""Overlays of an inbox, names and settings: read in a worker, for anybody may have written them."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

from converter import messages
from converter.batch.one_worker import in_worker
from converter.errors import Failure
from converter.pack import (
    DEFAULT,
    NO_FURTHER_NAMES,
    FurtherNames,
    OptionSetting,
    Pack,
    PackError,
    load_limits,
    load_pack,
    names_file,
    read_names,
    read_settings,
)

Read = TypeVar("Read")


def load_pack_with_overlay(root: Path, inbox: Path | None) -> Pack:
    """Return a pack with the names that an inbox adds; PackError if either is wrong."""
    return load_pack(root, overlay_names(root, inbox))


def overlay_names(root: Path, inbox: Path | None) -> FurtherNames:
    """Return the names that an inbox adds to those of a pack; PackError if its file is wrong."""
    file = names_file(root, inbox) if inbox else None
    return NO_FURTHER_NAMES if file is None else _in_worker(root, read_names, file)


def overlay_settings(inbox: Path, known: Collection[str]) -> tuple[Path, dict[str, OptionSetting]]:
    """Return the file of settings in an inbox, and what it sets of the `known`; PackError if it is wrong."""
    file = inbox / messages.screen.SETTINGS_FILE
    if not (file.is_symlink() or file.exists()):
        return file, {}
    return file, _in_worker(DEFAULT, read_settings, file, tuple(known))


def _in_worker(root: Path, read: Callable[..., Read], file: Path, *given: Any) -> Read:
    """Return what is read from a file under the limits of a pack; PackError if it is wrong."""
    found: Read | PackError | Failure = in_worker(file.name, load_limits(root), _or_fault, read, file, *given)
    if isinstance(found, PackError):
        raise found
    if isinstance(found, Failure):
        raise PackError(file, 0, found.message)
    return found


def _or_fault(read: Callable[..., Read], file: Path, *given: Any) -> Read | PackError:
    """Return what is read, or what is wrong: an exception would not tell a worker's own fault from it."""
    try:
        return read(file, *given)
    except PackError as wrong:
        return wrong
