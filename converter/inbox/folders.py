"""What was filed in one folder; a loose archive is one, or holds the folders of several departments."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct, field
from msgspec.structs import replace

from converter import messages
from converter.errors import Failure
from converter.inbox.attribution import Attribution
from converter.inbox.filed_names import is_archive
from converter.inbox.received import UnusedFile
from converter.inbox.submissions import Submission
from converter.read import FiledFile, Filing, ScopeWords


class FiledFolder(Struct, frozen=True):
    """The filings and other files of a folder; its `name` is '' for files that lie loose in the inbox.

    Of several folders taken together, `places` tells for each department in which of them its files lay.
    """

    name: str
    filings: list[Filing]
    documents: list[FiledFile]
    unused: list[UnusedFile]
    failures: list[Failure]
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    checklists: list[FiledFile] = field(default_factory=list)

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


def together(folders: Sequence[tuple[FiledFolder, Attribution]]) -> list[FiledFolder]:
    """Return folders with those taken together whose files are for the same department."""
    found: list[FiledFolder] = []
    for folder, attribution in folders:
        names = dict.fromkeys(filter(None, map(attribution.name_of, folder.filings)))
        shown = folder.name or messages.filing.LOOSE
        one = replace(folder, places=dict.fromkeys(names, (shown,)))
        for other in [other for other in found if not names.keys().isdisjoint(other.places)]:
            found.remove(other)
            one = _joined(other, one)
        found.append(one)
    return found


def _joined(first: FiledFolder, second: FiledFolder) -> FiledFolder:
    names = dict.fromkeys((*first.places, *second.places))
    return FiledFolder(
        first.name or second.name,
        [*first.filings, *second.filings],
        [*first.documents, *second.documents],
        [*first.unused, *second.unused],
        [*first.failures, *second.failures],
        {name: (*first.places.get(name, ()), *second.places.get(name, ())) for name in names},
        [*first.checklists, *second.checklists],
    )


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
