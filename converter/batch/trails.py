"""The trails of figures that lie in an inbox, in an outbox, or in a single report."""

from collections.abc import Callable, Iterable, Iterator
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

    Reports carry theirs; what lies in an inbox is read and judged anew.
    """
    if where.is_file():
        yield _carried(where)
    elif _is_outbox(where):
        yield from _once(map(_carried, sorted(_reports(where))))
    else:
        yield from _judged(Job(pack, where, year=year, password=password), jobs)


def _is_outbox(folder: Path) -> bool:
    """Whether our reports lie in a folder, or in its folders: beside each we put its list."""
    return any(True for pattern in ("", "*/") for _ in folder.glob(pattern + messages.filing.LIST_FILE))


def _reports(outbox: Path) -> Iterator[Path]:
    for path in outbox.rglob(_REPORTS):
        if messages.filing.HISTORY not in path.parts:
            yield path


def _once(found: Iterable[Trail | Failure]) -> Iterator[Trail | Failure]:
    """Yield each department's trail once: a review copy carries the same."""
    seen: set[tuple[str, int]] = set()
    for each in found:
        if isinstance(each, Failure) or (each.department, each.year) not in seen:
            yield each
        if isinstance(each, Trail):
            seen.add((each.department, each.year))


def _carried(report: Path) -> Trail | Failure:
    trail = read_trail(report.read_bytes())
    return trail or Failure(report.name, messages.trace.NO_TRAIL.format(file=report.name))


def _judged(job: Job, jobs: int) -> Iterator[Trail | Failure]:
    loaded = load_pack(job.pack, job.inbox)
    trail = _of_record(loaded)
    for _, results in run(job, jobs):
        yield from (each if isinstance(each, Failure) else trail(each) for each in results)


def _of_record(pack: Pack) -> Callable[[Record], Trail]:
    """Return how to make a trail of all of a department's figures, printed or not."""
    amounts, meta = Amounts(pack), pack.meta

    def trail(record: Record) -> Trail:
        figures = {figure.id: traced(figure, amounts) for figure in reversed(record.all_figures)}
        return Trail(
            department=record.department,
            year=record.year,
            pack=meta.title,
            version=meta.version,
            digest=pack.digest,
            figures=dict(reversed(figures.items())),
        )

    return trail
