"""What became of departments, files and reports, worded for the page."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from converter import messages
from converter.conversion import Part, Readiness, checklist_parts, readiness_words
from converter.errors import Failure
from converter.figures import Severity
from converter.outbox import Outputs, Record
from converter.verify.submitted import (
    CheckedReport,
    Status,
    data_words,
    finding_words,
    not_read_words,
    numbers_words,
    verdict_words,
)

MOST_LEFT = 60  # numbers of a report that are listed for its reader to look at


def department_answer(record: Record) -> dict[str, Any]:
    """Return a department with what there is to do, and the paths of its files below the outbox."""
    parts = checklist_parts(record.findings, record.missing)
    return {
        "department": record.department,
        "year": record.year,
        "readiness": record.readiness.value,
        "verdict": readiness_words(record.readiness, record.counts),
        "score": record.score,
        "grade": record.grade,
        "pack": messages.packs.NAMED.format(pack=record.pack),
        "report": record.report,
        **_outputs(record.outputs),
        **_lacks(record),
        "has_supplement": any(
            item.account.startswith(messages.inventory.BOOKS["supplement"]) for item in record.files
        ),
        "parts": [
            _part(part.value, messages.filing.CHECKLIST_PARTS[part], entries)
            for part, entries in parts.items()
            if entries
        ],
        "files": [str(item) for item in record.files],
    }


def _lacks(record: Record) -> dict[str, bool]:
    """Return whether forms of the supplement are missing, and whether others are."""
    words = messages.filing.SUPPLEMENT_LACKING
    of_supplement = [each.hint == words.hint for each in record.findings if each.code == words.code]
    return {"lacks_supplement": any(of_supplement), "lacks_tables": not all(of_supplement)}


def _outputs(outputs: Outputs | None) -> dict[str, str]:
    """Return what there is beside the report, by paths below the outbox, '' where it was not written."""
    checklist = outputs and (outputs.checklist_workbook or outputs.checklist)
    page = outputs and outputs.page
    return {"checklist": checklist.name if checklist else "", "page": page.name if page else ""}


def checked_answer(report: CheckedReport) -> dict[str, Any]:
    """Return a report that was checked, worded as a department is."""
    return {
        "department": report.file,
        "title": report.title,
        "year": report.year,
        "readiness": _readiness(report).value,
        "verdict": verdict_words(report),
        "score": "",
        "grade": "",
        "report": "",
        "page": Path(report.copy).name,
        "parts": list(_parts(report)),
        "files": list(_how_checked(report)),
    }


def _how_checked(report: CheckedReport) -> Iterator[str]:
    yield numbers_words(report)
    if unlisted := report.count()[Status.UNCHECKED] - len(report.left_to_readers):
        yield messages.verify.LEFT_UNLISTED.format(count=unlisted)
    if not_read := not_read_words(report):
        yield not_read
    yield data_words(report) or messages.verify.ALONE


def _parts(report: CheckedReport) -> Iterator[dict[str, Any]]:
    """Yield what was found by severity, what a reader is to look at, and what only rounding explains."""
    rounding = [each for each in report.findings if each.code == messages.verify.ROUNDING_CODE]
    for severity in Severity:
        found = [each for each in report.findings if each.severity is severity and each not in rounding]
        if found:
            yield _part(severity.value, messages.filing.SEVERITIES[severity], map(finding_words, found))
    if left := report.left_to_readers:
        lines = [
            messages.verify.LEFT.format(where=each.where, printed=each.claim.printed, why=each.why)
            for each in left[:MOST_LEFT]
        ]
        more = [messages.phrases.AND_MORE.format(count=len(left))] if len(left) > MOST_LEFT else []
        yield _part(Part.UNCHECKED.value, messages.verify.LEFT_TO_READERS, lines + more)
    if rounding:
        heading = messages.filing.CHECKLIST_PARTS[Part.ROUNDING]
        yield _part(Part.ROUNDING.value, heading, map(finding_words, rounding))


def _part(part: str, heading: str, lines: Iterable[str]) -> dict[str, Any]:
    """Return a part of what there is to do, each line and its hint by themselves."""
    arrow = messages.filing.HINT.format(hint="")
    entries = [dict(zip(("text", "_", "hint"), line.partition(arrow), strict=True)) for line in lines]
    return {"part": part, "heading": heading, "entries": entries}


def _readiness(report: CheckedReport) -> Readiness:
    """Return as how ready a checked report is shown."""
    if report.errors:
        return Readiness.PENDING
    return Readiness.READY if report.is_mostly_checked else Readiness.TO_SUPPLY


def failure_answer(failure: Failure) -> dict[str, Any]:
    """Return what could not be done, and why."""
    entry = messages.inventory.ENTRY.format
    return {
        "failure": failure.message,
        "name": failure.file,
        "place": failure.place if failure.place != failure.file else "",
        "files": [entry(file=file, account=account) for file, account in failure.files],
    }
