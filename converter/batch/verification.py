"""Check finished reports: one, or a folder of hundreds, against a folder of workbooks if there is one."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from converter import messages
from converter.batch import Pool, in_worker, load_pack_beside
from converter.conversion import Conversion
from converter.document.read import PDF, read_pdf
from converter.errors import DocumentError, Failure, ReadError, attempt
from converter.figures import Ledger, Severity
from converter.inbox import Department, Submission, joined, split_by_department, submissions
from converter.pack import Pack
from converter.read import OPENED_BY_OFFICE, FiledFile, as_docx
from converter.verify.submitted import (
    CheckedReport,
    Data,
    SubmittedReport,
    Verifier,
    not_read_words,
    write_copy,
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
    """What to check: files and folders of reports, by a pack, against the workbooks in `data`.

    A copy with comments of every report that has faults goes into the folder `copies`, if there is one.
    """

    pack: Path
    reports: Sequence[Path]
    data: Path | None = None
    password: str = ""
    copies: Path | None = None


def verify(job: Verification, jobs: int = 0) -> Iterator[CheckedReport | Failure]:
    """Yield what became of every report in turn; `jobs` 0: a process a processor.

    Before the first, PackError, or FileNotFoundError with a line that says what is not there.
    """
    if job.data and not job.data.is_dir():
        raise FileNotFoundError(messages.screen.INBOX_NONE.format(path=job.data))
    pack = load_pack_beside(job.pack, job.data)
    found = list(_reports(job.reports, pack.meta.review))
    if not found:
        raise FileNotFoundError(
            messages.verify.REPORTS_NONE.format(places=messages.phrases.AND.join(map(str, job.reports)))
        )
    count = jobs or os.cpu_count() or 1
    data = _reference_data(job.data, Conversion(pack, job.password), count) if job.data else None
    checker = Checker(pack, data, job.password, job.copies)
    if len(found) == 1:
        results: Iterable[CheckedReport | Failure] = [
            in_worker(found[0].name, pack.limits, checker.check, found[0])
        ]
    else:
        results = Pool(checker, count, pack.limits).results(
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


class ReferenceData(Struct, frozen=True):
    """The ledgers in a folder of workbooks by department, and what of the folder could not be read.

    `doubted` are figures of theirs that an error is about.
    """

    ledgers: dict[str, Ledger] = field(default_factory=dict)
    doubted: dict[str, frozenset[str]] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def of(self, report: SubmittedReport) -> tuple[Ledger | None, Data]:
        """Return the ledger a report is to be checked against, and what to say of it.

        Of the departments that the report names, the one with the longest name counts.
        """
        if not self.ledgers:
            return None, Data(why=messages.verify.DATA_EMPTY)
        name = next((name for name in sorted(self.ledgers, key=len, reverse=True) if report.names(name)), "")
        if not name:
            departments = messages.phrases.AND.join(sorted(self.ledgers))
            return None, Data(why=messages.verify.DATA_OF_NOBODY.format(departments=departments))
        ledger = self.ledgers[name]
        if report.year and report.year != ledger.year:
            why = messages.verify.DATA_OF_ANOTHER_YEAR.format(
                year=report.year, department=name, data_year=ledger.year
            )
            return None, Data(why=why)
        return ledger, Data(name, ledger.year)


class Checker:
    """Checks the reports of one job, each against the ledger of the department it names."""

    def __init__(self, pack: Pack, data: ReferenceData | None, password: str, copies: Path | None) -> None:
        self._pack, self._data, self._password, self._copies = pack, data, password, copies

    @cached_property
    def _verifier(self) -> Verifier:
        """Made in the process that checks: what is compiled does not travel."""
        return Verifier(self._pack)

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
        file, limits = FiledFile(path, path.name), self._pack.limits
        data = file.read_within(limits) if printed else as_docx(file, limits, self._password)
        try:
            report = (
                Verifier.from_print(read_pdf(data, path.name, self._password))
                if printed
                else Verifier.open(data)
            )
        except DocumentError:
            raise ReadError(messages.verify.REPORT_UNREADABLE.format(file=path.name)) from None
        ledger, used = self._data.of(report) if self._data else (None, None)
        doubted = self._data.doubted.get(used.department, frozenset()) if self._data and used else frozenset()
        checked = replace(self._verifier.check(report, path.name, ledger, doubted), data=used)
        if not checked.numbers:
            raise ReadError(_without_numbers(checked))
        return write_copy(checked, data, self._copies) if self._copies and not printed else checked


def _without_numbers(checked: CheckedReport) -> str:
    parts = not_read_words(checked)
    unread = messages.verify.NO_NUMBERS_UNREAD.format(parts=parts) if parts else ""
    return messages.verify.NO_NUMBERS.format(file=checked.file, unread=unread)


def _reference_data(folder: Path, conversion: Conversion, processes: int) -> ReferenceData:
    """Return what the workbooks below a folder give; what can't be read costs only itself."""
    pool = Pool(conversion, processes, conversion.reader.limits)
    found = _read(pool, submissions(folder))
    twice = _of_same_departments(found)
    found = [each for each in found if not any(each[0] in several for several in twice)]
    found += _read(pool, [joined(several) for several in twice])
    ledgers: dict[str, Ledger] = {}
    doubted: dict[str, frozenset[str]] = {}
    failures: list[Failure] = []
    for submission, answers in found:
        failures += (Failure(submission.name, line) for line in submission.unseen)
        for each in answers:
            if isinstance(each, Failure):
                failures.append(each)
            else:
                name, ledgers[name], doubted[name] = each
    return ReferenceData(ledgers, doubted, tuple(failures))


Answers = list[tuple[str, Ledger, frozenset[str]] | Failure]


def _read(pool: Pool[Conversion], filed: Sequence[Submission]) -> list[tuple[Submission, Answers]]:
    """Return what each submission gives."""
    answers = pool.results(_ledgers, [(submission.name, submission) for submission in filed])
    return [
        (submission, [answer] if isinstance(answer, Failure) else answer)
        for submission, answer in zip(filed, answers, strict=True)
    ]


def _of_same_departments(found: Sequence[tuple[Submission, Answers]]) -> list[list[Submission]]:
    """Return the submissions that give ledgers of a department together, where there are several of one."""
    groups: list[tuple[set[str], list[Submission]]] = []
    for submission, answers in found:
        names, together = {each[0] for each in answers if not isinstance(each, Failure)}, [submission]
        for group in [group for group in groups if not names.isdisjoint(group[0])]:
            groups.remove(group)
            names, together = names | group[0], group[1] + together
        groups.append((names, together))
    return [together for _, together in groups if len(together) > 1]


def _ledgers(conversion: Conversion, submission: Submission) -> Answers:
    """Return the ledger of every department in a submission, and what of it could not be read."""
    split = split_by_department(submission, conversion.reader)
    judged = [
        attempt(department.name, partial(_ledger, department, conversion)) for department in split.departments
    ]
    return [*split.failures, *judged]


def _ledger(department: Department, conversion: Conversion) -> tuple[str, Ledger, frozenset[str]]:
    """Return a department's name, its ledger, and the figures that an error is about."""
    judged = conversion.judge(department)
    errors = (finding for finding in judged.findings if finding.severity is Severity.ERROR)
    doubted = judged.ledger.figures_from(cell for finding in errors for cell in finding.cells)
    figures = Ledger(department.name, judged.ledger.year, judged.ledger.figures)  # the rest stays where it is
    return department.name, figures, doubted
