"""Reports one after the other in one warm process: time by station, profile, memory in the long run."""

import cProfile
import pstats
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from converter.batch.job import Job
from converter.batch.worker import Worker
from converter.conversion.checklist import checklist
from converter.conversion.judged import Judged
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission, submissions
from converter.outbox.fingerprint import hashed_inputs
from converter.outbox.outbox import Outbox
from converter.pack.loading import DEFAULT, load_pack
from converter.read.assemble import assemble, report_year
from converter.rules.judge import Rules
from converter.trace.trail import Input

PARTS = 4


class Warm:
    """The line with everything that is built once already built."""

    def __init__(self, filed: list[Submission]) -> None:
        self._pack = load_pack(DEFAULT)
        self._line = Worker(Job(DEFAULT, Path())).conversion  # memory looked after as in a run
        self._reader, self._rules = self._line.reader, Rules(self._pack)
        self.filed = filed
        for bundle in filed[:3]:
            self.stations(bundle)

    def stations(self, bundle: Submission) -> dict[str, float]:
        """Convert one department and return the milliseconds spent at each station."""
        with tempfile.TemporaryDirectory() as folder:
            return dict(self._stations(bundle, Outbox(Path(folder))))

    def _stations(self, bundle: Submission, outbox: Outbox) -> Iterator[tuple[str, float]]:
        ([department], _), took = _timed(lambda: split_by_department(bundle, self._reader))
        yield "read: open", took
        inputs, hashing = _timed(lambda: [Input(each.name, each.digest) for each in hashed_inputs(bundle)])
        year = report_year(department.filings)
        (ledger, found), took = _timed(
            lambda: assemble(department.filings, department.name, year, self._pack)
        )
        yield "read: lift", took
        assessment, took = _timed(lambda: self._rules.judge(ledger))
        findings = (*found, *assessment.findings)
        judged = Judged(ledger.with_figures(assessment.figures), findings, assessment)
        yield "rules", took
        report, took = _timed(lambda: self._line.narrate(judged))
        yield "narrative", took
        data, took = _timed(lambda: self._line.write(report, judged, inputs))
        yield "document", took
        _, took = _timed(lambda: outbox.put("", "报告.docx", data))
        _, more = _timed(lambda: outbox.put("", "清单.txt", checklist(judged, report.missing)))
        yield "files", hashing + took + more


def medians(filed: Path, count: int, rounds: int) -> dict[str, float]:
    """Return the median milliseconds of each station, and of a report in all, over `count` departments."""
    warm = Warm(submissions(filed)[:count])
    times: list[dict[str, float]] = []
    for bundle in warm.filed * rounds:
        before = time.process_time()
        stations = warm.stations(bundle)
        used = (time.process_time() - before) * 1000
        times.append(stations | {"in all": sum(stations.values()), "processor": used})
    return {name: statistics.median(each[name] for each in times) for name in times[0]}


def profile(filed: Path, count: int, top: int) -> str:
    """Return the functions that cost most by themselves, and cProfile's table of them by all they call."""
    warm = Warm(submissions(filed)[:count])
    recorded = cProfile.Profile()
    recorded.enable()
    for bundle in warm.filed:
        warm.stations(bundle)
    recorded.disable()
    stats = pstats.Stats(recorded)
    return "\n".join([*_table(stats, count, top, own=True), "", *_table(stats, count, top, own=False)])


def _table(stats: pstats.Stats, count: int, top: int, own: bool) -> Iterator[str]:
    """Yield the most expensive functions, in calls and profiled milliseconds a report."""
    rows = [
        ((spent if own else cumulated), calls, where)
        for where, (_, calls, spent, cumulated, _) in stats.stats.items()  # type: ignore[attr-defined]
        if own or "converter/" in where[0]
    ]
    yield "by itself" if own else "with all it calls (our functions)"
    for spent, calls, (file, line, name) in sorted(rows, reverse=True)[:top]:
        place = f"{'/'.join(Path(file).parts[-2:])}:{line} {name}" if line else name
        yield f"  {spent / count * 1000:6.2f} ms  {calls / count:7.0f} calls  {place}"


def quarters(filed: Path) -> Iterator[tuple[float, float]]:
    """Yield reports a second and resident megabytes after each quarter of an inbox, in this one process."""
    several = submissions(filed)
    with tempfile.TemporaryDirectory() as outbox:
        worker = Worker(Job(DEFAULT, filed, Path(outbox)))
        size = len(several) // PARTS
        for part in range(PARTS):
            chosen = several[part * size : (part + 1) * size]
            _, took = _timed(lambda: [len(worker.judge(bundle)) for bundle in chosen])  # noqa: B023
            yield size / took * 1000, _resident()


def _resident() -> float:
    """Return this process's memory now, or the most it ever was where the system tells no more."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(action: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    result = action()
    return result, (time.perf_counter() - started) * 1000
