"""Does a job's submissions one after the other: each is read, judged, written and stored."""

import gc
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from converter import messages
from converter.batch import PackChoice, PackSet, Readings, in_worker
from converter.batch.run.department_files import DepartmentFiles
from converter.batch.run.files_of_people import files_of_people
from converter.batch.run.job import Job, Task
from converter.batch.run.judged_record import judged_record
from converter.batch.run.last_run import LastRun
from converter.conversion import FilesOfPeople, InventoryItem, unused_items
from converter.errors import Failure, attempt
from converter.inbox import (
    Department,
    Roster,
    Submission,
    UnusedFile,
    loose_files,
    read_roster,
    roster_files,
)
from converter.outbox import (
    Provenance,
    Record,
    ResultStore,
    StoredResult,
    fingerprint,
    provenance_of,
    with_revisions,
)
from converter.pack import Limits, PackLabel

Results = list[Record | Failure]
SETTINGS = messages.screen.SETTINGS_FILE
COLLECT_AFTER = 50_000  # new objects: a department makes some ten thousand, nearly all without circles


class Worker:
    """Does a job's submissions, with everything that is built once; PackError if a pack is wrong.

    A forked process shares its parent's; sent to another, only the job travels, and it is built again there.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.packs = PackSet(job.packs, job.inbox, job.password, job.year)
        self._usual = self.packs.load(self.packs.usual)
        self.conversion = self.packs.conversion(self._usual.label)
        self._roster = self._read_roster()
        _spare_the_collector()

    def __reduce__(self) -> tuple[type["Worker"], tuple[Job]]:
        return Worker, (self.job,)

    @property
    def limits(self) -> Limits:
        """The limits of the pack, and the job's own."""
        own = {"task_seconds": self.job.timeout} if self.job.timeout else {}
        return replace(self._usual.limits, **own)

    @property
    def provenance(self) -> Provenance:
        """What results are made with here."""
        job = self.job
        made = {"review": job.review, "mark": job.mark, "side_by_side": job.side_by_side}
        return provenance_of(self.packs.labels, self.packs.digest, job.year, **made)

    @property
    def bureau_files(self) -> list[Path]:
        """The bureau's own files in the inbox: list of departments, totals, names for labels, settings."""
        overview, inbox = self._usual.overview, self.job.inbox
        return [
            *roster_files(inbox, self._usual),
            *loose_files(inbox, overview.bureau_files),
            *(file for name in (self._usual.meta.names_file, SETTINGS) if (file := inbox / name).is_file()),
        ]

    @property
    def not_filed(self) -> list[Path]:
        """What in the inbox belongs to no department: the bureau's own files, and the outbox."""
        outbox = self.job.outbox_within
        return [*self.bureau_files, *([outbox] if outbox else [])]

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

    def is_by_its_pack(self, record: Record, submission: Submission) -> bool:
        """Whether the pack that a record was made by is still the one for its department."""
        choice = self.choice(record.department, record.year, submission)
        return choice.pack == replace(record.pack, digest="")

    def choice(self, department: str, year: int, submission: Submission) -> PackChoice:
        """Return the pack for a department of a submission in a year."""
        return self.packs.choose(department, year, submission, self._roster)

    def _results(self, task: Task, before: StoredResult | None) -> Results:
        readings = Readings(task.submission, self.job.year)
        first = self.packs.conversion(self._likely(task.submission))
        first.stopwatch.reset()
        split = readings.by(first)
        results: Results = [*split.failures]
        last_run = LastRun(before, [department.name for department in split.departments])
        results += (self._result(department, task, last_run, readings) for department in split.departments)
        if split.unused:
            results.append(_without_tables(task.submission, split.unused))
        place = task.submission.place
        return [replace(each, place=place) if isinstance(each, Failure) else each for each in results]

    def _result(
        self, department: Department, task: Task, last_run: LastRun, readings: Readings
    ) -> Record | Failure:
        """Return the record of a department, or why there is none and what was filed for it."""
        result = attempt(department.name, lambda: self._record(department, task, last_run, readings))
        if isinstance(result, Failure):
            return replace(result, files=_accounts(self.conversion.inventory(department)))
        return result

    def _record(self, department: Department, task: Task, last_run: LastRun, readings: Readings) -> Record:
        """Return the record of a department, its files written if there is an outbox."""
        year = self.conversion.year_of(department, self.job.year)
        choice = self.choice(department.name, year, task.submission)
        pack, conversion = self.packs.load(choice.pack), self.packs.conversion(choice.pack)
        department = readings.of(department, conversion)
        outbox = self.job.outbox
        files = DepartmentFiles(outbox, pack, conversion, self.job) if outbox else None
        last = last_run.record_of(department.name, year)
        of_people = files_of_people(outbox, department.name, last) if outbox else FilesOfPeople()
        converted = conversion.convert(department, self.job.year, of_people, choice.findings)
        held = () if files else conversion.checks_held(converted.judged)  # they are not stored
        record = judged_record(converted, task, pack, held)
        if files:
            record = with_revisions(record, self.provenance, last_run.result)
            record = files.write(converted, record, last)
        record = replace(record, seconds=conversion.stopwatch.seconds)
        conversion.stopwatch.reset()
        return record

    def _likely(self, submission: Submission) -> PackLabel:
        """Return the pack that the names of a submission's files tell, the usual one if they tell none.

        Another one costs reading all files again: where accounts name no year, the latest of all files is
        likelier than that of other accounts.
        """
        if self.packs.is_one:
            return self._usual.label
        reader, files = self.conversion.reader, submission.file_names
        accounts = [year for year in map(reader.accounts_year_named, files) if year is not None]
        years = accounts if accounts and all(accounts) else map(reader.year_named, files)
        year = self.job.year or max(years, default=0)
        return self.choice(submission.folder, year, submission).pack if year else self._usual.label

    def _read_roster(self) -> Roster | None:
        """Return the bureau's list, which may name the packs of departments; the overview says what is wrong
        with one that can't be used.
        """
        files = [] if self.packs.is_one else roster_files(self.job.inbox, self._usual)
        if not files:
            return None
        read = in_worker(messages.overview.ROSTER, self.limits, read_roster, files, self._usual)
        return None if isinstance(read, Failure) else read


def _spare_the_collector() -> None:
    """Keep Python's collector of circular garbage from looking again and again through what stays anyway: the
    pack and what was compiled from it.
    """
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def _without_tables(submission: Submission, unused: Sequence[UnusedFile]) -> Failure:
    """Return the failure of a submission with no file that can be used."""
    is_stray = not (submission.folder or submission.department)
    words = messages.inventory.STRAY if is_stray else messages.inventory.NOTHING_TO_READ
    message = words.format(name=submission.name, count=len(unused))
    return Failure(submission.name, message, files=_accounts(unused_items(unused)))


def _accounts(items: Iterable[InventoryItem]) -> tuple[tuple[str, str], ...]:
    return tuple((item.file, item.account) for item in items)
