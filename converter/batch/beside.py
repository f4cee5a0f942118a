"""What files in an inbox add to a run: names for labels, settings. They are foreign, and read in a worker."""

from collections.abc import Collection
from pathlib import Path

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


def settings_beside(inbox: Path, known: Collection[str]) -> tuple[Path, dict[str, OptionSetting]]:
    """Return the file of settings in an inbox, and what it sets of the `known`; PackError if it is wrong."""
    file = inbox / messages.screen.SETTINGS_FILE
    if not (file.is_symlink() or file.exists()):
        return file, {}
    settings = in_worker(file.name, load_limits(DEFAULT), _settings_or_fault, file, tuple(known))
    if isinstance(settings, PackError):
        raise settings
    if isinstance(settings, Failure):
        raise PackError(file, 0, settings.message)
    return file, settings


def _settings_or_fault(file: Path, known: Collection[str]) -> dict[str, OptionSetting] | PackError:
    try:
        return read_settings(file, known)
    except PackError as wrong:
        return wrong


def _names_or_fault(file: Path) -> FurtherNames | PackError:
    try:
        return read_names(file)
    except PackError as wrong:
        return wrong
