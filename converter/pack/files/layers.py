"""The files of a pack laid over those of the packs it extends."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

from converter import messages
from converter.pack.files.merging import REMOVE, laid_over, standing_alone
from converter.pack.files.stray_files import stray_files
from converter.pack.files.text import PackError
from converter.pack.files.validation import KeyPath
from converter.pack.files.yaml_data import YamlData, read_yaml, shown
from converter.pack.shapes.shape import TextList
from converter.pack.unknown import nearest

PACK_FILES = (
    "pack.yaml",
    "units.yaml",
    "names.yaml",
    "codes.yaml",
    "labels.yaml",
    "measures.yaml",
    "checks.yaml",
    "scorecard.yaml",
    "problems.yaml",
    "regions.yaml",
    "lists.yaml",
    "tables.yaml",
    "supplement.yaml",
    "prose.yaml",
    "words.yaml",
    "sentences.yaml",
    "style.yaml",
    "limits.yaml",
    "overview.yaml",
    "cases.yaml",
    "report.md",
)
BUILT_IN = Path(__file__).parents[2] / "packs"


def lineage(root: Path, extending: tuple[Path, ...] = ()) -> list[Path]:
    """Return the folders from the lowest pack to `root`, following `extends`.

    `extending` are the packs above `root`, none of which it may extend.
    """
    if not (root / "pack.yaml").is_file():
        raise PackError(root, 0, messages.packs.NO_PACK)
    stated = read_yaml(root / "pack.yaml")
    if not stated.data.get("extends"):
        return [root]
    if not isinstance(stated.data["extends"], str):
        raise stated.error(messages.packs.ONE_BASE, "extends")
    name, extending = stated.data["extends"], (*extending, root.resolve())
    found = packs_called(name, root.resolve())
    for folder in found:
        if folder not in extending:
            return [*lineage(folder, extending), root]
    raise stated.error(no_base(name, root.resolve(), found), "extends")


def packs_called(name: str, root: Path) -> list[Path]:
    """Return the folders of the packs that one in `root` may mean by a name, or by a path from itself."""
    folders = (root.parent / name, BUILT_IN / name, root / name)
    return [folder.resolve() for folder in folders if (folder / "pack.yaml").is_file()]


def no_base(name: str, root: Path, found: Sequence[Path] = ()) -> str:
    """Return why none of the packs `found` by a name can be extended."""
    if found:
        return messages.packs.EXTENDS_ITSELF if root in found else messages.packs.EXTENDS_IN_CIRCLE
    known = {file.parent.name for folder in (root.parent, BUILT_IN) for file in folder.glob("*/pack.yaml")}
    return messages.packs.NO_BASE.format(name=name) + nearest(name, known)


class Layers:
    """Reads the files of several packs as those of one: a later pack states its differences from the earlier.

    Files are named without their suffix. `shipped`: all the packs come with the program.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self.shipped = all(folder.parent == BUILT_IN for folder in folders)
        self._merged: dict[str, YamlData] = {}

    def shape(self, name: str, kind: Any) -> Any:
        """Return a file as a `kind`."""
        return self.data(name).shape(kind)

    def entries(self, name: str, kind: Any) -> dict[str, Any]:
        """Return the entries of a file, each as a `kind`, by key."""
        data = self.data(name)
        return {key: data.shape(kind, key) for key in data.data}

    def folder(self, name: str, kind: Any) -> dict[str, Any]:
        """Return the files of a folder, each as a `kind`, by name."""
        names = {file.stem for folder in self._folders for file in folder.glob(f"{name}/*.yaml")}
        return {file: self.shape(f"{name}/{file}", kind) for file in sorted(names)}

    def lists(self, name: str, more: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Return a file of lists by key: those of all packs and `more` are added up."""
        found: dict[str, tuple[str, ...]] = {}
        for layer in (*map(lists_in, self._layers(name)), more):
            for key, texts in layer.items():
                found[key] = (*found.get(key, ()), *texts)
        return found

    def files(self, file: str) -> list[Path]:
        """Return a file that is not YAML of every pack that has it, the lowest pack's first."""
        paths = [folder / file for folder in self._folders if (folder / file).is_file()]
        if not paths:
            raise PackError(self._folders[-1] / file, 0, messages.packs.NO_FILE)
        return paths

    def stray_files(self) -> Iterator[PackError]:
        """Yield an error for every file of a pack of one's own that no pack has."""
        for folder in self._folders:
            if folder.parent != BUILT_IN:
                yield from stray_files(folder, PACK_FILES)

    def error(self, name: str, message: str, *keys: str | int) -> PackError:
        """Return an error on an entry of a file, in the pack that states it."""
        data, own = self.data(name), self._folders[-1]
        is_inherited = own not in data.position(keys).file.parents
        return data.error(message + _of_base(name, data.called(keys)) * is_inherited, *keys)

    def packs_with(self, name: str) -> list[Path]:
        """Return the folders of the packs that have a file."""
        return [folder for folder in self._folders if (folder / f"{name}.yaml").is_file()]

    def own_files(self) -> list[str]:
        """Return the YAML files of the last pack."""
        root = self._folders[-1]
        return [path.relative_to(root).with_suffix("").as_posix() for path in sorted(root.rglob("*.yaml"))]

    def data(self, name: str) -> YamlData:
        """Return a file as data, that of each pack laid over that of the one before."""
        if name not in self._merged:
            lowest, *above = self._layers(name)
            self._merged[name] = reduce(laid_over, above, standing_alone(lowest))
        return self._merged[name]

    def _layers(self, name: str) -> list[YamlData]:
        files = {folder / f"{name}.yaml": folder.parent == BUILT_IN for folder in self._folders}
        found = [read_yaml(file, shipped=shipped) for file, shipped in files.items() if file.is_file()]
        if not found:
            raise PackError(self._folders[-1] / f"{name}.yaml", 0, messages.packs.NO_FILE)
        return found


def _of_base(file: str, keys: KeyPath) -> str:
    """Return the complaint that a fault is in what a pack inherits, and what to state over it."""
    removable = ""
    numbered = next((at for at, key in enumerate(keys) if isinstance(key, int)), len(keys))
    named = [at for at, key in enumerate(keys[:numbered], 1) if not str(key).isascii()]  # no key of a shape
    if named:
        *around, entry = keys[: named[-1]]
        stated = reduce(lambda inner, key: f"{key}: {{{inner}}}", reversed(around), f"{entry}: {REMOVE}")
        removable = messages.packs.OR_REMOVE.format(stated=stated)
    return messages.packs.OF_BASE.format(file=f"{file}.yaml", place=shown(keys), or_remove=removable)


def lists_in(data: YamlData) -> dict[str, tuple[str, ...]]:
    """Return the lists of texts that a file holds by key; PackError at what is none."""
    return {key: data.shape(TextList, key) for key in data.data}
