"""Who has not filed, who filed twice, who is not on the roster, who filed for another year."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.conversion import Readiness
from converter.inbox import Roster, RosterEntry
from converter.overview.rows import DepartmentRow


class FilingIssueKind(StrEnum):
    """What is wrong about a department's filing; the words shown are in `messages.overview.FILING_ISSUES`."""

    NOT_FILED = "not-filed"
    TWICE = "twice"
    UNLISTED = "unlisted"
    OTHER_YEAR = "other-year"
    YEARS_VARY = "years-vary"
    LISTED_TWICE = "listed-twice"
    SCOPE = "scope"


class FilingIssue(Struct, frozen=True):
    """One thing wrong about who filed what: of which kind, about which row, explained in a sentence."""

    kind: FilingIssueKind
    row: DepartmentRow
    explanation: str


def match_roster(rows: Iterable[DepartmentRow], roster: Roster | None) -> list[DepartmentRow]:
    """Return the rows under their names in the roster, and behind them a row for each that has not filed."""
    if roster is None:
        return list(rows)
    filed, seen = list[DepartmentRow](), set[str]()
    for row in rows:
        entry = roster.find(row.name, row.place)
        if entry:
            seen.add(entry.name)
        filed.append(_as_listed(row, entry) if entry else row)
    absent = {entry.name: entry for entry in roster.entries if entry.name not in seen}
    return [
        *filed,
        *(_as_listed(DepartmentRow(name, Readiness.NOT_FILED), entry) for name, entry in absent.items()),
    ]


def expected_years(rows: Iterable[DepartmentRow]) -> list[int]:
    """Return the years that several departments filed for, the one of most first, the later of two; that of
    one department alone where there is no other, [0] if none filed.
    """
    years = Counter(row.year for row in rows if row.year)
    ranked = sorted(years, key=lambda year: (-years[year], -year))
    return [year for at, year in enumerate(ranked) if not at or years[year] > 1] or [0]


def filing_issues(
    rows: list[DepartmentRow], roster: Roster | None, year: int, codes: Collection[str]
) -> list[FilingIssue]:
    """Return what is wrong about who filed what, for a `year` if one was asked for; findings with these
    `codes` count too.
    """
    issues = [*_twice(rows), *_other_year(rows, year), *_scope(rows, codes)]
    if roster:
        issues += [*_not_filed(rows), *_unlisted(rows, roster), *_listed_twice(roster)]
    order = list(FilingIssueKind)
    return sorted(issues, key=lambda issue: order.index(issue.kind))


def with_remarks(
    rows: list[DepartmentRow], issues: list[FilingIssue]
) -> tuple[list[DepartmentRow], list[FilingIssue]]:
    """Return the rows, and the issues about them, with a word for each issue on its row."""
    remarks: dict[int, list[str]] = {}  # by the identity of a row: two filings may have one name
    for issue in issues:
        remarks.setdefault(id(issue.row), []).append(messages.overview.FILING_ISSUES[issue.kind])
    remarked = {id(row): replace(row, remarks=tuple(dict.fromkeys(remarks.get(id(row), ())))) for row in rows}
    return [*remarked.values()], [
        replace(issue, row=remarked.get(id(issue.row), issue.row)) for issue in issues
    ]


def _as_listed(row: DepartmentRow, entry: RosterEntry) -> DepartmentRow:
    """Return the row under its name in the roster, with what that says of it."""
    notes = row.notes
    if entry.name != row.name and row.readiness is not Readiness.FAILED:
        notes = (*notes, messages.overview.FILED_AS.format(name=row.name))
    return replace(
        row, name=entry.name, code=entry.code, parent=entry.parent, level=entry.level, kind=entry.kind,
        aliases=entry.aliases, notes=notes,
    )  # fmt: skip


def _not_filed(rows: list[DepartmentRow]) -> Iterator[FilingIssue]:
    for row in rows:
        if row.readiness is Readiness.NOT_FILED:
            yield FilingIssue(FilingIssueKind.NOT_FILED, row, messages.overview.NOT_FILED)


def _twice(rows: list[DepartmentRow]) -> Iterator[FilingIssue]:
    """Yield the filings, and failures named like one, that come after a filing of the same name and year."""
    first: dict[tuple[str, int], DepartmentRow] = {}
    for row in rows:
        if row.year and (other := first.setdefault((row.name, row.year), row)) is not row:
            explanation = messages.overview.FILED_TWICE.format(
                first=other.place, second=row.place, year=row.year
            )
            yield FilingIssue(FilingIssueKind.TWICE, row, explanation)
    names = {name for name, _ in first}
    for row in rows:
        if row.readiness is Readiness.FAILED and row.name in names:
            yield FilingIssue(FilingIssueKind.TWICE, row, messages.overview.AND_THEN.join(row.notes))


def _unlisted(rows: list[DepartmentRow], roster: Roster) -> Iterator[FilingIssue]:
    for row in rows:
        if roster.find(row.name) is None:
            yield FilingIssue(
                FilingIssueKind.UNLISTED, row, messages.overview.UNLISTED.format(roster=roster.file)
            )


def _other_year(rows: list[DepartmentRow], year: int) -> Iterator[FilingIssue]:
    """Yield what was filed for another year than asked; where none was asked, than most others were, unless
    the same department filed for theirs, too.
    """
    years = [year] if year else expected_years(rows)
    kind = FilingIssueKind.OTHER_YEAR if year else FilingIssueKind.YEARS_VARY
    words = messages.overview.OTHER_YEAR if year else messages.overview.YEARS_VARY
    expected = messages.phrases.OR.join(map(str, years))
    as_expected = set() if year else {row.name for row in rows if row.year in years}
    for row in rows:
        if row.year and row.year not in years and row.name not in as_expected:
            yield FilingIssue(kind, row, words.format(year=row.year, expected=expected))


def _listed_twice(roster: Roster) -> Iterator[FilingIssue]:
    for name in roster.listed_twice:
        row = DepartmentRow(name, Readiness.NOT_FILED)
        yield FilingIssue(
            FilingIssueKind.LISTED_TWICE, row, messages.overview.LISTED_TWICE.format(roster=roster.file)
        )


def _scope(rows: list[DepartmentRow], codes: Collection[str]) -> Iterator[FilingIssue]:
    for row in rows:
        for finding in row.findings:
            if finding.code in codes:
                yield FilingIssue(FilingIssueKind.SCOPE, row, finding.message)
