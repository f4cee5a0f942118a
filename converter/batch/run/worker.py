"""Does a job's submissions one after the other: each is read, judged, written and stored."""

import gc
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from converter import messages
from converter.batch import load_pack_beside
from converter.batch.run.department_files import DepartmentFiles
from converter.batch.run.former import Former
from converter.batch.run.job import Job, Task
from converter.batch.run.judged_record import judged_record
from converter.conversion import Conversion, InventoryItem, unused_items
from converter.errors import Failure, attempt
from converter.inbox import Department, Submission, UnusedFile, loose_files, split_by_department
from converter.outbox import (
    Provenance,
    Record,
    ResultStore,
    StoredResult,
    fingerprint,
    provenance_of,
    with_revisions,
)
from converter.pack import Limits
from converter.read import LISTS, SUFFIXES, readings_used

Results = list[Record | Failure]
COLLECT_AFTER = 50_000  # new objects: a department makes some ten thousand, nearly all without circles


class Worker:
    """Does a job's submissions, with everything that is built once; PackError if the pack is wrong.

    A forked process shares its parent's; sent to another, only the job travels, and it is built anew there.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self._pack = load_pack_beside(job.pack, job.inbox)
        self.conversion = Conversion(self._pack, job.password)
        self._files = DepartmentFiles(job.outbox, self._pack, self.conversion, job) if job.outbox else None
        _spare_the_collector()

    def __reduce__(self) -> tuple[type["Worker"], tuple[Job]]:
        return Worker, (self.job,)

    @property
    def limits(self) -> Limits:
        """The limits of the pack, and the job's own."""
        own = {"task_seconds": self.job.timeout} if self.job.timeout else {}
        return replace(self._pack.limits, **own)

    @property
    def provenance(self) -> Provenance:
        """What results are made with here."""
        return provenance_of(self._pack, self.job.year, self.job.review, self.job.mark)

    @property
    def bureau_files(self) -> list[Path]:
        """The bureau's own files in the inbox: its list of departments, its totals, its names for labels."""
        overview, inbox = self._pack.overview, self.job.inbox
        names = inbox / self.names_beside
        return [
            *loose_files(inbox, overview.roster.files, SUFFIXES | LISTS),
            *loose_files(inbox, overview.bureau_files),
            *([names] if names.is_file() else []),
        ]

    @property
    def not_filed(self) -> list[Path]:
        """What in the inbox belongs to no department: the bureau's own files, and the outbox."""
        outbox = self.job.outbox_within
        return [*self.bureau_files, *([outbox] if outbox else [])]

    @property
    def names_beside(self) -> str:
        """The file in the inbox that adds names for labels."""
        return self._pack.meta.names_beside

    def judge(self, submission: Submission) -> Results:
        """Return what became of every department in a submission, and the files that could not be read."""
        return self._results(Task(submission), None)

    def convert(self, task: Task) -> None:
        """Do a submission and store what became of it, once everything of it is written."""
        assert self.job.outbox is not None
        store = ResultStore(self.job.outbox)
        before = store.load(task.submission)
        results = self._results(task, before)
        rebuilt = before is None and store.is_spoiled(task.submission)
        records = tuple(replace(each, rebuilt=rebuilt) for each in results if isinstance(each, Record))
        done = {record.key for record in records}
        result = StoredResult(
            submission=task.submission.name,
            fingerprint=fingerprint(task.inputs, self.provenance),
            provenance=self.provenance,
            records=records,
            failures=tuple(result for result in results if isinstance(result, Failure)),
            past=tuple(record for record in before.all_records if record.key not in done) if before else (),
        )
        store.save(task.submission, result)

    def _results(self, task: Task, before: StoredResult | None) -> Results:
        self.conversion.stopwatch.reset()
        with self.conversion.stopwatch.at("open"):
            split = split_by_department(task.submission, self.conversion.reader, self.job.year)
        results: Results = [*split.failures]
        former = Former(before, [department.name for department in split.departments])
        results += (self._result(department, task, former) for department in split.departments)
        if split.unused:
            results.append(_without_tables(task.submission, split.unused))
        place = task.submission.place
        return [replace(each, place=place) if isinstance(each, Failure) else each for each in results]

    def _result(self, department: Department, task: Task, former: Former) -> Record | Failure:
        """Return the record of a department, or why there is none and what was filed for it."""
        result = attempt(department.name, lambda: self._record(department, task, former))
        if isinstance(result, Failure):
            return replace(result, files=_accounts(self.conversion.inventory(department)))
        return result

    def _record(self, department: Department, task: Task, former: Former) -> Record:
        """Return the record of a department, its files written if there is an outbox."""
        year = self.conversion.year_of(department, self.job.year)
        last = former.of(department.name, year)
        standing = self._files.standing(department.name, last) if self._files else []
        names = {department.name, last.department if last else department.name}
        department, edited = self.conversion.edited_reports(department, year, standing, names)
        judged = self.conversion.judge(department, self.job.year)
        report = self.conversion.narrate(judged)
        report, judged = self.conversion.carry_edits(report, judged, edited)
        judged = self.conversion.checked(judged, report)
        lists = self._files.checklists(department.name, last) if self._files else []
        judged = self.conversion.with_explanations(judged, [*lists, *department.checklists])
        used = readings_used(department.filings, judged.ledger.year, self._pack)
        held = () if self._files else self.conversion.checks_held(judged)  # they are not stored
        record = judged_record(department, judged, report, task, used, held)
        if self._files:
            record = with_revisions(record, self.provenance, former.result)
            read = [each.file.path for each in edited.reports] if edited else []
            record = self._files.write(department, judged, report, record, read)
        record = replace(record, seconds=self.conversion.stopwatch.seconds)
        self.conversion.stopwatch.reset()
        return record


def _spare_the_collector() -> None:
    """Keep Python's collector of circular garbage from looking again and again through what stays anyway: the
    pack and what was compiled from it.
    """
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def _without_tables(submission: Submission, unused: Sequence[UnusedFile]) -> Failure:
    """Return that files were filed and none of them can be used."""
    is_stray = not (submission.folder or submission.department)
    words = messages.inventory.STRAY if is_stray else messages.inventory.NOTHING_TO_READ
    message = words.format(name=submission.name, count=len(unused))
    return Failure(submission.name, message, files=_accounts(unused_items(unused)))


def _accounts(items: Iterable[InventoryItem]) -> tuple[tuple[str, str], ...]:
    return tuple((item.file, item.account) for item in items)
