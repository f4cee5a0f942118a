"""Sort a bundle's files into departments: by what the sheets say, then by folder, then by file name."""

from dataclasses import dataclass, field
from pathlib import Path

from converter.batch.inbox import PROSE_SUFFIX, Bundle
from converter.read import Filing, Reader, ReadError


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or department that could not be processed, in one Chinese line."""

    file: str
    message: str


@dataclass(slots=True)
class Case:
    """One department's filings, and the prose documents filed with them."""

    department: str
    filings: list[Filing] = field(default_factory=list)
    prose: list[Path] = field(default_factory=list)


def sort_out(bundle: Bundle, reader: Reader) -> tuple[list[Case], list[Failure]]:
    """Return the departments found in a bundle, and the files that could not be read."""
    filings, failures = [], []
    for path in bundle.files:
        if path.suffix.lower() == PROSE_SUFFIX:
            continue
        try:
            filings.append(reader.read(path, path.name))
        except ReadError as wrong:
            failures.append(Failure(path.name, str(wrong)))
    cases: dict[str, Case] = {}
    named = sorted({filing.department for filing in filings if filing.department})
    for filing in filings:
        department = filing.department or _unnamed(filing, named, bundle)
        cases.setdefault(department, Case(department)).filings.append(filing)
    _add_prose(bundle, cases)
    return list(cases.values()), failures


def _unnamed(filing: Filing, named: list[str], bundle: Bundle) -> str:
    """Return the department of a filing that names none."""
    if len(named) == 1:
        return named[0]
    return next((name for name in named if name in filing.path.stem), "") or bundle.folder or filing.path.stem


def _add_prose(bundle: Bundle, cases: dict[str, Case]) -> None:
    """Give each prose document to the department its name mentions, or to the only one there is."""
    for path in bundle.files:
        if path.suffix.lower() == PROSE_SUFFIX:
            owner = next((name for name in cases if name in path.stem), "")
            if owner or len(cases) == 1:
                cases[owner or next(iter(cases))].prose.append(path)
