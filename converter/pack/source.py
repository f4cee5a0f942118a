"""Pack files as plain data that remembers its lines. Every scalar is text; pydantic gives types.

Reading scalars as text keeps `no`, `010` and `12:30` what the author typed (YAML 1.1 would not).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from converter import messages
from converter.pack.errors import PackError

Place = tuple[str | int, ...]
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """One file's data, and the line of each place in it."""

    file: Path
    data: Any
    lines: dict[Place, int]

    def error(self, message: str, *place: str | int) -> PackError:
        """Return an error that names this file and the line of the innermost known part of `place`."""
        return PackError(self.file, self._line(place), message)

    def shape(self, kind: Any, *place: str) -> Any:
        """Return the data at `place` as `kind`; raise PackError at the first thing that does not fit."""
        data = self.data
        for part in place:
            data = data[part]
        try:
            return _adapter(kind).validate_python(data)
        except ValidationError as wrong:
            first = wrong.errors()[0]
            inner = [part if isinstance(part, int) else str(part) for part in first["loc"]]
            said = messages.PACK_FAULTS.get(first["type"], first["msg"])
            shown = " › ".join(map(str, [*place, *inner]))
            raise self.error(messages.PACK_FAULT.format(place=shown, said=said), *place, *inner) from None

    def _line(self, place: Sequence[str | int]) -> int:
        known = (self.lines.get(tuple(place[:length])) for length in range(len(place), -1, -1))
        return next((line for line in known if line), 0)


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def load(file: Path) -> Source:
    """Read one YAML file; PackError on syntax errors and doubled keys."""
    try:
        node = yaml.compose(file.read_text("utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 0
        raise PackError(file, line, messages.PACK_SYNTAX.format(said=wrong.problem)) from None
    lines: dict[Place, int] = {}
    return Source(file, _plain(node, (), lines, file) if node else {}, lines)


def _plain(node: yaml.Node, place: Place, lines: dict[Place, int], file: Path) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*place, index), lines, file) for index, child in enumerate(node.value)]
    data: dict[str, Any] = {}
    for key, child in node.value:
        if key.value in data:
            raise PackError(file, key.start_mark.line + 1, messages.PACK_DOUBLED.format(key=key.value))
        data[key.value] = _plain(child, (*place, key.value), lines, file)
        lines[(*place, key.value)] = key.start_mark.line + 1
    return data
