"""Run the line for every department of an inbox, in as many processes as asked for."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from converter import messages
from converter.batch.cases import Case, Failure, sort_out
from converter.batch.inbox import Bundle, bundles
from converter.batch.line import Judged, Line
from converter.batch.listing import listing
from converter.batch.outbox import Outbox, safe_name
from converter.batch.plain import plain_data
from converter.figures import Finding, Severity, plain
from converter.narrative import Report
from converter.pack import load_pack


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every department: with no `outbox`, judge only; `figures` asks for all figures."""

    pack: Path
    outbox: Path | None = None
    year: int = 0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """One department converted or judged. `report` is '' where none was written.

    `score` and `grade` are as printed, '' where the scorecard is incomplete.
    """

    department: str
    year: int
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
    report: str = ""
    score: str = ""
    grade: str = ""
    figures: dict[str, Any] | None = None

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


class Worker:
    """Does a job's departments one after the other; made once per process. PackError if the pack is wrong."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._pack = load_pack(job.pack)
        self._line = Line(self._pack)

    def work(self, bundle: Bundle) -> list[Done | Failure]:
        """Return what became of every department in a bundle, and of every file that could not be read."""
        cases, failures = sort_out(bundle, self._line.reader)
        return [*failures, *(self._attempt(case) for case in cases)]

    def _attempt(self, case: Case) -> Done | Failure:
        """One department's fault must not stop the others: the only place where any exception is caught."""
        try:
            return self._do(case)
        except Exception as fault:  # noqa: BLE001
            return Failure(
                case.department, messages.FAULT.format(department=case.department, fault=repr(fault))
            )

    def _do(self, case: Case) -> Done:
        judged = self._line.judge(case, self.job.year)
        report = self._line.tell(judged)
        path = self._write(judged, report) if self.job.outbox else ""
        ledger, result = judged.ledger, judged.judgement.result
        return Done(
            department=ledger.department,
            year=ledger.year,
            findings=judged.findings,
            missing=report.missing,
            report=path,
            score="" if result.total is None else plain(result.total),
            grade=result.grade,
            figures=plain_data(judged) if self.job.figures else None,
        )

    def _write(self, judged: Judged, report: Report) -> str:
        """Write the report, marked as pending while there are errors, and the list of what is to be done."""
        assert self.job.outbox is not None
        outbox, meta = Outbox(self.job.outbox), self._pack.meta
        folder = safe_name(judged.ledger.department)
        final = meta.report.format(year=judged.ledger.year, department=folder)
        name, other = f"{final}.docx", f"{final}{meta.pending}.docx"
        if judged.has_errors:
            name, other = other, name
        path = outbox.put(folder, name, self._line.write(report), instead_of=other)
        outbox.put(folder, messages.LIST_FILE, listing(judged, report.missing))
        return str(path)


_worker: Worker | None = None


def _start(job: Job) -> None:
    """Make this process's worker; a forked process has its parent's already."""
    global _worker
    if _worker is None or _worker.job is not job:
        _worker = Worker(job)


def _step(bundle: Bundle) -> list[Done | Failure]:
    assert _worker is not None
    return _worker.work(bundle)


def run(job: Job, inbox: Path, jobs: int = 0) -> Iterator[tuple[int, list[Done | Failure]]]:
    """Yield the number of bundles, then for each in turn what became of it. PackError before the first.

    `jobs` 0: one process a processor.
    """
    _start(job)
    found = bundles(inbox)
    yield len(found), []
    count = min(jobs or os.cpu_count() or 1, len(found))
    results = _in_pool(job, found, count) if count > 1 else map(_step, found)
    folders: dict[tuple[str, int], str] = {}
    for bundle, several in zip(found, results, strict=True):
        yield 1, [_once(each, bundle, folders) for each in several]


def _once(each: Done | Failure, bundle: Bundle, folders: dict[tuple[str, int], str]) -> Done | Failure:
    """Return the result, or a failure if another folder already filed for that department and year."""
    if isinstance(each, Failure):
        return each
    first = folders.setdefault((each.department, each.year), bundle.folder)
    if first == bundle.folder:
        return each
    said = messages.DEPARTMENT_TWICE.format(
        department=each.department, year=each.year, first=first or ".", second=bundle.folder
    )
    return Failure(each.department, said)


def _in_pool(job: Job, found: Iterable[Bundle], count: int) -> Iterator[list[Done | Failure]]:
    """Yield results in order from worker processes; a worker that dies costs its own bundle only."""
    from pebble import ProcessExpired, ProcessPool

    with ProcessPool(max_workers=count, initializer=_start, initargs=(job,)) as pool:
        futures = [(bundle, pool.schedule(_step, args=[bundle])) for bundle in found]
        for bundle, future in futures:
            try:
                yield future.result()
            except ProcessExpired:
                yield [Failure(bundle.folder, messages.WORKER_DIED.format(folder=bundle.folder))]
