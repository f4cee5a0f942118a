"""What is in a folder of an inbox: nothing that the system refuses to show is passed over."""

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct, field

from converter.errors import ReadError, reading
from converter.inbox.filed_names import is_filed, readable
from converter.read import FiledFile


class FolderFiles(Struct):
    """The filed files below a folder, in stable order, whatever kind they are: pipes and links to nothing are
    reported later. `refused` are the folders that can't be looked into: a Chinese line each.
    """

    files: list[Path] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def list_folder(folder: Path, ignored: Collection[Path] = ()) -> list[Path]:
    """Return what people filed in a folder, in stable order, but not deeper; ReadError if it is refused."""
    with reading(readable(str(folder))):
        return sorted(path for path in folder.iterdir() if _is_filed(path) and path not in ignored)


def walk(top: Path, ignored: Collection[Path] = ()) -> FolderFiles:
    """Return what is below a folder except what is `ignored`. A link to a folder is not followed, and counts
    as a file.
    """
    seen, folders = FolderFiles(), [top]
    while folders:
        folder = folders.pop()
        name = readable(folder.relative_to(top.parent).as_posix())
        try:
            with reading(name):
                paths = list_folder(folder, ignored)
                inner = {path for path in paths if path.is_dir() and not path.is_symlink()}
        except ReadError as refusal:
            seen.refused.append(str(refusal))
        else:
            seen.files += (path for path in paths if path not in inner)
            folders += inner
    seen.files.sort()
    seen.refused.sort()
    return seen


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; so it is taken if the system refuses to tell: then `walk` says why."""
    try:
        return path.is_dir()
    except OSError:
        return True


def is_regular(path: Path) -> bool:
    """Whether a path is a file that can be opened without waiting; not if the system refuses to tell."""
    try:
        return path.is_file()
    except OSError:
        return False


def filed_file(path: Path, name: str = "") -> FiledFile:
    """Return a file under a name, else its own, also if the system's own name of it is no text."""
    called = Path(readable(str(path)))
    return FiledFile(called, name or called.name, on_disk=None if called == path else path)


def _is_filed(path: Path) -> bool:
    """Whether a person filed what is there: programs leave files that begin with ~, but no folders."""
    return is_filed(path.name) or (is_filed(f"{path.name}/_") and is_folder(path))
