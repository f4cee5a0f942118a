"""The trails of figures in an inbox, an outbox, or a single report."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from converter import messages
from converter.batch import PackSet, Pool, in_worker
from converter.batch.run import Job, run_filled
from converter.document.read import read_trail
from converter.errors import Failure
from converter.outbox import Record, is_outbox
from converter.pack import DEFAULT, Amounts, Limits, Pack, load_limits
from converter.read import FiledFile
from converter.trace import Trail, traced

_REPORTS = "*.docx"


def trails(
    where: Path, packs: tuple[Path, ...], year: int, jobs: int, password: str
) -> Iterator[Trail | Failure]:
    """Yield the trail of every department found; PackError before the first if one of the packs is wrong,
    ReadError if nothing was filed.

    Reports carry theirs, also those in an outbox or in a folder of one; an inbox is read and judged for it.
    """
    limits = load_limits(packs[0] if packs else DEFAULT)
    if not where.is_dir():
        yield in_worker(where.name, limits, _of_report, limits, where)
    elif is_outbox(where) or is_outbox(where.parent):
        reports = [(path.name, path) for path in sorted(_reports(where))]
        pool = Pool(limits, jobs or os.cpu_count() or 1, limits)
        yield from _first_of_each(pool.results(_of_report, reports))
    else:
        yield from _of_inbox(Job(packs, where, year=year, password=password), jobs)


def _reports(outbox: Path) -> Iterator[Path]:
    for path in outbox.rglob(_REPORTS):
        if messages.filing.HISTORY not in path.parts:
            yield path


def _first_of_each(found: Iterable[Trail | Failure]) -> Iterator[Trail | Failure]:
    """Yield each department's trail once: a review copy carries the same."""
    seen: set[tuple[str, int]] = set()
    for trail in found:
        if isinstance(trail, Failure):
            yield trail
        elif (key := (trail.department, trail.year)) not in seen:
            seen.add(key)
            yield trail


def _of_report(limits: Limits, report: Path) -> Trail | Failure:
    trail = read_trail(FiledFile(report, report.name).read_within(limits))
    return trail or Failure(report.name, messages.trace.NO_TRAIL.format(file=report.name))


def _of_inbox(job: Job, jobs: int) -> Iterator[Trail | Failure]:
    packs = PackSet(job.packs, job.inbox, job.password, job.year)
    for _, results in run_filled(job, jobs):
        for result in results:
            yield result if isinstance(result, Failure) else _of_record(result, packs.load(result.pack))


def _of_record(record: Record, pack: Pack) -> Trail:
    """Return a trail of all of a department's figures, printed or not."""
    amounts = Amounts(pack)
    figures = {figure.id: traced(figure, amounts) for figure in reversed(record.read_all_figures())}
    return Trail(
        department=record.department,
        year=record.year,
        pack=pack.meta.title,
        version=pack.meta.version,
        digest=pack.digest,
        figures=dict(reversed(figures.items())),
    )
