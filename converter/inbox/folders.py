"""What was filed in one folder; a loose archive is one, or holds the folders of several departments."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from converter.errors import Failure
from converter.inbox.filed_names import is_archive
from converter.inbox.received import UnusedFile
from converter.inbox.submissions import Submission
from converter.read import FiledFile, Filing, ScopeWords


class FiledFolder(Struct, frozen=True):
    """The filings and other files of a folder; its `name` is '' for files that lie loose in the inbox."""

    name: str
    filings: list[Filing]
    documents: list[FiledFile]
    unused: list[UnusedFile]
    failures: list[Failure]

    @property
    def file_names(self) -> Iterator[str]:
        """The names of all files."""
        yield from (filing.file for filing in self.filings)
        yield from (file.name for file in self.documents)
        yield from (unused.name for unused in self.unused)
        yield from (failure.file for failure in self.failures)


def folders_of(submission: Submission, filed: FiledFolder, words: ScopeWords) -> list[FiledFolder]:
    """Return the folders that a submission's files are in: one, unless it is a loose archive with several
    folders whose tables name different departments.
    """
    if submission.folder or not (len(submission.files) == 1 and is_archive(submission.files[0])):
        return [filed]
    tops = dict.fromkeys(map(_top, filed.file_names))
    if "" in tops:
        return [_renamed(filed, submission.department)]
    folders = {top: _below(top, filed) for top in tops}
    return list(folders.values()) if _are_apart(folders, words) else [_renamed(filed, next(iter(tops), ""))]


def _are_apart(folders: Mapping[str, FiledFolder], words: ScopeWords) -> bool:
    """Whether the tables of each folder name departments that those of no other do."""
    stated = [{words.bare(filing.department) for filing in folder.filings} for folder in folders.values()]
    named = [names - {""} for names in stated]
    return all(one.isdisjoint(other) for one, other in combinations(named, 2)) and sum(map(bool, named)) > 1


def _top(file: str) -> str:
    """Return the uppermost folder in an archive that a file is in, '' if it is in none."""
    _, *folders = file.split("/")[:-1] or [""]
    return folders[0] if folders else ""


def _below(top: str, filed: FiledFolder) -> FiledFolder:
    return FiledFolder(
        top,
        [filing for filing in filed.filings if _top(filing.file) == top],
        [file for file in filed.documents if _top(file.name) == top],
        [unused for unused in filed.unused if _top(unused.name) == top],
        [failure for failure in filed.failures if _top(failure.file) == top],
    )


def _renamed(filed: FiledFolder, name: str) -> FiledFolder:
    return FiledFolder(name, filed.filings, filed.documents, filed.unused, filed.failures)
