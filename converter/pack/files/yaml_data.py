"""YAML files as data that remembers where it stands, and turned into shapes."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from converter import messages
from converter.chinese import COMMA, FULL_WIDTH_SIGNS
from converter.pack.files.item_names import names_of
from converter.pack.files.text import PackError, Position, read_text
from converter.pack.files.validation import KeyPath, UnfitError, validated
from converter.pack.shapes.shape import fields_at
from converter.pack.unknown import nearest

DEEPEST = 40
_OF_SIGNS = ("missing", "tuple_type", "dict_type", "decimal_parsing", "int_parsing", "too_short")


class YamlData:
    """The data of a file, or of several laid over one another, and the position of every entry.

    Positions are found when first asked for, which is where a pack is wrong. `shipped`: the files come with
    the program, whose tests have checked what takes time to check.
    """

    def __init__(
        self, data: Any, find_positions: Callable[[], dict[KeyPath, Position]], *, shipped: bool = False
    ) -> None:
        self.data, self.shipped = data, shipped
        self._find_positions = find_positions

    @cached_property
    def positions(self) -> dict[KeyPath, Position]:
        """Where each entry stands, by its keys."""
        return self._find_positions()

    def position(self, keys: KeyPath) -> Position:
        """Return where an entry stands, or the innermost entry around it that is there."""
        around = (self.positions.get(keys[:length]) for length in range(len(keys), -1, -1))
        return next(known for known in around if known)

    def error(self, message: str, *keys: str | int) -> PackError:
        """Return an error on an entry, or on the innermost entry around it that is there."""
        position = self.position(keys)
        return PackError(position.file, position.line, message)

    def shape(self, kind: Any, *keys: str) -> Any:
        """Return an entry as a `kind`; PackError at the first thing in it that does not fit."""
        try:
            return validated(_entry(self.data, keys), kind, shipped=self.shipped)
        except UnfitError as unfit:
            at = self._keys_of_fault(keys, unfit.place)
            fault = messages.packs.FAULTS.get(unfit.fault, messages.packs.OTHER_FAULT)
            fault = fault.format(name=unfit.name)
            if at:
                fault = messages.packs.FAULT.format(place=shown(self.called(at)), fault=fault)
            raise self.error(fault + self._meant(kind, at, unfit), *at) from None

    def called(self, keys: KeyPath) -> KeyPath:
        """Return the keys with the names of items of lists in place of their numbers where they have some."""
        called: KeyPath = ()
        for length, key in enumerate(keys):
            around = self._found(keys[:length])
            names = names_of(around) if isinstance(around, list) else None
            called = (*called, names[int(key)] if names and int(key) < len(names) else key)
        return called

    def _found(self, keys: KeyPath) -> Any:
        """Return an entry, None if there is none."""
        try:
            return _entry(self.data, keys)
        except (KeyError, IndexError, TypeError):
            return None

    def _meant(self, kind: Any, at: KeyPath, unfit: UnfitError) -> str:
        """Return what was probably meant by an unknown key, or by an entry that lacks what it must state."""
        if unfit.fault == "extra_forbidden":
            return nearest(str(at[-1]), fields_at(kind, unfit.place[:-1]))
        if unfit.fault == "missing" and len(at) > 1:
            entry, others = str(self.called(at)[-2]), self._found(at[:-2])
            names = names_of(others) if isinstance(others, list) else others
            if names and (meant := nearest(entry, {*names} - {entry})):
                return meant
        return self._full_width(at) if unfit.fault in _OF_SIGNS else ""

    def _full_width(self, at: KeyPath) -> str:
        """Return the complaint about a full-width character where a half-width one was meant, '' if none."""
        entry = self._found(at) or self._found(at[:-1])
        texts = [entry] if isinstance(entry, str) else entry if isinstance(entry, list) else []
        sign = next((sign for text in texts for sign in str(text) if sign in FULL_WIDTH_SIGNS), "")
        return sign and COMMA + messages.packs.FULL_WIDTH.format(sign=sign)

    def _keys_of_fault(self, keys: KeyPath, location: KeyPath) -> KeyPath:
        """Return the keys to a fault, without the names of types that pydantic tried on the way."""
        for number, key in enumerate(location, 1):
            is_type = str(key).endswith("]") or str(key) in ("str", "int", "float")
            if (*keys, key) in self.positions or (number == len(location) and not is_type):
                keys = (*keys, key)
        return keys


def shown(keys: KeyPath) -> str:
    """Return keys in words."""
    item = messages.packs.ITEM.format
    return " › ".join(item(number=key + 1) if isinstance(key, int) else "".join(key.split()) for key in keys)


def read_yaml(file: Path, *, shipped: bool = False) -> YamlData:
    """Return the data of a YAML file; PackError on wrong syntax and doubled keys."""
    return yaml_data(read_text(file), file, shipped=shipped)


def yaml_data(text: str, file: Path, *, shipped: bool = False) -> YamlData:
    """Return the data of the text of a YAML file; PackError on wrong syntax and doubled keys."""
    from converter.pack.files.yaml_text import check_nesting, check_size, content, positions

    if not shipped:
        check_nesting(text, file, DEEPEST, aliases=True)
        check_size(text, file)
    try:
        data = content(text)
    except PackError as wrong:
        _, line, message = wrong.args
        raise PackError(file, line, message) from None
    if not isinstance(data, dict):
        raise PackError(file, 1, messages.packs.FAULTS["dict_type"])
    return YamlData(data, lambda: positions(text, file), shipped=shipped)


def _entry(data: Any, keys: KeyPath) -> Any:
    for key in keys:
        data = data[key]
    return data
