"""Check finished reports: one, or a folder of hundreds, against a folder of workbooks if there is one."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.batch import PackSet, Pool, in_worker
from converter.batch.verification.reference_data import DepartmentData, ReferenceData, reference_data
from converter.document.read import PDF, read_pdf
from converter.errors import DocumentError, Failure, ReadError, attempt
from converter.pack import Amounts, PackLabel
from converter.read import OPENED_BY_OFFICE, FiledFile, as_docx
from converter.verify.submitted import (
    CheckedReport,
    SubmittedReport,
    Verifier,
    not_read_words,
    write_copy,
    write_under_free_name,
)

WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
SUFFIXES = WORD | OPENED_BY_OFFICE | {PDF}
NAMED = SUFFIXES | {
    ".ofd",
    ".uof",
    ".uot",
    ".wpt",
    ".dot",
    ".mht",
    ".mhtml",
    ".jpg",
    ".jpeg",
    ".png",
    ".tif",
    ".tiff",
}
"""Suffixes of reports, and of files that may be reports but are not read."""


class Verification(Struct, frozen=True):
    """What to check: files and folders of reports, each by the one of the packs that is for it, against the
    workbooks in `data`.

    A copy with comments of every report that has faults goes into the folder `copies`, if there is one, a
    page of every report into the folder `pages`.
    """

    packs: tuple[Path, ...]
    reports: Sequence[Path]
    data: Path | None = None
    password: str = ""
    copies: Path | None = None
    pages: Path | None = None


def verify(job: Verification, jobs: int = 0) -> Iterator[CheckedReport | Failure]:
    """Yield what became of every report in turn; `jobs` 0: a process a processor.

    PackError before the first, or ReadError if there are no reports, or no folder `data`.
    """
    if job.data and not job.data.is_dir():
        raise ReadError(messages.screen.INBOX_NONE.format(path=job.data))
    packs = PackSet(job.packs, job.data, job.password)
    usual = packs.load(packs.usual)
    found = list(_reports(job.reports, usual.meta.review))
    if not found:
        places = messages.phrases.AND.join(map(str, job.reports))
        raise ReadError(messages.verify.REPORTS_NONE.format(places=places))
    count = jobs or os.cpu_count() or 1
    data = reference_data(job.data, packs, usual.limits, count) if job.data else None
    checker = Checker(packs, data, job)
    if len(found) == 1:
        results: Iterable[CheckedReport | Failure] = [
            in_worker(found[0].name, usual.limits, checker.check, found[0])
        ]
    else:
        results = Pool(checker, count, usual.limits).results(
            Checker.check, [(path.name, path) for path in found]
        )
    return chain(data.failures if data else (), results)


def _reports(places: Sequence[Path], review: str) -> Iterator[Path]:
    """Yield the reports in files and folders, in stable order, each once; also those of kinds not read.

    In a folder, the history is skipped, and a copy with comments (named with `review`, or as checked) beside
    what it is a copy of.
    """
    copies = re.compile(f"{re.escape(review)}|{messages.verify.CHECKED_MARK.format(number='[0-9]*')}")
    found = dict.fromkeys(
        path
        for place in places
        for path in (sorted(place.rglob("*")) if place.is_dir() else [place])
        if path == place
        or not (_is_copy(path, copies) or messages.filing.HISTORY in path.relative_to(place).parts)
    )
    yield from (path for path in found if path.suffix.lower() in NAMED and path.name[0] not in "~.")


def _is_copy(path: Path, copies: re.Pattern[str]) -> bool:
    original = copies.sub("", path.stem)
    return original != path.stem and any(path.with_name(original + suffix).exists() for suffix in SUFFIXES)


class Checker:
    """Checks the reports of one job, each against the ledger of the department it names."""

    def __init__(self, packs: PackSet, data: ReferenceData | None, job: Verification) -> None:
        self._packs, self._data, self._job = packs, data, job
        self._verifiers: dict[PackLabel, Verifier] = {}  # made in the process that checks

    def _pack_of(self, report: SubmittedReport) -> PackLabel:
        """Return the pack a report was made by or, if that is none of ours, the one for what its title
        names.
        """
        label = self._packs.titled(report.trail.pack)
        return label or self._packs.choose(report.title_line, report.year).pack

    def _verifier(self, report: SubmittedReport) -> Verifier:
        label = self._pack_of(report)
        if label not in self._verifiers:
            self._verifiers[label] = Verifier(self._packs.load(label))
        return self._verifiers[label]

    def check(self, path: Path) -> CheckedReport | Failure:
        """Return a checked report, or why it can't be checked."""
        return attempt(path.name, lambda: self._checked(path))

    def _checked(self, path: Path) -> CheckedReport:
        """Return a report checked; ReadError if it can't be read or has no number to check.

        There is no copy with comments of a .pdf.
        """
        if path.suffix.lower() not in SUFFIXES:
            raise ReadError(messages.verify.REPORT_OF_OTHER_KIND.format(file=path.name))
        printed = path.suffix.lower() == PDF
        file, limits = FiledFile(path, path.name), self._packs.load(self._packs.usual).limits
        data = file.read_within(limits) if printed else as_docx(file, limits, self._job.password)
        try:
            report = (
                Verifier.from_print(read_pdf(data, path.name, self._job.password))
                if printed
                else Verifier.open(data)
            )
        except DocumentError:
            raise ReadError(messages.verify.REPORT_UNREADABLE.format(file=path.name)) from None
        held_to, used = self._data.of(report) if self._data else (None, None)
        ledger, doubted = (held_to.ledger, held_to.doubted) if held_to else (None, frozenset[str]())
        verifier, pages, copies = self._verifier(report), self._job.pages, self._job.copies
        checked = verifier.check(report, path.name, ledger, doubted, with_relations=pages is not None)
        checked = replace(checked, data=used)
        if not checked.numbers:
            raise ReadError(_without_numbers(checked))
        if pages:
            shown = self._page(checked, report, held_to)
            return write_under_free_name(replace(checked, relations=()), shown, pages, ".html")
        return write_copy(checked, data, copies) if copies and not printed else checked

    def _page(self, checked: CheckedReport, report: SubmittedReport, held_to: DepartmentData | None) -> bytes:
        """Return the page of a report, with the sheets of the workbooks it was held to."""
        from converter.side_by_side import FiledSources, page, verification_page

        if held_to is None:
            return page(verification_page(report, checked))
        label = self._pack_of(report)
        open_sheets, amounts = self._packs.conversion(label).reader.sheets, Amounts(self._packs.load(label))
        sources = FiledSources(held_to.ledger, held_to.files, open_sheets, amounts)
        return page(verification_page(report, checked, sources))


def _without_numbers(checked: CheckedReport) -> str:
    parts = not_read_words(checked)
    unread = messages.verify.NO_NUMBERS_UNREAD.format(parts=parts) if parts else ""
    return messages.verify.NO_NUMBERS.format(file=checked.file, unread=unread)
