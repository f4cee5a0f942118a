"""All departments together: a row for each result of a run, then everything that follows from the rows."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.batch import in_worker
from converter.conversion import Readiness
from converter.errors import Failure
from converter.figures import Figure
from converter.inbox import Roster, read_roster, roster_files
from converter.outbox import Record
from converter.overview.cohorts import Cohort, cohorts_of
from converter.overview.filing_status import (
    FilingIssue,
    expected_years,
    filing_issues,
    match_roster,
    with_remarks,
)
from converter.overview.outliers import Outlier
from converter.overview.rows import DepartmentRow, department_row
from converter.overview.totals import bureau_figures, bureau_files
from converter.pack import OverviewColumn, Pack, PackLabel, Unit

Value = TypeVar("Value")
MOST_NAMED = 5  # of the rows of a roster that were taken for no department


class Overview(Struct, frozen=True, dict=True):
    """All departments at a glance, in `cohorts` those of one year and pack.

    `pack` is the usual one, `year` the one expected of all. `strays` are rows of files that are of no
    department. `has_roster` says whether the bureau's list was there. `faults` are lines about those of the
    bureau's files that could not be used.
    """

    pack: Pack
    year: int
    rows: list[DepartmentRow]
    strays: list[DepartmentRow]
    filing_issues: list[FilingIssue]
    cohorts: list[Cohort]
    has_roster: bool
    faults: list[str]

    @property
    def subject(self) -> str:
        """What all the reports are about, and of which years."""
        years = sorted({cohort.year for cohort in self.cohorts} or {self.year})
        subjects = dict.fromkeys(pack.words.subject for pack in self.packs)
        return messages.overview.SUBJECT.format(
            year=messages.phrases.AND.join(map(str, years)), subject=messages.phrases.AND.join(subjects)
        )

    @property
    def titles(self) -> str:
        """The titles of all packs that reports are by."""
        return messages.phrases.AND.join(dict.fromkeys(str(cohort.label) for cohort in self.cohorts))

    @cached_property
    def packs(self) -> list[Pack]:
        """The packs of the cohorts, each once; the usual one if there are none."""
        by_label = {cohort.label: cohort.pack for cohort in self.cohorts}
        return [*by_label.values()] or [self.pack]

    @cached_property
    def columns(self) -> dict[str, OverviewColumn]:
        """The figures shown of departments, by label: those of all packs."""
        return _first_of_each(pack.overview.columns for pack in self.packs)

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return _first_of_each(pack.units for pack in self.packs)

    def unit_of(self, label: str) -> Unit:
        """Return the unit that a figure shown of departments is printed in."""
        return self._units[self.columns[label].unit]

    @property
    def outliers(self) -> list[Outlier]:
        """Who is out of the ordinary in its cohort."""
        return [outlier for cohort in self.cohorts for outlier in cohort.outliers]


def _first_of_each(several: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    """Return the entries of several mappings, in order; of those with one key the first."""
    found: dict[str, Value] = {}
    for each in several:
        for key, value in each.items():
            found.setdefault(key, value)
    return found


def _one_a_name(rows: Iterable[DepartmentRow]) -> list[DepartmentRow]:
    """Return one row for the rows of each name, with the files and notes of all of them."""
    by_name: dict[str, list[DepartmentRow]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    return [
        replace(
            of_name[0],
            files=tuple(file for row in of_name for file in row.files),
            notes=tuple(note for row in of_name for note in row.notes),
        )
        for of_name in by_name.values()
    ]


class OverviewBuilder:
    """Takes the results of a run, and keeps only a row of each department."""

    def __init__(self, pack: Pack, load: Callable[[PackLabel], Pack] | None = None) -> None:
        self._pack = pack
        self._load = load or (lambda label: pack)
        self._rows: list[DepartmentRow] = []
        self._strays: list[DepartmentRow] = []

    def add(self, results: Iterable[Record | Failure]) -> None:
        """Add the results of one submission: files that failed beside a department are a note on its row."""
        rows = [department_row(result, self._pack_of(result)) for result in results]
        if all(row.name == messages.filing.LOOSE for row in rows):
            self._strays += rows
            return
        failed = [row for row in rows if row.readiness is Readiness.FAILED]
        done = [row for row in rows if row.readiness is not Readiness.FAILED]
        if done:
            notes = tuple(note for row in failed for note in row.notes)
            self._rows += [replace(row, notes=(*row.notes, *notes)) for row in done]
        else:
            self._rows += _one_a_name(failed)

    def _pack_of(self, result: Record | Failure) -> Pack:
        return self._pack if isinstance(result, Failure) else self._load(result.pack)

    def overview(self, inbox: Path, year: int = 0) -> Overview:
        """Return all departments together, with the bureau's list and totals if the inbox has them.

        `year` is the one expected, 0 for the one most departments filed for.
        """
        faults: list[str] = []
        roster, shapes = self._roster(inbox, faults), self._pack.overview
        rows = match_roster(self._rows, roster)
        rows, issues = with_remarks(rows, filing_issues(rows, roster, year, shapes.roster_codes))
        return Overview(
            pack=self._pack,
            year=year or expected_years(rows)[0],
            rows=rows,
            strays=self._strays,
            filing_issues=issues,
            cohorts=cohorts_of(rows, self._load, partial(self._bureau, inbox, faults)),
            has_roster=roster is not None,
            faults=faults,
        )

    def _roster(self, inbox: Path, faults: list[str]) -> Roster | None:
        files = roster_files(inbox, self._pack)
        if not files:
            return None
        read = in_worker(messages.overview.ROSTER, self._pack.limits, read_roster, files, self._pack)
        if isinstance(read, Failure):
            faults.append(messages.overview.ROSTER_UNUSED.format(fault=read.message))
            return None
        if read.passed_over:
            words, count = messages.overview.ROSTER_PASSED_OVER, len(read.passed_over)
            rows = messages.phrases.AND.join(read.passed_over[:MOST_NAMED])
            faults.append(words.format(file=read.file, count=count, rows=rows))
        return read

    def _bureau(self, inbox: Path, faults: list[str], year: int, pack: Pack) -> dict[str, Figure]:
        files = bureau_files(inbox, pack)
        if not files:
            return {}
        read = in_worker(messages.overview.BUREAU, pack.limits, bureau_figures, files, pack, year)
        if isinstance(read, Failure):
            faults.append(messages.overview.BUREAU_UNUSED.format(fault=read.message))
            return {}
        return read
