"""A department in one row: what everyone looking at all of them sees of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from converter import messages
from converter.batch.record import Failure, Record
from converter.figures import Figure, Severity
from converter.pack import Pack
from converter.pack.vocabulary import measure_digits


class Verdict(StrEnum):
    """What became of a department's filing; the words shown are in `messages.VERDICTS`."""

    READY = "ready"
    TO_SUPPLY = "to-supply"
    PENDING = "pending"
    FAILED = "failed"
    NOT_FILED = "not-filed"


class Known(NamedTuple):
    """A figure's value in its base unit (None where blank or unknown), and its cell or formula in words."""

    value: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One department.

    `code`, `parent`, `level`, `kind` are the roster's, '' where it does not say. `figures` are by the labels
    of the pack's overview columns, `measures` in the order of `measure_ids`. `report` and `outputs` are paths
    below the outbox, with slashes. `year` is 0 where nothing could be read. `notes` are whole sentences.
    """

    name: str
    verdict: Verdict
    year: int = 0
    place: str = ""
    code: str = ""
    parent: str = ""
    level: str = ""
    kind: str = ""
    errors: int = 0
    warnings: int = 0
    missing: int = 0
    figures: Mapping[str, Known] = field(default_factory=dict)
    measures: tuple[Decimal | None, ...] = ()
    score: Decimal | None = None
    grade: str = ""
    report: str = ""
    outputs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def row_of(each: Record | Failure, pack: Pack) -> Row:
    """Return the row of a department that was processed, or of what failed."""
    if isinstance(each, Failure):
        return Row(each.file, Verdict.FAILED, notes=(each.message,))
    figures = {figure.id: figure for figure in each.figures}
    return Row(
        name=each.department,
        verdict=_verdict(each),
        year=each.year,
        place=each.place,
        errors=each.errors,
        warnings=sum(finding.severity is Severity.WARNING for finding in each.findings),
        missing=len(each.missing),
        figures={
            label: _known(figures.get(column.figure)) for label, column in pack.overview.columns.items()
        },
        measures=tuple(_known(figures.get(measure)).value for measure in measure_ids(pack)),
        score=Decimal(each.score) if each.score else None,
        grade=each.grade,
        report=each.report,
        outputs=tuple(output.name for output in each.outputs),
    )


def measure_ids(pack: Pack) -> tuple[str, ...]:
    """Return the ids of the pack's measures, in its order."""
    return tuple(measure_digits(pack))


def _verdict(record: Record) -> Verdict:
    if record.errors:
        return Verdict.PENDING
    return Verdict.TO_SUPPLY if record.missing else Verdict.READY


def _known(figure: Figure | None) -> Known:
    if figure is None:
        return Known()
    cell = figure.cell
    if cell is None:
        return Known(figure.value, str(figure.origin))
    return Known(
        figure.value,
        messages.CELL.format(file=cell.file, sheet=cell.sheet, cell=cell.cell, raw=cell.text),
    )
