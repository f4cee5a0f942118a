"""What resubmissions changed, as a workbook: the times, the figures, the findings; the latest first."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from converter import messages
from converter.figures import Finding
from converter.outbox import FigureChange, Record, Revision
from converter.pack import Pack, Unit
from converter.workbooks.write import (
    CellValue,
    ColumnHead,
    Formatted,
    Paper,
    Sheet,
    ValueKind,
    number_format,
    workbook,
)


def changes_workbook(record: Record, pack: Pack) -> bytes:
    """Return the workbook of a department's revisions; the same revisions give the same bytes."""
    revisions = record.lists.read_revisions()
    times = list(zip(range(len(revisions), 0, -1), revisions, strict=True))
    title = messages.runs.CHANGES_TITLE.format(department=record.department, year=record.year)
    figures = [row for number, revision in times for row in _figures(number, revision, pack)]
    findings = [row for number, revision in times for row in _findings(number, revision)]
    sheets = (
        _sheet(title, messages.runs.CHANGES_TIMES, [_time(*time) for time in times], (0, 4, 5, 6)),
        _sheet(title, messages.runs.CHANGES_FIGURES, figures, (0,)),
        _sheet(title, messages.runs.CHANGES_FINDINGS, findings, (0,)),
    )
    return workbook(sheets, pack.style.workbooks.changes)


def _sheet(
    title: str,
    described: tuple[str, dict[str, int]],
    rows: Sequence[Sequence[CellValue]],
    counts: Iterable[int],
) -> Sheet:
    """Return a sheet of rows by its name and the widths of its columns; `counts` are columns of counts."""
    name, widths = described
    kinds = [ValueKind.COUNT if column in counts else ValueKind.TEXT for column in range(len(widths))]
    heads = [
        ColumnHead(label, kind, width=width)
        for (label, width), kind in zip(widths.items(), kinds, strict=True)
    ]
    heading = messages.runs.CHANGES_HEADING.format(title=title, sheet=name)
    return Sheet(name, heading, "", heads, rows, paper=Paper.FITTED)


def _time(number: int, revision: Revision) -> list[CellValue]:
    moved = (
        messages.runs.CHANGES_REPLACED.format(what=what, old=pair[0], new=pair[1])
        for what, pair in ((messages.runs.PACK, revision.packs), (messages.runs.PROGRAM, revision.programs))
        if pair
    )
    files, versions = messages.phrases.AND.join(revision.files), messages.phrases.AND.join(moved)
    counts = (len(revision.figures), len(revision.findings_new), len(revision.findings_gone))
    return [number, revision.date, files, versions, *counts]


def _figures(number: int, revision: Revision, pack: Pack) -> Iterator[list[CellValue]]:
    for change in revision.figures:
        name, unit = _printing(change, pack)
        old, new = (_printed(value, unit) for value in (change.old, change.new))
        moved = None if old is None or new is None else Formatted(new.value - old.value, new.format)
        yield [
            number, revision.date, change.id, name, old, new, moved, change.old_origin, change.new_origin,
        ]  # fmt: skip


def _printing(change: FigureChange, pack: Pack) -> tuple[str, Unit]:
    """Return the unit a figure is printed in, and its name."""
    name = pack.units[change.unit].prints or change.unit
    return name, pack.units[name]


def _printed(value: Decimal | None, unit: Unit) -> Formatted | None:
    """Return a value in the unit it is printed in, with that unit's decimals."""
    return None if value is None else Formatted(value / unit.scale, number_format(unit.digits))


def _findings(number: int, revision: Revision) -> Iterator[list[CellValue]]:
    for word, findings in (
        (messages.runs.FINDING_NEW, revision.findings_new),
        (messages.runs.FINDING_GONE, revision.findings_gone),
    ):
        for finding in findings:
            yield [number, revision.date, word, *_described(finding)]


def _described(finding: Finding) -> tuple[str, ...]:
    return messages.filing.SEVERITIES[finding.severity], finding.code, finding.message
