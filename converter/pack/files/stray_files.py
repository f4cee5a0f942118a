"""Files that no pack has: their author meant another name, and what they say would be passed over."""

from collections.abc import Collection, Iterator
from pathlib import Path

from converter import messages
from converter.pack.files.yaml_data import PackError
from converter.pack.unknown import nearest

_BESIDE = ("README.md", "LICENSE")  # about a pack, not of it


def stray_files(folder: Path, known: Collection[str]) -> Iterator[PackError]:
    """Yield an error for every file of a pack's folder that is neither one of `known` nor a form.

    Hidden files, and those that an editor keeps beside an open one, are none of the pack's.
    """
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or any(part.startswith((".", "~")) for part in path.relative_to(folder).parts):
            continue
        is_form = path.parent == folder / "forms" and path.suffix == ".yaml"
        if not (is_form or name in known or name in _BESIDE):
            meant = nearest(name, [*known, f"forms/{path.name}"])
            yield PackError(path, 0, messages.packs.STRAY_FILE + meant)
