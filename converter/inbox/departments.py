"""Sort the files of a submission into departments: by what the sheets say, then by folder, then by file name.

A folder may hold a department and its budget units: then only the department is reported on.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.errors import Failure, attempt
from converter.figures import Finding, Outcome, Severity
from converter.inbox.attribution import Attribution, department_named
from converter.inbox.filed_names import readable
from converter.inbox.folders import FiledFolder, folders_of, together
from converter.inbox.received import ReceivedFiles, UnusedFile
from converter.inbox.stray_names import without_stray_names
from converter.inbox.submissions import Submission
from converter.read import SUFFIXES, FiledFile, Filing, Reader


class Department(Struct, frozen=True):
    """A department's filings, the prose documents filed with them, and its budget units.

    `reports` are reports of ours among the documents, once somebody has looked for them, `checklists` are
    ours. `unused` are the files beside them that are not read, `failures` those that should be and can't;
    `findings` are about how it is named.
    """

    name: str
    filings: tuple[Filing, ...] = ()
    prose_files: tuple[FiledFile, ...] = ()
    budget_units: tuple["Department", ...] = ()
    unused: tuple[UnusedFile, ...] = ()
    failures: tuple[Failure, ...] = ()
    findings: tuple[Finding, ...] = ()
    reports: tuple[FiledFile, ...] = ()
    checklists: tuple[FiledFile, ...] = ()

    @property
    def files(self) -> dict[str, FiledFile]:
        """All files read for the department and its budget units, by name."""
        sources = (filing.source for filing in self.filings)
        own = {file.name: file for file in (*sources, *self.prose_files, *self.reports, *self.checklists)}
        for unit in self.budget_units:
            own |= unit.files
        return own


class SplitSubmission(Struct, frozen=True):
    """A submission by department. `failures` are all files that could not be read, `unused` those of no
    department that are not read.
    """

    departments: list[Department]
    failures: list[Failure]
    unused: list[UnusedFile]


def split_by_department(submission: Submission, reader: Reader, year: int = 0) -> SplitSubmission:
    """Return the departments found in a submission, and what became of all its other files.

    `year` is the one a report is asked for, 0 if none is: that of tables that nothing dates.
    """
    wholes = [_filed_in(part, reader, year) for part in submission.alone]
    folders = [
        (folder, _attributed(folder, part, reader))
        for part, whole in zip(submission.alone, wholes, strict=True)
        for folder in folders_of(part, whole, reader.scope_words)
    ]
    if submission.parts:
        folders = [(each, _attributed(each, submission, reader)) for each in together(folders)]
    departments: list[Department] = []
    unused: list[UnusedFile] = []
    unnamed: list[Failure] = []
    for folder, attribution in folders:
        nowhere = [_unnamed(filing) for filing in folder.filings if not attribution.name_of(filing)]
        unnamed += nowhere
        if found := _departments(folder, attribution, nowhere, reader.names_file):
            departments += found
        else:
            reason = messages.inventory.PROSE_UNATTACHED
            unused += [*(UnusedFile(file.name, reason) for file in folder.documents), *folder.unused]
    return SplitSubmission(
        departments, [*(each for whole in wholes for each in whole.failures), *unnamed], unused
    )


def _filed_in(submission: Submission, reader: Reader, year: int) -> FiledFolder:
    """Return what is in the files of a submission that is no more than one folder."""
    received = ReceivedFiles(submission.filed_files, reader.copy_names, reader.limits)
    filings, failures = _read(received, _around(submission), reader, year)
    failures = [*received.failures, *failures]
    return FiledFolder(
        submission.folder,
        filings,
        received.documents,
        received.unused,
        failures,
        checklists=received.checklists,
    )


def _attributed(folder: FiledFolder, submission: Submission, reader: Reader) -> Attribution:
    return Attribution(
        folder.filings, folder.name, _around(submission), reader.scope_words, reader.department_names
    )


def _around(submission: Submission) -> str:
    return readable(submission.root.absolute().name)


def _unnamed(filing: Filing) -> Failure:
    return Failure(filing.file, messages.identity.DEPARTMENT_NOWHERE.format(file=filing.file))


def _departments(
    folder: FiledFolder, attribution: Attribution, nowhere: Sequence[Failure], names_file: str
) -> list[Department]:
    """Return the departments whose filings are in a folder, the other files with those that they are for.

    `nowhere` are the workbooks that nothing names a department for.
    """
    filings_by_name: dict[str, list[Filing]] = {}
    for filing in folder.filings:
        if name := attribution.name_of(filing):
            filings_by_name.setdefault(name, []).append(filing)
    prose_by_name: dict[str, list[FiledFile]] = {}
    for file in folder.documents:
        name = department_named(file.path, list(filings_by_name))
        prose_by_name.setdefault(name, []).append(file)
    unclear = [UnusedFile(file.name, messages.inventory.WHOSE) for file in prose_by_name.get("", ())]
    departments = {
        name: Department(
            name,
            tuple(filings),
            tuple(prose_by_name.get(name, ())),
            findings=(
                *attribution.findings_about(name, filings, names_file),
                *_filed_in_several(name, folder.places.get(name, ())),
            ),
            checklists=tuple(folder.checklists),
        )
        for name, filings in filings_by_name.items()
    }
    parent = attribution.parent_of(filings_by_name) if folder.name else ""
    if parent:
        budget_units = tuple(department for name, department in departments.items() if name != parent)
        departments = {parent: replace(departments[parent], budget_units=budget_units)}
    return list(_with_others(departments, [*folder.unused, *unclear], [*folder.failures, *nowhere]))


def _filed_in_several(name: str, places: Sequence[str]) -> Iterator[Finding]:
    """Yield a note if a department's files lay in several places."""
    if len(places) > 1:
        yield Finding.worded(
            messages.identity.FOLDERS_TOGETHER,
            Severity.NOTE,
            Outcome.HOLDS,
            department=name,
            places=messages.phrases.AND.join(places),
        )


def _with_others(
    departments: dict[str, Department], unused: Sequence[UnusedFile], failures: Sequence[Failure]
) -> Iterator[Department]:
    """Yield the departments with the files that are not read: each is for the department its name mentions,
    for all if it mentions none.
    """
    names = list(departments)
    for name, department in departments.items():
        yield replace(
            department,
            unused=tuple(each for each in unused if mentioned(each.name, names) in (name, "")),
            failures=tuple(each for each in failures if mentioned(each.file, names) in (name, "")),
        )


def mentioned(file: str, names: Iterable[str]) -> str:
    """Return the department that a file's name or a folder above it mentions, '' if none."""
    return max((name for name in names if name in file), key=len, default="")


def split_loose_files(
    submission: Submission, departments: dict[Path, str], around: str = ""
) -> list[Submission]:
    """Return a submission for each department that loose files are for.

    `departments` are those that the files themselves name. A file that names none belongs to the department
    that its own name mentions, else to that of the folder `around` them. Otherwise a workbook stays alone,
    and other files stay together.
    """
    known = sorted(set(departments.values()) - {""})
    grouped: dict[str, list[Path]] = {}
    for path in submission.files:
        called = Path(readable(str(path)))
        alone = around or (called.stem if called.suffix.lower() in SUFFIXES else "")
        department = departments.get(path) or department_named(called, known) or alone
        grouped.setdefault(department, []).append(path)
    return [replace(submission, files=tuple(files), department=name) for name, files in grouped.items()]


def _read(
    received: ReceivedFiles, folder: str, reader: Reader, year: int
) -> tuple[list[Filing], list[Failure]]:
    """Return the filings in workbooks filed together, and the workbooks that could not be read.

    All are opened before any is extracted: what one says of its year may be the year of another.
    """
    opened = [attempt(file.name, partial(reader.open, file)) for file in received.workbooks]
    workbooks = [each for each in opened if not isinstance(each, Failure)]
    identities = reader.identify(workbooks, folder, year, received.of_words)
    read = [
        attempt(workbook.source.name, partial(reader.extract, workbook, identity))
        for workbook, identity in zip(workbooks, identities, strict=True)
    ]
    whole = without_stray_names([each for each in read if not isinstance(each, Failure)], reader.scope_words)
    filings = [part for each in whole for part in each.by_department()]
    return filings, [each for each in (*opened, *read) if isinstance(each, Failure)]
