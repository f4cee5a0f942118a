"""Run the line for every department of an inbox, in as many processes as asked for."""

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from converter import messages
from converter.batch.cases import Case, regroup, sort_out
from converter.batch.guard import attempt
from converter.batch.inbox import Bundle, bundles, is_prose, loose_files
from converter.batch.line import Judged, Line
from converter.batch.listing import listing
from converter.batch.outbox import Outbox, safe_name
from converter.batch.pool import in_processes
from converter.batch.record import Failure, Record, Stored
from converter.figures import Figure, Ledger, plain
from converter.narrative import Report
from converter.pack import Limits, load_pack

FEWER_COLLECTIONS = 50_000  # a department makes some ten thousand records, nearly all without circles


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every department: with no `outbox`, judge only. `password` opens files that need it."""

    pack: Path
    inbox: Path
    outbox: Path | None = None
    year: int = 0
    password: str = ""


class Worker:
    """Does a job's departments one after the other; made once per process. PackError if the pack is wrong."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._pack = load_pack(job.pack, job.inbox)
        self.line = Line(self._pack, job.password)
        gc.freeze()  # the pack and what was compiled from it stay; no use in looking through them again
        gc.set_threshold(FEWER_COLLECTIONS)

    @property
    def limits(self) -> Limits:
        """The limits of the pack."""
        return self._pack.limits

    @property
    def aside(self) -> list[Path]:
        """The bureau's own files in the inbox: its list of departments, and its totals."""
        about = self._pack.overview
        return loose_files(self.job.inbox, (*about.roster.files, *about.bureau_files))

    def department_of(self, path: Path) -> str:
        """Return the department a file says it is for, '' if it says none or can't be read."""
        read = attempt(path.name, lambda: self.line.reader.read(path, path.name).department)
        return "" if isinstance(read, Failure) else read

    def work(self, bundle: Bundle) -> list[Record | Failure]:
        """Return what became of every department in a bundle, and of every file that could not be read."""
        cases, failures = sort_out(bundle, self.line.reader)
        done = (attempt(case.department, lambda case=case: self._do(case, bundle.place)) for case in cases)  # type: ignore[misc]
        return [
            replace(each, place=bundle.place) if isinstance(each, Failure) else each
            for each in (*failures, *done)
        ]

    def _do(self, case: Case, place: str) -> Record:
        judged = self.line.judge(case, self.job.year)
        report = self.line.tell(judged)
        outputs = self._write(judged, report) if self.job.outbox else ()
        ledger, result = judged.ledger, judged.judgement.result
        return Record(
            department=ledger.department,
            year=ledger.year,
            place=place,
            findings=judged.findings,
            missing=report.missing,
            figures=tuple(_all_figures(ledger)),
            score="" if result.total is None else plain(result.total),
            grade=result.grade,
            outputs=outputs,
        )

    def _write(self, judged: Judged, report: Report) -> tuple[Stored, ...]:
        """Write the report, marked as pending while there are errors, and the list of what is to be done."""
        assert self.job.outbox is not None
        outbox, meta = Outbox(self.job.outbox), self._pack.meta
        folder = safe_name(judged.ledger.department)
        final = meta.report.format(year=judged.ledger.year, department=folder)
        name, other = f"{final}.docx", f"{final}{meta.pending}.docx"
        if judged.has_errors:
            name, other = other, name
        return (
            outbox.put(folder, name, self.line.write(report), instead_of=other),
            outbox.put(folder, messages.LIST_FILE, listing(judged, report.missing)),
        )


def _all_figures(ledger: Ledger) -> Iterator[Figure]:
    """Yield every figure that was read or computed, detail lines included."""
    yield from ledger.figures.values()
    for lines in ledger.lines.values():
        for line in lines:
            yield from line.figures.values()


_worker: Worker | None = None


def _start(job: Job) -> None:
    """Make this process's worker; a forked process has its parent's already."""
    global _worker
    if _worker is None or _worker.job is not job:
        _worker = Worker(job)


def _ready() -> Worker:
    assert _worker is not None
    return _worker


def _step(bundle: Bundle) -> list[Record | Failure]:
    return _ready().work(bundle)


def _named(path: Path) -> str:
    return _ready().department_of(path)


def run(job: Job, jobs: int = 0) -> Iterator[tuple[int, list[Record | Failure]]]:
    """Yield the number of bundles, then for each in turn what became of it. PackError before the first.

    `jobs` 0: one process a processor; 1: this process alone, without limits of time and memory.
    """
    _start(job)
    count = jobs or os.cpu_count() or 1
    aside = _ready().aside
    found = [each for bundle in bundles(job.inbox, aside) for each in _by_department(bundle, count)]
    yield len(found), []
    folders: dict[tuple[str, int], str] = {}
    tasks = [(bundle.folder or bundle.files[0].name, bundle) for bundle in found]
    for several in _each(_step, tasks, count):
        results = [several] if isinstance(several, Failure) else several
        yield 1, [_once(each, folders) for each in results]


def _by_department(bundle: Bundle, count: int) -> list[Bundle]:
    """Return a folder as it is, loose files grouped by the department they name."""
    if bundle.folder:
        return [bundle]
    tables = [path for path in bundle.files if not is_prose(path)]
    named = _each(_named, [(path.name, path) for path in tables], count)
    return regroup(
        bundle, {path: name for path, name in zip(tables, named, strict=True) if isinstance(name, str)}
    )


def _each(work: Any, tasks: list[tuple[str, Any]], count: int) -> Iterator[Any]:
    """Yield the result of every task in order, in this process or in several."""
    if count == 1:
        return (work(task) for _, task in tasks)
    worker = _ready()
    return in_processes(work, tasks, min(count, len(tasks)), worker.limits, _start, worker.job)


def _once(each: Record | Failure, folders: dict[tuple[str, int], str]) -> Record | Failure:
    """Return the result, or a failure if another folder already filed for that department and year."""
    if isinstance(each, Failure):
        return each
    first = folders.setdefault((each.department, each.year), each.place)
    if first == each.place:
        return each
    said = messages.DEPARTMENT_TWICE.format(
        department=each.department, year=each.year, first=first, second=each.place
    )
    return Failure(each.department, said, each.place)
