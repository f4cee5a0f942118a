"""Find the submissions of an inbox: one a folder, and one of the loose files."""

from collections.abc import Collection, Iterable
from fnmatch import fnmatch
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.read import SUFFIXES, FiledFile

_PROSE_SUFFIX = ".docx"
_IGNORED_PREFIXES = ("~$", ".", "~")  # lock files of open workbooks, hidden and temporary files


class Submission(Struct, frozen=True):
    """Files that were filed together: those of the folder `root`.

    `folder` is its name, '' for files that lie loose in the inbox; `department` is the one that loose files
    are for, '' as long as that is not known.
    """

    folder: str
    files: tuple[Path, ...]
    root: Path = Path()
    department: str = ""

    @property
    def place(self) -> str:
        """Where it lies, as people call it."""
        return self.folder or messages.filing.LOOSE

    @property
    def name(self) -> str:
        """What distinguishes it from the other submissions of the inbox."""
        return self.folder or self.department

    @property
    def filed_files(self) -> tuple[FiledFile, ...]:
        """The files, under their names."""
        return tuple(map(FiledFile, self.files, self.file_names))

    @property
    def file_names(self) -> tuple[str, ...]:
        """The path of each file below the root; the mere name of one that lies elsewhere."""
        return tuple(
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
            for path in self.files
        )


def submissions(inbox: Path, ignored: Collection[Path] = ()) -> list[Submission]:
    """Return a submission for every folder of the inbox and one for its loose files, in stable order.

    The files `ignored` are the bureau's own and belong to no department.
    """
    found = []
    loose = tuple(sorted({path for path in inbox.iterdir() if _is_filed(path)}.difference(ignored)))
    if loose:
        found.append(Submission("", loose, inbox))
    for folder in sorted(path for path in inbox.iterdir() if path.is_dir() and not path.name.startswith(".")):
        files = tuple(sorted(path for path in folder.rglob("*") if _is_filed(path)))
        if files:
            found.append(Submission(folder.name, files, folder))
    return found


def files_by_folder(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return those paths below an inbox that are filed files, by the folder of the inbox they are in ('' for
    loose files).
    """
    found: dict[str, tuple[str, ...]] = {}
    for path in paths:
        folder = path.partition("/")[0] if "/" in path else ""
        if not folder.startswith(".") and _is_named_like_a_filing(Path(path)):
            found[folder] = (*found.get(folder, ()), path)
    return found


def loose_files(inbox: Path, names: Iterable[str], suffixes: Collection[str] = SUFFIXES) -> list[Path]:
    """Return the inbox's loose files whose name without suffix fits one of the patterns, in stable order."""
    return sorted(
        path
        for path in inbox.iterdir()
        if path.is_file()
        and path.suffix.lower() in suffixes
        and not path.name.startswith(_IGNORED_PREFIXES)
        and any(fnmatch(path.stem, name) for name in names)
    )


def is_prose(path: Path) -> bool:
    """Whether a file is a prose document rather than a workbook."""
    return path.suffix.lower() == _PROSE_SUFFIX


def _is_filed(path: Path) -> bool:
    """Whether a path is a filed file; one named like a workbook is, even if it is no regular file, so that it
    is reported.
    """
    if path.is_dir() or not _is_named_like_a_filing(path):
        return False
    return not is_prose(path) or path.is_file()


def _is_named_like_a_filing(path: Path) -> bool:
    return not path.name.startswith(_IGNORED_PREFIXES) and (path.suffix.lower() in SUFFIXES or is_prose(path))
