"""The trails of figures in an inbox, an outbox, or a single report."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from converter import messages
from converter.batch import Job, run
from converter.document.read import read_trail
from converter.errors import Failure
from converter.outbox import Record
from converter.pack import Amounts, Pack, load_pack
from converter.trace import Trail, traced

_REPORTS = "*.docx"


def trails(where: Path, pack: Path, year: int, jobs: int, password: str) -> Iterator[Trail | Failure]:
    """Yield the trail of every department found; PackError before the first if the pack is wrong.

    Reports carry theirs; an inbox is read and judged for it.
    """
    if where.is_file():
        yield _of_report(where)
    elif _is_outbox(where):
        yield from _first_of_each(map(_of_report, sorted(_reports(where))))
    else:
        yield from _of_inbox(Job(pack, where, year=year, password=password), jobs)


def _is_outbox(folder: Path) -> bool:
    """Whether a folder, or a folder in it, has reports of ours: each has its checklist beside it."""
    return any(True for pattern in ("", "*/") for _ in folder.glob(pattern + messages.filing.CHECKLIST_FILE))


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


def _of_report(report: Path) -> Trail | Failure:
    trail = read_trail(report.read_bytes())
    return trail or Failure(report.name, messages.trace.NO_TRAIL.format(file=report.name))


def _of_inbox(job: Job, jobs: int) -> Iterator[Trail | Failure]:
    pack = load_pack(job.pack, job.inbox)
    amounts = Amounts(pack)
    for _, results in run(job, jobs):
        for result in results:
            yield result if isinstance(result, Failure) else _of_record(result, pack, amounts)


def _of_record(record: Record, pack: Pack, amounts: Amounts) -> Trail:
    """Return a trail of all of a department's figures, printed or not."""
    figures = {figure.id: traced(figure, amounts) for figure in reversed(record.read_all_figures())}
    return Trail(
        department=record.department,
        year=record.year,
        pack=pack.meta.title,
        version=pack.meta.version,
        digest=pack.digest,
        figures=dict(reversed(figures.items())),
    )
