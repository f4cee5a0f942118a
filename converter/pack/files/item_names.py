"""What the items of a list are called, so that one of them can be changed without the others."""

from collections.abc import Sequence
from typing import Any

_NAMING = ("name", "label")  # the keys under which an item that is a mapping has its name


def naming_key(items: Sequence[Any]) -> str:
    """Return the key under which the items of a list have their names, '' where they are texts."""
    return next((key for key in _NAMING if all(isinstance(item, dict) and key in item for item in items)), "")


def names_of(items: Sequence[Any]) -> list[str] | None:
    """Return the name of every item of a list; None if there are none, one has none, or two have the same."""
    key = naming_key(items)
    names = [str(item[key] if key else item) for item in items if key or isinstance(item, str)]
    return names if names and len(items) == len(names) == len(set(names)) else None
