"""A department in one row: what everyone looking at all of them sees of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath
from typing import NamedTuple

from converter import messages
from converter.conversion import Readiness
from converter.errors import Failure
from converter.figures import Figure, Finding, Outcome, Severity
from converter.outbox import Record
from converter.pack import Pack, measure_digits


class Known(NamedTuple):
    """A figure's value in its base unit (None where blank or unknown), and its cell or formula in words.

    `error` is how far the unrounded amount may be away.
    """

    value: Decimal | None = None
    source: str = ""
    error: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One department.

    `code`, `parent`, `level`, `kind` and `aliases` are the roster's, empty where it does not say. `figures`
    are by the labels of the pack's overview columns, `measures` in the order of `measure_ids`. `report` and
    `outputs` are paths below the outbox, with slashes. `year` is 0 where nothing could be read. `findings`
    are without what could not be evaluated or is mere rounding; `supply` names what a person still has to
    supply. `notes` are whole sentences.
    """

    name: str
    readiness: Readiness
    year: int = 0
    place: str = ""
    code: str = ""
    parent: str = ""
    level: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()
    errors: int = 0
    warnings: int = 0
    missing: int = 0
    figures: Mapping[str, Known] = field(default_factory=dict)
    measures: tuple[Decimal | None, ...] = ()
    score: Decimal | None = None
    grade: str = ""
    report: str = ""
    outputs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    supply: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def figure(self, label: str) -> Known:
        """Return the figure of a column, nothing known for a department that was not processed."""
        return self.figures.get(label, Known())


def row_of(each: Record | Failure, pack: Pack) -> DepartmentRow:
    """Return the row of a department that was processed, or of what failed."""
    if isinstance(each, Failure):
        a_file = bool(PurePath(each.file).suffix) and each.place not in ("", messages.filing.LOOSE)
        name = each.place if a_file else each.file
        return DepartmentRow(name, Readiness.FAILED, place=each.place, notes=(each.message,))
    figures = {figure.id: figure for figure in each.figures}
    return DepartmentRow(
        name=each.department,
        readiness=each.readiness,
        year=each.year,
        place=each.place,
        errors=each.errors,
        warnings=sum(finding.severity is Severity.WARNING for finding in each.findings),
        missing=len(each.missing),
        figures={label: known(figures.get(column.figure)) for label, column in pack.overview.columns.items()},
        measures=tuple(_value(figures.get(measure)) for measure in measure_ids(pack)),
        score=Decimal(each.score) if each.score else None,
        grade=each.grade,
        report=each.report,
        outputs=tuple(output.name for output in each.outputs),
        findings=tuple(finding for finding in each.findings if _tells(finding)),
        supply=each.missing,
        notes=tuple(_notes(each)),
    )


def _notes(record: Record) -> Iterator[str]:
    """Say which files a person had changed, and how much a resubmission did."""
    yield from (messages.runs.EDITED.format(file=file) for file in record.edited)
    if record.revised:
        changes = f"{record.report.rpartition('/')[0]}/{messages.runs.CHANGES_FILE}"
        yield messages.runs.CHANGED.format(count=record.changes, file=changes)


def known(figure: Figure | None) -> Known:
    """Return what a row keeps of a figure; nothing of one that was neither read nor computed."""
    if figure is None:
        return Known()
    cell = figure.cell
    if cell is None:
        return Known(figure.value, str(figure.origin), figure.error)
    return Known(figure.value, f"{cell} = {cell.text or messages.checks.BLANK}", figure.error)


def _value(figure: Figure | None) -> Decimal | None:
    return figure.value if figure else None


def measure_ids(pack: Pack) -> tuple[str, ...]:
    """Return the ids of the pack's measures, in its order."""
    return tuple(measure_digits(pack))


def _tells(finding: Finding) -> bool:
    """Whether there is anything to do about a note; errors and warnings always ask for it."""
    idle = (Outcome.ROUNDING, Outcome.NOT_EVALUABLE)
    return finding.severity is not Severity.NOTE or finding.outcome not in idle
