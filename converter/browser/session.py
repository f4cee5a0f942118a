"""A run in memory, and what is asked of it."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from converter import messages
from converter.api.runs import converted
from converter.batch.run import Job
from converter.conversion import Readiness, checklist_parts, readiness_words, summary_words
from converter.errors import Failure, OutboxError, ReadError
from converter.outbox import PRIVATE, LockedError, Record
from converter.pack import PackError, load_pack
from converter.supplement import write_supplement

PACK = Path("/pack")


def convert(inbox: str, outbox: str, year: int = 0) -> Iterator[str]:
    """Write the reports of all departments of an inbox and the overview of them, and yield JSON objects.

    Packs among the folders of the inbox are those to choose among. The first object has the `total` of
    submissions. Every further one is a `department` with its verdict, what there is to do, what became of
    its files and the path of its report below the outbox; or a `failure`. The last is the `summary`. If the
    run can't begin, the only one is a `refusal`.
    """
    counts: Counter[Readiness] = Counter()
    try:
        job = Job(_packs_in(Path(inbox)), Path(inbox), Path(outbox), year)
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


def packed(outbox: str) -> bytes:
    """Return the files of an outbox as a zip archive, without what the converter keeps for itself."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for path in sorted(Path(outbox).rglob("*")):
            name = path.relative_to(outbox).as_posix()
            if path.is_file() and not name.startswith(PRIVATE):
                archive.writestr(ZipInfo(name), path.read_bytes())
    return data.getvalue()


def blank_supplement(folder: str) -> str:
    """Write the blank supplement into a folder, unless it is there; return its path."""
    pack = load_pack()
    path = Path(folder) / pack.meta.supplement_file
    with suppress(FileExistsError):
        write_supplement(pack, path)
    return str(path)


def _department(record: Record) -> dict[str, Any]:
    parts = checklist_parts(record.findings, record.missing)
    return {
        "department": record.department,
        "year": record.year,
        "readiness": record.readiness.value,
        "verdict": readiness_words(record.readiness, record.counts),
        "score": record.score,
        "grade": record.grade,
        "report": record.report,
        "parts": [
            {"part": part.value, "heading": messages.filing.CHECKLIST_PARTS[part], "entries": entries}
            for part, entries in parts.items()
            if entries
        ],
        "files": [str(item) for item in record.files],
    }


def _failure(failure: Failure) -> dict[str, Any]:
    entry = messages.inventory.ENTRY.format
    return {
        "failure": failure.message,
        "name": failure.file,
        "files": [entry(file=file, account=account) for file, account in failure.files],
    }


def _json(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
