"""Does a job's departments one after the other: judged, written and kept."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from msgspec import structs

from converter import messages
from converter.conversion import Conversion, Judged, Readiness, checklist, readiness_of
from converter.errors import Failure, attempt
from converter.figures import Figure, Ledger, exact_text
from converter.inbox import Department, Submission, loose_files, split_by_department
from converter.narrative import Report
from converter.outbox import (
    MadeBy,
    Outbox,
    Recognised,
    Record,
    ResultStore,
    Stored,
    StoredResult,
    fingerprint,
    made_by,
    revised,
    safe_name,
)
from converter.pack import Limits, load_pack
from converter.read import DatedReading, readings_used, report_year
from converter.trace import Input

FEWER_COLLECTIONS = 50_000  # a department makes some ten thousand records, nearly all without circles


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every department: with no `outbox`, judge only. `password` opens files that need it.

    `timeout` (seconds) stands in for the pack's limit; `force` also does departments that did not change;
    `review` asks for a review copy of every report too.
    """

    pack: Path
    inbox: Path
    outbox: Path | None = None
    year: int = 0
    password: str = ""
    timeout: int = 0
    force: bool = False
    review: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A submission to do, with its files as they were when it was found out that it is to be done."""

    submission: Submission
    inputs: tuple[Stored, ...] = ()


class Worker:
    """Does a job's submissions; made once per process. PackError if the pack is wrong."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._pack = load_pack(job.pack, job.inbox)
        self.conversion = Conversion(self._pack, job.password)
        gc.freeze()  # the pack and what was compiled from it stay; no use in looking through them again
        gc.set_threshold(FEWER_COLLECTIONS)

    @property
    def limits(self) -> Limits:
        """The limits of the pack, and the job's own."""
        own = {"task_seconds": self.job.timeout} if self.job.timeout else {}
        return self._pack.limits.model_copy(update=own)

    @property
    def made(self) -> MadeBy:
        """By what results are made here."""
        return made_by(self._pack, self.job.year, self.job.review)

    @property
    def aside(self) -> list[Path]:
        """The bureau's own files in the inbox: its list of departments, and its totals."""
        about = self._pack.overview
        return loose_files(self.job.inbox, (*about.roster.files, *about.bureau_files))

    @property
    def names_beside(self) -> str:
        """The file in the inbox that adds names for labels."""
        return self._pack.meta.names_beside

    def department_of(self, path: Path) -> str:
        """Return the department a file says it is for, '' if it says none or can't be read."""
        read = attempt(path.name, lambda: self.conversion.reader.read(path, path.name).department)
        return "" if isinstance(read, Failure) else self.conversion.reader.scope_words.bare(read)

    def keep(self, task: Task, shelf: ResultStore) -> None:
        """Do a submission and keep what became of it; nothing is kept of it before all is written."""
        before, made = shelf.load(task.submission), self.made
        done = self._results(task, before)
        records = tuple(each for each in done if isinstance(each, Record))
        failures = tuple(each for each in done if isinstance(each, Failure))
        past = before.without(records) if before else ()
        mark = fingerprint(task.inputs, made)
        shelf.keep(task.submission, StoredResult(task.submission.name, mark, made, records, failures, past))

    def work(self, submission: Submission) -> list[Record | Failure]:
        """Return what became of every department in a submission, and the files that could not be read."""
        return self._results(Task(submission), None)

    def _results(self, task: Task, before: StoredResult | None) -> list[Record | Failure]:
        self.conversion.stopwatch.reset()
        with self.conversion.stopwatch.at("open"):
            departments, failures = split_by_department(task.submission, self.conversion.reader)
        done = (
            attempt(department.name, lambda department=department: self._do(department, task, before))  # type: ignore[misc]
            for department in departments
        )
        return [
            replace(each, place=task.submission.place) if isinstance(each, Failure) else each
            for each in (*failures, *done)
        ]

    def _do(self, department: Department, task: Task, before: StoredResult | None) -> Record:
        if self.job.outbox and (edited := self._edited(department, Outbox(self.job.outbox))):
            department = structs.replace(department, prose_files=(edited, *department.prose_files))
        judged = self.conversion.judge(department, self.job.year)
        report = self.conversion.narrate(judged)
        ledger, result = judged.ledger, judged.assessment.scorecard
        record = Record(
            department=ledger.department,
            year=ledger.year,
            place=task.submission.place,
            inputs=_inputs(department, task),
            forms=tuple(_forms(department, readings_used(department.filings, ledger.year, self._pack))),
            findings=judged.findings,
            missing=report.missing,
            figures=tuple(ledger.figures.values()),
            lines=tuple(_of_lines(ledger)),
            score="" if result.total is None else exact_text(result.total),
            grade=result.grade,
        )
        if self.job.outbox:
            record = self._write(judged, report, revised(record, self.made, before), Outbox(self.job.outbox))
        done = replace(record, seconds=self.conversion.stopwatch.seconds)
        self.conversion.stopwatch.reset()
        return done

    def _edited(self, department: Department, outbox: Outbox) -> Path | None:
        """Return the department's report in the outbox as a person has edited it."""
        folder, year = safe_name(department.name), self.job.year or report_year(department.filings)
        return outbox.edited_under(folder, self._names(folder, year)[1])

    def _names(self, folder: str, year: int) -> tuple[str, tuple[str, str]]:
        """Return the stem of a report's name, and the names of the finished and of the pending report."""
        final = self._pack.meta.report.format(year=year, department=folder)
        return final, (f"{final}.docx", f"{final}{self._pack.meta.pending}.docx")

    def _write(self, judged: Judged, report: Report, record: Record, outbox: Outbox) -> Record:
        """Write the report, marked as pending while there are errors, the list of what is to be done, and
        what resubmissions changed; return the record that tells of the files.
        """
        folder, meta = safe_name(record.department), self._pack.meta
        final, (name, other) = self._names(folder, record.year)
        if readiness_of(judged.findings, report.missing) is Readiness.PENDING:
            name, other = other, name
        inputs = [Input(each.name, each.digest) for each in record.inputs]
        document, list_ = self.conversion.write(report, judged, inputs), checklist(judged, report.missing)
        review = self.conversion.write_review_copy(report, judged, inputs) if self.job.review else b""
        with self.conversion.stopwatch.at("files"):
            outputs = [
                outbox.put(folder, name, document, instead_of=other),
                outbox.put(folder, messages.filing.LIST_FILE, list_),
            ]
            if review:
                outputs.append(outbox.put(folder, f"{final}{meta.review}.docx", review))
            if record.revisions:
                from converter.outbox import changes_workbook

                outputs.append(
                    outbox.put(folder, messages.runs.CHANGES_FILE, changes_workbook(record, self._pack))
                )
        return replace(record, outputs=tuple(outputs), edited=tuple(outbox.edited))


def _inputs(department: Department, task: Task) -> tuple[Stored, ...]:
    """Return those of the task's files that are the department's."""
    own = department.files
    return tuple(each for each, path in zip(task.inputs, task.submission.files, strict=False) if path in own)


def _forms(department: Department, used: Sequence[DatedReading]) -> Iterator[Recognised]:
    """Yield every form filed, with the number of its filled figures, 0 if it is of no use for the report."""
    in_use = {id(each.reading) for each in used}
    for filing in department.filings:
        for form in filing.forms:
            block = form.title_block
            filled = sum(figure.value is not None for figure in form.extraction.figures)
            yield Recognised(
                form.form,
                form.file,
                form.sheet,
                block.title,
                block.unit,
                block.year or filing.year,
                filled if id(form) in in_use else 0,
            )


def _of_lines(ledger: Ledger) -> Iterator[Figure]:
    for lines in ledger.detail_rows.values():
        for line in lines:
            yield from line.figures.values()
