"""Packs that come with the program, and the code of their texts, compiled.

They are stored ready-made where Python stores its compiled modules, and as trusted as these. One counts while
the files it was made from are the same by their content, and the modules that made it by size and time of
change. Nothing is stored where Python is told not to, or may not.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import msgspec

Kind = TypeVar("Kind")
Code = dict[str, CodeType]
"""Code by the text that it was compiled from."""


class TextCompiler(Protocol):
    """Compiles texts of packs: with a library of some `version`, by the source in the file `module`."""

    version: str
    module: str

    def code(self, text: str) -> CodeType:
        """Return the code of a text."""


_MODULES = str(Path(__file__).parents[1])


class _Compiled(msgspec.Struct):
    """A pack, the folders it was made of, and what changes when it has to be made again."""

    folders: tuple[str, ...]
    fingerprint: str
    pack: msgspec.Raw


def digest_of(folders: Iterable[Path], more: bytes = b"") -> str:
    """Return a hash over the names and bytes of all files of these folders, and over `more`."""
    sums = hashlib.sha256()
    for folder in folders:
        for inside, file in _files_in(str(folder)):
            sums.update(f"{inside}\0".encode())
            with open(file, "rb", buffering=0) as opened:
                sums.update(opened.read())
    sums.update(more)
    return sums.hexdigest()[:16]


def _files_in(folder: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name of each file inside a folder, and its path, in a third of the time of Path.rglob."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except PermissionError:  # nor is it read
        return
    for entry in listed:
        if entry.is_dir(follow_symlinks=False):
            yield from _files_in(entry.path, f"{inside}{entry.name}/")
        elif entry.is_file():
            yield inside + entry.name, entry.path


def stored(root: Path, kind: type[Kind]) -> tuple[tuple[Path, ...], Kind] | None:
    """Return the folders a compiled pack was made of, and the pack; None if there is none that is current.

    What of it can be called is not stored: nothing stands for it.
    """
    place = _place(root)
    try:
        compiled = msgspec.json.decode(place.read_bytes() if place else b"", type=_Compiled)
        folders = tuple(map(Path, compiled.folders))
        if compiled.fingerprint != _fingerprint(folders):
            return None
        return folders, msgspec.json.decode(compiled.pack, type=kind, dec_hook=_taken)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def store(root: Path, folders: tuple[Path, ...], pack: Any) -> None:
    """Store the pack of a folder that was made of some `folders`, as far as that is possible."""
    place = _place(root)
    if place is None or sys.dont_write_bytecode:
        return
    content = msgspec.Raw(msgspec.json.encode(pack, enc_hook=_written))
    compiled = _Compiled(tuple(map(str, folders)), _fingerprint(folders), content)
    _write_whole(place, msgspec.json.encode(compiled))


def stored_code(pack: str, texts: Sequence[str], compiler: TextCompiler) -> Code:
    """Return the code of a pack's texts: stored already, or made now and stored.

    It counts while the texts are the same, and what compiles them. {} where nothing may be stored: to make it
    all takes longer than to make what is needed.
    """
    place = _place(Path(pack), ".code")
    sums = hashlib.sha256("\0".join((sys.version, compiler.version, *texts)).encode())
    with suppress(OSError, ValueError, EOFError, TypeError):
        sums.update(Path(compiler.module).read_bytes())
        data = place.read_bytes() if place else b""
        if data.startswith(sums.digest()):
            code: Code = marshal.loads(data[sums.digest_size :])
            return code
    if place is None or sys.dont_write_bytecode:
        return {}
    code = {text: compiler.code(text) for text in texts}
    _write_whole(place, sums.digest() + marshal.dumps(code))
    return code


def _write_whole(place: Path, content: bytes) -> None:
    """Write a file whole or, if that is not possible, not at all."""
    unfinished = place.with_name(f"{place.name}.{uuid4().hex}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_bytes(content)
            unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)


def _place(root: Path, suffix: str = ".json") -> Path | None:
    """Return where a pack is stored; None where Python stores no modules, as of a program in one file."""
    return Path(__spec__.cached).with_name(f"{root.name}{suffix}") if __spec__.cached else None


def _fingerprint(folders: Iterable[Path]) -> str:
    sums = hashlib.sha256(digest_of(folders).encode())
    for _, module in _files_in(_MODULES):
        if module.endswith(".py"):
            about = os.stat(module)
            sums.update(f"{module}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return sums.hexdigest()


def _written(value: Any) -> str:
    return str(value) if isinstance(value, Path) else ""


def _taken(kind: Any, written: str) -> Any:
    return Path(written) if kind is Path else _nothing


def _nothing() -> None:
    return None
