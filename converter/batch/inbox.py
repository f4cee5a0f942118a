"""Find what lies in an inbox: one bundle of files a folder, loose files apart."""

from dataclasses import dataclass
from pathlib import Path

from converter import messages
from converter.read import SUFFIXES

_PROSE_SUFFIX = ".docx"
_PASSED_OVER = ("~$", ".", "~")  # lock files of open workbooks, hidden and temporary files


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files that were filed together. `folder` is '' for files that lie loose in the inbox."""

    folder: str
    files: tuple[Path, ...]

    @property
    def place(self) -> str:
        """What to call it to a person."""
        return self.folder or messages.LOOSE


def bundles(inbox: Path) -> list[Bundle]:
    """Return a bundle for every folder of the inbox and one for its loose files, in stable order."""
    found = []
    loose = tuple(sorted(path for path in inbox.iterdir() if _is_filed(path)))
    if loose:
        found.append(Bundle("", loose))
    for folder in sorted(path for path in inbox.iterdir() if path.is_dir() and not path.name.startswith(".")):
        files = tuple(sorted(path for path in folder.rglob("*") if _is_filed(path)))
        if files:
            found.append(Bundle(folder.name, files))
    return found


def is_prose(path: Path) -> bool:
    """Whether a file is a prose document rather than a workbook."""
    return path.suffix.lower() == _PROSE_SUFFIX


def _is_filed(path: Path) -> bool:
    """Whether to take a file; also one that is no regular file if it is named like a workbook, to say so."""
    if path.name.startswith(_PASSED_OVER) or path.is_dir():
        return False
    return path.suffix.lower() in SUFFIXES or (is_prose(path) and path.is_file())
