"""Gather a run's records into rows one after the other, and see them together when all are in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from converter import messages
from converter.conversion import Readiness
from converter.errors import Failure, attempt
from converter.figures import Figure
from converter.outbox import Record
from converter.overview.filing_status import FilingIssue, expected_year, filing_issues, listed
from converter.overview.outliers import Outlier, outliers
from converter.overview.roster import Roster, read_roster
from converter.overview.rows import DepartmentRow, row_of
from converter.overview.totals import Total, bureau_figures, totals
from converter.pack import Pack


@dataclass(frozen=True, slots=True)
class Overview:
    """All departments at a glance.

    `year` is the one expected of all; `roster` and `bureau` say whether the bureau's list and totals were
    there. `faults` are lines about those of the bureau's files that could not be used.
    """

    pack: Pack
    year: int
    rows: list[DepartmentRow]
    calls: list[FilingIssue]
    outliers: list[Outlier]
    totals: list[Total]
    roster: bool
    bureau: bool
    faults: list[str]


class OverviewBuilder:
    """Takes in what became of every bundle, and keeps of each department its row only."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._rows: list[DepartmentRow] = []

    def take(self, results: Iterable[Record | Failure]) -> None:
        """Take in one bundle: files that failed beside a department are a note on its row."""
        rows = [row_of(each, self._pack) for each in results]
        failed = [row for row in rows if row.readiness is Readiness.FAILED]
        done = [row for row in rows if row.readiness is not Readiness.FAILED]
        notes = tuple(note for row in failed for note in row.notes)
        if done:
            self._rows += [replace(row, notes=(*row.notes, *notes)) for row in done]
        else:
            named = {row.name: row for row in reversed(failed)}
            self._rows += [
                replace(row, notes=tuple(note for each in failed if each.name == name for note in each.notes))
                for name, row in reversed(named.items())
            ]

    def taking(
        self, steps: Iterable[tuple[int, list[Record | Failure]]]
    ) -> Iterator[tuple[int, list[Record | Failure]]]:
        """Pass a run's steps on, taking in each; figures stay behind, for they are most of a record."""
        for count, results in steps:
            self.take(results)
            yield (
                count,
                [
                    replace(each, figures=(), lines=()) if isinstance(each, Record) else each
                    for each in results
                ],
            )

    def overview(self, inbox: Path, year: int = 0) -> Overview:
        """Return all departments together, with the bureau's list and totals if they lie in the inbox.

        `year` is the one expected, 0 for the one most departments filed for.
        """
        faults: list[str] = []
        roster, shown = self._roster(inbox, faults), self._pack.overview
        rows = listed(self._rows, roster)
        year = year or expected_year(rows)
        bureau = self._bureau(inbox, year, faults)
        return Overview(
            pack=self._pack,
            year=year,
            rows=rows,
            calls=filing_issues(rows, roster, year, shown.roster_codes),
            outliers=outliers(rows, shown.columns, shown.outliers, self._pack.units),
            totals=list(totals(rows, self._pack, year, bureau)),
            roster=roster is not None,
            bureau=bool(bureau),
            faults=faults,
        )

    def _roster(self, inbox: Path, faults: list[str]) -> Roster | None:
        read = attempt(messages.overview.ROSTER, lambda: read_roster(inbox, self._pack))
        if isinstance(read, Failure):
            faults.append(messages.overview.ROSTER_UNUSED.format(fault=read.message))
            return None
        return read

    def _bureau(self, inbox: Path, year: int, faults: list[str]) -> dict[str, Figure]:
        read = attempt(messages.overview.BUREAU, lambda: bureau_figures(inbox, self._pack, year))
        if isinstance(read, Failure):
            faults.append(messages.overview.BUREAU_UNUSED.format(fault=read.message))
            return {}
        return read
