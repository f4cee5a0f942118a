"""The packs that come with the program, and which pack is meant by a name or a folder."""

from collections.abc import Iterator
from pathlib import Path

from converter import messages
from converter.pack.catalogue.label import PackLabel, label_of
from converter.pack.files.layers import BUILT_IN, Layers, lineage
from converter.pack.files.text import PackError
from converter.pack.meta import Meta
from converter.pack.unknown import nearest


def shipped_packs() -> Iterator[tuple[str, Meta]]:
    """Yield name and description of every pack with a report that comes with the program."""
    for folder in sorted(BUILT_IN.iterdir()):
        if (folder / "pack.yaml").is_file() and any(
            (base / "report.md").is_file() for base in lineage(folder)
        ):
            yield folder.name, Layers(lineage(folder)).shape("pack", Meta)


def shipped_labels(first: str) -> dict[PackLabel, Path]:
    """Return the labels of the packs that come with the program and their folders, the pack `first` first."""
    found = {label_of(name, meta): BUILT_IN / name for name, meta in shipped_packs()}
    return dict(sorted(found.items(), key=lambda each: each[0].name != first))


def pack_named(name: str) -> Path:
    """Return the folder of a pack: a folder with one in it, or one that comes with the program by its name.

    PackError if there is neither.
    """
    for folder in (Path(name), BUILT_IN / name):
        if (folder / "pack.yaml").is_file():
            return folder
    if Path(name).exists():
        raise PackError(Path(name), 0, messages.packs.NO_PACK)
    known = [folder.name for folder in BUILT_IN.iterdir()]
    raise PackError(Path(name), 0, messages.packs.NO_PACK_NAMED + nearest(name, known))
