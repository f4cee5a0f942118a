"""The year a department's report is for, and what is wrong about it: no accounts, another supplement."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from converter import messages
from converter.errors import ReadError
from converter.figures import Finding, Outcome, Severity
from converter.inbox import Department
from converter.pack import FormKind

FilesByYear = dict[int, str]
"""The first file that states each year."""


class _Filed(Struct, frozen=True):
    """The years of what a department filed, by kind of workbook; of files not read, those in their names.

    `undated` are the files with tables that nothing dates; accounts among them count as not read.
    `of_any_year` is the first file that has accounts nothing dates, or by its name may have, '' for none.
    """

    final: FilesByYear
    budget: FilesByYear
    supplement: FilesByYear
    unread: FilesByYear
    is_unread: bool
    undated: dict[str, int]
    of_any_year: str


class ReportYear(Struct, frozen=True):
    """The year of a report, and what was found about it."""

    year: int
    findings: tuple[Finding, ...]


def report_year(
    department: Department,
    asked: int,
    named: Callable[[str], int],
    accounts_named: Callable[[str], int | None],
) -> ReportYear:
    """Return the year `asked` for, else that of the supplement unless it is last year's, else the latest with
    accounts.

    `named` tells the year in a file's name, `accounts_named` that of accounts in it (None if it names none),
    be it a PDF or an archive that is not opened. Such a file, one that could not be read, or a budget of two
    years on, may tell of accounts that are not there: then there is no report of an earlier year. ReadError
    if no year is known, nothing was filed for it, or it is that of some accounts while others may be later.
    """
    filed = _filed(department, named, accounts_named)
    year = asked or _of_supplement(filed) or _latest(filed)
    if not year:
        raise ReadError(messages.reading.YEAR_NOWHERE.format(department=department.name))
    if filed.of_any_year and year in filed.final and not (asked or filed.supplement):
        raise ReadError(
            messages.filing.LATER_ACCOUNTS_LIKELY.format(
                department=department.name, file=filed.of_any_year, latest=year, other=filed.final[year]
            )
        )
    return ReportYear(year, (*_absent(department.name, filed, year, asked), *_others(filed, year, asked)))


def _filed(
    department: Department, named: Callable[[str], int], accounts_named: Callable[[str], int | None]
) -> _Filed:
    by_kind: dict[FormKind, FilesByYear] = {kind: {} for kind in FormKind}
    undated: dict[str, int] = {}
    is_unread, of_any_year = bool(department.failures), ""
    for filing in department.filings:
        for form in filing.forms:
            if form.title_block.year:
                by_kind[form.kind].setdefault(form.title_block.year, filing.file)
            elif form.kind is not FormKind.SUPPLEMENT:
                undated[filing.file] = undated.get(filing.file, 0) + 1
                if form.kind is FormKind.FINAL:
                    is_unread, of_any_year = True, of_any_year or filing.file
    unread = {accounts_named(unused.name) or 0: unused.name for unused in department.unused}
    unread |= {named(failure.file): failure.file for failure in department.failures}
    unread.pop(0, None)
    damaged = (failure.file for failure in department.failures if accounts_named(failure.file) == 0)
    return _Filed(
        by_kind[FormKind.FINAL],
        by_kind[FormKind.BUDGET],
        by_kind[FormKind.SUPPLEMENT],
        unread,
        is_unread,
        undated,
        of_any_year or next(damaged, ""),
    )


def _of_supplement(filed: _Filed) -> int:
    """Return the year of the supplement, 0 if it is last year's: accounts and a budget were filed for the
    next year, and for its own no budget.
    """
    year = max(filed.supplement, default=0)
    is_last_years = year + 1 in filed.final.keys() & filed.budget.keys() and year not in filed.budget
    return 0 if is_last_years else year


def _latest(filed: _Filed) -> int:
    """Return the latest year with accounts; a later one if they are likely among what was not read."""
    final, budget = max(filed.final, default=0), max(filed.budget, default=0)
    final = max(final, *filed.unread, 0)
    if filed.is_unread:
        return max(final, budget, *filed.unread)
    return budget if not final or budget > final + 1 else final


def _absent(department: str, filed: _Filed, year: int, asked: int) -> Iterator[Finding]:
    """Yield the finding that there are accounts, but none of the report's year."""
    if year in filed.final or not (filed.final or filed.is_unread or asked):
        return
    by_kind = (filed.supplement, filed.budget, filed.unread)
    file = next((by_year[year] for by_year in by_kind if year in by_year), "")
    words = messages.filing.YEAR_FILED if file else messages.filing.YEAR_ASKED
    latest = max(filed.final, default=0)
    there = messages.filing.LATEST_ACCOUNTS.format(year=latest, file=filed.final[latest]) if latest else ""
    finding = Finding.worded(
        messages.filing.ACCOUNTS_ABSENT,
        Severity.ERROR,
        Outcome.NOT_EVALUABLE,
        evidence=words.format(file=file, year=year),
        year=year,
        there=there,
    )
    if year not in filed.supplement and year not in filed.budget:
        raise ReadError(messages.filing.NOTHING_OF_YEAR.format(department=department, reason=finding.message))
    yield finding


def _others(filed: _Filed, year: int, asked: int) -> Iterator[Finding]:
    """Yield what was filed for other years than it should be, or for none."""
    latest = max(filed.final, default=0)
    if latest > year and not asked:
        yield Finding.worded(
            messages.filing.SUPPLEMENT_EARLIER,
            Severity.ERROR,
            Outcome.DIFFERS,
            supplement=filed.supplement[year],
            year=year,
            latest=latest,
            file=filed.final[latest],
        )
    if filed.supplement and year not in filed.supplement:
        other = max(filed.supplement)
        yield Finding.worded(
            messages.filing.SUPPLEMENT_OTHER,
            Severity.WARNING,
            Outcome.DIFFERS,
            supplement=filed.supplement[other],
            other=other,
            year=year,
        )
    for other in sorted(filed.final.keys() & filed.budget.keys() & filed.supplement.keys() - {year}):
        yield Finding.worded(
            messages.filing.OTHER_YEARS, Severity.NOTE, Outcome.HOLDS,
            file=filed.final[other], other=other, year=year,
        )  # fmt: skip
    for file, count in filed.undated.items():
        yield Finding.worded(
            messages.reading.UNDATED, Severity.ERROR, Outcome.NOT_EVALUABLE, file=file, count=count
        )
