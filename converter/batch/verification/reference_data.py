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
from converter.verify.submitted import ReferenceWorkbooks, SubmittedReport


class ReferenceData(Struct, frozen=True):
    """The ledgers in a folder of workbooks by department, and what of the folder could not be read.

    `doubted` are figures of theirs that an error is about.
    """

    ledgers: dict[str, Ledger] = field(default_factory=dict)
    doubted: dict[str, frozenset[str]] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()

    def of(self, report: SubmittedReport) -> tuple[Ledger | None, ReferenceWorkbooks]:
        """Return the ledger a report is to be checked against, and what to say of it.

        Of the departments that the report names, the one with the longest name counts.
        """
        if not self.ledgers:
            return None, ReferenceWorkbooks(why=messages.verify.DATA_EMPTY)
        name = next((name for name in sorted(self.ledgers, key=len, reverse=True) if report.names(name)), "")
        if not name:
            departments = messages.phrases.AND.join(sorted(self.ledgers))
            return None, ReferenceWorkbooks(
                why=messages.verify.DATA_OF_NOBODY.format(departments=departments)
            )
        ledger = self.ledgers[name]
        if report.year and report.year != ledger.year:
            why = messages.verify.DATA_OF_ANOTHER_YEAR.format(
                year=report.year, department=name, data_year=ledger.year
            )
            return None, ReferenceWorkbooks(why=why)
        return ledger, ReferenceWorkbooks(name, ledger.year)


def reference_data(folder: Path, packs: PackSet, limits: Limits, processes: int) -> ReferenceData:
    """Return what the workbooks below a folder give; what can't be read costs only itself."""
    pool = Pool(packs, processes, limits)
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
        names, together = {each[0] for each in answers if not isinstance(each, Failure)}, [submission]
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
        attempt(department.name, partial(_ledger, department, packs, readings))
        for department in split.departments
    ]
    return [*split.failures, *judged]


def _ledger(department: Department, packs: PackSet, readings: Readings) -> tuple[str, Ledger, frozenset[str]]:
    """Return a department's name, its ledger, and the figures that an error is about."""
    year = packs.conversion(packs.usual).year_of(department)
    conversion = packs.conversion(packs.choose(department.name, year, readings.submission).pack)
    judged = conversion.judge(readings.of(department, conversion))
    errors = (finding for finding in judged.findings if finding.severity is Severity.ERROR)
    doubted = judged.ledger.figures_from(cell for finding in errors for cell in finding.cells)
    figures = Ledger(department.name, judged.ledger.year, judged.ledger.figures)  # the rest stays where it is
    return department.name, figures, doubted
