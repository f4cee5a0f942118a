"""The files of a pack and of those it extends."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from converter import messages
from converter.pack.shape import TextList
from converter.pack.yaml_data import PackError, YamlData, read_yaml

BUILT_IN = Path(__file__).parent.parent / "packs"


def lineage(root: Path, below: tuple[Path, ...] = ()) -> list[Path]:
    """Return the folders from the base pack to `root`, following `extends`."""
    if not (root / "pack.yaml").is_file():
        raise PackError(root, 0, messages.packs.PACK_NONE)
    source = read_yaml(root / "pack.yaml")
    if not source.data.get("extends"):
        return [root]
    base, known = source.shape(str, "extends"), (*below, root.resolve())
    for folder in (root.resolve().parent / base, BUILT_IN / base):
        if (folder / "pack.yaml").is_file() and folder not in known:
            return [*lineage(folder, known), root]
    raise source.error(messages.packs.PACK_BASE_NONE.format(name=base), "extends")


class Layers:
    """The files of a pack laid over those of the packs it extends: mappings key by key."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._loaded: dict[str, YamlData] = {}

    def _source(self, name: str) -> YamlData:
        if name not in self._loaded:
            self._loaded[name] = reduce(lambda base, own: own.over(base), self._each(name))
        return self._loaded[name]

    def _each(self, name: str) -> list[YamlData]:
        files = [folder / f"{name}.yaml" for folder in self._folders]
        found = [read_yaml(file) for file in files if file.is_file()]
        if not found:
            raise PackError(files[-1], 0, messages.packs.PACK_FILE_MISSING)
        return found

    def entries(self, name: str, kind: Any) -> dict[str, Any]:
        """Return the entries of `name`.yaml by key."""
        source = self._source(name)
        return {key: source.shape(kind, key) for key in source.data}

    def gathered(self, name: str, more: Path | None) -> dict[str, tuple[str, ...]]:
        """Return the lists of all layers' `name`.yaml, and of the file `more`, added up by key."""
        found: dict[str, tuple[str, ...]] = {}
        extra = [read_yaml(more)] if more and more.is_file() else []
        for source in [*self._each(name), *extra]:
            for key in source.data:
                found[key] = (*found.get(key, ()), *source.shape(TextList, key))
        return found

    def whole(self, name: str, kind: Any) -> Any:
        """Return `name`.yaml as one shape."""
        return self._source(name).shape(kind)

    def folder(self, name: str, kind: Any) -> dict[str, Any]:
        """Return every file of the folder `name` as a shape, by the file's name."""
        names = {file.stem for folder in self._folders for file in folder.glob(f"{name}/*.yaml")}
        return {each: self.whole(f"{name}/{each}", kind) for each in sorted(names)}

    def last(self, name: str) -> Path:
        """Return the latest layer's file `name`."""
        files = [folder / name for folder in self._folders if (folder / name).is_file()]
        if not files:
            raise PackError(self._folders[-1] / name, 0, messages.packs.PACK_FILE_MISSING)
        return files[-1]

    def error(self, name: str, message: str, *place: str | int) -> PackError:
        """Return an error at `place` in the layer of `name`.yaml that owns it."""
        return self._source(name).error(message, *place)


def digest_of(folders: Iterable[Path], more: Path | None = None) -> str:
    """Return a hash over the names and bytes of all pack files, and of the file `more` if it is there."""
    sums = hashlib.sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            sums.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            sums.update(file.read_bytes())
    if more and more.is_file():
        sums.update(more.read_bytes())
    return sums.hexdigest()[:16]
