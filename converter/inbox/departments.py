"""Sort the files of a submission into departments: by what the sheets say, then by folder, then by file name.

A folder may hold a department and its budget units: then only the department is reported on.
"""

from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import Failure, attempt
from converter.inbox.attribution import Attribution, department_named
from converter.inbox.submissions import Submission, is_prose
from converter.read import FiledFile, Filing, Reader


class Department(Struct, frozen=True):
    """A department's filings, the prose documents filed with them, and its budget units.

    `failures` are the files beside them that could not be read.
    """

    name: str
    filings: tuple[Filing, ...] = ()
    prose_files: tuple[FiledFile, ...] = ()
    budget_units: tuple["Department", ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def files(self) -> dict[str, FiledFile]:
        """All files of the department and its budget units, by name."""
        own = {file.name: file for file in (*(filing.source for filing in self.filings), *self.prose_files)}
        for unit in self.budget_units:
            own |= unit.files
        return own


def split_by_department(
    submission: Submission, reader: Reader, year: int = 0
) -> tuple[list[Department], list[Failure]]:
    """Return the departments found in a submission, and the files that could not be read.

    `year` is the one a report is asked for, 0 if none is: that of tables that nothing dates.
    """
    filings, failures = _read(submission, reader, year)
    attribution = Attribution(filings, submission, reader.scope_words)
    filings_by_name: dict[str, list[Filing]] = {}
    for filing in filings:
        filings_by_name.setdefault(attribution.name_of(filing), []).append(filing)
    prose_by_name: dict[str, list[FiledFile]] = {}
    for file in submission.filed_files:
        if is_prose(file.path):
            name = department_named(file.path, list(filings_by_name))
            prose_by_name.setdefault(name, []).append(file)
    departments = {
        name: Department(name, tuple(filings), tuple(prose_by_name.get(name, ())), failures=tuple(failures))
        for name, filings in filings_by_name.items()
    }
    parent = attribution.parent_of(filings_by_name) if submission.folder else ""
    if not parent:
        return list(departments.values()), failures
    budget_units = tuple(department for name, department in departments.items() if name != parent)
    return [replace(departments[parent], budget_units=budget_units)], failures


def split_loose_files(submission: Submission, departments: dict[Path, str]) -> list[Submission]:
    """Return a submission for each department that loose files are for.

    `departments` are those that the files themselves name. A file that names none belongs to the one its own
    name mentions, else it stays alone.
    """
    known = sorted(set(departments.values()) - {""})
    grouped: dict[str, list[Path]] = {}
    for path in submission.files:
        department = departments.get(path) or department_named(path, known) or path.stem
        grouped.setdefault(department, []).append(path)
    return [replace(submission, files=tuple(files), department=name) for name, files in grouped.items()]


def _read(submission: Submission, reader: Reader, year: int) -> tuple[list[Filing], list[Failure]]:
    """Return the filings in the workbooks of a submission, and the workbooks that could not be read.

    All are opened before any is extracted: what one says of its year may be the year of another.
    """
    files = [file for file in submission.filed_files if not is_prose(file.path)]
    opened = [attempt(file.name, partial(reader.open, file)) for file in files]
    workbooks = [each for each in opened if not isinstance(each, Failure)]
    identities = reader.identify(workbooks, submission.root.absolute().name, year)
    read = [
        attempt(workbook.source.name, partial(reader.extract, workbook, identity))
        for workbook, identity in zip(workbooks, identities, strict=True)
    ]
    filings = [part for each in read if not isinstance(each, Failure) for part in each.by_department()]
    return filings, [each for each in (*opened, *read) if isinstance(each, Failure)]
