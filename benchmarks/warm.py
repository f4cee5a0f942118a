"""Reports one after the other in one warm process: time by stage, profile, memory over many."""

import cProfile
import pstats
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from converter.batch.run.job import Job, Task
from converter.batch.run.worker import Worker
from converter.conversion.checklist import checklist
from converter.conversion.judged import Judged
from converter.inbox.departments import split_by_department
from converter.inbox.submissions import Submission, submissions
from converter.narrative.narrator import Report
from converter.outbox.fingerprint import hashed_inputs
from converter.outbox.outbox import Outbox
from converter.pack.loading import DEFAULT, load_pack
from converter.read.assemble import assemble
from converter.rules.judge import Rules
from converter.trace.trail import Input

PARTS = 4
Result = TypeVar("Result")


class Warm:
    """A conversion with everything that is built once already built."""

    def __init__(self, submitted: list[Submission]) -> None:
        self._pack = load_pack(DEFAULT)
        self._conversion = Worker(Job((DEFAULT,), Path())).conversion  # garbage is collected as in a run
        self._reader, self._rules = self._conversion.reader, Rules(self._pack)
        self.submitted = submitted
        for submission in submitted[:3]:
            self.stages(submission)

    def stages(self, submission: Submission) -> dict[str, float]:
        """Convert one department and return the processor milliseconds of each stage."""
        with tempfile.TemporaryDirectory() as folder:
            return dict(self._stages(submission, Outbox(Path(folder))))

    def _stages(self, submission: Submission, outbox: Outbox) -> Iterator[tuple[str, float]]:
        split, took = _timed(lambda: split_by_department(submission, self._reader))
        [department] = split.departments
        yield "read", took
        inputs, hashing = _timed(
            lambda: [Input(file.name, file.digest) for file in hashed_inputs(submission)]
        )
        year = self._conversion.year_of(department)
        (ledger, found), took = _timed(
            lambda: assemble(department.filings, department.name, year, self._pack)
        )
        yield "assemble", took
        assessment, took = _timed(lambda: self._rules.judge(ledger))
        findings = (*found, *assessment.findings)
        judged = Judged(ledger.with_figures(assessment.figures), findings, assessment)
        yield "rules", took
        report, took = _timed(lambda: self._conversion.narrate(judged))
        yield "narrative", took
        data, took = _timed(lambda: self._conversion.writer.write(report, judged, inputs))
        yield "document", took
        _, took = _timed(lambda: outbox.put("", "报告.docx", data))
        _, more = _timed(lambda: outbox.put("", "清单.txt", self._listed(judged, report)))
        yield "files", hashing + took + more

    def _listed(self, judged: Judged, report: Report) -> bytes:
        return checklist(judged, tuple(report.missing), "报告.docx", self._pack.label)


def medians(inbox: Path, count: int, rounds: int) -> dict[str, float]:
    """Return the median processor milliseconds of each stage, of all stages, and of all that a run does for a
    report, over `count` departments.
    """
    warm = Warm(submissions(inbox)[:count])
    times: list[dict[str, float]] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as outbox:
            worker = Worker(Job((DEFAULT,), inbox, Path(outbox)))
            for submission in warm.submitted:
                stages = warm.stages(submission)
                _, whole = _timed(lambda: worker.convert(Task(submission, hashed_inputs(submission))))  # noqa: B023
                times.append(stages | {"stages": sum(stages.values()), "in a run": whole})
    return {name: statistics.median(report[name] for report in times) for name in times[0]}


def profile(inbox: Path, count: int, top: int) -> str:
    """Return two tables of the most expensive functions: by themselves, and with all they call."""
    warm = Warm(submissions(inbox)[:count])
    recorded = cProfile.Profile()
    recorded.enable()
    for submission in warm.submitted:
        warm.stages(submission)
    recorded.disable()
    stats = pstats.Stats(recorded)
    return "\n".join([*_table(stats, count, top, own=True), "", *_table(stats, count, top, own=False)])


def _table(stats: pstats.Stats, count: int, top: int, *, own: bool) -> Iterator[str]:
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


def quarters(inbox: Path) -> Iterator[tuple[float, float]]:
    """Yield reports a second and resident megabytes after each quarter of an inbox, in this one process."""
    submitted = submissions(inbox)
    with tempfile.TemporaryDirectory() as outbox:
        worker = Worker(Job((DEFAULT,), inbox, Path(outbox)))
        size = len(submitted) // PARTS
        for part in range(PARTS):
            chosen = submitted[part * size : (part + 1) * size]
            started = time.perf_counter()
            for submission in chosen:
                worker.judge(submission)
            yield size / (time.perf_counter() - started), _resident()


def _resident() -> float:
    """Return this process's resident megabytes; its peak where the system gives no current figure."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """Return what an action gives, and the processor milliseconds it took."""
    started = time.process_time()
    result = action()
    return result, (time.process_time() - started) * 1000
