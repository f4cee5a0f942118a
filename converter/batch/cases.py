"""Sort files into departments: by what the sheets say, then by folder, then by file name."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from converter.batch.guard import attempt
from converter.batch.inbox import Bundle, is_prose
from converter.batch.record import Failure
from converter.read import Filing, Reader


@dataclass(slots=True)
class Case:
    """One department's filings, and the prose documents filed with them."""

    department: str
    filings: list[Filing] = field(default_factory=list)
    prose: list[Path] = field(default_factory=list)


def sort_out(bundle: Bundle, reader: Reader) -> tuple[list[Case], list[Failure]]:
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
    cases: dict[str, Case] = {}
    named = sorted({filing.department for filing in filings if filing.department})
    for filing in filings:
        department = filing.department or _unnamed(filing.path, named, bundle)
        cases.setdefault(department, Case(department)).filings.append(filing)
    for path in filter(is_prose, bundle.files):
        if owner := _owner(path, list(cases)):
            cases[owner].prose.append(path)
    return list(cases.values()), failures


def regroup(bundle: Bundle, departments: dict[Path, str]) -> list[Bundle]:
    """Return a bundle for each department among files that lie loose; a file naming none stays alone."""
    named = sorted(set(departments.values()) - {""})
    grouped: dict[str, list[Path]] = {}
    for path in bundle.files:
        owner = departments.get(path) or _owner(path, named) or path.stem
        grouped.setdefault(owner, []).append(path)
    return [replace(bundle, files=tuple(files), owner=owner) for owner, files in grouped.items()]


def _unnamed(path: Path, named: list[str], bundle: Bundle) -> str:
    """Return the department of a filing that names none."""
    return _owner(path, named) or bundle.folder or path.stem


def _owner(path: Path, named: list[str]) -> str:
    """Return the department a file's name mentions, or the only one there is."""
    return next((name for name in named if name in path.stem), named[0] if len(named) == 1 else "")
