"""What became of a department, as rows."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from converter.figures import CellOrigin, Derived, Figure, Finding, Severity, basis_of, item_of
from converter.outbox import Record


class ReportRow(Struct, frozen=True):
    """A department: how ready its report is, how many findings it has of each severity, how many gaps a
    person has to fill, and its report's path below the outbox.
    """

    department: str
    year: int
    readiness: str
    errors: int
    warnings: int
    missing: int
    score: str
    grade: str
    report: str


class FigureRow(Struct, frozen=True):
    """A figure in its base unit; a read one has file, sheet and cell, a computed one its formula."""

    department: str
    year: int
    item: str
    basis: str
    value: Decimal | None
    unit: str
    file: str
    sheet: str
    cell: str
    formula: str


class FindingRow(Struct, frozen=True):
    """A finding, or a check that held: then `severity` is '' and `outcome` "holds".

    `file`, `sheet` and `cell` are those of the first of its cells, `cells` are all of them.
    """

    department: str
    year: int
    code: str
    severity: str
    outcome: str
    message: str
    expected: str
    actual: str
    hint: str
    file: str
    sheet: str
    cell: str
    cells: tuple[str, ...]


def report_rows(record: Record) -> Iterator[ReportRow]:
    """Yield the one row of a department."""
    severities = Counter(finding.severity for finding in record.findings)
    yield ReportRow(
        department=record.department,
        year=record.year,
        readiness=record.readiness.value,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        missing=len(record.missing),
        score=record.score,
        grade=record.grade,
        report=record.report,
    )


def figure_rows(record: Record) -> Iterator[FigureRow]:
    """Yield a row a figure, those of detail rows last."""
    return (_figure_row(record, figure) for figure in record.read_all_figures())


def finding_rows(record: Record) -> Iterator[FindingRow]:
    """Yield a row a finding, then a row a check that held."""
    for finding in record.findings:
        yield _finding_row(record, finding, finding.severity.value)
    for check in record.lists.read_checks_held():
        yield _finding_row(record, check, "")


def _figure_row(record: Record, figure: Figure) -> FigureRow:
    cell, origin = figure.cell or CellOrigin("", "", ""), figure.origin
    return FigureRow(
        department=record.department,
        year=record.year,
        item=item_of(figure.id),
        basis=basis_of(figure.id),
        value=figure.value,
        unit=figure.unit,
        file=cell.file,
        sheet=cell.sheet,
        cell=cell.cell,
        formula=origin.formula if isinstance(origin, Derived) else "",
    )


def _finding_row(record: Record, finding: Finding, severity: str) -> FindingRow:
    first = finding.cells[0] if finding.cells else CellOrigin("", "", "")
    return FindingRow(
        department=record.department,
        year=record.year,
        code=finding.code,
        severity=severity,
        outcome=finding.outcome.value,
        message=finding.message,
        expected=finding.expected,
        actual=finding.actual,
        hint=finding.hint,
        file=first.file,
        sheet=first.sheet,
        cell=first.cell,
        cells=tuple(map(str, finding.cells)),
    )
