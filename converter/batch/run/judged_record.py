"""The record of a department that is judged, before anything is written for it."""

import hashlib
from collections.abc import Iterator, Sequence

from converter.batch.run.job import Task
from converter.conversion import Converted, readiness_of
from converter.figures import Figure, Finding, Ledger, exact_text
from converter.inbox import Department
from converter.outbox import HashedFile, LongLists, RecognisedForm, Record
from converter.pack import Pack
from converter.read import DatedReading, FiledFile, readings_used


def judged_record(converted: Converted, task: Task, pack: Pack, checks_held: tuple[Finding, ...]) -> Record:
    """Return the record of a department of which nothing is written yet."""
    department, judged, missing = converted.department, converted.judged, converted.report.missing
    ledger, scorecard = judged.ledger, judged.assessment.scorecard
    used = readings_used(department.filings, ledger.year, pack)
    return Record(
        department=ledger.department,
        year=ledger.year,
        pack=pack.label,
        readiness=readiness_of(judged.findings, missing),
        place=task.submission.place,
        inputs=_inputs(department, task),
        files=judged.inventory,
        forms=tuple(_forms(department, used)),
        findings=judged.findings,
        missing=missing,
        edits=judged.edits.count if judged.edits else 0,
        said=len(judged.explanations),
        score="" if scorecard.total is None else exact_text(scorecard.total),
        grade=scorecard.grade,
        lists=LongLists(
            tuple(ledger.figures.values()), tuple(_detail_figures(ledger)), checks_held=checks_held
        ),
    )


def _inputs(department: Department, task: Task) -> tuple[HashedFile, ...]:
    """Return the files that were read for the department, those within archives among them."""
    if not task.inputs:  # to judge only, none was hashed
        return ()
    hashed = {file.name: file for file in task.inputs}
    own = department.files
    members = (file for file in own.values() if file.content is not None)
    hashed |= {file.name: _hashed(file) for file in members}
    return tuple(hashed[name] for name in sorted(own) if name in hashed)


def _hashed(file: FiledFile) -> HashedFile:
    return HashedFile(file.name, hashlib.sha256(file.read_bytes()).hexdigest())


def _forms(department: Department, used: Sequence[DatedReading]) -> Iterator[RecognisedForm]:
    """Yield every form filed, with the number of its filled figures.

    It is 0 for a form that is of no use for the report, unless its unit had to be inferred from them.
    """
    in_use = {id(dated.reading) for dated in used}
    for filing in department.filings:
        for form in filing.forms:
            block = form.title_block
            counts = id(form) in in_use or not block.unit
            figures = form.extraction.figures if counts else ()
            yield RecognisedForm(
                form.form,
                form.file,
                form.sheet,
                block.title,
                block.unit,
                block.year,
                sum(figure.value is not None for figure in figures),
            )


def _detail_figures(ledger: Ledger) -> Iterator[Figure]:
    for rows in ledger.detail_rows.values():
        for row in rows:
            yield from row.figures.values()
