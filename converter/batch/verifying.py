"""Check finished reports: one, or a folder of hundreds, against a folder of workbooks if there is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter import messages
from converter.batch.cases import sort_out
from converter.batch.guard import attempt
from converter.batch.inbox import bundles
from converter.batch.line import Line
from converter.batch.record import Failure
from converter.document import DocumentError
from converter.figures import Ledger
from converter.pack import load_pack
from converter.read import ReadError
from converter.read.office import OPENED_BY_OFFICE, PDF, as_docx
from converter.verify import Checked, Verifier

SUFFIXES = {".docx", *OPENED_BY_OFFICE, PDF}


@dataclass(frozen=True, slots=True)
class Verification:
    """What to check: files and folders of reports, by a pack, against the workbooks in `data`."""

    pack: Path
    reports: Sequence[Path]
    data: Path | None = None
    password: str = ""


def verify(job: Verification) -> Iterator[Checked | Failure]:
    """Yield what became of every report in turn. Before the first, PackError, or FileNotFoundError with a
    line that says what is not there.
    """
    found = reports(job.reports)
    if not found:
        raise FileNotFoundError(messages.REPORTS_NONE.format(places=messages.AND.join(map(str, job.reports))))
    if job.data and not job.data.is_dir():
        raise FileNotFoundError(messages.INBOX_NONE.format(path=job.data))
    pack = load_pack(job.pack, job.data)
    verifier = Verifier(pack)
    ledgers = _ledgers(job, Line(pack, job.password)) if job.data else {}
    for path in found:
        yield attempt(path.name, lambda path=path: _checked(verifier, path, ledgers))  # type: ignore[misc]


def reports(places: Sequence[Path]) -> list[Path]:
    """Return the reports in files and folders, in stable order, each once."""
    found = [path for place in places for path in (sorted(place.rglob("*")) if place.is_dir() else [place])]
    return [
        path for path in dict.fromkeys(found) if path.suffix.lower() in SUFFIXES and path.name[0] not in "~."
    ]


def _ledgers(job: Verification, line: Line) -> dict[str, Ledger]:
    """Return the judged ledger of every department in the folder of workbooks."""
    assert job.data is not None
    cases = [case for bundle in bundles(job.data) for case in sort_out(bundle, line.reader)[0]]
    return {case.department: line.judge(case).ledger for case in cases}


def _checked(verifier: Verifier, path: Path, ledgers: dict[str, Ledger]) -> Checked:
    """Return a report checked against the ledger of the department it names, the longest name first."""
    data = as_docx(path)
    try:
        opened = verifier.open(data)
    except DocumentError:
        raise ReadError(messages.REPORT_UNREADABLE.format(file=path.name)) from None
    named = (name for name in sorted(ledgers, key=len, reverse=True) if opened.names(name))
    return verifier.check(opened, path.name, ledgers.get(next(named, "")))
