"""A folder that may be on another machine: its files by their paths below it."""

from collections.abc import Iterable
from pathlib import Path

from converter.batch.outbox import Outbox


class PlaceError(Exception):
    """A folder that can't be reached: why, in the words of who refused."""


class Place:
    """A folder given by an address such as `s3://bucket/inbox`, or by a path."""

    def __init__(self, address: str) -> None:
        import fsspec

        try:
            self._files, root = fsspec.url_to_fs(address)
        except (ValueError, ImportError, OSError) as wrong:
            raise PlaceError(str(wrong)) from None
        self._root = root.rstrip("/")
        self._local = "file" in self._files.protocol

    def names(self, below: str = "") -> list[str]:
        """Return every file below a folder of this one, in stable order; none if it is not there."""
        # what other machines wrote since must be seen
        self._files.invalidate_cache()
        try:
            found = self._files.find(self._path(below) if below else self._root)
        except OSError as wrong:
            raise PlaceError(str(wrong)) from None
        return sorted(self._below(path) for path in found if not path.endswith("/"))

    def top(self, folder: str = "") -> list[str]:
        """Return the files in a folder of this one, but not deeper; nothing if it is not there."""
        self._files.invalidate_cache()
        try:
            found = self._files.ls(self._path(folder).rstrip("/"), detail=True)
        except FileNotFoundError:
            return []
        return sorted(self._below(each["name"]) for each in found if each["type"] == "file")

    def get(self, names: Iterable[str], folder: Path) -> None:
        """Fetch files into a local folder; OSError if one is not there."""
        for name in names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(self._files.cat_file(self._path(name)))

    def put(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""
        if self._local:
            Outbox(Path(self._root)).overwrite(name, data)
        else:
            self._files.pipe_file(self._path(name), data)

    def remove(self, name: str) -> None:
        """Remove a file that may be gone already."""
        if self._files.exists(self._path(name)):
            self._files.rm_file(self._path(name))

    @property
    def address(self) -> str:
        """Its address in full, the same wherever a program was started."""
        return str(self._files.unstrip_protocol(self._root))

    def _below(self, path: str) -> str:
        return path[len(self._root) + 1 :]

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"
