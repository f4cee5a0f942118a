"""The checklist as a workbook: a finding or what is to be written a row, and beside it what people said.

What they wrote beside findings that are there no more stands below the rest: nothing they wrote is lost.
"""

from collections.abc import Iterable, Iterator

from converter import messages
from converter.conversion import LISTED, Explanation, Part, explanation_key, part_of
from converter.outbox import Record
from converter.pack import Pack
from converter.workbooks.write import CellValue, ColumnHead, Paper, Sheet, ValueKind, workbook

_NARROW = 8  # half-width characters: of a column of counts


def checklist_workbook(record: Record, explanations: Iterable[Explanation], pack: Pack) -> bytes:
    """Return the workbook of what a department has to do; the same things and words give the same bytes."""
    title = messages.edits.LIST_TITLE.format(year=record.year, department=record.department)
    heads = [
        ColumnHead(
            label,
            ValueKind.COUNT if width < _NARROW else ValueKind.TEXT,
            width=width,
            choices=messages.edits.LIST_CHOICES.get(label, ()),
        )
        for label, width in messages.edits.LIST_COLUMNS.items()
    ]
    rows = [[number, *row] for number, row in enumerate(_rows(record, explanations), 1)]
    sheet = Sheet(messages.edits.LIST_SHEET, title, messages.edits.LIST_NOTE, heads, rows, paper=Paper.FITTED)
    return workbook([sheet], pack.style.workbooks.changes)


def _rows(record: Record, explanations: Iterable[Explanation]) -> Iterator[list[CellValue]]:
    said = {explanation.key: explanation for explanation in explanations}
    for part in LISTED:
        for finding in record.findings:
            if part_of(finding) is part:
                key = explanation_key(finding)
                yield [
                    messages.edits.LIST_PARTS[part],
                    finding.code,
                    finding.message,
                    finding.hint,
                    *_written(said.pop(key, Explanation(key))),
                ]
    yield from map(_missing, record.missing)
    for past in said.values():
        yield [messages.edits.LIST_PAST, past.code, past.message, "", *_written(past)]


def _missing(line: str) -> list[CellValue]:
    """Return the row of what a person still has to write: no explanation stands for it."""
    what, _, hint = line.partition(messages.filing.HINT.format(hint=""))
    level, no_key = messages.edits.LIST_PARTS[Part.SUPPLY], Explanation(messages.edits.LIST_NO_KEY)
    return [level, messages.overview.TO_WRITE.code, what, hint, *_written(no_key)]


def _written(explanation: Explanation) -> tuple[str, ...]:
    return explanation.handling, explanation.words, explanation.by, explanation.key
