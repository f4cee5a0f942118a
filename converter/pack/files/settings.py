"""Settings of a run, in a file that lies in an inbox: options of the command line by their names."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from converter import messages
from converter.pack.files.overlays import flat_text, read_overlay
from converter.pack.files.text import PackError
from converter.pack.files.yaml_data import yaml_data
from converter.pack.unknown import nearest

SettingValue = bool | int | str | tuple[str, ...]


class OptionSetting(Struct, frozen=True):
    """What a setting is set to, and the line that says so."""

    value: SettingValue
    line: int


def read_settings(file: Path, known: Collection[str]) -> dict[str, OptionSetting]:
    """Return the settings in a file by their names; PackError if it can't be read, names one that is not
    `known`, or sets one to what is no text, number, truth value or list of texts.
    """
    data = yaml_data(flat_text(read_overlay(file), file), file)
    settings: Mapping[Any, Any] = data.data
    found: dict[str, OptionSetting] = {}
    for key, given in settings.items():
        if key not in known:
            raise data.error(messages.packs.NO_SETTING.format(name=key) + nearest(str(key), known), key)
        value = tuple(given) if isinstance(given, list) else given
        if not _is_value(value):
            raise data.error(messages.packs.SETTING_VALUE.format(name=key), key)
        found[key] = OptionSetting(value, data.position((key,)).line)
    return found


def _is_value(value: object) -> bool:
    return isinstance(value, bool | int | str) or (
        isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    )


def setting_error(file: Path, name: str, setting: OptionSetting) -> PackError:
    """Return the error that a setting can't be set to what the file says."""
    return PackError(file, setting.line, messages.packs.SETTING_VALUE.format(name=name))
