"""All departments together: a row for each result of a run, then everything that follows from the rows."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter import messages
from converter.batch import in_worker
from converter.conversion import Readiness
from converter.errors import Failure
from converter.figures import Figure
from converter.inbox import Roster, read_roster, roster_files
from converter.outbox import Record
from converter.overview.filing_status import (
    FilingIssue,
    expected_year,
    filing_issues,
    match_roster,
    with_remarks,
)
from converter.overview.outliers import Outlier, outliers
from converter.overview.rows import DepartmentRow, row_of
from converter.overview.totals import Total, bureau_figures, bureau_files, totals
from converter.pack import Pack, PackLabel


class Overview(Struct, frozen=True):
    """All departments at a glance.

    `year` is the one expected of all. `strays` are rows of files that are of no department. `has_roster` and
    `has_bureau` say whether the bureau's list and totals were there. `faults` are lines about those of the
    bureau's files that could not be used.
    """

    pack: Pack
    year: int
    rows: list[DepartmentRow]
    strays: list[DepartmentRow]
    filing_issues: list[FilingIssue]
    outliers: list[Outlier]
    totals: list[Total]
    has_roster: bool
    has_bureau: bool
    faults: list[str]

    @property
    def subject(self) -> str:
        """What all the reports are about, and of which year."""
        return messages.overview.SUBJECT.format(year=self.year, subject=self.pack.words.subject)


class OverviewBuilder:
    """Takes the results of a run, and keeps only a row of each department."""

    def __init__(self, pack: Pack, load: Callable[[PackLabel], Pack] | None = None) -> None:
        self._pack = pack
        self._load = load or (lambda label: pack)
        self._rows: list[DepartmentRow] = []
        self._strays: list[DepartmentRow] = []

    def add(self, results: Iterable[Record | Failure]) -> None:
        """Add the results of one submission: files that failed beside a department are a note on its row."""
        rows = [row_of(result, self._pack_of(result)) for result in results]
        if all(row.name == messages.filing.LOOSE for row in rows):
            self._strays += rows
            return
        failed = [row for row in rows if row.readiness is Readiness.FAILED]
        done = [row for row in rows if row.readiness is not Readiness.FAILED]
        if done:
            notes = tuple(note for row in failed for note in row.notes)
            self._rows += [replace(row, notes=(*row.notes, *notes)) for row in done]
        else:
            by_name: dict[str, list[DepartmentRow]] = {}
            for row in failed:
                by_name.setdefault(row.name, []).append(row)
            self._rows += [
                replace(
                    of_name[0],
                    files=tuple(file for row in of_name for file in row.files),
                    notes=tuple(note for row in of_name for note in row.notes),
                )
                for of_name in by_name.values()
            ]

    def _pack_of(self, result: Record | Failure) -> Pack:
        return self._pack if isinstance(result, Failure) else self._load(result.pack)

    def overview(self, inbox: Path, year: int = 0) -> Overview:
        """Return all departments together, with the bureau's list and totals if the inbox has them.

        `year` is the one expected, 0 for the one most departments filed for.
        """
        faults: list[str] = []
        roster, shapes = self._roster(inbox, faults), self._pack.overview
        rows = match_roster(self._rows, roster)
        year = year or expected_year(rows)
        bureau = self._bureau(inbox, year, faults)
        rows, issues = with_remarks(rows, filing_issues(rows, roster, year, shapes.roster_codes))
        return Overview(
            pack=self._pack,
            year=year,
            rows=rows,
            strays=self._strays,
            filing_issues=issues,
            outliers=outliers(rows, shapes.columns, shapes.outliers, self._pack.units),
            totals=list(totals(rows, self._pack, year, bureau)),
            has_roster=roster is not None,
            has_bureau=bool(bureau),
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
        return read

    def _bureau(self, inbox: Path, year: int, faults: list[str]) -> dict[str, Figure]:
        files, limits = bureau_files(inbox, self._pack), self._pack.limits
        if not files:
            return {}
        read = in_worker(messages.overview.BUREAU, limits, bureau_figures, files, self._pack, year)
        if isinstance(read, Failure):
            faults.append(messages.overview.BUREAU_UNUSED.format(fault=read.message))
            return {}
        return read
