"""Files that no pack has: their author meant another name, and what they say would be passed over."""

from collections.abc import Collection, Iterator
from pathlib import Path

from converter import messages
from converter.pack.files.text import PackError
from converter.pack.unknown import nearest

_BESIDE = ("README.md", "LICENSE")  # about a pack, not of it


def stray_files(folder: Path, known: Collection[str]) -> Iterator[PackError]:
    """Yield an error for every file of a pack's folder that is neither one of `known` nor a form,
    and for what stands under the name of one but is no file.

    Hidden files, and those that an editor keeps beside an open one, are none of the pack's.
    """
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith((".", "~")) for part in path.relative_to(folder).parts):
            continue
        is_form = path.parent == folder / "forms" and path.suffix == ".yaml"
        if not path.is_file():
            if is_form or name in known or not path.is_dir():
                yield PackError(path, 0, messages.packs.IRREGULAR)
        elif not (is_form or name in known or name in _BESIDE):
            meant = nearest(name, [*known, f"forms/{path.name}"])
            yield PackError(path, 0, messages.packs.STRAY_FILE + meant)
