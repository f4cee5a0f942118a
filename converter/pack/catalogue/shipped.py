"""The packs that come with the program, and which pack is meant by a name or a folder."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.pack.catalogue.gazetteer import Regions
from converter.pack.catalogue.label import PackLabel, pack_label
from converter.pack.files.compiled import digest_of, store, stored
from converter.pack.files.layers import BUILT_IN, Layers, lineage
from converter.pack.files.text import PackError
from converter.pack.shapes.meta import Meta
from converter.pack.unknown import nearest

BASE = "base-cn"  # which all others extend


def shipped_packs() -> Iterator[tuple[str, Meta]]:
    """Yield name and description of every pack with a report that comes with the program."""
    for folder in sorted(BUILT_IN.iterdir()):
        if (folder / "pack.yaml").is_file() and any(
            (base / "report.md").is_file() for base in lineage(folder)
        ):
            yield folder.name, Layers(lineage(folder)).shape("pack", Meta)


class Catalogue(Struct, frozen=True):
    """What the packs that come with the program are called, which places they know, and the hash of all."""

    labels: tuple[PackLabel, ...]
    regions: Regions
    digest: str


@cache  # nobody changes the program while it runs
def shipped_catalogue() -> Catalogue:
    """Return the catalogue of the packs that come with the program: compiled already, or now."""
    if compiled := stored(BUILT_IN, Catalogue):
        return compiled[1]
    labels = tuple(pack_label(name, meta) for name, meta in shipped_packs())
    regions = Layers([BUILT_IN / BASE]).shape("regions", Regions)
    catalogue = Catalogue(labels, regions, digest_of([BUILT_IN]))
    store(BUILT_IN, (BUILT_IN,), catalogue)
    return catalogue


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
