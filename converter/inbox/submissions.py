"""Find the submissions of an inbox: one a folder, and one of the loose files."""

from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.inbox.filed_names import is_archive, is_filed, readable
from converter.inbox.walking import filed_file, is_folder, is_regular, list_folder, walk
from converter.read import SUFFIXES, FiledFile


class Submission(Struct, frozen=True):
    """Files that were filed together: those of the folder `root`.

    `folder` is its name, '' for files that lie loose in the inbox; `department` is the one that loose files
    are for, or a loose archive is named after, '' as long as that is not known. `unseen` are folders in it
    that can't be looked into: a Chinese line each. Where several are for one department they are the `parts`
    of one submission, which has the folder of the first; names of files then begin with `prefix`.
    """

    folder: str
    files: tuple[Path, ...]
    root: Path = Path()
    department: str = ""
    unseen: tuple[str, ...] = ()
    parts: tuple["Submission", ...] = ()
    prefix: str = ""

    @property
    def place(self) -> str:
        """Where it lies, as people call it."""
        if self.parts:
            return messages.phrases.AND.join(part.place for part in self.parts)
        return self.folder or messages.filing.LOOSE

    @property
    def name(self) -> str:
        """What distinguishes it from the other submissions of the inbox."""
        if self.parts:
            return messages.phrases.AND.join(part.name for part in self.parts)
        return self.folder or self.department or messages.filing.LOOSE

    @property
    def alone(self) -> tuple["Submission", ...]:
        """What was filed together, each place by itself."""
        return self.parts or (self,)

    @property
    def filed_files(self) -> tuple[FiledFile, ...]:
        """The files, under their names."""
        return tuple(map(filed_file, self.files, self.file_names))

    @property
    def file_names(self) -> tuple[str, ...]:
        """The path of each file below the root; the mere name of one that lies elsewhere."""
        if self.parts:
            return tuple(name for part in self.parts for name in part.file_names)
        names = (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name
            for path in self.files
        )
        return tuple(self.prefix + readable(name) for name in names)


def submissions(inbox: Path, ignored: Collection[Path] = ()) -> list[Submission]:
    """Return a submission for every folder of the inbox, one for every loose archive without an unpacked
    folder beside it, and one for the other loose files, in stable order; ReadError if the inbox can't be
    looked into.

    What is `ignored` belongs to no department: the bureau's own files, an outbox within the inbox.
    """
    top = list_folder(inbox, ignored)
    folders = [path for path in top if is_folder(path)]
    loose = [path for path in top if path not in folders]
    archives = [path for path in loose if is_archive(path)]
    found = []
    if others := tuple(path for path in loose if not is_archive(path)):
        found.append(Submission("", others, inbox))
    for folder in folders:
        seen = walk(folder, ignored)
        beside = [archive for archive in archives if archive.stem == folder.name]
        if seen.files or seen.refused or beside:
            found.append(
                Submission(readable(folder.name), (*seen.files, *beside), folder, unseen=tuple(seen.refused))
            )
    names = {folder.name for folder in folders}
    alone = (archive for archive in archives if archive.stem not in names)
    return [*found, *(Submission("", (archive,), inbox, readable(archive.stem)) for archive in alone)]


def joined(several: Sequence[Submission]) -> Submission:
    """Return submissions for one department as one."""
    parts = tuple(
        replace(part, prefix=f"{part.folder}/" if part.folder else "")
        for each in several
        for part in each.alone
    )
    return replace(
        parts[0],
        prefix="",
        files=tuple(path for part in parts for path in part.files),
        unseen=tuple(line for part in parts for line in part.unseen),
        parts=parts,
    )


def files_by_folder(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return those paths below an inbox that are filed files, by the folder of the inbox they belong to: ''
    for loose files.
    """
    filed = list(filter(is_filed, paths))
    found: dict[str, tuple[str, ...]] = {path.partition("/")[0]: () for path in filed if "/" in path}
    for path in filed:
        folder, below, _ = path.partition("/")
        if not below:
            unpacked = is_archive(Path(path)) and Path(path).stem in found
            folder = Path(path).stem if unpacked else ""
        found[folder] = (*found.get(folder, ()), path)
    return found


def loose_files(inbox: Path, names: Iterable[str], suffixes: Collection[str] = SUFFIXES) -> list[Path]:
    """Return the inbox's loose files whose name without suffix fits one of the patterns, in stable order."""
    return [
        path
        for path in list_folder(inbox)
        if path.suffix.lower() in suffixes
        and any(fnmatch(path.stem, name) for name in names)
        and is_regular(path)
    ]
