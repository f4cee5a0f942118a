"""Find what lies in an inbox: one bundle of files a folder, loose files apart."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from converter import messages
from converter.read import SUFFIXES

_PROSE_SUFFIX = ".docx"
_PASSED_OVER = ("~$", ".", "~")  # lock files of open workbooks, hidden and temporary files


@dataclass(frozen=True, slots=True)
class Submission:
    """Files that were filed together: those of the folder `root`.

    `folder` is '' for files that lie loose in the inbox; `owner` is then the department they are for.
    """

    folder: str
    files: tuple[Path, ...]
    root: Path = Path()
    owner: str = ""

    @property
    def place(self) -> str:
        """What to call it to a person."""
        return self.folder or messages.filing.LOOSE

    @property
    def name(self) -> str:
        """What tells it from the other bundles of the inbox."""
        return self.folder or self.owner

    @property
    def names(self) -> tuple[str, ...]:
        """Where each file stands in the bundle."""
        return tuple(path.relative_to(self.root).as_posix() for path in self.files)


def submissions(inbox: Path, aside: Collection[Path] = ()) -> list[Submission]:
    """Return a bundle for every folder of the inbox and one for its loose files, in stable order.

    Files `aside` are the bureau's own and belong to no department.
    """
    found = []
    loose = tuple(sorted({path for path in inbox.iterdir() if _is_filed(path)}.difference(aside)))
    if loose:
        found.append(Submission("", loose, inbox))
    for folder in sorted(path for path in inbox.iterdir() if path.is_dir() and not path.name.startswith(".")):
        files = tuple(sorted(path for path in folder.rglob("*") if _is_filed(path)))
        if files:
            found.append(Submission(folder.name, files, folder))
    return found


def departments(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the paths of filed files by the folder of the inbox they are in, '' for loose ones; each path
    is below the inbox.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        folder = name.partition("/")[0] if "/" in name else ""
        if not folder.startswith(".") and _is_named_filed(Path(name)):
            found[folder] = (*found.get(folder, ()), name)
    return found


def loose_files(inbox: Path, names: Iterable[str], suffixes: Collection[str] = SUFFIXES) -> list[Path]:
    """Return the inbox's loose files whose name without suffix fits one of the patterns, in stable order."""
    return sorted(
        path
        for path in inbox.iterdir()
        if path.is_file()
        and path.suffix.lower() in suffixes
        and not path.name.startswith(_PASSED_OVER)
        and any(fnmatch(path.stem, name) for name in names)
    )


def is_prose(path: Path) -> bool:
    """Whether a file is a prose document rather than a workbook."""
    return path.suffix.lower() == _PROSE_SUFFIX


def _is_filed(path: Path) -> bool:
    """Whether to take a file; also one that is no regular file if it is named like a workbook, to say so."""
    if path.is_dir() or not _is_named_filed(path):
        return False
    return not is_prose(path) or path.is_file()


def _is_named_filed(path: Path) -> bool:
    return not path.name.startswith(_PASSED_OVER) and (path.suffix.lower() in SUFFIXES or is_prose(path))
