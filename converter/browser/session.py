"""A run in memory, and what is asked of it."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from time import localtime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from converter import messages
from converter.api.runs import converted
from converter.batch.run import Job
from converter.batch.supplements import prefill_supplements
from converter.batch.verification import Verification
from converter.batch.verification import verify as checked
from converter.browser.answers import checked_answer, department_answer, failure_answer
from converter.conversion import Readiness, summary_words
from converter.errors import Failure, OutboxError, ReadError
from converter.outbox import LOG, MANIFEST, PRIVATE, LockedError
from converter.pack import PackError, load_pack, pack_named, shipped_packs
from converter.supplement import write_supplement
from converter.verify.submitted import CheckedReport, counts_words

PACK = Path("/pack")
WORD = ".docx"


def packs() -> str:
    """Return name and title of the packs that come with the program, as JSON."""
    return json.dumps([{"name": name, "title": meta.title} for name, meta in shipped_packs()])


def convert(inbox: str, outbox: str, year: int = 0, pack: str = "") -> Iterator[str]:
    """Write the reports of all departments of an inbox and the overview of them, and yield JSON objects.

    All are made by the pack of this name, if there is one; else by those among the folders of the inbox, else
    by those that come with the program. The first object has the `total` of submissions. Every further one is
    a `department` with its verdict, what there is to do, what became of its files and the path of its report
    below the outbox; or a `failure` that no department tells of. The last is the `summary`. If the run can't
    begin, the only one is a `refusal`.
    """
    counts: Counter[Readiness] = Counter()
    failures: list[Failure] = []
    told: set[tuple[str, str]] = set()
    try:
        job = Job(_packs(pack, _packs_in(Path(inbox))), Path(inbox), Path(outbox), year, side_by_side=True)
        totals: list[int] = []
        for result in converted(job, 1, totals.append):
            while totals:
                yield _json(total=totals.pop())
            if isinstance(result, Failure):
                failures.append(result)
            else:
                counts[result.readiness] += 1
                told.update((result.place, item.file) for item in result.files)
                yield _json(**department_answer(result))
        for failure in failures:
            if (failure.place, failure.file) not in told:
                counts[Readiness.FAILED] += 1
                yield _json(**failure_answer(failure))
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
    checked_reports: list[CheckedReport] = []
    if documents:
        given = Path(data) if any(Path(data).rglob("*")) else None
        job = Verification((), documents, given, pages=Path(pages))
        for result in checked(job, 1):
            if isinstance(result, Failure):
                yield _json(**failure_answer(result))
            else:
                checked_reports.append(result)
                yield _json(**checked_answer(result))
    yield _json(summary=counts_words(checked_reports, len(files) - len(checked_reports)))


def for_people(outbox: str) -> list[str]:
    """Return the paths below an outbox of what is for people: nothing that is for programs, and no comparison
    of departments where there is but one.
    """
    root = Path(outbox)
    paths = sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
    kept_back = {PRIVATE, MANIFEST, LOG}
    if len({path.parts[0] for path in paths if len(path.parts) > 1} - kept_back) == 1:
        kept_back |= {messages.overview.OVERVIEW_FILE, messages.overview.PAGE_FILE}
    return [path.as_posix() for path in paths if path.parts[0] not in kept_back]


def packed(folder: str, paths: Iterable[str]) -> bytes:
    """Return files below a folder as a zip archive, dated now."""
    data, now = BytesIO(), localtime()[:6]
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for path in paths:
            archive.writestr(ZipInfo(path, now), (Path(folder) / path).read_bytes())
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


def _json(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
