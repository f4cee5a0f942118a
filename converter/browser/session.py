"""A run in memory, and what is asked of it."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from converter import messages
from converter.api.runs import converted
from converter.batch.run import Job
from converter.batch.supplements import prefill_supplements
from converter.batch.verification import Verification
from converter.batch.verification import verify as checked
from converter.conversion import Readiness, checklist_parts, readiness_words, summary_words
from converter.errors import Failure, OutboxError, ReadError
from converter.figures import Severity
from converter.outbox import LOG, MANIFEST, PRIVATE, LockedError, Outputs, Record
from converter.pack import PackError, load_pack, pack_named, shipped_packs
from converter.supplement import write_supplement
from converter.verify.submitted import (
    CheckedReport,
    counts_words,
    data_words,
    finding_words,
    not_read_words,
    verdict_words,
)

PACK = Path("/pack")
WORD = ".docx"


def packs() -> str:
    """Return name and title of the packs that come with the program, as JSON."""
    return json.dumps([{"name": name, "title": meta.title} for name, meta in shipped_packs()])


def convert(inbox: str, outbox: str, year: int = 0, pack: str = "") -> Iterator[str]:
    """Write the reports of all departments of an inbox and the overview of them, and yield JSON objects.

    All are made by the pack of this name, if there is one; else by those among the folders of the inbox, else
    by those that come with the program. The first object has the `total` of
    submissions. Every further one is a `department` with its verdict, what there is to do, what became of
    its files and the path of its report below the outbox; or a `failure`. The last is the `summary`. If the
    run can't begin, the only one is a `refusal`.
    """
    counts: Counter[Readiness] = Counter()
    try:
        job = Job(_packs(pack, _packs_in(Path(inbox))), Path(inbox), Path(outbox), year, side_by_side=True)
        totals: list[int] = []
        for result in converted(job, 1, totals.append):
            while totals:
                yield _json(total=totals.pop())
            counts[Readiness.FAILED if isinstance(result, Failure) else result.readiness] += 1
            yield _json(**(_failure(result) if isinstance(result, Failure) else _department(result)))
        yield _json(summary=summary_words(counts))
    except (PackError, ReadError, OutboxError, LockedError) as refusal:
        yield _json(refusal=str(refusal))


def _packs_in(inbox: Path) -> tuple[Path, ...]:
    """Return the packs among the workbooks, taken out of the inbox."""
    shutil.rmtree(PACK, ignore_errors=True)
    return tuple(
        Path(shutil.move(found.parent, PACK / found.parent.name))
        for found in sorted(inbox.glob("*/pack.yaml"))
    )


def _packs(asked: str, found: tuple[Path, ...]) -> tuple[Path, ...]:
    return (pack_named(asked),) if asked else found


def verify(reports: str, data: str, pages: str) -> Iterator[str]:
    """Check the reports in a folder against the workbooks in another, and write a page of each.

    Yields JSON objects as `convert` does: of a report its verdict, its findings and the path of its page; a
    file that is no .docx is a `failure`.
    """
    files = sorted(path for path in Path(reports).rglob("*") if path.is_file())
    documents = [path for path in files if path.suffix.lower() == WORD]
    yield _json(total=len(files))
    for other in (path for path in files if path not in documents):
        yield _json(failure=messages.verify.ONLY_WORD_HERE.format(file=other.name), name=other.name, files=[])
    wrong, failed = 0, len(files) - len(documents)
    if documents:
        given = Path(data) if any(Path(data).rglob("*")) else None
        job = Verification((), documents, given, pages=Path(pages))
        for result in checked(job, 1):
            failed += isinstance(result, Failure)
            wrong += not isinstance(result, Failure) and result.errors > 0
            yield _json(**(_failure(result) if isinstance(result, Failure) else _checked(result)))
    yield _json(summary=counts_words(len(files) - wrong - failed, wrong, failed))


def for_people(outbox: str) -> list[str]:
    """Return the paths below an outbox of what is for people: nothing that is for programs, and no comparison
    of departments where there is but one.
    """
    root = Path(outbox)
    paths = sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
    left_out = {PRIVATE, MANIFEST, LOG}
    if len({path.parts[0] for path in paths if len(path.parts) > 1} - left_out) == 1:
        left_out |= {messages.overview.OVERVIEW_FILE, messages.overview.PAGE_FILE}
    return [path.as_posix() for path in paths if path.parts[0] not in left_out]


def packed(folder: str, paths: Iterable[str]) -> bytes:
    """Return files below a folder as a zip archive; the same files give the same bytes."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for path in paths:
            archive.writestr(ZipInfo(path), (Path(folder) / path).read_bytes())
    return data.getvalue()


def prefilled_supplements(inbox: str, folder: str, year: int = 0, pack: str = "") -> list[str]:
    """Write a supplement for every department of an inbox into a folder, with what is known already, and a
    text that says for which there is none and why; return their paths below the folder.
    """
    root, found = Path(folder), tuple(sorted(PACK.glob("*")))  # as the conversion before found them
    steps = prefill_supplements(Job(_packs(pack, found), Path(inbox), year=year), root, 1)
    failures = [each.message for _, results in steps for each in results if isinstance(each, Failure)]
    if failures:
        (root / messages.filing.NOT_PREFILLED).write_text("\n".join(failures), "utf-8-sig")
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def blank_supplement(folder: str, pack: str = "") -> str:
    """Write the blank supplement of a pack into a folder, and return its name."""
    asked = load_pack(pack_named(pack)) if pack else load_pack()
    write_supplement(asked, Path(folder) / asked.meta.supplement_file)
    return asked.meta.supplement_file


def _department(record: Record) -> dict[str, Any]:
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
        "parts": [
            _part(part.value, messages.filing.CHECKLIST_PARTS[part], entries)
            for part, entries in parts.items()
            if entries
        ],
        "files": [str(item) for item in record.files],
    }


def _outputs(outputs: Outputs | None) -> dict[str, str]:
    """Return what there is beside the report, by paths below the outbox, '' where it was not written."""
    checklist = outputs and (outputs.checklist_workbook or outputs.checklist)
    page = outputs and outputs.page
    return {"checklist": checklist.name if checklist else "", "page": page.name if page else ""}


def _checked(report: CheckedReport) -> dict[str, Any]:
    """Return a report that was checked, worded as a department is."""
    by_severity: dict[Severity, list[str]] = {}
    for finding in report.findings:
        by_severity.setdefault(finding.severity, []).append(finding_words(finding))
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
        "parts": [
            _part(severity.value, messages.filing.SEVERITIES[severity], entries)
            for severity, entries in sorted(by_severity.items())
        ],
        "files": list(filter(None, (not_read_words(report), data_words(report) or messages.verify.ALONE))),
    }


def _part(part: str, heading: str, lines: list[str]) -> dict[str, Any]:
    """Return a part of what there is to do, each line with its hint apart."""
    arrow = messages.filing.HINT.format(hint="")
    entries = [dict(zip(("text", "_", "hint"), line.partition(arrow), strict=True)) for line in lines]
    return {"part": part, "heading": heading, "entries": entries}


def _readiness(report: CheckedReport) -> Readiness:
    """Return as how ready a checked report is shown."""
    if report.errors:
        return Readiness.PENDING
    return Readiness.READY if report.is_mostly_checked else Readiness.TO_SUPPLY


def _failure(failure: Failure) -> dict[str, Any]:
    entry = messages.inventory.ENTRY.format
    return {
        "failure": failure.message,
        "name": failure.file,
        "place": failure.place if failure.place != failure.file else "",
        "files": [entry(file=file, account=account) for file, account in failure.files],
    }


def _json(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
