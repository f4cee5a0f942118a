"""What a pack changes of those it extends: entry by entry."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from converter.pack.files.item_names import names_of, naming_key
from converter.pack.files.layers import Layers, lineage
from converter.pack.files.report_text import block_names
from converter.pack.files.validation import KeyPath


class Difference(Struct, frozen=True):
    """An entry that is not what it was below; `before` or `after` is None where there is none."""

    file: str
    keys: KeyPath
    before: Any
    after: Any


def differences(root: Path) -> Iterator[Difference]:
    """Yield what the pack in a folder changes of what it inherits; nothing for one that extends none.

    Of a list it is the items that are on one side only. Of report.md it is the names of the blocks that are
    written again, none where it is a report of its own.
    """
    folders = lineage(root)
    if len(folders) > 1:
        own, base = Layers(folders), Layers(folders[:-1])
        for name in own.own_files():
            before = base.data(name).data if base.packs_with(name) else {}
            yield from _between(f"{name}.yaml", (), _stated(before), _stated(own.data(name).data))
        report = root / "report.md"
        if report.is_file() and (names := block_names(report)) is not None:
            yield Difference("report.md", (), None, names)


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "extends"}


def _by_name(before: Any, after: Any) -> tuple[Any, Any]:
    """Return two entries; two lists of mappings that have names as mappings of those by name."""
    if isinstance(before, list) and isinstance(after, list) and naming_key(before) == naming_key(after) != "":
        names, others = names_of(before), names_of(after)
        if names and others:
            return dict(zip(names, before, strict=True)), dict(zip(others, after, strict=True))
    return before, after


def _between(file: str, keys: KeyPath, before: Any, after: Any) -> Iterator[Difference]:
    before, after = _by_name(before, after)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in {**before, **after}:
            if key not in after:
                yield Difference(file, (*keys, key), before[key], None)
            elif key not in before:
                yield Difference(file, (*keys, key), None, after[key])
            else:
                yield from _between(file, (*keys, key), before[key], after[key])
    elif isinstance(before, list) and isinstance(after, list):
        removed = [item for item in before if item not in after]
        added = [item for item in after if item not in before]
        if added or removed:
            yield Difference(file, keys, removed or None, added or None)
        elif before != after:
            yield Difference(file, keys, before, after)
    elif before != after:
        yield Difference(file, keys, before, after)
