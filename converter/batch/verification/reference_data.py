"""The workbooks that reports are held against: the ledger of every department in a folder."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from converter import messages
from converter.batch import PackSet, Pool, Readings
from converter.errors import Failure, attempt
from converter.figures import Ledger, Severity
from converter.inbox import Department, Submission, joined, submissions
from converter.pack import Limits
from converter.read import FiledFile
from converter.verify.submitted import ReferenceWorkbooks, SubmittedReport


class DepartmentData(Struct, frozen=True):
    """What the workbooks of a department give: its ledger, figures of it that an error is about, and the
    workbooks themselves by name.
    """

    ledger: Ledger
    doubted: frozenset[str]
    files: dict[str, FiledFile]


class ReferenceData(Struct, frozen=True):
    """What a folder of workbooks gives by department, and what of the folder could not be read."""

    departments: dict[str, DepartmentData] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def of(self, report: SubmittedReport) -> tuple[DepartmentData | None, ReferenceWorkbooks]:
        """Return what a report is to be checked against, and what to say of it.

        Of the departments that the report names, the one with the longest name counts.
        """
        if not self.departments:
            return None, ReferenceWorkbooks(why=messages.verify.DATA_EMPTY)
        longest_first = sorted(self.departments, key=len, reverse=True)
        name = next((name for name in longest_first if report.names(name)), "")
        if not name:
            departments = messages.phrases.AND.join(sorted(self.departments))
            return None, ReferenceWorkbooks(
                why=messages.verify.DATA_OF_NOBODY.format(departments=departments)
            )
        data = self.departments[name]
        if report.year and report.year != data.ledger.year:
            why = messages.verify.DATA_OF_ANOTHER_YEAR.format(
                year=report.year, department=name, data_year=data.ledger.year
            )
            return None, ReferenceWorkbooks(why=why)
        return data, ReferenceWorkbooks(name, data.ledger.year)


def reference_data(folder: Path, packs: PackSet, limits: Limits, processes: int) -> ReferenceData:
    """Return what the workbooks below a folder give; what can't be read costs only itself."""
    pool = Pool(packs, processes, limits)
    found = _read(pool, submissions(folder))
    twice = _of_same_departments(found)
    found = [each for each in found if not any(each[0] in several for several in twice)]
    found += _read(pool, [joined(several) for several in twice])
    departments: dict[str, DepartmentData] = {}
    failures: list[Failure] = []
    for submission, answers in found:
        failures += (Failure(submission.name, line) for line in submission.unseen)
        for each in answers:
            if isinstance(each, Failure):
                failures.append(each)
            else:
                departments[each.ledger.department] = each
    return ReferenceData(departments, tuple(failures))


Answers = list[DepartmentData | Failure]


def _read(pool: Pool[PackSet], filed: Sequence[Submission]) -> list[tuple[Submission, Answers]]:
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
        names, together = (
            {each.ledger.department for each in answers if not isinstance(each, Failure)},
            [submission],
        )
        for group in [group for group in groups if not names.isdisjoint(group[0])]:
            groups.remove(group)
            names, together = names | group[0], group[1] + together
        groups.append((names, together))
    return [together for _, together in groups if len(together) > 1]


def _ledgers(packs: PackSet, submission: Submission) -> Answers:
    """Return the ledger of every department in a submission, and what of it could not be read."""
    readings = Readings(submission, 0)
    split = readings.by(packs.conversion(packs.usual))
    judged = [
        attempt(department.name, partial(_of_department, department, packs, readings))
        for department in split.departments
    ]
    return [*split.failures, *judged]


def _of_department(department: Department, packs: PackSet, readings: Readings) -> DepartmentData:
    year = packs.conversion(packs.usual).year_of(department)
    conversion = packs.conversion(packs.choose(department.name, year, readings.submission).pack)
    judged = conversion.judge(readings.of(department, conversion))
    errors = (finding for finding in judged.findings if finding.severity is Severity.ERROR)
    doubted = judged.ledger.figures_from(cell for finding in errors for cell in finding.cells)
    figures = Ledger(department.name, judged.ledger.year, judged.ledger.figures)  # the rest stays where it is
    return DepartmentData(figures, doubted, department.files)
