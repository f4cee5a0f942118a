"""Pack files as plain data that remembers its lines. Every scalar is text; pydantic gives types.

Reading scalars as text keeps `no`, `010` and `12:30` what the author typed (YAML 1.1 would not).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from converter import messages

KeyPath = tuple[str | int, ...]
# libyaml is ten times as fast, but not everywhere; the two differ in some unquoted "?" only.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class PackError(Exception):
    """A pack is wrong: the run stops at start. `str()` is a Chinese line naming file and line."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")


@dataclass(frozen=True, slots=True)
class YamlData:
    """Data of a file, or of several laid over one another, and each place's file and line."""

    data: Any
    places: dict[KeyPath, tuple[Path, int]]

    def over(self, base: "YamlData") -> "YamlData":
        """Return this laid over `base`: mappings key by key, anything else instead of the base's."""
        replaced = {place for place in self.places if not isinstance(_at(self.data, place), dict)}
        kept = {
            place: line
            for place, line in base.places.items()
            if not any(place[:length] in replaced for length in range(len(place)))
        }
        return YamlData(_merged(base.data, self.data), kept | self.places)

    def error(self, message: str, *place: str | int) -> PackError:
        """Return an error that names file and line of the innermost known part of `place`."""
        known = (self.places.get(place[:length]) for length in range(len(place), -1, -1))
        file, line = next(found for found in known if found)
        return PackError(file, line, message)

    def shape(self, kind: Any, *place: str) -> Any:
        """Return the data at `place` as `kind`; raise PackError at the first thing that does not fit."""
        try:
            return _adapter(kind).validate_python(_at(self.data, place))
        except ValidationError as wrong:
            first = wrong.errors()[0]
            inner = self._named(place, first["loc"])
            said = messages.packs.PACK_FAULTS.get(
                first["type"], messages.packs.PACK_FAULT_ELSE.format(said=first["msg"])
            )
            shown = " › ".join(map(str, inner))
            raise self.error(messages.packs.PACK_FAULT.format(place=shown, said=said), *inner) from None

    def _named(self, place: KeyPath, inner: KeyPath) -> KeyPath:
        """Return the whole place of a fault, without the names of types pydantic tried on the way."""
        for at, part in enumerate(inner, 1):
            if (*place, part) in self.places or at == len(inner):
                place = (*place, part)
        return place


def read_yaml(file: Path) -> YamlData:
    """Read one YAML file; PackError on syntax errors and doubled keys."""
    try:
        node = yaml.compose(read_text(file), Loader=_LOADER)
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        said = getattr(wrong, "problem", None) or getattr(wrong, "reason", "")
        raise PackError(
            file, mark.line + 1 if mark else 0, messages.packs.PACK_SYNTAX.format(said=said)
        ) from None
    places: dict[KeyPath, tuple[Path, int]] = {(): (file, 1)}
    data = _plain(node, (), places, file) if node else {}
    if not isinstance(data, dict):
        raise PackError(file, 1, messages.packs.PACK_FAULTS["dict_type"])
    return YamlData(data, places)


def read_text(file: Path) -> str:
    """Return a file's text; PackError if it is not in UTF-8."""
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise PackError(file, 0, messages.packs.PACK_ENCODING) from None


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _at(data: Any, place: KeyPath) -> Any:
    for part in place:
        data = data[part]
    return data


def _merged(base: Any, own: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    return base | {key: _merged(base[key], each) if key in base else each for key, each in own.items()}


def _plain(node: yaml.Node, place: KeyPath, places: dict[KeyPath, tuple[Path, int]], file: Path) -> Any:
    places.setdefault(place, (file, node.start_mark.line + 1))
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*place, index), places, file) for index, child in enumerate(node.value)]
    data: dict[str, Any] = {}
    for key, child in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise PackError(file, line, messages.packs.PACK_KEY)
        if key.value in data:
            raise PackError(file, line, messages.packs.PACK_DOUBLED.format(key=key.value))
        places[(*place, key.value)] = (file, line)
        data[key.value] = _plain(child, (*place, key.value), places, file)
    return data
