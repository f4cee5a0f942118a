"""The supplements of all departments of an inbox, each with what is known of it already."""

import os
from collections.abc import Generator
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.batch import Pool, Readings
from converter.batch.run import Job, Worker, find_submissions
from converter.errors import Failure, attempt, writing
from converter.inbox import Department, Submission
from converter.outbox import KnownNames, safe_name
from converter.supplement import Counts, write_supplement


class PrefilledSupplement(Struct, frozen=True):
    """A department's supplement for a year, where it is, and how much is to be filled in. `counts` is None if
    there was one already: that stays as it is.
    """

    department: str
    year: int
    path: Path
    counts: Counts | None


class _Task(Struct, frozen=True):
    submission: Submission
    folder: Path


Supplements = list[PrefilledSupplement | Failure]


def prefill_supplements(
    job: Job, folder: Path, jobs: int = 0
) -> Generator[tuple[int, Supplements], None, None]:
    """Yield the number of submissions, then for each in turn the supplements of its departments.

    Each is written into a folder of its own below `folder`: that of the submission, or the department's.
    """
    worker = Worker(job)
    pool = Pool(worker, jobs or os.cpu_count() or 1, worker.limits)
    found = find_submissions(worker, pool, KnownNames()).submissions
    yield len(found), []
    tasks = [(each.name, _Task(each, folder)) for each in found]
    for result in pool.results(_supplements, tasks):
        yield 1, [result] if isinstance(result, Failure) else result


def _supplements(worker: Worker, task: _Task) -> Supplements:
    submission = task.submission
    readings = Readings(submission, worker.job.year)
    split = readings.by(worker.conversion)
    own = submission.folder if len(split.departments) == 1 else ""
    results: Supplements = [*split.failures]
    for department in split.departments:
        folder = task.folder / (own or safe_name(department.name))
        write = partial(_supplement, worker, department, readings, folder)
        results.append(attempt(department.name, write))
    place = submission.place
    return [replace(each, place=place) if isinstance(each, Failure) else each for each in results]


def _supplement(
    worker: Worker, department: Department, readings: Readings, folder: Path
) -> PrefilledSupplement:
    """Write a department's supplement, as the pack for it has it, unless there is one."""
    year = worker.conversion.prefilled_year(department, worker.job.year)
    label = worker.choice(department.name, year, readings.submission).pack
    pack, conversion = worker.packs.load(label), worker.packs.conversion(label)
    known = conversion.prefilled(readings.of(department, conversion), year)
    path = folder / pack.meta.supplement_file
    with writing(path):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            counts = None if path.is_symlink() else write_supplement(pack, path, known)
        except FileExistsError:
            counts = None
    return PrefilledSupplement(known.department, known.year, path, counts)
