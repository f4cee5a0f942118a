"""Sort files into departments: by what the sheets say, then by folder, then by file name.

Within a folder a department may lie beside its units: then it alone is reported on.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.errors import Failure, attempt
from converter.inbox.inbox import Submission, is_prose
from converter.inbox.owners import Owners, owner_of
from converter.read import Filing, Reader


@dataclass(slots=True)
class Department:
    """One department's filings, the prose documents filed with them, and the cases of its units."""

    department: str
    filings: list[Filing] = field(default_factory=list)
    prose: list[Path] = field(default_factory=list)
    units: list["Department"] = field(default_factory=list)

    @property
    def files(self) -> set[Path]:
        """All files of the department and its units."""
        own = {filing.path for filing in self.filings} | {*self.prose}
        return own.union(*(unit.files for unit in self.units))


def sort_out(bundle: Submission, reader: Reader) -> tuple[list[Department], list[Failure]]:
    """Return the departments found in a bundle, and the files that could not be read."""
    filings: list[Filing] = []
    failures: list[Failure] = []
    for path in bundle.files:
        if not is_prose(path):
            read = attempt(path.name, lambda path=path: reader.read(path, path.name))  # type: ignore[misc]
            if isinstance(read, Failure):
                failures.append(read)
            else:
                filings += read.by_department()
    cases: dict[str, Department] = {}
    bodies = Owners(filings, bundle, reader.calibers)
    for filing in filings:
        name = bodies.name(filing)
        cases.setdefault(name, Department(name)).filings.append(filing)
    for path in filter(is_prose, bundle.files):
        if owner := owner_of(path, list(cases)):
            cases[owner].prose.append(path)
    whole = bodies.whole({name: case.filings for name, case in cases.items()}) if bundle.folder else ""
    if whole:
        cases[whole].units = [case for name, case in cases.items() if name != whole]
    return [cases[whole]] if whole else list(cases.values()), failures


def regroup(bundle: Submission, departments: dict[Path, str]) -> list[Submission]:
    """Return a bundle for each department among files that lie loose; a file naming none stays alone."""
    named = sorted(set(departments.values()) - {""})
    grouped: dict[str, list[Path]] = {}
    for path in bundle.files:
        owner = departments.get(path) or owner_of(path, named) or path.stem
        grouped.setdefault(owner, []).append(path)
    return [replace(bundle, files=tuple(files), owner=owner) for owner, files in grouped.items()]
