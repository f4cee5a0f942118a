"""Check finished reports: one, or a folder of hundreds, against a folder of workbooks if there is one."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from converter import messages
from converter.batch import Pool
from converter.conversion import Conversion
from converter.document.read import PDF, read_pdf
from converter.errors import DocumentError, Failure, ReadError, attempt
from converter.figures import Ledger
from converter.inbox import split_by_department, submissions
from converter.pack import Pack, load_pack
from converter.read import OPENED_BY_OFFICE, as_docx, read_bytes
from converter.verify import CheckedReport, Verifier, write_copy

SUFFIXES = {".docx", *OPENED_BY_OFFICE, PDF}


class Verification(Struct, frozen=True):
    """What to check: files and folders of reports, by a pack, against the workbooks in `data`.

    A copy with comments of every report that has faults goes into the folder `copies`, if there is one.
    """

    pack: Path
    reports: Sequence[Path]
    data: Path | None = None
    password: str = ""
    copies: Path | None = None


def verify(job: Verification, jobs: int = 0) -> Iterator[CheckedReport | Failure]:
    """Yield what became of every report in turn; `jobs` 0: a process a processor, one: this process.

    Before the first, PackError, or FileNotFoundError with a line that says what is not there.
    """
    if job.data and not job.data.is_dir():
        raise FileNotFoundError(messages.screen.INBOX_NONE.format(path=job.data))
    pack = load_pack(job.pack, job.data)
    found = list(_reports(job.reports, pack.meta.review))
    if not found:
        raise FileNotFoundError(
            messages.verify.REPORTS_NONE.format(places=messages.phrases.AND.join(map(str, job.reports)))
        )
    ledgers = _ledgers(job.data, Conversion(pack, job.password)) if job.data else {}
    checker = Checker(pack, ledgers, job.copies)
    count = min(jobs or os.cpu_count() or 1, len(found))
    if count == 1:
        return map(checker.check, found)
    return Pool(checker, count, pack.limits).results(Checker.check, [(path.name, path) for path in found])


def _reports(places: Sequence[Path], review: str) -> Iterator[Path]:
    """Yield the reports in files and folders, in stable order, each once.

    In a folder, review copies (named with `review`), our own checked copies and the history are skipped: they
    say what the report says.
    """
    copies = re.compile(f"{re.escape(review)}|{messages.verify.CHECKED_MARK.format(number='[0-9]*')}")
    found = dict.fromkeys(
        path
        for place in places
        for path in (sorted(place.rglob("*")) if place.is_dir() else [place])
        if path == place
        or not (copies.search(path.stem) or messages.filing.HISTORY in path.relative_to(place).parts)
    )
    yield from (path for path in found if path.suffix.lower() in SUFFIXES and path.name[0] not in "~.")


def _ledgers(folder: Path, conversion: Conversion) -> dict[str, Ledger]:
    """Return the judged ledger of every department in a folder of workbooks, by its name."""
    departments = (
        department
        for submission in submissions(folder)
        for department in split_by_department(submission, conversion.reader)[0]
    )
    return {department.name: conversion.judge(department).ledger for department in departments}


class Checker:
    """Checks the reports of one job, each against the ledger of the department it names."""

    def __init__(self, pack: Pack, ledgers: dict[str, Ledger], copies: Path | None) -> None:
        self._pack, self._ledgers, self._copies = pack, ledgers, copies

    @cached_property
    def _verifier(self) -> Verifier:
        """Made in the process that checks: what is compiled does not travel."""
        return Verifier(self._pack)

    def check(self, path: Path) -> CheckedReport | Failure:
        """Return a checked report, or why it can't be checked."""
        return attempt(path.name, lambda: self._checked(path))

    def _checked(self, path: Path) -> CheckedReport:
        """Return a report checked; of departments it names the one with the longest name counts.

        There is no copy with comments of a .pdf.
        """
        printed = path.suffix.lower() == PDF
        data = read_bytes(path) if printed else as_docx(path)
        try:
            opened = Verifier.from_contents(read_pdf(data, path.name)) if printed else Verifier.open(data)
        except DocumentError:
            raise ReadError(messages.verify.REPORT_UNREADABLE.format(file=path.name)) from None
        named = (name for name in sorted(self._ledgers, key=len, reverse=True) if opened.names(name))
        checked = self._verifier.check(opened, path.name, self._ledgers.get(next(named, "")))
        return write_copy(checked, data, self._copies) if self._copies and not printed else checked
