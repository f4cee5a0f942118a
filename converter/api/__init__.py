"""The public Python API: what the commands do, as rows of typed values and as pandas data frames.

    from converter import api

    figures = api.figures("outbox-2019", "outbox-2020")
    figures.to_frame().pivot_table(index="item", columns="year", values="value", aggfunc="first")

Every function returns `Rows` (`rows`): the rows, what failed, and `to_frame`. Options are those of the
command line. A function imports what it calls when it is called, and pandas is loaded by `to_frame` alone.
Named `api` because `converter.figures` and `converter.verify` are packages.

`department_rows` and `statement_rows` say what the rows hold, `runs` does what they tell of, `exports` writes
them as CSV and workbooks.

What can't be begun is raised: PackError, ReadError (nothing to read), LockedError and OutboxError (the outbox
can't be used). What goes wrong with one file or department is one of the `failures`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from converter.api.rows import Rows

if TYPE_CHECKING:
    from converter.api.department_rows import FigureRow, FindingRow, ReportRow
    from converter.api.statement_rows import StatementRow
    from converter.batch.run import Job

Packs = str | Path | Iterable[str | Path] | None
"""Packs to choose among, by name or folder: those that come with the program if there is none."""

__all__ = ["Rows", "check", "convert", "figures", "verify"]


def check(
    inbox: str | Path, *, pack: Packs = None, year: int = 0, password: str = "", jobs: int = 0
) -> "Rows[FindingRow]":
    """Return every finding of every department and every check that held; nothing is written."""
    from converter.api.department_rows import FindingRow, finding_rows
    from converter.api.runs import results_of

    results = results_of(_job(inbox, pack, year=year, password=password), jobs)
    return Rows.of(FindingRow, results, finding_rows)


def convert(
    inbox: str | Path,
    outbox: str | Path,
    *,
    pack: Packs = None,
    year: int = 0,
    password: str = "",
    jobs: int = 0,
    timeout: int = 0,
    force: bool = False,
    review: bool = False,
    mark: bool = False,
    side_by_side: bool = False,
) -> "Rows[ReportRow]":
    """Write every department's report and list and the overview of all; return a row a department."""
    from converter.api.department_rows import ReportRow, report_rows
    from converter.api.runs import converted

    options = {"year": year, "password": password, "timeout": timeout, "force": force}
    options |= {"review": review, "mark": mark, "side_by_side": side_by_side}
    results = converted(_job(inbox, pack, outbox=Path(outbox), **options), jobs)
    return Rows.of(ReportRow, results, report_rows)


def figures(
    *places: str | Path,
    pack: Packs = None,
    year: int = 0,
    password: str = "",
    jobs: int = 0,
) -> "Rows[FigureRow]":
    """Return every figure that was read or computed, with its origin, in each of the places.

    An inbox is read; of an outbox, the figures are those stored by its last run. Several of several years
    make a panel.
    """
    from converter.api.department_rows import FigureRow, figure_rows
    from converter.api.runs import results_of, stored_results
    from converter.outbox import is_outbox

    results = (
        result
        for place in places
        for result in (
            stored_results(Path(place))
            if is_outbox(Path(place))
            else results_of(_job(place, pack, year=year, password=password), jobs)
        )
    )
    return Rows.of(FigureRow, results, figure_rows)


def verify(
    *reports: str | Path,
    data: str | Path | None = None,
    pack: Packs = None,
    password: str = "",
    jobs: int = 0,
) -> "Rows[StatementRow]":
    """Return every number of submitted reports with what became of it, and what else was found in them.

    `reports` are files and folders, `data` is a folder of workbooks to hold them against. ReadError if
    there is none of these.
    """
    from converter.api.statement_rows import StatementRow, statement_rows
    from converter.batch.verification import Verification
    from converter.batch.verification import verify as checked

    places = [Path(report) for report in reports]
    job = Verification(_packs(pack), places, Path(data) if data else None, password)
    return Rows.of(StatementRow, checked(job, jobs), statement_rows)


def _job(inbox: str | Path, pack: Packs, **options: object) -> "Job":
    from converter.batch.run import Job

    return Job(_packs(pack), Path(inbox), **options)  # type: ignore[arg-type]


def _packs(given: Packs) -> tuple[Path, ...]:
    from converter.pack import pack_named

    several = [given] if isinstance(given, str | Path) else given or ()
    return tuple(pack_named(str(pack)) for pack in several)
