"""The files of a pack and of those it extends."""

import hashlib
from pathlib import Path
from typing import Any

from converter import messages
from converter.pack.errors import PackError
from converter.pack.shape import Several
from converter.pack.source import Source, load

BUILT_IN = Path(__file__).parent.parent / "packs"


def lineage(root: Path) -> list[Path]:
    """Return the folders from the base pack to `root`, following `extends`."""
    if not (root / "pack.yaml").is_file():
        raise PackError(root, 0, messages.PACK_NONE)
    base = load(root / "pack.yaml").data.get("extends")
    if not base:
        return [root]
    known = root.parent / base
    return [*lineage(known if known.is_dir() else BUILT_IN / base), root]


class Layers:
    """The files of a pack and of those it extends: a later file's entries replace by key."""

    def __init__(self, folders: list[Path]) -> None:
        self._folders = folders
        self._loaded: dict[str, list[Source]] = {}

    def _sources(self, name: str) -> list[Source]:
        if name not in self._loaded:
            files = [folder / f"{name}.yaml" for folder in self._folders]
            self._loaded[name] = [load(file) for file in files if file.is_file()]
            if not self._loaded[name]:
                raise PackError(files[-1], 0, messages.PACK_FILE_MISSING)
        return self._loaded[name]

    def entries(self, name: str, kind: Any) -> dict[str, Any]:
        """Return the entries of all layers' `name`.yaml by key."""
        owners = {key: source for source in self._sources(name) for key in source.data}
        return {key: source.shape(kind, key) for key, source in owners.items()}

    def gathered(self, name: str, more: Path | None) -> dict[str, tuple[str, ...]]:
        """Return the lists of all layers' `name`.yaml, and of the file `more`, added up by key."""
        found: dict[str, tuple[str, ...]] = {}
        extra = [load(more)] if more and more.is_file() else []
        for source in [*self._sources(name), *extra]:
            for key in source.data:
                found[key] = (*found.get(key, ()), *source.shape(Several, key))
        return found

    def whole(self, name: str, kind: Any) -> Any:
        """Return `name`.yaml as one shape, top-level keys of later layers replacing."""
        sources = self._sources(name)
        merged = {key: value for source in sources for key, value in source.data.items()}
        merged.pop("extends", None)
        return Source(sources[-1].file, merged, sources[-1].lines).shape(kind)

    def forms(self) -> dict[Path, Source]:
        """Return the form files by name, a later layer's replacing one of the same name."""
        files = {file.name: file for folder in self._folders for file in sorted(folder.glob("forms/*.yaml"))}
        return {file: load(file) for file in files.values()}

    def last(self, name: str) -> Path:
        """Return the latest layer's file `name`."""
        files = [folder / name for folder in self._folders if (folder / name).is_file()]
        if not files:
            raise PackError(self._folders[-1] / name, 0, messages.PACK_FILE_MISSING)
        return files[-1]

    def error(self, name: str, message: str, *place: str) -> PackError:
        """Return an error at `place` in the layer of `name`.yaml that owns it."""
        sources = self._sources(name)
        owners = [source for source in sources if place and place[0] in source.data]
        return (owners or sources)[-1].error(message, *place)


def digest_of(folders: list[Path]) -> str:
    """Return a hash over the names and bytes of all pack files."""
    sums = hashlib.sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            sums.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            sums.update(file.read_bytes())
    return sums.hexdigest()[:16]
